import { Decimal } from 'decimal.js';
import { evidenciasDe, isFirme, readFato } from '../contexto/lido.js';
import { fold, formatPercentual } from '../../kernel/index.js';
import { clausulaRestritiva } from './clausula-restritiva.js';
import { VIGENCIA_14133, type Regra } from './regra.js';
import { dentro } from './trechos.js';

const LIMITE = 50;

/** Minimum quantities of at most 50 % of the relevant parcel (art. 67 § 2º). */
export const atestadoPercentual: Regra = {
  id: 'atestado_pct_art67', titulo: 'Quantidade mínima em atestado de até 50%', dispositivo: 'art. 67, §§ 1º e 2º, da Lei 14.133/2021', nivelFonte: 'V', vigencia: VIGENCIA_14133, regimes: ['14133'], restritiva: true,
  verificar: (c) => {
    const f = readFato(c.fatos, 'atestado_min_pct');
    if (!f) return null;
    const base = { valor: formatPercentual(f.valor), limite: `${LIMITE}% da parcela`, evidencias: evidenciasDe(f) };
    const sugestao = `Pedir que a quantidade mínima não passe de ${LIMITE}% da parcela de maior relevância.`;
    if (new Decimal(f.valor).gt(LIMITE)) return { ...base, resultado: isFirme(f) ? 'violado' : 'indicio', motivo: `O edital pede atestado de ${formatPercentual(f.valor)}; o limite é ${LIMITE}% da quantidade da parcela.`, sugestao };
    if (/\bvalor\b(?!\s+significativ)/.test(fold(f.evidencia?.trecho ?? '')) && !/quantidade|quantitativ|parcela/.test(fold(f.evidencia?.trecho ?? ''))) {
      return { ...base, resultado: 'indicio', motivo: `O edital mede o atestado pelo valor (${formatPercentual(f.valor)}); a lei fala de quantidades da parcela de maior relevância.`, sugestao: 'Pedir que o atestado seja medido em quantidades da parcela relevante.' };
    }
    return { ...base, resultado: 'ok', motivo: `O edital pede ${formatPercentual(f.valor)}, dentro do limite de ${LIMITE}%.` };
  },
};

const ATESTADO = String.raw`\batestad\w+`;

/** No limits of time to the attestations (art. 67 § 2º). A minimum duration of continuous services is another thing (§ 5º). */
export const atestadoTempo = clausulaRestritiva({
  id: 'atestado_tempo_art67', titulo: 'Atestado limitado no tempo', dispositivo: 'art. 67, § 2º, da Lei 14.133/2021', nivelFonte: 'V', resultado: 'violado',
  padroes: [
    new RegExp(String.raw`${ATESTADO}${dentro(260)}\b(?:nos?|dos?)\s+ultim[oa]s?\s+(?:\d{1,3}|[a-z]{2,8})\s*(?:\([a-z\s0-9]{1,20}\)\s*)?(?:anos?|meses)`),
    new RegExp(String.raw`${ATESTADO}${dentro(160)}\b(?:emitid|expedid|datad)\w+\s+(?:ha|em|nos?)\s+(?:menos\s+de\s+|no\s+maximo\s+|ate\s+|periodo\s+(?:nao\s+superior\s+a|maximo\s+de)\s+)?\d{1,3}\s*(?:\([a-z\s]{1,20}\)\s*)?(?:anos?|meses|dias)`),
  ],
  opcoes: { exceto: /balanco|exercicios?\s+soci|demonstrac|certidao\s+negativa|vedad|idoneidade|falencia|sancoes|prorrog/ },
  oQue: 'limite no tempo os atestados', motivo: 'O edital só aceita atestado recente; a lei veda limitação de tempo.', sugestao: 'Pedir a retirada do limite de tempo dos atestados.',
});

/** No limits of place to the attestations (art. 67 § 2º). */
export const atestadoLocal = clausulaRestritiva({
  id: 'atestado_local_art67', titulo: 'Atestado limitado a um lugar', dispositivo: 'art. 67, § 2º, da Lei 14.133/2021', nivelFonte: 'V', resultado: 'indicio',
  padroes: [new RegExp(String.raw`${ATESTADO}${dentro(200)}\b(?:executad|prestad|realizad|fornecid|emitid)\w+[^.;]{0,80}?\b(?:no|neste|dentro\s+do|no\s+ambito\s+do|exclusivamente\s+(?:no|em))\s+(?:proprio\s+)?(?:municipio|estado|territorio)\b(?!\s+(?:onde|em\s+que|da\s+sede))`)],
  opcoes: { exceto: /sede\s+d[ao]|vedad|qualquer|certidao|conselho|crea|cau\b/ },
  oQue: 'limite a um lugar os atestados', motivo: 'O edital parece só aceitar atestado de serviço feito em certo lugar; a lei veda limitação de local.', sugestao: 'Pedir a retirada do limite de lugar dos atestados.',
});

/** An attestation in the company's name registered at the council (Ac. TCU 7260/2016-2ª C). */
export const atestadoRegistro = clausulaRestritiva({
  id: 'atestado_registro_conselho', titulo: 'Atestado operacional registrado em conselho', dispositivo: 'art. 67, II, da Lei 14.133/2021; Acórdão TCU 7260/2016-2ª Câmara', nivelFonte: 'V', resultado: 'indicio',
  padroes: [
    new RegExp(String.raw`${ATESTADO}${dentro(200)}\b(?:operacional|em\s+nome\s+d[ao]\s+(?:empresa|licitante|proponente|pessoa\s+juridica))\b[^;]{0,240}?\b(?:registrad|averbad|chancelad|certificad)\w+\s+(?:n[oa]s?|pel[oa]s?|junto)\b[^.;]{0,40}?\b(?:conselho|crea|cau|entidade|cra|crt)`),
    new RegExp(String.raw`\b(?:capacidade|qualificacao)\s+tecnic\w+[-\s]+operacional\b${dentro(300)}${ATESTADO}${dentro(200)}\b(?:registrad|averbad)\w+\s+(?:n[oa]s?|pel[oa]s?|junto)\b[^.;]{0,40}?\b(?:conselho|crea|cau|entidade|cra|crt)`),
  ],
  opcoes: { exceto: /profissional[^;]{0,80}(?:detentor|responsavel)|responsavel\s+tecnico\s+detentor|nao\s+(?:sera|e)\s+(?:exigid|necessari)/ },
  oQue: 'exija o registro do atestado operacional em conselho', motivo: 'O edital exige que o atestado da empresa esteja registrado no conselho; o registro cabe ao acervo do profissional.',
  sugestao: 'Pedir que se aceite atestado da empresa sem registro no conselho.',
});

/** A minimum number of attestations, or no adding up, without grounds (Ac. TCU 2291/2021-P). */
export const atestadoNumero = clausulaRestritiva({
  id: 'atestado_numero_somatorio', titulo: 'Número mínimo de atestados ou somatório vedado', dispositivo: 'art. 67, II e § 2º, da Lei 14.133/2021; Acórdão TCU 2291/2021-Plenário', nivelFonte: 'V', resultado: 'indicio',
  padroes: [
    new RegExp(String.raw`\b(?:no\s+minimo|pelo\s+menos|minimo\s+de)\s+(?:0?[2-9]|dois|tres|quatro|cinco)\s*(?:\([a-z0-9\s]{1,12}\)\s*)?${ATESTADO.slice(2)}`),
    new RegExp(String.raw`\b(?:vedad\w+|nao\s+ser(?:a|ao)\s+(?:admitid|permitid|aceit|considerad)\w+|proibid\w+)\b[^.;]{0,60}?\b(?:somatorio|soma|somar)\b[^.;]{0,60}?${ATESTADO}`),
    new RegExp(String.raw`\bem\s+um\s+unico\s+atestado\b`),
  ],
  opcoes: { negado: true, exceto: /justific|consorci|(?<!nao\s)sera\s+admitid|podera\w*\s+ser\s+(?:apresentad|somad)|mais\s+de\s+um|se\s+for\s+o\s+caso/ },
  oQue: 'exija número mínimo de atestados ou vede somá-los', motivo: 'O edital exige mais de um atestado, ou não deixa somá-los, sem justificativa achada no texto.', sugestao: 'Pedir que se aceite um atestado, ou a soma de vários.',
});
