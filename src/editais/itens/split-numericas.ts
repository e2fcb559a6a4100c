import type { ColunaCabecalho } from './colunas-do-cabecalho.js';
import type { LinhaDePalavras } from './palavras.js';
import { colunaDe } from './place-colunas.js';
import type { Coluna } from './tabela.js';
import { tipoDaPalavra, type TipoColuna } from './vocabulario.js';

const NUMERO = /^(?:R\$\s*)?\d[\d.,]*$/;
/** Share of the rows that must show the same count of figures. */
const MAIORIA = 0.8;
const MINIMO = 2;
const TIPOS: readonly TipoColuna[] = ['quantidade', 'outra', 'total', 'unitario', 'valor'];

/**
 * Columns that a header printed so close that it looks like one ("Saúde Educação QTD"): where nearly every row has the
 * same two or more figures, one beside the other, each of them is a column.
 */
export function splitNumericas(cabecalho: readonly ColunaCabecalho[], colunas: readonly Coluna[], corpo: readonly LinhaDePalavras[]): readonly ColunaCabecalho[] {
  return cabecalho.flatMap((c, i) => (TIPOS.includes(c.tipo) ? split(c, figurasDe(corpo, colunas, i)) : [c]));
}

interface Figura {
  readonly x0: number;
  readonly x1: number;
}

/** The figures of the column in each line that has nothing else in it. */
function figurasDe(corpo: readonly LinhaDePalavras[], colunas: readonly Coluna[], i: number): Figura[][] {
  return corpo.map((l) => l.palavras.filter((p) => colunaDe(colunas, p.x0, p.x1) === i)).filter((ps) => ps.length > 0 && ps.every((p) => NUMERO.test(p.texto)));
}

function split(c: ColunaCabecalho, linhas: readonly Figura[][]): ColunaCabecalho[] {
  const vezes = Map.groupBy(linhas, (l) => l.length);
  const [k, iguais] = [...vezes].sort((a, b) => b[1].length - a[1].length)[0] ?? [0, []];
  const palavras = c.titulo.split(' ');
  if (k < 2 || (iguais.length < MINIMO && palavras.length !== k) || iguais.length < linhas.length * MAIORIA) return [c];
  const faixas = Array.from({ length: k }, (_, j) => ({ x0: Math.min(...iguais.map((l) => l[j]!.x0)), x1: Math.max(...iguais.map((l) => l[j]!.x1)) }));
  if (faixas.some((f, j) => j > 0 && f.x0 < faixas[j - 1]!.x1 - 1)) return [c];
  return faixas.map((faixa, j): ColunaCabecalho => {
    const palavra = palavras.length === k ? palavras[j]! : null;
    const tipo = palavra === null ? null : tipoDaPalavra(palavra);
    return {
      tipo: tipo !== null && tipo !== 'qualifica' ? tipo : j === k - 1 && palavra === null ? c.tipo : 'outra',
      titulo: palavra ?? (j === k - 1 ? c.titulo : ''), ...faixa,
    };
  });
}
