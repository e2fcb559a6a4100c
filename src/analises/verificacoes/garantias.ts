import type { Contexto } from '../contexto/contexto.js';
import { evidenciasDe, isFirme, readFato } from '../contexto/lido.js';
import { Decimal } from 'decimal.js';
import { formatDinheiro, formatPercentual } from '../../kernel/index.js';
import { grandeVultoEm } from './valores-atualizados.js';
import { diaDeReferencia, VIGENCIA_13303, VIGENCIA_14133, type Regra, type Veredito } from './regra.js';
import { findTrechos } from './trechos.js';

const LIMITE_PROPOSTA = 1;
const CENTAVO = new Decimal('0.005');

/** Proposal guarantee of at most 1 % of the estimate (art. 58 § 1º). */
export const garantiaProposta: Regra = {
  id: 'garantia_proposta_art58', titulo: 'Garantia de proposta de até 1%', dispositivo: 'art. 58, § 1º, da Lei 14.133/2021', nivelFonte: 'V', vigencia: VIGENCIA_14133, regimes: ['14133'], restritiva: true,
  verificar: (c) => {
    const g = readFato(c.fatos, 'garantia_proposta_pct');
    if (!g) return null;
    if (typeof g.valor === 'object') return checkValorDaGarantia(c, g.valor.valor, g);
    return comparePct(g, LIMITE_PROPOSTA, 'do valor estimado', 'Pedir a redução da garantia de proposta a 1% do valor estimado.');
  },
};

function checkValorDaGarantia(c: Contexto, valor: string, g: NonNullable<ReturnType<typeof readFato<'garantia_proposta_pct'>>>): Veredito {
  const total = c.certame.valorEstimado;
  const base = { valor: formatDinheiro(valor), limite: '1% do valor estimado', evidencias: evidenciasDe(g, total) };
  if (!total || c.certame.sigiloso?.valor) return { ...base, resultado: 'nao_aferivel', motivo: `A garantia é de ${formatDinheiro(valor)} e o valor estimado não é conhecido.` };
  const maximo = new Decimal(total.valor).mul(LIMITE_PROPOSTA).div(100);
  if (new Decimal(valor).minus(maximo).lte(CENTAVO)) return { ...base, resultado: 'ok', motivo: `${formatDinheiro(valor)} não passa de 1% de ${formatDinheiro(total.valor)} (${formatDinheiro(maximo.toString())}).` };
  return { ...base, resultado: isFirme(g) && isFirme(total) ? 'violado' : 'indicio', motivo: `${formatDinheiro(valor)} passa de 1% de ${formatDinheiro(total.valor)} (${formatDinheiro(maximo.toString())}).`, sugestao: 'Pedir a redução da garantia de proposta a 1% do valor estimado.' };
}

function comparePct(g: { valor: unknown; confianca: number; conflito: boolean; evidencia: NonNullable<Veredito['evidencias']>[number] | null }, limite: number, base: string, sugestao: string): Veredito {
  const pct = String(g.valor);
  const comum = { valor: formatPercentual(pct), limite: `${limite}%`, evidencias: g.evidencia ? [g.evidencia] : [] };
  if (new Decimal(pct).lte(limite)) return { ...comum, resultado: 'ok', motivo: `O edital pede ${formatPercentual(pct)} ${base}, dentro do limite de ${limite}%.` };
  return { ...comum, resultado: g.confianca >= 0.7 && !g.conflito ? 'violado' : 'indicio', motivo: `O edital pede ${formatPercentual(pct)} ${base}; o limite é ${limite}%.`, sugestao };
}

const JUSTIFICA = /\b(?:complexidade|riscos?\s+envolvidos?|justific\w+)\b/;

/** Guarantee of execution: 5 %, up to 10 % with reasons (art. 98); up to 30 % by seguro-garantia in works of great size (art. 99). */
export const garantiaExecucao: Regra = {
  id: 'garantia_execucao_art98', titulo: 'Garantia de execução de até 5% (10% com justificativa)', dispositivo: 'arts. 98 e 99 da Lei 14.133/2021', nivelFonte: 'V', vigencia: VIGENCIA_14133, regimes: ['14133'],
  verificar: (c) => checkExecucao(c, 'justificada pela complexidade técnica e pelos riscos'),
};

/** The same under Lei 13.303/2016 (art. 70 §§ 2º and 3º). */
export const garantiaExecucao13303: Regra = {
  id: 'garantia_execucao_art70', titulo: 'Garantia de execução de até 5% (10% em grande vulto)', dispositivo: 'art. 70, §§ 2º e 3º, da Lei 13.303/2016', nivelFonte: 'V', vigencia: VIGENCIA_13303, regimes: ['13303'],
  verificar: (c) => checkExecucao(c, 'para grande vulto com complexidade técnica e risco financeiro elevado'),
};

function checkExecucao(c: Contexto, condicao: string): Veredito | null {
  const g = readFato(c.fatos, 'garantia_execucao_pct');
  if (!g) return null;
  const pct = new Decimal(g.valor);
  const base = { valor: formatPercentual(g.valor), limite: '5%, ou 10% com justificativa', evidencias: evidenciasDe(g) };
  if (pct.lte(5)) return { ...base, resultado: 'ok', motivo: `O edital pede ${formatPercentual(g.valor)} do valor do contrato, dentro do limite de 5%.` };
  if (pct.lte(10)) {
    const justificada = findTrechos(c.texto, /\bgarantia\b[^;]{0,250}?\b10\s*(?:\(dez)?/, { regioes: ['edital', 'tr', 'anexo', 'minuta', 'etp'], requer: JUSTIFICA }).length > 0;
    return justificada
      ? { ...base, resultado: 'ok', motivo: `O edital pede ${formatPercentual(g.valor)} e traz a justificativa.` }
      : { ...base, resultado: 'indicio', motivo: `O edital pede ${formatPercentual(g.valor)}: acima de 5% a garantia tem de ser ${condicao}, e a justificativa não foi achada.`, sugestao: 'Pedir a justificativa da garantia acima de 5%, ou a redução.' };
  }
  if (pct.lte(30) && isGrandeVulto(c)) return { ...base, limite: '30% (grande vulto, seguro-garantia com retomada)', resultado: 'ok', motivo: `O edital pede ${formatPercentual(g.valor)} em obra de grande vulto, que admite até 30%.` };
  return { ...base, limite: '10%', resultado: isFirme(g) ? 'violado' : 'indicio', motivo: `O edital pede ${formatPercentual(g.valor)} do valor do contrato; o máximo é 10%.`, sugestao: 'Pedir a redução da garantia de execução ao limite legal.' };
}

function isGrandeVulto(c: Contexto): boolean {
  const limite = grandeVultoEm(diaDeReferencia(c));
  const total = c.certame.valorEstimado;
  return (c.certame.natureza === 'obras' || c.certame.natureza === 'servicos_engenharia') && limite !== null && total !== null && new Decimal(total.valor).gt(limite.valor);
}
