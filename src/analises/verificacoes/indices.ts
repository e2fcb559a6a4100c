import { Decimal } from 'decimal.js';
import { evidenciasDe, readFato } from '../contexto/lido.js';
import { readTetoEndividamento } from './endividamento.js';
import { VIGENCIA_14133, type Regra } from './regra.js';
import { findTrechos } from './trechos.js';

const USUAL = 1;
const ALTO = 2;

/** Liquidity and solvency índices must be the usual ones (art. 69 § 5º; Súmula TCU 289; Ac. 7982/2017-2ª C: above 2 needs grounds). */
export const indicesUsuais: Regra = {
  id: 'indices_art69', titulo: 'Índices contábeis usuais', dispositivo: 'art. 69, caput e § 5º, da Lei 14.133/2021; Súmula TCU 289', nivelFonte: 'V', vigencia: VIGENCIA_14133, regimes: ['14133'], restritiva: true,
  verificar: (c) => {
    const f = readFato(c.fatos, 'indices_minimos');
    if (!f) return null;
    const n = new Decimal(f.valor);
    const base = { valor: f.valor.replace('.', ','), limite: '1 (usual)', evidencias: evidenciasDe(f) };
    if (n.lte(USUAL)) return { ...base, resultado: 'ok', motivo: `O edital pede índices de ao menos ${base.valor}, como é usual.` };
    const sugestao = 'Pedir a justificativa dos índices ou a redução ao usual (1).';
    if (n.gt(ALTO)) return { ...base, resultado: 'indicio', motivo: `O edital pede índices de ao menos ${base.valor}: acima de 2 sem fundamento, o TCU os tem por não usuais.`, sugestao };
    return { ...base, resultado: 'nao_aferivel', motivo: `O edital pede índices de ao menos ${base.valor}, acima do usual (1); a justificativa que a lei exige fica no processo, não no edital.`, sugestao };
  },
};

/** Below this a ceiling of indebtedness keeps out sound companies: a convention, as the law names no number. */
const ENDIVIDAMENTO_BAIXO = '0.5';

/** A ceiling of indebtedness is not one of the usual índices: it needs reasons in the file (art. 69 § 5º; Súmula TCU 289). */
export const endividamentoUsual: Regra = {
  id: 'endividamento_art69', titulo: 'Limite de endividamento usual', dispositivo: 'art. 69, caput e § 5º, da Lei 14.133/2021; Súmula TCU 289', nivelFonte: 'D', vigencia: VIGENCIA_14133, regimes: ['14133'], restritiva: true,
  verificar: (c) => {
    const teto = readTetoEndividamento(c);
    if (!teto) return null;
    const valor = teto.valor.replace('.', ',');
    const base = { valor, limite: '1 (usual)', evidencias: [teto.evidencia] };
    if (new Decimal(teto.valor).gte(USUAL)) return { ...base, resultado: 'ok', motivo: `O edital admite endividamento de até ${valor}.` };
    const sugestao = 'Pedir a justificativa do limite de endividamento ou a retirada dele.';
    if (new Decimal(teto.valor).lt(ENDIVIDAMENTO_BAIXO)) return { ...base, resultado: 'indicio', motivo: `O edital só admite endividamento de até ${valor}: limite baixo, que a lei manda justificar por ser índice não usual.`, sugestao };
    return { ...base, resultado: 'nao_aferivel', motivo: `O edital só admite endividamento de até ${valor}; a justificativa que a lei exige fica no processo, não no edital.`, sugestao };
  },
};

/** Minimum revenue or profitability is forbidden (art. 69 § 2º). */
export const faturamentoMinimo: Regra = {
  id: 'faturamento_minimo_art69', titulo: 'Faturamento mínimo ou índice de rentabilidade', dispositivo: 'art. 69, § 2º, da Lei 14.133/2021', nivelFonte: 'V', vigencia: VIGENCIA_14133, regimes: ['14133'], restritiva: true,
  verificar: (c) => {
    const t = findTrechos(c.texto, /\bfaturamento\s+(?:bruto\s+|anual\s+|medio\s+){0,2}minimo\b|\b(?:faturamento|receita\s+(?:operacional\s+)?bruta)\s[^.;]{0,60}?\b(?:igual\s+ou\s+superior|nao\s+inferior|superior\s+a|de\s+no\s+minimo)|\bindices?\s+de\s+(?:rentabilidade|lucratividade)\b/, {
      requer: /habilit|qualific|comprov|exercicio|balanco|economic|licitante/, exceto: /microempresa|pequeno\s+porte|123\/2006|vedad|lc\s+123|enquadra|pedido\s+minimo|ordem\s+de/,
    })[0];
    if (!t) return { resultado: 'ok', motivo: 'Não foi achada exigência de faturamento mínimo, rentabilidade ou lucratividade.' };
    return { resultado: 'violado', motivo: 'O edital exige faturamento mínimo, rentabilidade ou lucratividade, o que a lei veda.', evidencias: [t.evidencia], sugestao: 'Pedir a retirada da exigência.' };
  },
};
