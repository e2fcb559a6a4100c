import { Decimal } from 'decimal.js';
import type { Contexto } from '../contexto/contexto.js';
import { evidenciasDe, isFirme, readFato } from '../contexto/lido.js';
import { readExigenciaCapital } from '../habilitacao/capital.js';
import { formatDinheiro, formatPercentual } from '../../kernel/index.js';
import { VIGENCIA_14133, type Regra } from './regra.js';
import { findTrechos } from './trechos.js';

const LIMITE = 10;

/** Minimum capital or net worth of at most 10 % of the estimate (art. 69 § 4º). */
export const capitalPlLimite: Regra = {
  id: 'capital_pl_art69', titulo: 'Capital ou patrimônio líquido mínimo de até 10%', dispositivo: 'art. 69, § 4º, da Lei 14.133/2021', nivelFonte: 'V', vigencia: VIGENCIA_14133, regimes: ['14133'], restritiva: true,
  verificar: (c) => {
    const f = readFato(c.fatos, 'capital_ou_pl_minimo_pct');
    if (!f) return null;
    const base = { valor: formatPercentual(f.valor), limite: `${LIMITE}%`, evidencias: evidenciasDe(f) };
    if (new Decimal(f.valor).lte(LIMITE)) return { ...base, resultado: 'ok', motivo: `O edital pede ${formatPercentual(f.valor)} do valor estimado, dentro do limite de ${LIMITE}%.` };
    const sugestao = `Pedir a redução do capital ou patrimônio líquido mínimo a ${LIMITE}% do valor estimado.`;
    return { ...base, resultado: isFirme(f) ? 'violado' : 'indicio', motivo: `O edital pede ${formatPercentual(f.valor)} de capital ou patrimônio líquido; o limite é ${LIMITE}% do valor estimado${excesso(c, f.valor)}.`, sugestao, excluiEmpresa: excluiEmpresa(c, f.valor) };
  },
};

function excesso(c: Contexto, pct: string): string {
  const total = c.certame.valorEstimado?.valor;
  if (!total) return '';
  return ` (${formatDinheiro(new Decimal(total).mul(pct).div(100).toString())} em vez de ${formatDinheiro(new Decimal(total).mul(LIMITE).div(100).toString())})`;
}

/** The company fails what is asked but would meet the legal limit. */
function excluiEmpresa(c: Contexto, pct: string): boolean {
  const total = c.certame.valorEstimado?.valor;
  const tem = [c.empresa.capitalSocial, c.empresa.patrimonioLiquido].filter((x) => x !== undefined);
  if (!total || !tem.length) return false;
  return tem.every((x) => new Decimal(x).lt(new Decimal(total).mul(pct).div(100)));
}

/** Capital AND net worth: § 4º says "ou". */
export const capitalEPlCumulados: Regra = {
  id: 'capital_e_pl_cumulados', titulo: 'Capital e patrimônio líquido exigidos juntos', dispositivo: 'art. 69, § 4º, da Lei 14.133/2021; Súmula TCU 275', nivelFonte: 'V', vigencia: VIGENCIA_14133, regimes: ['14133'], restritiva: true,
  verificar: (c) => {
    const e = readExigenciaCapital(c);
    if (!e) return null;
    const evidencias = e.evidencia ? [e.evidencia] : [];
    if (e.base !== 'ambos') return { resultado: 'ok', motivo: 'O edital não exige capital e patrimônio líquido ao mesmo tempo.', evidencias };
    return { resultado: 'indicio', motivo: 'O edital parece exigir capital e patrimônio líquido ao mesmo tempo; a lei diz "ou".', evidencias, sugestao: 'Pedir que baste capital ou patrimônio líquido.' };
  },
};

/** Capital or net worth together with a proposal guarantee (Súmula TCU 275, of Lei 8.666; not settled under the 14.133). */
export const capitalEGarantiaProposta: Regra = {
  id: 'capital_e_garantia_proposta', titulo: 'Capital ou patrimônio líquido somado a garantia de proposta', dispositivo: 'Súmula TCU 275', nivelFonte: 'V', vigencia: VIGENCIA_14133, regimes: ['14133'], restritiva: true,
  verificar: (c) => {
    const [capital, garantia] = [readFato(c.fatos, 'capital_ou_pl_minimo_pct'), readFato(c.fatos, 'garantia_proposta_pct')];
    if (!capital || !garantia) return null;
    if (readExigenciaCapital(c)?.condicao === 'se_indice_baixo') return { resultado: 'ok', motivo: 'O capital ou patrimônio líquido só é pedido a quem não atinge os índices.', evidencias: evidenciasDe(capital, garantia) };
    return { resultado: 'indicio', motivo: 'O edital soma capital ou patrimônio líquido mínimo e garantia de proposta; a Súmula TCU 275 os quer alternativos.', evidencias: evidenciasDe(capital, garantia), sugestao: 'Pedir que se escolha uma das duas exigências.' };
  },
};

const PRAZO_IMEDIATO = 30;

/** Art. 69 § 4º allows it for future delivery, works and services only. */
export const capitalEntregaImediata: Regra = {
  id: 'capital_entrega_imediata', titulo: 'Capital ou patrimônio líquido em compra de entrega imediata', dispositivo: 'arts. 69, § 4º, e 6º, X, da Lei 14.133/2021', nivelFonte: 'D', vigencia: VIGENCIA_14133, regimes: ['14133'], restritiva: true,
  verificar: (c) => {
    const [capital, prazo] = [readFato(c.fatos, 'capital_ou_pl_minimo_pct'), readFato(c.fatos, 'prazo_execucao')];
    if (!capital || c.certame.natureza !== 'bens' || c.certame.srp?.valor !== false) return null;
    if (!prazo) return { resultado: 'nao_aferivel', motivo: 'Não se sabe o prazo de entrega.' };
    const dias = prazo.valor.unidade === 'dias' ? prazo.valor.n : prazo.valor.unidade === 'horas' ? Math.ceil(prazo.valor.n / 24) : prazo.valor.unidade === 'dias_uteis' ? Math.ceil((prazo.valor.n * 7) / 5) : prazo.valor.n * 30;
    if (dias > PRAZO_IMEDIATO) return { resultado: 'ok', motivo: 'A entrega não é imediata (até 30 dias da ordem).', evidencias: evidenciasDe(prazo) };
    return { resultado: 'indicio', motivo: 'A entrega é imediata (até 30 dias da ordem), e a lei só admite capital ou patrimônio líquido mínimo em entrega futura, obras e serviços.', evidencias: evidenciasDe(capital, prazo), sugestao: 'Pedir a retirada da exigência.' };
  },
};

/** The act of asking for paid-in capital narrows more than § 4º. */
export const capitalIntegralizado: Regra = {
  id: 'capital_integralizado', titulo: 'Capital social integralizado', dispositivo: 'art. 69, § 4º, da Lei 14.133/2021', nivelFonte: 'D', vigencia: VIGENCIA_14133, regimes: ['14133'],
  verificar: (c) => {
    const t = findTrechos(c.texto, /\bcapital\s+(?:social\s+)?(?:minimo\s+)?(?:totalmente\s+)?integralizado\b/, { requer: /%|por cento|r\$|minimo/ })[0];
    return t ? { resultado: 'indicio', motivo: 'O edital pede capital integralizado; a lei fala só de capital mínimo.', evidencias: [t.evidencia], sugestao: 'Pedir que baste o capital social mínimo ou o patrimônio líquido.' } : null;
  },
};
