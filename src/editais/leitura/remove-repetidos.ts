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
    for (const chave of new Set(borderLines(p.texto).map(keyOf))) {
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

const linesOf = (texto: string): string[] => texto.split('\n');
function borderLines(texto: string): string[] {
  const linhas = linesOf(texto).filter((l) => l.trim());
  return linhas.length <= BORDA * 2 ? linhas : [...linhas.slice(0, BORDA), ...linhas.slice(-BORDA)];
}

/** Digits become #, so that "Página 3 | 62" and "Página 4 | 62" are one line. A line of digits alone is a page number. */
const keyOf = (linha: string): string => fold(linha).replace(/\d+/g, '#').replace(/\s+/g, '');

/** The text without the border lines that `sobra`. */
function strip(texto: string, sobra: (chave: string) => boolean): string {
  const linhas = linesOf(texto);
  const cheias = linhas.map((l, i) => [l, i] as const).filter(([l]) => l.trim());
  const borda = new Set([...cheias.slice(0, BORDA), ...cheias.slice(-BORDA)].map(([, i]) => i));
  return linhas.filter((l, i) => !(borda.has(i) && sobra(keyOf(l)))).join('\n').trim();
}
