import { describe, expect, it } from '@jest/globals';
import { orcamentoSigiloso } from '../../../src/editais/fatos/orcamento-sigiloso.js';
import { readCampo } from '../../support/texto-edital.js';

/** Phrasings invented for the test: none is taken from a real edital. */
const CASOS: readonly [string, boolean | null][] = [
  ['O orçamento estimado para esta contratação terá caráter sigiloso e será tornado público apenas após a fase de julgamento.', true],
  ['O preço máximo admitido para o objeto é sigiloso, nos termos do art. 34 da Lei 13.303/2016.', true],
  ['VALOR TOTAL DA CONTRATAÇÃO\nSigiloso', true],
  ['ORÇAMENTO SIGILOSO: ( X ) SIM ( ) NÃO', true],
  ['VALOR DE CARÁTER SIGILOSO:\n[X] SIM\n[ ] NÃO', true],
  ['O valor estimado não será divulgado, nos termos do art. 24 da Lei nº 14.133/2021.', true],
  ['ORÇAMENTO SIGILOSO: (  ) SIM ( X ) NÃO', false],
  ['O ORÇAMENTO ESTIMADO É SIGILOSO?\n☐ Sim\n☒ Não', false],
  ['O orçamento estimado da presente contratação não será de caráter sigiloso.', false],
  ['Valor total estimado: R$ 77.700,00', false],
  // secrets of something else, and rules that may not apply
  ['O valor final mínimo parametrizado possuirá caráter sigiloso para os demais fornecedores.', null],
  ['Quando o orçamento for sigiloso, o valor será divulgado após a disputa.', null],
  ['Caso adotado orçamento sigiloso, a estimativa constará de anexo classificado.', null],
  ['O conteúdo das propostas permanecerá em sigilo até a abertura da sessão.', null],
  ['A contratada manterá sigilo sobre os valores e os dados a que tiver acesso.', null],
];

describe('orcamento_sigiloso', () => {
  it.each(CASOS)('%s → %s', (texto, esperado) => {
    expect(readCampo(orcamentoSigiloso, texto).valor).toBe(esperado);
  });
});
