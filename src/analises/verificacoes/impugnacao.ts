import type { Contexto } from '../contexto/contexto.js';
import { evidenciasDe, isFirme, readFato } from '../contexto/lido.js';
import { direitoDePedir, readLimiteImpresso } from '../prazos/index.js';
import { isLicitacao, VIGENCIA_14133, type Regra, type Veredito } from './regra.js';

const PEDIDO = 'Pedir que o edital siga o prazo legal de impugnação e esclarecimento.';

/** An advance larger than the legal one shortens the right to challenge (art. 164; art. 87 § 1º of Lei 13.303). */
export const impugnacaoAntecedencia: Regra = {
  id: 'impugnacao_antecedencia', titulo: 'Antecedência exigida para impugnar ou pedir esclarecimento', dispositivo: 'art. 164 da Lei 14.133/2021; art. 87, § 1º, da Lei 13.303/2016',
  nivelFonte: 'V', vigencia: { de: '2016-07-01', ate: null }, regimes: ['14133', '13303'],
  verificar: (c) => {
    const legal = direitoDePedir(c).dias;
    if (legal === null) return null;
    const lidos = [readFato(c.fatos, 'impugnacao_dias_uteis'), readFato(c.fatos, 'esclarecimento_dias_uteis')].filter((l) => l !== null);
    if (!lidos.length) return { resultado: 'nao_aferivel', motivo: `O texto lido não traz a antecedência; pela lei são ${legal} dias úteis.`, limite: `${legal} dias úteis` };
    const maior = lidos.reduce((m, l) => (l.valor > m.valor ? l : m));
    const base = { valor: `${maior.valor} dias úteis`, limite: `${legal} dias úteis`, evidencias: evidenciasDe(maior) };
    if (maior.valor <= legal) return { ...base, resultado: 'ok', motivo: `O edital pede ${maior.valor} dias úteis de antecedência; a lei fixa ${legal}.` };
    return { ...base, resultado: isFirme(maior) ? 'violado' : 'indicio', motivo: `O edital pede ${maior.valor} dias úteis de antecedência, mais que os ${legal} da lei: encurta o direito.`, sugestao: PEDIDO };
  },
};

/** Paper only, in a tender that runs on a system. */
export const impugnacaoProtocoloFisico: Regra = {
  id: 'impugnacao_protocolo_fisico', titulo: 'Impugnação só por protocolo físico', dispositivo: 'arts. 12, VI, e 164 da Lei 14.133/2021', nivelFonte: 'V', vigencia: VIGENCIA_14133, regimes: ['14133'], restritiva: true,
  verificar: (c) => {
    if (!isLicitacao(c)) return null;
    const fisico = readLimiteImpresso(c.texto, 'impugnacao', c.certame.diaAbertura).soFisico;
    if (!fisico) return { resultado: 'ok', motivo: 'Não foi achada cláusula que só aceite impugnação em papel.' };
    return { resultado: 'indicio', motivo: 'O edital só aceita impugnação entregue em papel: dificulta o exercício do direito por quem está longe.', evidencias: [fisico], sugestao: 'Pedir que se aceite impugnação por meio eletrônico.' };
  },
};

/** An hour limit on the last day (Ac. TCU 969/2022-P: electronic tenders must take it until 23h59). */
export const impugnacaoHoraLimite: Regra = {
  id: 'impugnacao_hora_limite', titulo: 'Hora-limite para impugnar', dispositivo: 'art. 164 da Lei 14.133/2021; Acórdão TCU 969/2022-Plenário', nivelFonte: 'V', vigencia: VIGENCIA_14133, regimes: ['14133'],
  verificar: (c) => (isLicitacao(c) ? checkHora(c) : null),
};

function checkHora(c: Contexto): Veredito {
  const l = readLimiteImpresso(c.texto, 'impugnacao', c.certame.diaAbertura);
  const hora = l.data?.hora ?? l.hora?.hora ?? null;
  const evidencia = l.data?.hora ? l.data.evidencia : (l.hora?.evidencia ?? l.expediente);
  if (!hora && !l.expediente) return { resultado: 'ok', motivo: 'Não foi achada hora que encurte o último dia do prazo de impugnação.' };
  const oQue = hora ? `fecha o prazo às ${hora}` : 'limita a impugnação ao horário de expediente';
  const base = { valor: hora, limite: '23:59', evidencias: evidencia ? [evidencia] : [] };
  if (c.certame.forma?.valor === 'eletronica') return { ...base, resultado: 'indicio', motivo: `O edital ${oQue}, mas a licitação é eletrônica e a lei conta dias inteiros.`, sugestao: PEDIDO };
  return { ...base, resultado: 'ok', motivo: `O edital ${oQue}. Em licitação presencial isso se tolera; cumpra a hora.` };
}
