import { describe, expect, it } from '@jest/globals';
import { amostraOuPoc } from '../../../src/editais/fatos/amostra-ou-poc.js';
import { readCampo } from '../../support/texto-edital.js';

/** Phrasings invented for the test: none is taken from a real edital. */
const CASOS: readonly [string, boolean | null][] = [
  ['7.5. Será exigida amostra do licitante classificado em primeiro lugar, no prazo de 5 (cinco) dias úteis.', true],
  ['7.5. O licitante provisoriamente vencedor deverá apresentar amostras dos itens 1 a 4 em 3 dias úteis.', true],
  ['Prova de Conceito: SIM', true],
  ['9.1. Haverá prova de conceito, com roteiro no Anexo III, antes da habilitação.', true],
  ['8.2 A arrematante será convocada para realizar a prova de conceito (PoC) no ambiente do órgão.', true],
  ['4.31. Será realizada verificação de amostra do objeto para averiguar se a solução da licitante atende aos requisitos.', true],
  ['8.1. A licitante detentora da melhor oferta deverá apresentar, em 5 dias úteis, uma amostra de cada item.', true],
  ['9.4 A empresa provisoriamente vencedora será submetida a prova de conceito.', true],
  ['6.1. Não serão exigidas amostras dos produtos.', false],
  ['Amostra: não se aplica.', false],
  ['4.2 Fica dispensada a apresentação de amostras.', false],
  ['7.14. Caso o Termo de Referência exija a apresentação de amostra, o licitante classificado em primeiro lugar deverá apresentá-la.', false],
  ['9.3. O pregoeiro poderá solicitar amostra do licitante vencedor, a fim de conferir a especificação.', false],
  ['12.1 O agente poderá, a seu critério, solicitar amostra dos produtos.', false],
  ['14.1.2.4. deixar de apresentar amostra;', null],
  ['14.1.2.5. apresentar proposta ou amostra em desacordo com as especificações do edital;', null],
  ['12.4. A fiscalização conferirá, por amostragem, os documentos trabalhistas exigidos.', null],
  ['5.5. A contratada deverá apresentar amostras dos revestimentos à fiscalização antes da aplicação.', null],
  ['6.3. As amostras deverão ser encaminhadas ao laboratório em até 24 horas.', null],
  ['7.16. Será divulgado o local de realização do procedimento para a avaliação das amostras.', null],
];

describe('amostra_ou_poc', () => {
  it.each(CASOS)('%s → %s', (texto, esperado) => {
    expect(readCampo(amostraOuPoc, texto).valor).toBe(esperado);
  });

  it('does not take the details of a conditional sample for a demand', () => {
    const texto = [
      '8.7. Quando couber, poderá ser solicitada a apresentação de amostras dos itens.',
      '8.8. Os licitantes deverão entregar as amostras no prazo de 5 (cinco) dias úteis, sob pena de desclassificação.',
    ].join('\n');
    expect(readCampo(amostraOuPoc, texto)).toMatchObject({ valor: false, nota: expect.stringMatching(/^condicional/) });
  });

  it('lets a plain demand end the matter', () => {
    const texto = [
      '7.12. Caso o Termo de Referência exija a apresentação de amostra, o licitante deverá apresentá-la.',
      '7.13. Haverá prova de conceito com a licitante melhor classificada.',
    ].join('\n');
    const fato = readCampo(amostraOuPoc, texto);
    expect(fato.valor).toBe(true);
    expect('alternativas' in fato).toBe(false);
  });
});
