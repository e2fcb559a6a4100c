import { describe, expect, it } from '@jest/globals';
import { capitalOuPlMinimo } from '../../../src/editais/fatos/capital-ou-pl-minimo.js';
import { readCampo } from '../../support/texto-edital.js';

/** Phrasings invented for the test: none is taken from a real edital. */
const CASOS: readonly [string, string | null][] = [
  ['9.4.2. A licitante comprovará patrimônio líquido mínimo de 10% (dez por cento) do valor estimado da contratação.', '10'],
  ['c) Capital social integralizado de, no mínimo, 8% do valor total orçado.', '8'],
  ['8.5 Comprovação de capital mínimo ou de patrimônio líquido não inferior a 5 (cinco) % do valor da proposta.', '5'],
  ['b.3) O patrimônio líquido, registrado no último balanço, deverá corresponder a sete por cento do valor do lote.', '7'],
  ['7.2 As empresas deverão possuir 10% (dez por cento) do valor estimado como capital social.', '10'],
  ['PL mínimo de 10% do valor estimado da contratação.', '10'],
  ['4.1. Declara que seu titular não detém parcela do capital social superior a 10% (dez por cento) de outra empresa.', null],
  ['8.5.9. O consórcio comprovará patrimônio líquido com acréscimo de 10% (dez por cento) sobre o valor exigido.', null],
  ['3.2. Não poderá participar empresa cujo sócio seja detentor de mais de 5% (cinco por cento) do capital social e dirigente do órgão.', null],
  ['3.3 É vedado o sócio que detenha capital social superior a 5% com dirigente do órgão.', null],
  ['A Administração, nas compras para entrega futura, poderá estabelecer a exigência de capital mínimo ou de patrimônio líquido mínimo equivalente a até 10%.', null],
  ['9.25. Será exigido patrimônio líquido mínimo de ......% [até 10%] do valor total estimado.', null],
  ['9.26. Capital circulante líquido de, no mínimo, 16,66% do valor estimado, conforme o patrimônio líquido.', null],
  ['8.2. Patrimônio líquido ou capital social não inferior a R$ 250.000,00 (duzentos e cinquenta mil reais).', null],
  ['8.3. Declaração de que 1/12 (um doze avos) dos contratos não supera o patrimônio líquido, com divergência de até 10%.', null],
];

describe('capital_ou_pl_minimo_pct', () => {
  it.each(CASOS)('%s → %s', (texto, esperado) => {
    expect(readCampo(capitalOuPlMinimo, texto).valor).toBe(esperado);
  });

  it.each([
    '8.21. Caso a empresa apresente resultado inferior ou igual a 1 em qualquer dos índices de liquidez, será exigido patrimônio líquido de 10% do valor estimado.',
    'c.1) A empresa que não atingir os índices acima deverá comprovar capital mínimo de 10% (dez por cento) do valor estimado.',
    '7.3 Patrimônio líquido de 10% do valor ofertado, exigido somente quando o índice de solvência for menor que 1 (um).',
  ])('is the value with its condition: %s', (texto) => {
    expect(readCampo(capitalOuPlMinimo, texto)).toMatchObject({ valor: '10', nota: expect.stringMatching(/^condicional/) });
  });

  it('prefers the unconditional requirement when both stand', () => {
    const texto = [
      '8.1. As empresas com índice de liquidez inferior a 1 comprovarão patrimônio líquido de 10% do valor estimado.',
      '8.2. Todas as licitantes comprovarão patrimônio líquido de 10% do valor estimado.',
    ].join('\n');
    const fato = readCampo(capitalOuPlMinimo, texto);
    expect(fato.valor).toBe('10');
    expect(fato.nota).toBeUndefined();
  });

  it('shows that "até" leaves the figure open', () => {
    const fato = readCampo(capitalOuPlMinimo, '8.5.5. As licitantes comprovarão capital social mínimo equivalente a até 10% do valor estimado.');
    expect(fato).toMatchObject({ valor: '10', nota: expect.stringContaining('até') });
  });

  it('says when the edital asks for none', () => {
    expect(readCampo(capitalOuPlMinimo, '9.9. Não será exigida comprovação de capital social ou patrimônio líquido mínimo.')).toMatchObject({ valor: null, ausencia: 'nao_exige' });
  });
});
