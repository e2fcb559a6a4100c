import type { DocumentoLido } from '../../src/editais/domain/documento.js';
import type { Linha, Pagina } from '../../src/editais/domain/pagina.js';
import type { TipoRegiao } from '../../src/editais/domain/estrutura.js';
import { readItens, type ItensLidos } from '../../src/editais/itens/index.js';
import { documentoDe } from './texto-edital.js';

/** Width of a character of the invented pages, in points. */
const LARGURA = 5;
export type CelulaDe = readonly [x0: number, texto: string];

/** A visual line: its height on the page and its cells, each from its left edge. */
export const linha = (y: number, ...celulas: CelulaDe[]): Linha => ({
  y, altura: 10, celulas: celulas.map(([x0, texto]) => ({ texto, x0, x1: x0 + texto.length * LARGURA })),
});

/** Rows one under the other, 12 points apart. */
export const linhas = (y0: number, ...rows: (readonly CelulaDe[])[]): Linha[] => rows.map((r, i) => linha(y0 + i * 12, ...r));

/** A page whose content order is row after row, as given; `texto` when the file writes the cells in another order. */
export const pagina = (numero: number, rows: readonly Linha[], texto?: string): Pagina => ({
  numero, linhas: rows, origem: 'nativo', texto: texto ?? rows.map((l) => l.celulas.map((c) => c.texto).join(' ')).join('\n'),
});

export const documentoComTabela = (paginas: readonly Pagina[]): DocumentoLido => ({ ...documentoDe(paginas.map((p) => p.texto)), paginas });

/** Items of a document of these pages. */
export const itensDe = (paginas: readonly Pagina[], regiao: TipoRegiao = 'edital'): ItensLidos => readItens([{ documento: documentoComTabela(paginas), regiao }]);
