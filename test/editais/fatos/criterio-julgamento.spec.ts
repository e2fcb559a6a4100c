import { describe, expect, it } from '@jest/globals';
import { criterioJulgamento } from '../../../src/editais/fatos/criterio-julgamento.js';
import { readCampo } from '../../support/texto-edital.js';

/** Phrasings invented for the test: none is taken from a real edital. */
const CASOS: readonly [string, string | null][] = [
  ['CRITÉRIO DE JULGAMENTO: MENOR PREÇO POR LOTE', 'menor_preco'],
  ['1.2. O critério de julgamento adotado será o de maior desconto sobre a tabela oficial.', 'maior_desconto'],
  ['CRITÉRIO DE JULGAMENTO: [X] MENOR PREÇO POR ITEM [ ] MAIOR DESCONTO', 'menor_preco'],
  ['CRITÉRIO DE JULGAMENTO\n( ) Menor Preço ( X ) Maior Desconto', 'maior_desconto'],
  ['Tipo: TÉCNICA E PREÇO', 'tecnica_e_preco'],
  ['do tipo “Menor Preço Global”, regida pela lei', 'menor_preco'],
  ['O leilão será julgado pelo critério de MAIOR LANCE.', 'maior_lance'],
  ['Critério de julgamento: maior oferta de outorga', 'maior_lance'],
  ['CRITÉRIO DE JULGAMENTO:\nMelhor técnica', 'melhor_tecnica'],
  ['critério de julgamento: maior retorno econômico', 'maior_retorno'],
  ['O julgamento das propostas será feito pelo menor preço por item.', 'menor_preco'],
  ['CRITÉRIO DE JULGAMENTO: EMPREITADA POR VALOR GLOBAL\n1.3. O critério de julgamento adotado será o MENOR PREÇO GLOBAL.', 'menor_preco'],
  ['Quando o critério de julgamento for o de maior desconto, o lance será percentual.', null],
  ['cujo critério de julgamento poderá ser o de menor preço ou o de maior desconto', null],
  ['Instrução Normativa nº 73, que dispõe sobre a licitação pelo critério de julgamento por menor preço ou maior desconto.', null],
  ['Caso o julgamento seja por técnica e preço, haverá comissão.', null],
];

describe('criterio_julgamento', () => {
  it.each(CASOS)('%s → %s', (texto, esperado) => {
    expect(readCampo(criterioJulgamento, texto).valor).toBe(esperado);
  });
});
