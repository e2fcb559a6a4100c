import { PERCENTUAL, readPercentual } from '../../editais/index.js';
import { formatPercentual } from '../../kernel/index.js';
import type { Regra } from './regra.js';
import { findTrechos } from './trechos.js';

const EMPATE = new RegExp(String.raw`\b(?:empate|microempresas?|pequeno\s+porte)\b[^;]{0,420}?\b(?:iguais\s+ou\s+)?ate\s+${PERCENTUAL}[^;]{0,50}?\bsuperior`);

/** ME/EPP within 10 % tie with the best offer; within 5 % in a pregão (LC 123, art. 44 §§ 1º and 2º). */
export const empateFicto: Regra = {
  id: 'empate_ficto_lc123', titulo: 'Percentual do empate ficto', dispositivo: 'art. 44, §§ 1º e 2º, da LC 123/2006', nivelFonte: 'V', vigencia: { de: '2006-12-15', ate: null }, regimes: ['14133', '13303'],
  verificar: (c) => {
    const modalidade = c.certame.modalidade?.valor;
    if (modalidade !== 'pregao' && modalidade !== 'concorrencia') return null;
    const certo = modalidade === 'pregao' ? '5' : '10';
    const lidos = findTrechos(c.texto, EMPATE).flatMap((t) => {
      const pct = readPercentual(t.achado.nome);
      return pct === '5' || pct === '10' ? [{ pct, t }] : [];
    });
    if (!lidos.length) return null;
    const acerto = lidos.find((l) => l.pct === certo);
    const erro = lidos.find((l) => l.pct !== certo);
    const base = { limite: `${certo}%` };
    if (acerto && !erro) return { ...base, valor: formatPercentual(certo), resultado: 'ok', motivo: `O edital usa a faixa de ${certo}%, a da modalidade.`, evidencias: [acerto.t.evidencia] };
    if (acerto && erro) return { ...base, valor: '5% e 10%', resultado: 'nao_aferivel', motivo: `O edital cita as faixas de 5% e de 10%; a da modalidade é ${certo}%.`, evidencias: [acerto.t.evidencia, erro.t.evidencia] };
    return { ...base, valor: formatPercentual(erro!.pct), resultado: 'indicio', motivo: `O edital usa a faixa de ${erro!.pct}% para o empate ficto; a da modalidade é ${certo}%.`, evidencias: [erro!.t.evidencia], sugestao: `Pedir que se aplique a faixa de ${certo}%.` };
  },
};
