import { decimal, formatDinheiro, type DecimalTexto } from '../../kernel/index.js';
import type { Periodo } from '../../editais/index.js';
import { fatoDe, type Caso, type Unidade } from './caso.js';
import { computePreco } from './preco.js';

/** Calendar days, roughly, of a term: 7 for every 5 business days, 30 for a month. */
export function daysOf(p: Periodo): number {
  switch (p.unidade) {
    case 'dias': return p.n;
    case 'dias_uteis': return Math.ceil((p.n * 7) / 5);
    case 'meses': return p.n * 30;
    case 'horas': return Math.ceil(p.n / 24);
  }
}

export interface Deficit {
  readonly valor: DecimalTexto;
  readonly formula: string;
}

/** A month of work is measured before it is billed. */
const MEDICAO = 30;

/**
 * The most the company pays out before the first money comes in: monthly outlay × (days of measuring + days of
 * payment) / 30, never more than the whole cost. Null without cost, payment term or duration.
 */
export function cashGap(c: Caso, u: Unidade, atrasoDias = 0): Deficit | null {
  const preco = computePreco(c, u);
  const pagamento = fatoDe(c, 'pagamento_prazo')?.valor;
  const duracao = fatoDe(c, 'prazo_execucao')?.valor ?? fatoDe(c, 'vigencia_contrato')?.valor;
  if (!preco || !pagamento || !duracao) return null;
  const meses = Math.max(1, daysOf(duracao) / 30);
  const espera = MEDICAO + daysOf(pagamento) + atrasoDias;
  const mensal = decimal(preco.custoDireto).div(meses);
  const bruto = mensal.mul(espera).div(30);
  const valor = bruto.gt(preco.custoDireto) ? decimal(preco.custoDireto) : bruto;
  return {
    valor: valor.toFixed(2),
    formula: `desembolso mensal de ${formatDinheiro(mensal.toFixed(2))} × (${MEDICAO} dias de medição + ${daysOf(pagamento)} dias até o pagamento${atrasoDias ? ` + ${atrasoDias} dias de atraso` : ''}) ÷ 30, limitado ao custo total`,
  };
}
