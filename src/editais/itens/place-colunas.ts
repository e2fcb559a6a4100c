import type { ColunaCabecalho } from './colunas-do-cabecalho.js';
import type { LinhaDePalavras } from './palavras.js';
import type { Coluna } from './tabela.js';

const PASSO = 2;
const GAP_FIM = 3.5;
/** Lines looked at: more of a long table say nothing new. */
const MAX_AMOSTRA = 300;
const MINIMO_DE_LINHAS = 2;

/**
 * The header's columns with their limits: between two neighbours, the vertical line that fewest words of the body
 * cross, in the middle of the widest such gap.
 */
export function placeColunas(cabecalho: readonly ColunaCabecalho[], corpo: readonly LinhaDePalavras[]): Coluna[] {
  const daTabela = cutProsa(cutFim(corpo.slice(0, MAX_AMOSTRA)), cabecalho).filter((l) => !isLarga(l, cabecalho));
  const limites = cabecalho.slice(1).map((c, i) => findLimite(cabecalho[i]!, c, daTabela));
  return cabecalho.map((c, i) => ({ tipo: c.tipo, titulo: c.titulo, x0: limites[i - 1] ?? -Infinity, x1: limites[i] ?? Infinity }));
}

/** The lines before the first wide gap: what follows it is no longer the table. */
function cutFim(corpo: readonly LinhaDePalavras[]): readonly LinhaDePalavras[] {
  const fim = corpo.findIndex((l, i) => i >= MINIMO_DE_LINHAS && l.y - corpo[i - 1]!.y > GAP_FIM * Math.max(l.altura, corpo[i - 1]!.altura));
  return fim < 0 ? corpo : corpo.slice(0, fim);
}

/** The lines before two of prose. */
function cutProsa(corpo: readonly LinhaDePalavras[], cabecalho: readonly ColunaCabecalho[]): readonly LinhaDePalavras[] {
  const fim = corpo.findIndex((l, i) => i >= 1 && isLarga(l, cabecalho) && corpo.slice(i + 1, i + 3).some((x) => isLarga(x, cabecalho)));
  return fim < 0 ? corpo : corpo.slice(0, fim);
}

/** A run of text under the middle of three headers or more is prose around the table, not a cell. */
const isLarga = (l: LinhaDePalavras, cabecalho: readonly ColunaCabecalho[]): boolean =>
  l.celulas.some((c) => c.texto.length > 25 && cabecalho.filter((h) => (h.x0 + h.x1) / 2 > c.x0 && (h.x0 + h.x1) / 2 < c.x1).length >= 3);

function findLimite(a: ColunaCabecalho, b: ColunaCabecalho, corpo: readonly LinhaDePalavras[]): number {
  const de = Math.min((a.x0 + a.x1) / 2, a.x1);
  const ate = Math.max((b.x0 + b.x1) / 2, b.x0);
  const palavras = corpo.flatMap((l) => l.palavras.filter((p) => p.x1 > de && p.x0 < ate));
  let melhor = { cruza: Infinity, inicio: de, fim: de };
  let atual: { cruza: number; inicio: number; fim: number } | null = null;
  for (let x = de; x <= ate; x += PASSO) {
    const cruza = palavras.filter((p) => p.x0 < x - 0.5 && p.x1 > x + 0.5).length + (x > a.x0 && x < a.x1 ? 0.5 : 0) + (x > b.x0 && x < b.x1 ? 0.5 : 0);
    if (atual && atual.cruza === cruza) atual.fim = x;
    else atual = { cruza, inicio: x, fim: x };
    if (atual.cruza < melhor.cruza || (atual.cruza === melhor.cruza && atual.fim - atual.inicio > melhor.fim - melhor.inicio)) melhor = { ...atual };
  }
  return (melhor.inicio + melhor.fim) / 2;
}

/** Index of the column a word lies in, by its middle. */
export const colunaDe = (colunas: readonly Coluna[], x0: number, x1: number): number => {
  const meio = (x0 + x1) / 2;
  return colunas.findIndex((c) => meio >= c.x0 && meio < c.x1);
};
