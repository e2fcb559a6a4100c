import { Decimal } from 'decimal.js';
import type { DadosDoBalanco, IndiceDoBalanco } from '../../../empresas/index.js';
import { decimal, type DecimalTexto } from '../../../kernel/index.js';

type Contas = DadosDoBalanco['contas'];
const CASAS = 4;

/**
 * LG = (AC + RLP) / (PC + ELP), SG = AT / (PC + ELP), LC = AC / PC, as editais ask them (IN SEGES/ME 73/2022, annexes of AGU's models); debt
 * = (PC + ELP) / AT. Cut, never rounded up. A long-term account that the balance does not print counts as zero only when the totals say so.
 */
export function computeIndices(c: Contas): Record<IndiceDoBalanco, DecimalTexto | null> {
  const { ativoCirculante: ac, passivoCirculante: pc, ativoTotal: at, patrimonioLiquido: pl } = c;
  const rlp = c.realizavelLongoPrazo;
  const elp = c.exigivelLongoPrazo ?? restOf(at, [pc, pl]);
  const exigivel = sum([pc, elp]);
  return {
    liquidezGeral: div(sum([ac, rlp]), exigivel), solvenciaGeral: div(at, exigivel), liquidezCorrente: div(ac, pc), endividamento: div(exigivel, at),
  };
}

const sum = (parcelas: readonly (DecimalTexto | null)[]): DecimalTexto | null => (parcelas.some((p) => p === null) ? null : parcelas.reduce<Decimal>((s, p) => s.plus(p!), decimal(0)).toString());
const restOf = (total: DecimalTexto | null, parcelas: readonly (DecimalTexto | null)[]): DecimalTexto | null => {
  const soma = sum(parcelas);
  if (total === null || soma === null) return null;
  const resto = decimal(total).minus(soma);
  return resto.gte(0) ? resto.toString() : null;
};
const div = (a: DecimalTexto | null, b: DecimalTexto | null): DecimalTexto | null => (a === null || b === null || decimal(b).lte(0) ? null : decimal(a).div(b).toDecimalPlaces(CASAS, Decimal.ROUND_DOWN).toString());
