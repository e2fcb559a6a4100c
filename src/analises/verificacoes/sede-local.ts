import type { Contexto } from '../contexto/contexto.js';
import { fold } from '../../kernel/index.js';
import { clausulaRestritiva } from './clausula-restritiva.js';

const SEDE = String.raw`\b(?:sediad|estabelecid|localizad|domiciliad|instalad)\w+|\bcom\s+sede\b`;
const LUGAR = String.raw`(?:no|neste|na|nesta|dentro\s+do|nos\s+limites\s+do)\s+(?:proprio\s+)?(?:municipio|cidade|estado|territorio)\b`;
const SO = String.raw`\b(?:somente|apenas|exclusivamente|unicamente)\b`;

/** No preference by seat or domicile (art. 9º, I, b). Priority to local ME/EPP of LC 123 (arts. 47 and 48 § 3º) is another thing. */
export const sedeLocal = clausulaRestritiva({
  id: 'sede_local_art9', titulo: 'Sede no município ou no estado como condição', dispositivo: 'art. 9º, I, b, da Lei 14.133/2021', nivelFonte: 'V', resultado: 'violado',
  padroes: [
    new RegExp(String.raw`${SO}[^.;]{0,120}?\b(?:licitantes|empresas|interessad\w+|pessoas\s+juridicas|fornecedor\w*|estabelecimentos)\b[^.;]{0,60}?(?:${SEDE})\s*${LUGAR}`),
    new RegExp(String.raw`\b(?:licitantes|empresas|interessad\w+|fornecedor\w*)\b[^.;]{0,60}?(?:${SEDE})\s*${SO}\s*${LUGAR}`),
    new RegExp(String.raw`\bdever(?:a|ao)\s+(?:estar\s+|ser\s+|ter\s+)(?:${SEDE}|sede)\s*${LUGAR}`),
  ],
  opcoes: { requer: /participa|licitante|empresa|fornecedor|habilita|interessad/, exceto: /microempresa|pequeno\s+porte|\bme\b|\bepp\b|123\/2006|prioridade|preferencia|regional|fazenda|certid|foro|recorr|imovel|obra|consorcio|lider|nao\s+(?:estejam|sejam)/ },
  oQue: 'condicione a participação à sede no lugar', motivo: 'O edital só admite empresas com sede no município ou no estado, o que a lei veda.', sugestao: 'Pedir a retirada da condição de sede.',
  exclui: (c: Contexto) => {
    const { municipio } = c.certame.orgao;
    return municipio !== null && c.empresa.municipio !== undefined && fold(municipio) !== fold(c.empresa.municipio);
  },
});
