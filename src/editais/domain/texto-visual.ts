import { lettersOf, squeeze } from '../../kernel/index.js';
import type { TextoEdital } from './texto-edital.js';

const INICIO = 60;

/** Letters of a page in the order the eye reads them, row by row; in a table the order of the content is another. */
export type TextoVisual = (ordemPagina: number) => string;

export function createTextoVisual(t: TextoEdital): TextoVisual {
  const paginas = t.partes.flatMap((p) => p.documento.paginas);
  const memoria = new Map<number, string>();
  return (ordem) => {
    let letras = memoria.get(ordem);
    if (letras === undefined) memoria.set(ordem, (letras = lettersOf((paginas[ordem]?.linhas ?? []).map((l) => l.celulas.map((c) => c.texto).join(' ')).join(' '))));
    return letras;
  };
}

/**
 * The first line start in [inicio, ate] whose opening words stand together on the page as it is seen: a passage that
 * begins there can be found by whoever looks for it. `inicio` itself when there is no geometry or no such line.
 */
export function alignInicio(t: TextoEdital, visual: string, inicio: number, ate: number, fim: number): number {
  if (!visual) return inicio;
  for (let a = inicio; a >= 0 && a <= ate; a = nextLine(t, a, fim)) {
    if (visual.includes(lettersOf(squeeze(t.texto.slice(a, Math.min(fim, a + INICIO * 2))).slice(0, INICIO)))) return a;
  }
  return inicio;
}

const nextLine = (t: TextoEdital, a: number, fim: number): number => {
  const quebra = t.texto.indexOf('\n', a);
  return quebra < 0 || quebra >= fim ? fim : quebra + 1;
};
