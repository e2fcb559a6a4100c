import type { LinhaBruta, TabelaBruta } from './tabela.js';

const JUNTAS = /^(\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)\s+(\p{L}[\p{L}²³./ ]{0,30})$/u;

/** Quantity and unit printed so close ("40 SACO") that both fell into one column, the other being empty in every row. */
export function splitJuntas(t: TabelaBruta): TabelaBruta {
  const quantidade = t.colunas.findIndex((c) => c.tipo === 'quantidade');
  const unidade = t.colunas.findIndex((c) => c.tipo === 'unidade');
  if (quantidade < 0 || !t.linhas.length) return t;
  // "Quant./Unid.": one column for both.
  if (unidade < 0) return t.linhas.every((l) => JUNTAS.test(l.celulas[quantidade]!)) ? addUnidade(t, quantidade) : t;
  const cheia = [quantidade, unidade].find((i) => t.linhas.every((l) => JUNTAS.test(l.celulas[i]!)));
  const vazia = cheia === quantidade ? unidade : quantidade;
  if (cheia === undefined || t.linhas.some((l) => l.celulas[vazia])) return t;
  return { ...t, linhas: t.linhas.map((l) => split(l, cheia, quantidade, unidade)) };
}

function addUnidade(t: TabelaBruta, quantidade: number): TabelaBruta {
  const { x1 } = t.colunas[quantidade]!;
  const linhas = t.linhas.map((l) => split({ ...l, celulas: [...l.celulas, ''] }, quantidade, quantidade, l.celulas.length));
  return { ...t, colunas: [...t.colunas, { tipo: 'unidade', titulo: '', x0: x1, x1 }], linhas };
}

function split(l: LinhaBruta, cheia: number, quantidade: number, unidade: number): LinhaBruta {
  const m = JUNTAS.exec(l.celulas[cheia]!)!;
  return { ...l, celulas: l.celulas.map((c, i) => (i === quantidade ? m[1]! : i === unidade ? m[2]! : c)) };
}
