import { decimal, formatDinheiro, formatPercentual, type Evidencia } from '../../../kernel/index.js';
import type { DadoUsado } from '../../domain/analise.js';
import { daEmpresa, isSigiloso, type Caso } from '../caso.js';
import { computePreco, type Preco } from '../preco.js';
import { portao, type AvaliaPortao } from './avaliacao.js';

const TITULO_E8 = 'O preço mínimo da empresa cabe no valor máximo';
const TITULO_E10 = 'A margem alcança a mínima da empresa';

const semCusto = (c: Caso, p: Preco | null): string | null => {
  if (!p) return 'Viabilidade econômica não avaliada: a empresa não informou custos para este objeto.';
  if (p.maximo) return null;
  return isSigiloso(c) ? 'O orçamento é sigiloso: não há valor máximo público para comparar.' : 'O valor máximo não foi encontrado no edital nem no PNCP.';
};

const provas = (p: Preco): { evidencias: readonly Evidencia[]; dados: readonly DadoUsado[] } => ({
  evidencias: p.maximo?.evidencia ? [p.maximo.evidencia] : [],
  dados: [...p.dados, ...(p.maximo?.dado ? [p.maximo.dado] : [])],
});

/** E8: even with no profit the company cannot sell at the highest price accepted (art. 59, III). */
export const e8Preco: AvaliaPortao = (c, u) => {
  const p = computePreco(c, u);
  const falta = semCusto(c, p);
  if (falta || !p?.maximo) return portao('E8', TITULO_E8, 'nao_aferivel', falta ?? '');
  const conta = `Preço mínimo sem lucro ${formatDinheiro(p.precoMinimo)}; valor máximo aceito ${formatDinheiro(p.maximo.valor)}.`;
  if (decimal(p.precoMinimo).gt(p.maximo.valor))
    return portao('E8', TITULO_E8, 'reprovado', conta, { ...provas(p), oQueMuda: `Muda se o custo total com tributos couber em ${formatDinheiro(p.maximo.valor)}.` });
  if (!p.completo) return portao('E8', TITULO_E8, 'nao_aferivel', `${conta} Faltam tributos ou custos indiretos no perfil para confirmar.`, provas(p));
  return portao('E8', TITULO_E8, 'passou', conta, provas(p));
};

/** E10: at the highest price accepted, the best of all scenarios, the margin is still below the company's own minimum. */
export const e10Margem: AvaliaPortao = (c, u) => {
  const p = computePreco(c, u);
  const falta = semCusto(c, p);
  if (falta || !p?.maximo || p.margemNoMaximo === null) return portao('E10', TITULO_E10, 'nao_aferivel', falta ?? 'O valor máximo é zero.');
  const minima = c.empresa.margemMinimaPct;
  const margem = `Margem no valor máximo: ${formatPercentual(p.margemNoMaximo)}`;
  if (minima === undefined) return portao('E10', TITULO_E10, 'nao_aferivel', `${margem}; a empresa não informou a margem mínima.`, provas(p));
  const { evidencias, dados } = provas(p);
  const extras = { evidencias, dados: [...dados, daEmpresa('/margemMinimaPct', formatPercentual(minima))] };
  if (decimal(p.margemNoMaximo).lt(minima))
    return portao('E10', TITULO_E10, 'reprovado', `${margem}; a mínima da empresa é ${formatPercentual(minima)}.`, { ...extras, oQueMuda: 'Muda se os custos caírem ou se a empresa aceitar margem menor.' });
  return portao('E10', TITULO_E10, p.completo ? 'passou' : 'nao_aferivel', `${margem}; a mínima da empresa é ${formatPercentual(minima)}.${p.completo ? '' : ' Faltam tributos ou custos indiretos para confirmar.'}`, extras);
};
