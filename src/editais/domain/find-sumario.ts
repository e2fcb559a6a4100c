import type { LinhaTexto } from './linhas-texto.js';

const PONTILHADO = /(?:\.\s?){4,}\s*\d{0,3}\s*$|…{2,}\s*\d{0,3}\s*$/;
const CABECALHO = /^(?:sumario|indice(?: geral| do edital)?)\s*:?$/;
const ENTRADA = /^(?:\d{1,2}(?:\.\d{1,2})?\s*[.)-]?\s+\S|anexo\b|clausula\b|[ivxl]{1,6}\s*[.-]\s|capitulo\b)/;
const MINIMO = 4;
/** Lines of a wrapped entry between two entries. */
const SALTO = 3;

/** Stretches [inicio, fim) that are a table of contents: rows with dots up to a page number, or a list of titles under "SUMÁRIO". */
export function findSumarios(linhas: readonly LinhaTexto[]): { inicio: number; fim: number }[] {
  const trechos: { inicio: number; fim: number }[] = [];
  for (let i = 0; i < linhas.length; i++) {
    const fim = CABECALHO.test(linhas[i]!.dobrado) ? endOfList(linhas, i) : PONTILHADO.test(linhas[i]!.dobrado) && ENTRADA.test(linhas[i]!.dobrado) ? endOfPontilhado(linhas, i) : i;
    if (fim <= i) continue;
    trechos.push({ inicio: linhas[i]!.inicio, fim: linhas[fim]!.fim });
    i = fim;
  }
  return trechos;
}

/** Index of the last dotted row that follows without more than `SALTO` other lines; the start itself when there are too few. */
function endOfPontilhado(linhas: readonly LinhaTexto[], i: number): number {
  let fim = i;
  let n = 1;
  for (let k = i + 1; k < linhas.length && k - fim <= SALTO; k++) {
    if (!PONTILHADO.test(linhas[k]!.dobrado)) continue;
    fim = k;
    n++;
  }
  return n >= MINIMO ? fim : i;
}

/** Under the word "SUMÁRIO": rows up to the first title that comes a second time. */
function endOfList(linhas: readonly LinhaTexto[], i: number): number {
  const vistos = new Set<string>();
  let fim = i;
  for (let k = i + 1; k < linhas.length && k - fim <= SALTO; k++) {
    if (isTexto(linhas[k]!)) break;
    const chave = linhas[k]!.dobrado.replace(/[^a-z]/g, '').slice(0, 24);
    if (!ENTRADA.test(linhas[k]!.dobrado) && !PONTILHADO.test(linhas[k]!.dobrado)) continue;
    if (vistos.has(chave)) break;
    vistos.add(chave);
    fim = k;
  }
  return vistos.size >= MINIMO ? fim : i;
}

/** A sentence, or the first line of another page without dots: the list is over. */
const isTexto = (l: LinhaTexto): boolean => !PONTILHADO.test(l.dobrado) && (l.ordemNaPagina === 0 || l.texto.length > 110 || (l.texto.length > 50 && /[a-z]{3}[.;,]$/.test(l.dobrado)));
