import { toColunas, type ColunaCabecalho } from './colunas-do-cabecalho.js';
import { dropDescricao, isSobra } from './cortar-cabecalho.js';
import { CLAUSULA, isCabecalho } from './is-cabecalho.js';
import type { LinhaDePalavras } from './palavras.js';
import type { TipoColuna } from './vocabulario.js';

/** A header found on a page: its columns left to right and the lines it takes. */
export interface Cabecalho {
  readonly colunas: readonly ColunaCabecalho[];
  /** Index of the first and last of its lines among the page's. */
  readonly primeira: number;
  readonly ultima: number;
}
const MAX_LINHAS = 14;
const ESPACO = 1.7;
/** Words of a column's title; one of them may have a long explanation. */
const MAX_PALAVRAS = 9;

/** Headers of item tables among the lines of a page: number, description and at least one of unit, quantity, price. */
export function findCabecalhos(linhas: readonly LinhaDePalavras[]): Cabecalho[] {
  const achados: Cabecalho[] = [];
  let i = 0;
  while (i < linhas.length) {
    if (!isCabecalho(linhas[i]!)) {
      i++;
      continue;
    }
    let fim = i;
    while (fim + 1 < linhas.length && fim - i < MAX_LINHAS && isNear(linhas, fim) && (isCabecalho(linhas[fim + 1]!) || isEntre(linhas, fim + 1))) fim++;
    const bloco = shrink(linhas, i, fim);
    if (bloco) achados.push(bloco);
    i = fim + 1;
  }
  return achados;
}

const isNear = (linhas: readonly LinhaDePalavras[], i: number): boolean =>
  linhas[i + 1]!.y - linhas[i]!.y <= ESPACO * Math.max(linhas[i]!.altura, linhas[i + 1]!.altura);

/** A short line of unknown words set between two lines of the header, half a line from each. */
const isEntre = (linhas: readonly LinhaDePalavras[], i: number): boolean => {
  const [antes, l, depois] = [linhas[i - 1]!, linhas[i]!, linhas[i + 1]];
  return !!depois && l.palavras.length <= 3 && !/\d/.test(l.texto) && l.y - antes.y < l.altura && depois.y - l.y < 1.2 * l.altura && isCabecalho(depois);
};

/** The longest end of the block that is a header: titles above it ("PLANILHA DE PREÇOS") fall away. */
function shrink(linhas: readonly LinhaDePalavras[], inicio: number, fim: number): Cabecalho | null {
  for (let a = inicio; a <= fim; a++) {
    if (isTitulo(linhas[a]!, linhas.slice(a + 1, fim + 1)) || isSobra(linhas, a, fim)) continue;
    const ultima = dropDescricao(linhas, a, fim);
    const colunas = toColunas(linhas.slice(a, ultima + 1));
    if (isTabelaDeItens(colunas)) return { colunas, primeira: a, ultima };
  }
  return null;
}

/** A line above the header whose one phrase covers several of its columns is the table's title. */
const isTitulo = (l: LinhaDePalavras, abaixo: readonly LinhaDePalavras[]): boolean =>
  CLAUSULA.test(l.texto) || (l.celulas.length === 1 && abaixo.length > 0 && abaixo.some((b) => b.celulas.filter((c) => c.x0 >= l.celulas[0]!.x0 - 5 && c.x1 <= l.celulas[0]!.x1 + 5).length >= 3));

function isTabelaDeItens(colunas: readonly ColunaCabecalho[]): boolean {
  const posicao = (tipos: readonly TipoColuna[]): number => colunas.findIndex((c) => tipos.includes(c.tipo));
  if (isTexto(colunas)) return false;
  const numero = posicao(['numero', 'lote']);
  const descricao = posicao(['descricao']);
  if (descricao < 0 || colunas.filter((c) => c.titulo.split(' ').length > MAX_PALAVRAS).length > 1) return false;
  // Without numbers, only arithmetic can tell rows: the three figures must be there.
  if (numero < 0) return posicao(['quantidade']) >= 0 && posicao(['unitario']) >= 0 && posicao(['total', 'valor']) >= 0;
  return numero <= 2 && posicao(['unidade', 'quantidade', 'unitario', 'total', 'valor']) >= 0;
}

/** Words of a sentence that happen to be words of headers: the same kind of column again and again, commas. */
const isTexto = (colunas: readonly ColunaCabecalho[]): boolean =>
  ['numero', 'unidade', 'descricao'].some((t) => colunas.filter((c) => c.tipo === t).length > 2) || colunas.filter((c) => /[,;]$|[,;] /.test(c.titulo)).length > 1;
