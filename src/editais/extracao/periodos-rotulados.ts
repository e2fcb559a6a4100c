import type { Periodo } from '../domain/fato.js';
import { isUpper } from '../domain/find-regioes.js';
import type { TextoEdital } from '../domain/texto-edital.js';
import { findAchados, isModeloEmBranco, type Achado, type FiltroAchados } from './achados.js';
import { weighRegiao } from './autoridade-contrato.js';
import type { Candidato } from './candidato.js';
import { extendFim, fraseEm, inicioDaLinha } from './limites-de-frase.js';
import { findPeriodos, notaConflito, type PeriodoLido } from './periodos.js';

/** A period found after its label, with what a field needs to judge it. All texts folded, white space collapsed. */
export interface PeriodoRotulado {
  readonly rotulo: Achado;
  readonly periodo: PeriodoLido;
  /** From the start of the sentence to the label. */
  readonly antes: string;
  /** Between the label and the period. */
  readonly meio: string;
  /** From the period to the end of the sentence. */
  readonly depois: string;
}

const ALCANCE = 260;
/** A label alone in its cell is left out of the quote when the cell beside it is long enough to stand by itself. */
function inicioDoTrecho(t: TextoEdital, rotulo: Achado, periodo: PeriodoLido): number {
  const celula = inicioDaLinha(t, periodo.inicio);
  const emCelulas = /:\s*\n/.test(t.dobrado.slice(rotulo.fim, periodo.inicio)) && celula > rotulo.fim;
  return emCelulas && extendFim(t, celula, periodo.fim) - celula >= 100 ? celula : inicioDaLinha(t, rotulo.inicio);
}

/** A title ends its clause at once: what it announces stands in the next one. */
function fimDaFrase(t: TextoEdital, a: Achado, fim: number): number {
  const resto = t.texto.slice(a.fim, fim);
  return resto.length < 70 && isUpper(t.texto.slice(a.inicio, fim)) && t.dobrado[fim] !== '.' ? fraseEm(t, fim + 1, fim + 2, 400).fim : fim;
}

const limpo = (s: string): string => s.replace(/\s+/g, ' ');

/**
 * Readings of a field that is a label followed, in the same sentence, by a period. `judge` weighs each pair, nearest
 * period first: a weight (0 to 1) takes it and ends the sentence, null tries the next period, 'fim' gives the label up.
 */
export function readPeriodosRotulados(
  t: TextoEdital, rotulo: RegExp, judge: (p: PeriodoRotulado) => number | null | 'fim', filtro: FiltroAchados = {},
): Candidato<Periodo>[] {
  const candidatos: Candidato<Periodo>[] = [];
  for (const a of findAchados(t, rotulo, filtro)) {
    const f = fraseEm(t, a.inicio, a.fim);
    const fim = fimDaFrase(t, a, f.fim);
    for (const periodo of findPeriodos(t.dobrado, a.fim, Math.min(fim, a.fim + ALCANCE))) {
      const meio = limpo(t.dobrado.slice(a.fim, periodo.inicio));
      if (isModeloEmBranco(meio)) break;
      const peso = judge({ rotulo: a, periodo, meio, antes: limpo(t.dobrado.slice(f.inicio, a.inicio)), depois: limpo(t.dobrado.slice(periodo.fim, fim)) });
      if (peso === 'fim') break;
      if (peso === null) continue;
      const nota = notaConflito(periodo);
      // A quote with digits is worth more than one in words alone.
      const emCifras = /\d/.test(t.dobrado.slice(periodo.inicio, periodo.fim)) ? 0 : 0.03;
      const inicio = inicioDoTrecho(t, a, periodo);
      candidatos.push({ valor: periodo.valor, inicio, fim: extendFim(t, inicio, periodo.fim), peso: weighRegiao(a.regiao, peso - emCifras - (fim > f.fim ? 0.02 : 0)), ...(nota ? { nota } : {}) });
      break;
    }
  }
  return candidatos;
}
