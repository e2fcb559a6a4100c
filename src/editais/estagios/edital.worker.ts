import { gzipSync } from 'node:zlib';
import { AlicitError, type Evidencia } from '../../kernel/index.js';
import { asTarefa } from '../../oficina/index.js';
import { cutPassagens, searchTrechos, type Passagem, type TrechoAchado } from '../busca/index.js';
import { checkEvidencia } from '../correcoes/check-evidencia.js';
import { readListas } from '../read-listas.js';
import { readReunido, reunirEmDisco } from './ambiente.js';
import { VERSOES_LEITURA } from './chave-leitura.js';
import { coberturaComErro, coberturaDe, ocrDe } from './cobertura.js';
import { openConjuntoPedido } from './conjunto-em-memoria.js';
import type { AmbienteEstagios, CoberturaDocumento, ConjuntoPedido, DocumentoReunido, EntradaEmDisco, LeituraDoConjunto, PaginaLida, ReuniaoEmDisco } from './tipos.js';

interface NoAmbiente {
  readonly ambiente: AmbienteEstagios;
}
interface SobreConjunto extends NoAmbiente {
  readonly pedido: ConjuntoPedido;
}

/** Not the document's fault: whoever asked does what is missing and asks again. */
const PARA_QUEM_PEDE: ReadonlySet<string> = new Set(['documento_ausente', 'ocr_pendente']);

/** Stage 1. */
export const reunir = asTarefa(({ entradas, ambiente }: NoAmbiente & { readonly entradas: readonly EntradaEmDisco[] }): Promise<ReuniaoEmDisco> => reunirEmDisco(entradas, ambiente));

/** Stage 2 of one document. */
export const ler = asTarefa(async ({ documento, ambiente }: NoAmbiente & { readonly documento: DocumentoReunido }): Promise<CoberturaDocumento> => {
  try {
    return coberturaDe(await readReunido(documento, ambiente));
  } catch (erro) {
    if (!(erro instanceof AlicitError) || PARA_QUEM_PEDE.has(erro.codigo)) throw erro;
    return coberturaComErro(documento.sha256, erro.codigo, erro.message);
  }
});

/** Stage 3: gzip of the JSON of a `LeituraDoConjunto`. */
export const extrair = asTarefa(async ({ pedido, ambiente }: SobreConjunto): Promise<Uint8Array> => {
  const { conjunto, leitura } = await openConjuntoPedido(pedido, ambiente);
  const completa: LeituraDoConjunto = {
    documentos: conjunto.documentos.map(({ documento: d, classe, motivo, usado }) => ({
      nome: d.nome, sha256: d.sha256, tipo: d.tipo, bytes: d.bytes, classe, motivo, usado, paginas: d.totalPaginas, paginasLidas: d.paginas.filter((p) => p.texto).length, ...ocrDe(d),
    })),
    emVigor: conjunto.emVigor, naoLido: conjunto.naoLido, duplicados: pedido.duplicados ?? [], avisos: conjunto.avisos, fatos: leitura.fatos, itens: leitura.itens, tabela: leitura.tabela === leitura.itens ? null : leitura.tabela, conferencia: leitura.conferencia, listas: readListas(leitura.texto), versoes: VERSOES_LEITURA,
  };
  return new Uint8Array(gzipSync(JSON.stringify(completa)));
});

/** Text of one page of a document; null when the document has no such page. */
export const pagina = asTarefa(async ({ documento, numero, ambiente }: NoAmbiente & { readonly documento: DocumentoReunido; readonly numero: number }): Promise<PaginaLida | null> => {
  const lido = await readReunido(documento, ambiente);
  const p = lido.paginas.find((x) => x.numero === numero);
  if (!p && (numero < 1 || numero > lido.totalPaginas)) return null;
  return { numero, totalPaginas: lido.totalPaginas, texto: p?.texto ?? '', origem: p?.origem ?? 'nenhum' };
});

/** Passages that answer each question; `porSentido`: the order of their meaning, of each question, when there are vectors. */
export const buscar = asTarefa(async ({ pedido, ambiente, perguntas, top, porSentido }: SobreConjunto & { readonly perguntas: readonly string[]; readonly top: number; readonly porSentido: readonly (readonly string[])[] | null }): Promise<TrechoAchado[][]> => {
  const { indice } = await openConjuntoPedido(pedido, ambiente);
  return perguntas.map((pergunta, i) => searchTrechos(indice, pergunta, { top, porSentido: porSentido?.[i] }));
});

/** The set in passages, for their vectors. */
export const passagens = asTarefa(async ({ pedido, ambiente }: SobreConjunto): Promise<Passagem[]> => cutPassagens((await openConjuntoPedido(pedido, ambiente)).indice));

/** The quote of a correction against the documents. */
export const conferir = asTarefa(async ({ pedido, ambiente, evidencia }: SobreConjunto & { readonly evidencia: Evidencia }): Promise<Evidencia> => {
  const { conjunto } = await openConjuntoPedido(pedido, ambiente);
  return checkEvidencia(evidencia, conjunto.documentos.map((d) => d.documento));
});
