import { decimal, formatDinheiro, formatPercentual } from '../../../kernel/index.js';
import type { SubItem } from '../../domain/analise.js';
import { fatoDe, valorMaximoDe, type Caso, type Unidade } from '../caso.js';
import { cashGap } from '../caixa.js';
import { computePreco } from '../preco.js';
import { stepOf, subItem } from './sub-item.js';

/** Is there money in it, and can the company carry it? Without costs the margin has no mark: the rest still counts for its share. */
export const economico = (c: Caso, u: Unidade): SubItem[] => [margem(c, u), giro(c, u), garantias(c), reajuste(c), porteDoContrato(c, u)];

function margem(c: Caso, u: Unidade): SubItem {
  const p = computePreco(c, u);
  if (!p || p.margemNoMaximo === null) return subItem('margem', 'Margem esperada', 50, null, p ? 'Não há valor máximo público para calcular a margem.' : 'Viabilidade econômica não avaliada: a empresa não informou custos para este objeto.');
  const m = Number(p.margemNoMaximo);
  const minima = Number(c.empresa.margemMinimaPct ?? 0);
  const nota = m <= 0 || m < minima ? 0 : 40 + 4 * (m - minima);
  return subItem('margem', 'Margem esperada', 50, nota, `Margem no valor máximo: ${formatPercentual(p.margemNoMaximo)}${p.completo ? '' : ', sem os tributos ou custos indiretos que faltam no perfil'}.`, p.maximo?.evidencia);
}

function giro(c: Caso, u: Unidade): SubItem {
  const titulo = 'Capital de giro para o prazo de pagamento';
  const deficit = cashGap(c, u);
  const capital = c.empresa.capitalDeGiro;
  if (!deficit || capital === undefined) return subItem('giro', titulo, 15, null, deficit ? 'A empresa não informou o capital de giro.' : 'Sem custo e prazos não há como calcular o desembolso.');
  const razao = decimal(deficit.valor).lte(0) ? 9 : decimal(capital).div(deficit.valor).toNumber();
  const nota = razao >= 2 ? 100 : razao >= 1 ? 70 : razao >= 0.5 ? 30 : 0;
  return subItem('giro', titulo, 15, nota, `Maior desembolso descoberto ${formatDinheiro(deficit.valor)}; capital de giro ${formatDinheiro(capital)}.`, fatoDe(c, 'pagamento_prazo'));
}

function garantias(c: Caso): SubItem {
  const titulo = 'Garantias imobilizadas';
  const execucao = c.fatos.garantia_execucao_pct;
  if (execucao.valor !== null) return subItem('garantias', titulo, 10, stepOf(Number(execucao.valor), [[0, 100], [3, 80], [5, 65], [10, 40]], 10), `Garantia de execução de ${formatPercentual(execucao.valor)}.`, fatoDe(c, 'garantia_execucao_pct'));
  return execucao.ausencia === 'nao_exige' ? subItem('garantias', titulo, 10, 100, 'Não há garantia de execução.', execucao.evidencia) : subItem('garantias', titulo, 10, null, 'Garantia de execução não encontrada no edital lido.');
}

function reajuste(c: Caso): SubItem {
  const fato = fatoDe(c, 'reajuste_indice');
  return fato ? subItem('reajuste', 'Reajuste', 10, 100, `Reajuste por ${fato.valor}.`, fato) : subItem('reajuste', 'Reajuste', 10, null, 'Índice de reajuste não encontrado no edital lido.');
}

function porteDoContrato(c: Caso, u: Unidade): SubItem {
  const titulo = 'Valor do contrato em relação à receita da empresa';
  const maximo = valorMaximoDe(c, u);
  const receita = c.empresa.receitaBrutaAnual;
  if (!maximo || !receita || decimal(receita).lte(0)) return subItem('porte_contrato', titulo, 15, null, maximo ? 'A empresa não informou a receita anual.' : 'Sem valor público para comparar.');
  const pct = decimal(maximo.valor).div(receita).mul(100);
  return subItem('porte_contrato', titulo, 15, stepOf(pct.toNumber(), [[30, 100], [60, 80], [100, 60], [200, 35]], 10), `O valor máximo é ${formatPercentual(pct.toFixed(1))} da receita bruta anual.`, maximo.evidencia);
}
