import { PERCENTUAL, readPercentual } from '../../editais/index.js';
import { Decimal } from 'decimal.js';
import { evidenciasDe, readFato } from '../contexto/lido.js';
import { formatPercentual } from '../../kernel/index.js';
import { isLicitacao, VIGENCIA_14133, type Regra } from './regra.js';
import { findTrechos } from './trechos.js';

const JUSTIFICA = /\bconsorci\w*[^;]{0,700}?\b(?:justific\w+|em\s+razao|considerando|tendo\s+em\s+vista|porque|visto\s+que|uma\s+vez\s+que|haja\s+vista|pois|por\s+(?:se\s+tratar|nao)|devido|dado\s+que|em\s+virtude|baixa\s+complexidade|nao\s+se\s+(?:mostra|vislumbra))\b|\b(?:justific\w+|considerando|tendo\s+em\s+vista)\b[^;]{0,300}?\bconsorci/;

/** Forbidding consortia needs reasons in the file (art. 15, caput). */
export const consorcioVedado: Regra = {
  id: 'consorcio_art15', titulo: 'Vedação de consórcio sem justificativa', dispositivo: 'art. 15, caput, da Lei 14.133/2021', nivelFonte: 'V', vigencia: VIGENCIA_14133, regimes: ['14133'], restritiva: true,
  verificar: (c) => {
    const f = readFato(c.fatos, 'consorcio');
    if (!f || !isLicitacao(c)) return null;
    if (f.valor === 'permitido') return { resultado: 'ok', motivo: 'O edital admite consórcio.', evidencias: evidenciasDe(f) };
    const porque = findTrechos(c.texto, JUSTIFICA, { regioes: ['edital', 'tr', 'anexo', 'etp'], negado: true })[0];
    if (porque) return { resultado: 'ok', motivo: 'O edital veda consórcio e dá a razão.', evidencias: [porque.evidencia] };
    return { resultado: 'indicio', motivo: 'O edital veda consórcio e não foi achada a justificativa, que tem de estar no processo.', evidencias: evidenciasDe(f), sugestao: 'Pedir a justificativa da vedação, ou a admissão de consórcio.' };
  },
};

const ACRESCIMO = new RegExp(String.raw`\bconsorci\w*[^;]{0,300}?\bacresc\w+[^;]{0,80}?${PERCENTUAL}`);

/** Consortia: 10 % to 30 % more capital or net worth than a single bidder (art. 15 § 1º), none if only ME/EPP (§ 2º). */
export const consorcioAcrescimo: Regra = {
  id: 'consorcio_acrescimo_art15', titulo: 'Acréscimo econômico ao consórcio entre 10% e 30%', dispositivo: 'art. 15, §§ 1º e 2º, da Lei 14.133/2021', nivelFonte: 'V', vigencia: VIGENCIA_14133, regimes: ['14133'],
  verificar: (c) => {
    if (readFato(c.fatos, 'consorcio')?.valor !== 'permitido') return null;
    for (const t of findTrechos(c.texto, ACRESCIMO)) {
      const pct = readPercentual(t.achado.nome);
      if (pct === null) continue;
      const dentro = new Decimal(pct).gte(10) && new Decimal(pct).lte(30);
      const base = { valor: formatPercentual(pct), limite: '10% a 30%', evidencias: [t.evidencia] };
      return dentro
        ? { ...base, resultado: 'ok', motivo: `O acréscimo ao consórcio é de ${formatPercentual(pct)}.` }
        : { ...base, resultado: 'violado', motivo: `O acréscimo ao consórcio é de ${formatPercentual(pct)}; a lei fixa de 10% a 30%.`, sugestao: 'Pedir o ajuste do acréscimo.' };
    }
    return null;
  },
};
