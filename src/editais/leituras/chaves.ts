import { hashDe } from '../../kernel/index.js';
import { chaveLeitura, VERSOES_LEITURA } from '../estagios/chave-leitura.js';
import type { CoberturaDocumento, ConjuntoPedido, DocumentoReunido, ReuniaoEmDisco } from '../estagios/tipos.js';
import type { ClassesCorrigidas } from '../em-vigor/montar-conjunto.js';
import type { LimitesReunir } from '../reunir/limites.js';

/** A file of a tender, by its content. `nome` is untrusted text. */
export interface ArquivoDoConjunto {
  readonly nome: string;
  readonly sha256: string;
}

/** Bounds under which this process reads: what it would read under others is other work. */
export interface LimitesLeitura {
  readonly maxPaginas: number;
  readonly reunir: LimitesReunir;
}

const byJson = (a: object, b: object): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

/** Every file under a name of its own: in the order given, a repeated name gets a number: "Edital (2).pdf". */
export function nomesDistintos(arquivos: readonly ArquivoDoConjunto[]): ArquivoDoConjunto[] {
  const usados = new Set<string>();
  return arquivos.map(({ nome, sha256 }) => {
    let unico = nome;
    for (let n = 2; usados.has(unico); n++) unico = nome.replace(/(\.[^.]*)?$/, (extensao) => ` (${n})${extensao}`);
    usados.add(unico);
    return { nome: unico, sha256 };
  });
}

/** Name of the whole reading of a set of files before anything was opened: files, classes given by people, versions, bounds. */
export const chaveDoConjunto = (arquivos: readonly ArquivoDoConjunto[], classes: ClassesCorrigidas, { maxPaginas, reunir }: LimitesLeitura): string =>
  `leitura:${hashDe({ arquivos: nomesDistintos(arquivos).sort(byJson), classes, maxPaginas, reunir, versoes: VERSOES_LEITURA })}`;

/** Name of stage 1. */
export const chaveReunir = (arquivos: readonly ArquivoDoConjunto[], { reunir }: LimitesLeitura): string =>
  `reunir:${hashDe({ arquivos: nomesDistintos(arquivos).sort(byJson), reunir, leitor: VERSOES_LEITURA.leitor })}`;

/** Name of stage 2 of all documents of a set. */
export const chaveLer = (documentos: readonly DocumentoReunido[], { maxPaginas }: LimitesLeitura): string =>
  `ler:${hashDe({ documentos: documentos.map(({ nome, sha256, tipo }) => ({ nome, sha256, tipo })).sort(byJson), maxPaginas, leitor: VERSOES_LEITURA.leitor })}`;

/** Name of stage 3. */
export const chaveExtrair = (pedido: ConjuntoPedido, { maxPaginas }: LimitesLeitura): string => `extrair:${chaveLeitura({ ...pedido, maxPaginas })}`;

/** What stages 3 and 4 start from: the documents, without what the stages before could not read. */
export const pedidoDe = ({ documentos, naoLido, duplicados }: ReuniaoEmDisco, coberturas: readonly CoberturaDocumento[], classes: ClassesCorrigidas): ConjuntoPedido => ({
  documentos, duplicados, classes,
  naoLido: [...naoLido, ...coberturas.flatMap(({ sha256, erro }) => (erro ? documentos.filter((d) => d.sha256 === sha256).map((d) => ({ documento: d.nome, ...erro })) : []))],
});
