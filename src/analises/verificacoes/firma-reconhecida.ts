import { clausulaRestritiva } from './clausula-restritiva.js';

/** Notarised signatures only where authenticity is doubted (art. 12, V). */
export const firmaReconhecida = clausulaRestritiva({
  id: 'firma_reconhecida_art12', titulo: 'Reconhecimento de firma', dispositivo: 'art. 12, V, da Lei 14.133/2021', nivelFonte: 'V', resultado: 'indicio',
  padroes: [/\bfirmas?\s+(?:devidamente\s+)?reconhecidas?\b|\breconhecimento\s+d[ea]s?\s+firmas?\b/],
  opcoes: { regioes: ['edital', 'tr', 'anexo'], exceto: /\bduvida|dispensad|desnecessari|\bnao\s+(?:sera|havera|se\s+exig|e\s+(?:obrigat|necess))|facultativ|se\s+houver\s+imposicao|salvo\s+imposicao/, semCondicao: true },
  oQue: 'exija firma reconhecida', motivo: 'O edital exige firma reconhecida; a lei só a admite quando houver dúvida de autenticidade, salvo imposição legal.',
  sugestao: 'Pedir a dispensa do reconhecimento de firma; enquanto não vier a resposta, reconheça as firmas antes da sessão.',
});
