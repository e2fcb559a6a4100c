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
export interface LimitesDePaginas {
  readonly maxPaginas: number;
  /** Read by OCR; 0: OCR is off. */
  readonly maxPaginasOcr: number;
}
export interface LimitesLeitura extends LimitesDePaginas {
  readonly reunir: LimitesReunir;
}

const toArquivo = ({ nome, sha256 }: ArquivoDoConjunto): ArquivoDoConjunto => ({ nome, sha256 });

/** Name of the whole reading of a set of files before anything was opened: files, classes given by people, versions, bounds. */
export const chaveDoConjunto = (arquivos: readonly ArquivoDoConjunto[], classes: ClassesCorrigidas, { maxPaginas, maxPaginasOcr, reunir }: LimitesLeitura): string =>
  `leitura:${hashDe({ arquivos: arquivos.map(toArquivo), classes, maxPaginas, maxPaginasOcr, reunir, versoes: VERSOES_LEITURA })}`;

/** Name of stage 1, which gives files of one name numbers in their order. */
export const chaveReuniao = (arquivos: readonly ArquivoDoConjunto[], reunir: LimitesReunir): string => `reunir:${hashDe({ arquivos: arquivos.map(toArquivo), reunir, versao: VERSOES_LEITURA.leitor })}`;

/** Name of stage 2 of all documents of a set. */
export const chaveLeituras = (documentos: readonly DocumentoReunido[], { maxPaginas, maxPaginasOcr }: LimitesDePaginas): string =>
  `ler:${hashDe({ documentos: documentos.map(({ nome, sha256, tipo }) => ({ nome, sha256, tipo })), maxPaginas, maxPaginasOcr, versao: VERSOES_LEITURA.leitor })}`;

/** Name of the reading of one document: the same in every set. */
export const chaveDocumento = ({ sha256, tipo }: Pick<DocumentoReunido, 'sha256' | 'tipo'>, { maxPaginas, maxPaginasOcr }: LimitesDePaginas): string => `documento:${hashDe({ sha256, tipo, maxPaginas, maxPaginasOcr, versao: VERSOES_LEITURA.leitor })}`;

/** Name of stage 3. */
export const chaveExtracao = (pedido: ConjuntoPedido, { maxPaginas, maxPaginasOcr }: LimitesDePaginas): string => `extrair:${chaveLeitura({ ...pedido, maxPaginas, maxPaginasOcr })}`;

/** Name of why stage 3 can give nothing. */
export const chaveFalha = (extracao: string): string => `extrair-falha:${extracao.slice('extrair:'.length)}`;

/** What stages 3 and 4 start from: the documents, and what the stages before could not read. */
export function pedidoDe({ documentos, naoLido, duplicados }: ReuniaoEmDisco, coberturas: readonly CoberturaDocumento[], classes: ClassesCorrigidas): ConjuntoPedido {
  const nomes = new Map(documentos.map((d) => [d.sha256, d.nome]));
  const recusados = coberturas.flatMap(({ sha256, erro }) => (erro ? [{ documento: nomes.get(sha256) ?? sha256, ...erro }] : []));
  return { documentos, naoLido: [...naoLido, ...recusados], duplicados, ...(Object.keys(classes).length ? { classes } : {}) };
}
