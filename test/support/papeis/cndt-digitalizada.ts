import { digitaliza, type Digitalizada } from '../pdf-digitalizado.js';
import { AURORA } from './empresa.js';

/** A CNDT of few words, so that it is recognised fast. */
export const CNDT_CURTA: readonly string[] = [
  'PODER JUDICIÁRIO - JUSTIÇA DO TRABALHO', 'CERTIDÃO NEGATIVA DE DÉBITOS TRABALHISTAS', `Nome: ${AURORA.nome}`, `CNPJ: ${AURORA.mascara}`, 'Expedição: 12/11/2026', 'Validade: 11/05/2027',
  'Certifica-se que NÃO CONSTA como inadimplente no Banco Nacional de Devedores Trabalhistas.',
];

/** The same, printed and scanned. */
export const cndtDigitalizada = async (): Promise<Digitalizada> => (await digitaliza([CNDT_CURTA]))[0]!;
