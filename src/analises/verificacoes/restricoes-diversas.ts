import { clausulaRestritiva } from './clausula-restritiva.js';

/** Letter of solidarity: only with reasons, for goods sold by resellers (art. 41, IV). */
export const cartaSolidariedade = clausulaRestritiva({
  id: 'carta_solidariedade_art41', titulo: 'Carta de solidariedade do fabricante', dispositivo: 'art. 41, IV, da Lei 14.133/2021', nivelFonte: 'V', resultado: 'indicio',
  padroes: [/\bcarta\s+de\s+solidariedade\b/, /\b(?:declaracao|carta|autorizacao|certificado)\s+(?:emitid[ao]\s+pel[oa]\s+|d[oa]\s+)fabricante\b[^.;]{0,120}?\b(?:revend|autoriz|credenci|representa|solidari|distribui)\w+/],
  opcoes: { exceto: /justific|motiv|podera\s+a\s+administracao|facultad/, semCondicao: true },
  oQue: 'exija carta ou autorização do fabricante', motivo: 'O edital exige carta de solidariedade ou autorização do fabricante; a lei só a admite motivada, de revendedor ou distribuidor, em compra de bens.', sugestao: 'Pedir a motivação ou a retirada da exigência.',
});

/** Integrity programme: only in works of great size, from the winner, within six months (art. 25 § 4º). */
export const programaIntegridade = clausulaRestritiva({
  id: 'programa_integridade_art25', titulo: 'Programa de integridade como condição', dispositivo: 'art. 25, § 4º, da Lei 14.133/2021; Acórdão TCU 1467/2022-Plenário', nivelFonte: 'V', resultado: 'indicio',
  padroes: [/\bprograma\s+de\s+(?:integridade|compliance)\b/],
  opcoes: {
    requer: /habilit|inabilit|condicao\s+(?:de|para)\s+(?:participa|contrata)|devera\w*\s+(?:apresentar|comprovar|possuir|demonstrar)|exigid/,
    exceto: /desempat|dosimetr|sanc(?:ao|oes)|penalidade|grande\s+vulto|preferencia|reabilita|empate|atenua|agravante|se\s+for\s+o\s+caso|6\s*\(seis\)\s*meses|180/,
  },
  oQue: 'exija programa de integridade para habilitar', motivo: 'O edital exige programa de integridade para participar; a lei só o exige do vencedor em grande vulto, em 6 meses da celebração.', sugestao: 'Pedir a retirada da exigência.',
});

/** An office or branch near the buyer without showing why (Ac. TCU 1176/2021-P). */
export const escritorioLocal = clausulaRestritiva({
  id: 'escritorio_local', titulo: 'Escritório, filial ou distância máxima', dispositivo: 'arts. 9º, I, b, e 47, § 2º, da Lei 14.133/2021; Acórdão TCU 1176/2021-Plenário', nivelFonte: 'V', resultado: 'indicio',
  padroes: [
    /\b(?:possuir|manter|instalar|dispor\s+de|ter)\b[^.;]{0,60}?\b(?:escritorio|filial|sede|base\s+operacional|oficina|posto|loja|unidade)\b[^.;]{0,80}?\b(?:no|neste|na\s+cidade|em)\s+(?:municipio|estado|cidade|regiao|capital)/,
    /\b(?:distancia|raio)\s+(?:maxim[ao]\s+)?(?:de\s+)?(?:no\s+maximo\s+)?(?:ate\s+|nao\s+superior\s+a\s+)?\d{1,4}\s*(?:\([a-z\s]{2,40}\)\s*)?(?:km|quilometros)/,
  ],
  opcoes: { requer: /licitante|empresa|participa|contratad|estabelecimento|posto|oficina|fornecedor|filial|estrutura\s+operacional/, exceto: /transporte|dmt|bota-?fora|jazida|usina|botafora|frete|microempresa|pequeno\s+porte|prioridade|regional|ambito\s+local|justific/ },
  oQue: 'exija escritório ou distância máxima', motivo: 'O edital exige estrutura local ou distância máxima sem que se tenha achado por que é imprescindível.', sugestao: 'Pedir a justificativa, ou que a estrutura seja exigida só do contratado.',
});
