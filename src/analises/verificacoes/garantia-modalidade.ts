import { clausulaRestritiva } from './clausula-restritiva.js';

/** The contractor chooses the kind of guarantee (art. 96 § 1º); works may ask for seguro-garantia with retomada (art. 102). */
export const garantiaModalidade = clausulaRestritiva({
  id: 'garantia_modalidade_art96', titulo: 'Modalidade de garantia imposta', dispositivo: 'arts. 96, § 1º, e 102 da Lei 14.133/2021', nivelFonte: 'V', resultado: 'indicio',
  padroes: [
    /\bgarantia\b[^.;]{0,120}?\b(?:exclusivamente|somente|apenas|obrigatoriamente|unicamente)\b[^.;]{0,60}?\b(?:seguro-?\s?garantia|caucao|fianca|dinheiro|deposito)/,
    /\b(?:vedad\w+|nao\s+ser(?:a|ao)\s+aceit\w+)\b[^.;]{0,60}?\b(?:seguro-?\s?garantia|fianca\s+bancaria|caucao|titulos?\s+de\s+capitalizacao)/,
  ],
  opcoes: { requer: /execu|contrat|garantia/, negado: true, exceto: /retomada|art(?:igo|\.)?\s*102|restitu|devol|liberad|clausula|conta\s+especific|caixa\s+economica/ },
  oQue: 'imponha a modalidade de garantia', motivo: 'O edital impõe a modalidade de garantia; a escolha é do contratado, salvo seguro-garantia com retomada em obras.', sugestao: 'Pedir que o contratado escolha entre caução, seguro, fiança e título de capitalização.',
});
