import { VIGENCIA_14133, diaDeReferencia, type Regra } from './regra.js';
import { findTrechos } from './trechos.js';

const REVOGADAS = /\b(?:lei\w*|decreto\w*)\b[^.;\n]{0,40}?\b(?:8\.?\s?666|10\.?\s?520|12\.?\s?462|10\.?\s?024)(?=\D)/;
const FIM = '2023-12-30';

/** Laws 8.666, 10.520 and 12.462 (RDC) were repealed on 30/12/2023 (art. 193, II); Decreto 10.024 regulated the second. */
export const baseLegalRevogada: Regra = {
  id: 'base_legal_art193', titulo: 'Base legal revogada', dispositivo: 'arts. 190, 191 e 193, II, da Lei 14.133/2021', nivelFonte: 'V', vigencia: VIGENCIA_14133, regimes: ['14133', 'legado'],
  verificar: (c) => {
    if (diaDeReferencia(c) < FIM) return null;
    const t = findTrechos(c.texto, REVOGADAS, { exceto: /acordao|sumula|jurisprud|revog|substitu|alterad|art(?:igo|s)?\.?\s*(?:89|9\d)\b|crimes?/ })[0];
    if (c.regime.regime === 'legado') {
      return { resultado: 'indicio', motivo: 'O edital se diz regido por lei revogada em 30/12/2023; só vale com opção expressa anterior (art. 191).', evidencias: t ? [t.evidencia] : c.regime.evidencia ? [c.regime.evidencia] : [], sugestao: 'Perguntar qual lei rege a licitação.' };
    }
    if (!t) return { resultado: 'ok', motivo: 'Não foi achada remissão a lei de licitações revogada.' };
    return { resultado: 'indicio', motivo: 'O edital ainda cita lei de licitações revogada em 30/12/2023: confirme que regra vale no ponto citado.', evidencias: [t.evidencia], sugestao: 'Pedir a correção da remissão.' };
  },
};
