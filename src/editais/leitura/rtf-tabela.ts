import type { Bloco } from './paginate.js';

/** A row of an RTF table; `bordas`: right edge of each cell, in twips. */
export interface LinhaRtf {
  readonly celulas: string[];
  readonly bordas: readonly number[];
  readonly quebraAntes?: boolean;
}

/** Edges nearer than this (3 mm) are one. */
const MESMA_BORDA = 170;

/**
 * Rows as blocks whose columns agree over a table (rows that follow one another): RTF gives each row its own cells, told
 * apart only by where they end. A row with a single filled cell is page layout: it is read as a paragraph.
 */
export function alignColunas(blocos: readonly (Bloco | LinhaRtf)[]): Bloco[] {
  const saida: Bloco[] = [];
  let tabela: LinhaRtf[] = [];
  const flush = (): void => {
    const colunas = mergeBordas(tabela);
    for (const linha of tabela) saida.push(toBloco(linha, colunas));
    tabela = [];
  };
  for (const b of blocos) {
    if ('bordas' in b) tabela.push(b);
    else {
      flush();
      saida.push(b);
    }
  }
  flush();
  return saida;
}

function mergeBordas(linhas: readonly LinhaRtf[]): number[] {
  const todas = [...new Set(linhas.flatMap((l) => l.bordas))].sort((a, b) => a - b);
  return todas.filter((b, i) => i === 0 || b - todas[i - 1]! > MESMA_BORDA);
}

function toBloco({ celulas, bordas, quebraAntes }: LinhaRtf, colunas: readonly number[]): Bloco {
  const limpas = celulas.map((c) => c.replace(/\s+/g, ' ').trim());
  const cheias = limpas.filter(Boolean);
  const quebra = quebraAntes ? { quebraAntes } : {};
  if (cheias.length === 1) return { celulas: [cheias[0]!], paragrafo: true, ...quebra };
  const saida: string[] = [];
  let inicio = 0;
  limpas.forEach((texto, i) => {
    while (saida.length < inicio) saida.push('');
    saida.push(texto);
    const borda = bordas[i];
    const fim = borda === undefined ? -1 : colunas.findIndex((c) => c > borda - MESMA_BORDA);
    inicio = Math.max(saida.length, fim + 1);
  });
  return { celulas: saida, ...quebra };
}
