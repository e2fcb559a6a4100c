import { fold } from '../../kernel/index.js';
import type { Pagina } from '../domain/pagina.js';

/** How many lines at each end of a page may be a running header or footer. */
const BORDA = 8;

/**
 * Removes running headers and footers: lines at the top or bottom of a page that, digits aside, stand at the border of
 * more than half of the pages. The first page that shows such a line keeps it (the agency's name and CNPJ are often
 * only there), page numbers excepted. Short documents (< 4 pages) are left as they are.
 */
export function removeRepetidos(paginas: readonly Pagina[]): Pagina[] {
  const comTexto = paginas.filter((p) => p.texto);
  if (comTexto.length < 4) return [...paginas];
  const vistas = new Map<string, { primeira: number; vezes: number }>();
  for (const p of comTexto) {
    for (const chave of borderKeys(p.texto)) {
      const v = vistas.get(chave);
      if (v) v.vezes++;
      else if (chave) vistas.set(chave, { primeira: p.numero, vezes: 1 });
    }
  }
  const repetidas = new Map([...vistas].filter(([, v]) => v.vezes > comTexto.length / 2).map(([chave, v]) => [chave, NUMERO_DE_PAGINA.test(chave) ? 0 : v.primeira]));
  if (!repetidas.size) return [...paginas];
  return paginas.map((p) => ({ ...p, texto: strip(p.texto, (chave) => (repetidas.get(chave) ?? p.numero) !== p.numero) }));
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

/** The text without the border lines that `sobra`. */
function strip(texto: string, sobra: (chave: string) => boolean): string {
  const linhas = texto.split('\n');
  const borda = borderOf(linhas);
  return linhas.filter((l, i) => !(borda.has(i) && sobra(keyOf(l)))).join('\n').trim();
}
