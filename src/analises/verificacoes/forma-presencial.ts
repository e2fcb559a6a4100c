import { evidenciasDe } from '../contexto/lido.js';
import { isLicitacao, VIGENCIA_14133, type Regra } from './regra.js';
import { mentions } from './trechos.js';

/** What an edital says when it gives the reasons, or recalls that the session must be recorded. */
const RAZAO = String.raw`\b(?:justificativas?|justifica(?:d[ao])?|justificam|motivacao|motivad[ao])\b`;
const MOTIVOS = new RegExp(String.raw`\bpresencial\b[^.;]{0,250}?${RAZAO}|${RAZAO}[^.;]{0,250}?\bpresencial\b|\bgrava(?:d[ao]|cao)\b[^.;]{0,60}?\b(?:audio|video|audiovisual)\b`);

/** The electronic form is the rule; the other one needs reasons and a recording in sound and image (art. 17 § 2º). */
export const formaPresencial: Regra = {
  id: 'forma_presencial_art17', titulo: 'Forma presencial motivada', dispositivo: 'art. 17, §§ 2º e 5º, da Lei 14.133/2021', nivelFonte: 'V', vigencia: VIGENCIA_14133, regimes: ['14133'],
  verificar: (c) => {
    const { forma } = c.certame;
    if (forma?.valor !== 'presencial' || !isLicitacao(c)) return null;
    const base = { valor: 'presencial', limite: 'eletrônica, de preferência', evidencias: evidenciasDe(forma) };
    if (mentions(c.texto, MOTIVOS)) return { ...base, resultado: 'ok', motivo: 'A forma é presencial e o edital a justifica ou prevê a gravação da sessão.' };
    return {
      ...base, resultado: c.texto.incompleto ? 'nao_aferivel' : 'indicio', motivo: 'A forma é presencial e não foi achada a motivação, que tem de estar no processo, nem a gravação da sessão em áudio e vídeo.',
      sugestao: 'Pedir a motivação da forma presencial e a confirmação de que a sessão será gravada.',
    };
  },
};
