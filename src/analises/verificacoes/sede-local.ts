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

const ESTABELECIMENTO = String.raw`\b(?:empresas?|drogarias?|farmacias?|estabelecimentos?|postos?|oficinas?|laboratorios?|clinicas?|hote(?:l|is)|restaurantes?|borracharias?|graficas?|mercados?|supermercados?|padarias?)\b`;

/** The object itself buys only from who stands in the place: a service may need it (fuel, meals, dispensing), but the file must say why (art. 9º, I, b; art. 47 § 2º). */
export const sedeNoObjeto = clausulaRestritiva({
  id: 'sede_no_objeto', titulo: 'Objeto restrito a quem está no lugar', dispositivo: 'arts. 9º, I, b, e 47, § 2º, da Lei 14.133/2021', nivelFonte: 'V', resultado: 'indicio',
  padroes: [new RegExp(String.raw`\b(?:contratacao|credenciamento|selecao|aquisicao|fornecimento)\b[^.;]{0,80}?${ESTABELECIMENTO}(?:\s+(?!para\b|que\b|visando\b)[a-z]{1,20}){0,4}?\s+(?:${SEDE})\s*${LUGAR}`)],
  opcoes: { exceto: /microempresa|pequeno\s+porte|prioridade|preferencia|justific|imovel|obra\b|fazenda|certid|ate\s+\d+\s*km/ },
  oQue: 'restrinja o objeto a quem está no lugar', motivo: 'O objeto só admite fornecedor localizado no município ou no estado, e não se achou por que isso é indispensável.', sugestao: 'Perguntar a justificativa da restrição de lugar; sem ela, pedir a retirada.',
});
