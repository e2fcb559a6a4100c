import { fold } from '../../kernel/index.js';
import type { Pagina } from '../domain/pagina.js';

/** How many lines at each end of a page may be a running header or footer. */
const BORDA = 8;

/**
 * Removes running headers and footers: lines at the top or bottom of a page that, digits aside, stand at the border of
 * more than half of the pages. The first page that has text keeps its own (the agency's name and CNPJ are often only
 * there), its page number excepted. Short documents (< 4 pages) are left as they are.
 */
export function removeRepetidos(paginas: readonly Pagina[]): Pagina[] {
  const comTexto = paginas.filter((p) => p.texto);
  if (comTexto.length < 4) return [...paginas];
  const contagem = new Map<string, number>();
  for (const p of comTexto) for (const chave of borderKeys(p.texto)) contagem.set(chave, (contagem.get(chave) ?? 0) + 1);
  const repetidas = new Set([...contagem].filter(([, n]) => n > comTexto.length / 2).map(([chave]) => chave));
  if (!repetidas.size) return [...paginas];
  const primeira = comTexto[0]!.numero;
  const numeracao = new Set([...repetidas].filter((chave) => NUMERO_DE_PAGINA.test(chave)));
  return paginas.map((p) => ({ ...p, texto: strip(p.texto, p.numero === primeira ? numeracao : repetidas) }));
}

/** "1", "Página 1", "1 / 20", "Pág. 1 de 20", as `keyOf` leaves them. */
const NUMERO_DE_PAGINA = /^[-–—]?(?:pag(?:ina)?\.?:?)?#(?:(?:de|\/|\|)#)?[-–—]?$/;

function borderKeys(texto: string): Set<string> {
  const linhas = texto.split('\n');
  const chaves = new Set<string>();
  for (const i of borderOf(linhas)) chaves.add(keyOf(linhas[i]!));
  chaves.delete('');
  return chaves;
}

/** Indexes of the lines with text that are nearest to an end of the page, at most `BORDA` at each. */
function borderOf(linhas: readonly string[]): Set<number> {
  const borda = new Set<number>();
  for (let i = 0; i < linhas.length && borda.size < BORDA; i++) if (linhas[i]!.trim()) borda.add(i);
  let faltam = BORDA;
  for (let i = linhas.length - 1; i >= 0 && faltam; i--) {
    if (!linhas[i]!.trim()) continue;
    borda.add(i);
    faltam--;
  }
  return borda;
}

/** Digits become #, so that "Página 3 | 62" and "Página 4 | 62" are one line. A line of digits alone is a page number. */
const keyOf = (linha: string): string => fold(linha).replace(/\d+/g, '#').replace(/\s+/g, '');

function strip(texto: string, repetidas: ReadonlySet<string>): string {
  const linhas = texto.split('\n');
  const borda = borderOf(linhas);
  return linhas.filter((l, i) => !(borda.has(i) && repetidas.has(keyOf(l)))).join('\n').trim();
}
