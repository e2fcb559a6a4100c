import type { LinhaTabela } from './linha-tabela.js';

/** Distance below the row's middle that still belongs to the last row of a stretch, in line heights. */
const FOLGA = 0.8;
/** The last row of a stretch ends at a gap this wide, in line heights. */
const GAP_FIM = 3;
/** Lines above the first number belong to it while they follow each other closer than this, in line heights. */
const GAP_INICIO = 2.2;
/** Gaps tried between two numbers, the widest first. */
const CANDIDATOS = 24;
const MAX_DESVIO = 120;
const PESO_DUAS_PAGINAS = 0.1;
const PESO_VAO = 1.5;
const PESO_MEIO = 1.6;
const SEM_DESCRICAO = 150;
const MAX_FOLGA = 1.6;

/**
 * Which lines belong to the row of each number (indexes in `ancoras`). In tables with centred cells the number stands
 * in the middle of its description, in the others on its first line.
 */
export function splitBlocos(linhas: readonly LinhaTabela[], ancoras: readonly number[], centrado: boolean, descricao: number): LinhaTabela[][] {
  if (!centrado) return ancoras.map((a, k) => (k + 1 < ancoras.length ? linhas.slice(a, ancoras[k + 1]) : cutFim(linhas.slice(a))));
  const inicio = startOf(linhas, ancoras[0]!);
  const cortes = bestCortes(linhas, ancoras, inicio, descricao);
  return ancoras.map((_, k) => linhas.slice(k === 0 ? inicio : cortes[k - 1]! + 1, cortes[k]! + 1));
}

function startOf(linhas: readonly LinhaTabela[], primeira: number): number {
  let i = primeira;
  while (i > 0 && linhas[i]!.y - linhas[i - 1]!.y < GAP_INICIO * linhas[i]!.altura) i--;
  return i;
}

/**
 * Last line of each centred row: of the widest gaps between two numbers, those that leave every number in the middle
 * of its row. A gap wider than the usual between lines counts for the cut; a row over two pages says little.
 */
function bestCortes(linhas: readonly LinhaTabela[], ancoras: readonly number[], inicio: number, descricao: number): number[] {
  const usual = medianGap(linhas);
  const textos = countTextos(linhas, descricao);
  let passo: Caminho[] = [{ corte: inicio - 1, custo: 0, anterior: null }];
  ancoras.forEach((a, k) => {
    const opcoes = k + 1 < ancoras.length ? candidatos(linhas, a, ancoras[k + 1]!) : [endOf(linhas, passo[0]!.corte, a)];
    passo = opcoes.map((corte) => {
      const custos = passo.map((c) => c.custo + custoDe(linhas, c.corte + 1, a, corte, usual) + (textos[corte + 1]! > textos[c.corte + 1]! ? 0 : SEM_DESCRICAO));
      const melhor = custos.indexOf(Math.min(...custos));
      return { corte, custo: custos[melhor]!, anterior: passo[melhor]! };
    });
  });
  return backtrack(passo.reduce((x, y) => (y.custo < x.custo ? y : x)), ancoras.length);
}

interface Caminho {
  readonly corte: number;
  readonly custo: number;
  readonly anterior: Caminho | null;
}

function backtrack(fim: Caminho, n: number): number[] {
  const cortes: number[] = [];
  for (let c: Caminho | null = fim; c && cortes.length < n; c = c.anterior) cortes.push(c.corte);
  return cortes.reverse();
}

/** Lines with description up to each line: a row without any is no row. */
function countTextos(linhas: readonly LinhaTabela[], descricao: number): number[] {
  const soma = [0];
  for (const l of linhas) soma.push(soma.at(-1)! + (l.celulas[descricao] ? 1 : 0));
  return soma;
}

/** Indexes of the lines before the widest gaps between two numbers. */
const candidatos = (linhas: readonly LinhaTabela[], a: number, b: number): number[] =>
  Array.from({ length: b - a }, (_, k) => a + k).sort((x, y) => rankGap(linhas, y) - rankGap(linhas, x) || x - y).slice(0, CANDIDATOS);
/** The end of a page is always tried. */
const rankGap = (linhas: readonly LinhaTabela[], i: number): number => (linhas[i + 1]?.pagina === linhas[i]!.pagina ? gap(linhas, i) : Infinity);

const gap = (linhas: readonly LinhaTabela[], i: number): number => (linhas[i + 1] ? linhas[i + 1]!.y - linhas[i]!.y : 0);

function medianGap(linhas: readonly LinhaTabela[]): number {
  const vaos = linhas.slice(1).map((_, i) => gap(linhas, i)).filter((v) => v > 3).sort((a, b) => a - b);
  return vaos[Math.floor(vaos.length / 2)] ?? 0;
}

function custoDe(linhas: readonly LinhaTabela[], de: number, ancora: number, ate: number, usual: number): number {
  const centro = linhas[ancora]!.y;
  const desvio = Math.abs(centro - linhas[de]!.y - (linhas[ate]!.y - centro));
  const peso = linhas[de]!.pagina === linhas[ate]!.pagina ? 1 : PESO_DUAS_PAGINAS;
  const folga = linhas[ate + 1]?.pagina === linhas[ate]!.pagina ? Math.min(gap(linhas, ate) - usual, usual * MAX_FOLGA) : 0;
  return Math.min(desvio, MAX_DESVIO) * peso * PESO_MEIO - Math.max(0, folga) * PESO_VAO;
}

/** Last line of the last row: as far below its number as its first line is above. */
function endOf(linhas: readonly LinhaTabela[], anterior: number, ancora: number): number {
  const centro = linhas[ancora]!.y;
  const acima = centro - linhas[Math.min(anterior + 1, ancora)]!.y;
  let fim = ancora;
  while (fim + 1 < linhas.length && linhas[fim + 1]!.y - centro <= acima + linhas[ancora]!.altura * FOLGA) fim++;
  return fim;
}

function cutFim(bloco: readonly LinhaTabela[]): LinhaTabela[] {
  const fim = bloco.findIndex((l, i) => i > 0 && l.y - bloco[i - 1]!.y > GAP_FIM * Math.max(l.altura, bloco[i - 1]!.altura));
  return fim < 0 ? [...bloco] : bloco.slice(0, fim);
}
