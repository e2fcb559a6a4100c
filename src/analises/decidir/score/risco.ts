import { formatPercentual } from '../../../kernel/index.js';
import type { SubItem } from '../../domain/analise.js';
import { fatoDe, type Caso } from '../caso.js';
import { daysOf } from '../caixa.js';
import { stepOf, subItem } from './sub-item.js';

/** How hard the contract is on the one who wins it. */
export const risco = (c: Caso): SubItem[] => [mora(c), compensatoria(c), pagamento(c), obrigacao(c)];

function mora(c: Caso): SubItem {
  const fato = fatoDe(c, 'multa_mora_pct_dia');
  if (!fato) return subItem('mora', 'Multa de mora', 25, null, 'Multa de mora não encontrada no edital lido.');
  return subItem('mora', 'Multa de mora', 25, stepOf(Number(fato.valor), [[0.1, 100], [0.33, 85], [0.5, 65], [1, 35]], 10), `Multa de mora de ${formatPercentual(fato.valor)} ao dia.`, fato);
}

function compensatoria(c: Caso): SubItem {
  const fato = fatoDe(c, 'multa_compensatoria_max_pct');
  if (!fato) return subItem('compensatoria', 'Multa compensatória', 20, null, 'Multa compensatória não encontrada no edital lido.');
  return subItem('compensatoria', 'Multa compensatória', 20, stepOf(Number(fato.valor), [[10, 100], [20, 70], [30, 45]], 10), `Multa compensatória de até ${formatPercentual(fato.valor)}.`, fato);
}

function pagamento(c: Caso): SubItem {
  const fato = fatoDe(c, 'pagamento_prazo');
  if (!fato) return subItem('pagamento', 'Prazo de pagamento', 35, null, 'Prazo de pagamento não encontrado no edital lido.');
  const { n, unidade } = fato.valor;
  return subItem('pagamento', 'Prazo de pagamento', 35, stepOf(daysOf(fato.valor), [[10, 100], [20, 90], [31, 80], [45, 55], [60, 35]], 10), `Pagamento em até ${n} ${unidade === 'dias_uteis' ? 'dias úteis' : unidade}.`, fato);
}

function obrigacao(c: Caso): SubItem {
  const titulo = 'Obrigação de comprar';
  const fato = fatoDe(c, 'srp');
  const srp = fato?.valor ?? c.licitacao?.srp ?? null;
  if (srp === null) return subItem('obrigacao', titulo, 20, null, 'Não se sabe se é registro de preços.');
  return subItem('obrigacao', titulo, 20, srp ? 50 : 100, srp ? 'Registro de preços: a ata não obriga a comprar (art. 83 da Lei 14.133/2021).' : 'Não é registro de preços.', fato);
}
