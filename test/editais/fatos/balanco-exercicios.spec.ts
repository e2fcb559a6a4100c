import { describe, expect, it } from '@jest/globals';
import { balancoExercicios } from '../../../src/editais/fatos/balanco-exercicios.js';
import { readCampo } from '../../support/texto-edital.js';

/** Phrasings invented for the test: none is taken from a real edital. */
const CASOS: readonly [string, number | null][] = [
  ['9.2. Balanço patrimonial e demonstrações contábeis dos 2 (dois) últimos exercícios sociais.', 2],
  ['a) Balanço patrimonial do último exercício social, já exigível na forma da lei.', 1],
  ['b) Demonstrações contábeis dos últimos dois exercícios financeiros, registradas na Junta Comercial.', 2],
  ['8.1 Apresentação do balanço e da DRE referentes aos últimos 3 (três) exercícios sociais.', 3],
  ['c) Cópia do balanço patrimonial do exercício anterior.', 1],
  ['7.4 – Balanço patrimonial dos dois últimos anos.', 2],
  ['d) Balanços patrimoniais dos exercícios de 2024 e 2025, registrados.', 2],
  ['Balanço patrimonial dos 2 (dois) últimos exercícios sociais, ou do último exercício se constituída há menos de 2 (dois) anos.', 2],
  ['9.3. As demonstrações contábeis limitar-se-ão ao último exercício para pessoa jurídica constituída há menos de 2 (dois) anos.', null],
  ['9.4. Fica dispensada a microempresa do balanço patrimonial do último exercício.', null],
  ['4.2. A receita bruta do exercício anterior não pode superar o limite de enquadramento.', null],
  ['9.5. A empresa criada no exercício social apresentará balanço de abertura.', null],
  ['O órgão publicou o relatório de gestão dos 2 (dois) últimos exercícios.', null],
];

describe('balanco_exercicios', () => {
  it.each(CASOS)('%s → %s', (texto, esperado) => {
    expect(readCampo(balancoExercicios, texto).valor).toBe(esperado);
  });

  it('takes the rule, not the exception for young companies', () => {
    const texto = [
      '9.1. Balanço patrimonial, demonstração de resultado e demais demonstrações contábeis dos 2 (dois) últimos exercícios sociais.',
      '9.2. Os documentos referidos limitar-se-ão ao último exercício se a empresa tiver sido constituída há menos de 2 (dois) anos.',
      '9.3. A licitante comprovará, por meio do balanço do último exercício, que possui patrimônio líquido de 10% do valor estimado.',
    ].join('\n');
    const fato = readCampo(balancoExercicios, texto);
    expect(fato.valor).toBe(2);
    expect('alternativas' in fato).toBe(false);
  });

  it('shows the balance in the quote', () => {
    const fato = readCampo(balancoExercicios, 'a) Balanço patrimonial e demonstrações contábeis do último exercício social, apresentados na forma da lei.');
    expect('trecho' in fato && fato.trecho).toMatch(/Balanço.*último exercício/);
  });

  it('reports a number whose words disagree', () => {
    expect(readCampo(balancoExercicios, '9.1. Balanço patrimonial dos 2 (três) últimos exercícios sociais.').nota).toMatch(/^CONFLITO/);
  });
});
