import { Decimal } from 'decimal.js';
import { evidenciasDe, isFirme, readFato } from '../contexto/lido.js';
import { formatPercentual } from '../../kernel/index.js';
import { VIGENCIA_14133, type Regra } from './regra.js';
import { findTrechos } from './trechos.js';

const MINIMO = '0.5';
const MAXIMO = 30;

/** Fine for breach between 0.5 % and 30 % of the contract (art. 156 § 3º). Delay is apart (art. 162). */
export const multaCompensatoria: Regra = {
  id: 'multa_art156', titulo: 'Multa compensatória entre 0,5% e 30%', dispositivo: 'art. 156, § 3º, da Lei 14.133/2021', nivelFonte: 'V', vigencia: VIGENCIA_14133, regimes: ['14133'],
  verificar: (c) => {
    const f = readFato(c.fatos, 'multa_compensatoria_max_pct');
    if (!f) return null;
    const pct = new Decimal(f.valor);
    const base = { valor: formatPercentual(f.valor), limite: '0,5% a 30%', evidencias: evidenciasDe(f) };
    if (pct.gte(MINIMO) && pct.lte(MAXIMO)) return { ...base, resultado: 'ok', motivo: `A maior multa compensatória é de ${formatPercentual(f.valor)}, dentro da faixa de 0,5% a 30%.` };
    return { ...base, resultado: isFirme(f) ? 'violado' : 'indicio', motivo: `A multa de ${formatPercentual(f.valor)} está fora da faixa de 0,5% a 30% do contrato.`, sugestao: 'Pedir o ajuste da multa à faixa legal.' };
  },
};

/** Longest delay (days) looked at when a daily fine is compared with the cap of art. 156 § 3º. */
const DIAS_DE_MORA = 30;

/** Fine for delay (art. 162): the law gives no rate. One that passes in a month the cap of the other fines is out of proportion. */
export const multaMora: Regra = {
  id: 'multa_mora_art162', titulo: 'Multa de mora proporcional', dispositivo: 'arts. 156, § 3º, e 162 da Lei 14.133/2021', nivelFonte: 'D', vigencia: VIGENCIA_14133, regimes: ['14133'],
  verificar: (c) => {
    const f = readFato(c.fatos, 'multa_mora_pct_dia');
    if (!f || new Decimal(f.valor).lte(0)) return null;
    const base = { valor: `${formatPercentual(f.valor)} ao dia`, limite: `30% em ${DIAS_DE_MORA} dias`, evidencias: evidenciasDe(f) };
    const dias = new Decimal(MAXIMO).div(f.valor).floor().plus(1).toNumber();
    if (dias > DIAS_DE_MORA) return { ...base, resultado: 'ok', motivo: `A multa de mora é de ${formatPercentual(f.valor)} ao dia.` };
    return {
      ...base, resultado: 'indicio', motivo: `A multa de mora de ${formatPercentual(f.valor)} ao dia ${dias === 1 ? 'já no primeiro dia' : `em ${dias} dias`} passa de 30%, o teto das multas do contrato: é desproporcional ou erro de digitação.`,
      sugestao: 'Pedir esclarecimento ou a correção da taxa diária e do seu limite.',
    };
  },
};

const ANOS = String.raw`(?:anos?)\b`;
const LEI_ANTIGA = [
  { padrao: new RegExp(String.raw`\bimpedi\w+\s+de\s+licitar[^.;]{0,220}?\b(?:prazo|ate|por|periodo)\b[^.;]{0,50}?\b(?:0?5|cinco)\s*(?:\((?:cinco|5)\)\s*)?${ANOS}`), diz: 'impedimento de 5 anos, da Lei 10.520/2002', certo: 'o impedimento vai até 3 anos' },
  { padrao: new RegExp(String.raw`\bimpedi\w+\s+de\s+licitar[^.;]{0,220}?\b(?:prazo|ate|por|periodo)\b[^.;]{0,50}?\b(?:0?[46]|quatro|seis)\s*(?:\((?:quatro|seis|0?[46])\)\s*)?${ANOS}`), diz: 'impedimento de mais de 3 anos', certo: 'o impedimento vai até 3 anos' },
  { padrao: /\bimpedi\w+\s+de\s+licitar(?:\s+e\s+(?:de\s+)?contratar)?\s+com\s+a\s+uniao,?\s+(?:os\s+)?estados,?\s+(?:o\s+)?distrito\s+federal\s+(?:e|ou)\s+(?:os\s+)?municipios/, diz: 'impedimento perante a União, os Estados e os Municípios, da Lei 10.520/2002', certo: 'o impedimento só alcança o ente que o aplica' },
  { padrao: new RegExp(String.raw`\bsuspens\w+\s+(?:temporaria\s+)?(?:d[eo]\s+)?(?:direito\s+de\s+)?(?:participa\w+|licitar)[^.;]{0,220}?\b(?:prazo|ate|por|periodo|superior)\b[^.;]{0,50}?\b(?:0?2|dois)\s*(?:\((?:dois|2)\)\s*)?${ANOS}`), diz: 'suspensão de 2 anos, da Lei 8.666/1993', certo: 'a suspensão não existe mais; o impedimento vai até 3 anos' },
] as const;

/** Sanctions of repealed laws: impediment of 5 years or before every sphere (Lei 10.520, art. 7º), suspension of 2 (Lei 8.666, art. 87, III). */
export const sancaoDeLeiRevogada: Regra = {
  id: 'impedimento_prazo_art156', titulo: 'Prazo e alcance do impedimento de licitar', dispositivo: 'art. 156, §§ 4º e 5º, da Lei 14.133/2021', nivelFonte: 'V', vigencia: VIGENCIA_14133, regimes: ['14133'],
  verificar: (c) => {
    for (const { padrao, diz, certo } of LEI_ANTIGA) {
      // "sancionadas" and "suspensas" speak of who may take part, and quote the older law rightly.
      const t = findTrechos(c.texto, padrao, { regioes: ['edital', 'minuta', 'tr', 'anexo'], exceto: /nao\s+poderao\s+participar|cadastro|ceis|13\.303|inidoneidade[^;]{0,60}inidoneidade|declarac(?:ao|oes)\s+de\s+inidoneidade|minimo\s+de\s+(?:0?3|tres)|todos\s+os\s+entes/ })[0];
      if (t) return { resultado: 'violado', motivo: `O edital prevê ${diz}; na Lei 14.133/2021, ${certo}.`, evidencias: [t.evidencia], sugestao: 'Pedir a correção das sanções.' };
    }
    return { resultado: 'ok', motivo: 'Não foi achada sanção com prazo de lei revogada.' };
  },
};
