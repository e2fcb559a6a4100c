import { readLote, readTotal } from './classify-linha.js';
import { cutFatias, type LinhaDePalavras } from './palavras.js';
import { tipoDaPalavra, type TipoColuna } from './vocabulario.js';

const MAX_TEXTO = 260;
/** Headers of several columns come in several cells; one long run of text is prose. */
const MAX_CELULA = 90;
const VOCABULARIO = 0.6;
/** Closes a table or a lot, with or without its figure on the line. */
const RODAPE = /^\s*(?:sub-?\s?total|total\s+(?:geral|global|d[oae]s?)|valor\s+(?:total|global)\s+d[oae]s?\s+(?:lote|item|grupo|proposta))\b/i;
/** Clauses and titles of tables are no headers. */
export const CLAUSULA = /^\s*(?:\d{1,2}(?:\.\d{1,2}){1,4}\.?\s|tabela\s*\d|quadro\s*\d|anexo\s)/i;

/** Whether a line may be part of a table's header: most of its words are words of headers, or its short cells name several columns. */
export function isCabecalho(l: LinhaDePalavras): boolean {
  if (l.texto.length > MAX_TEXTO || (l.celulas.length === 1 && l.texto.length > MAX_CELULA && cutFatias(l.celulas[0]!).length < 3)) return false;
  if (readTotal(l) !== null || RODAPE.test(l.texto)) return false;
  if (l.palavras.length > 26 || CLAUSULA.test(l.texto) || readLote(l.texto) !== null) return false;
  // "1 SERVIÇOS PRELIMINARES" is a row; "60 MESES" may be a header's line.
  if (/^\d/.test(l.palavras[0]!.texto) && !/^(?:mes|dias|anos|%)/.test(l.palavras[1]?.dobrado ?? '')) return false;
  const tipos = l.palavras.map((p) => (p.texto.length === 1 && /\p{Lu}/u.test(p.texto) ? 'qualifica' : tipoDaPalavra(p.dobrado)));
  const conhecidas = tipos.filter((t) => t !== null).length;
  const numeros = l.palavras.filter((p) => /^(?:R\$\s*)?[\d.,]+$/.test(p.texto)).length;
  if (numeros > 2 || numeros >= tipos.length) return false;
  return conhecidas / tipos.length >= VOCABULARIO || (numeros === 0 && namesColunas(l, tipos));
}

const MAX_TITULO = 40;
/** Short cells of which several name columns of different kinds: the others are columns too ("Saúde", "Educação"). */
function namesColunas(l: LinhaDePalavras, tipos: readonly (TipoColuna | 'qualifica' | null)[]): boolean {
  const nomeiam = new Set<TipoColuna>(tipos.filter((t) => t !== null && t !== 'qualifica' && t !== 'outra'));
  const titulos = l.celulas.flatMap(cutFatias);
  if (titulos.length < 3 || titulos.some((c) => c.texto.length > MAX_TITULO || /[;:]$/.test(c.texto))) return false;
  return (nomeiam.has('numero') && nomeiam.has('descricao')) || (nomeiam.size >= 3 && (['numero', 'descricao', 'quantidade'] as const).some((t) => nomeiam.has(t)));
}
