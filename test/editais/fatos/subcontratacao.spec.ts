import { describe, expect, it } from '@jest/globals';
import { subcontratacao } from '../../../src/editais/fatos/subcontratacao.js';
import { readCampo } from '../../support/texto-edital.js';

/** Phrasings invented for the test: none is taken from a real edital. */
const CASOS: readonly [string, 'permitida' | 'vedada' | null][] = [
  ['4.6. Não será admitida a subcontratação do objeto desta contratação.', 'vedada'],
  ['11.1. Fica vedada a subcontratação, no todo ou em parte, dos serviços contratados.', 'vedada'],
  ['7.2. A subcontratação total ou parcial do objeto não será permitida.', 'vedada'],
  ['7.3. A contratada não poderá subcontratar qualquer parcela do fornecimento.', 'vedada'],
  ['Subcontratação: vedada.', 'vedada'],
  ['7.4. É proibida a subcontratação das parcelas do objeto.', 'vedada'],
  ['7.5. É permitida a subcontratação parcial do objeto, até o limite de 25% (vinte e cinco por cento) do valor do contrato.', 'permitida'],
  ['7.6. Será admitida a subcontratação dos serviços de sondagem e de sinalização.', 'permitida'],
  ['7.7. A contratada poderá subcontratar serviços especializados, mantida a sua responsabilidade.', 'permitida'],
  ['7.8. É vedada a subcontratação total do objeto, podendo a contratada, todavia, fazê-lo parcialmente com anuência do fiscal.', 'permitida'],
  ['7.9. Poderão ser subcontratadas as instalações elétricas, limitadas a 15% do orçamento.', 'permitida'],
  ['8.1. Caso seja admitida a subcontratação, o contratado apresentará os documentos da subcontratada.', null],
  ['8.2. O contratado deve fazer observar, por seus subcontratados, se admitida a subcontratação, o mais alto padrão de ética.', null],
  ['8.3. É vedada a subcontratação de pessoa física ou jurídica, se aquela ou os dirigentes desta mantiverem vínculo com dirigente do órgão.', null],
  ['8.4. Na execução da apólice, a seguradora poderá subcontratar a conclusão do contrato, total ou parcialmente.', null],
  ['8.5. Não será aceita a comprovação por atestado emitido em nome de subcontratada.', null],
  ['8.6. A contratada não poderá transferir a terceiros, no todo ou em parte, a execução do objeto.', 'vedada'],
];

describe('subcontratacao', () => {
  it.each(CASOS)('%s → %s', (texto, esperado) => {
    expect(readCampo(subcontratacao, texto).valor).toBe(esperado);
  });

  it('carries the limit in the note', () => {
    expect(readCampo(subcontratacao, '9.1. Será permitida a subcontratação parcial, até o limite de 30% (trinta por cento) do contrato.').nota).toBe('Limite: 30%.');
  });

  it('keeps both readings of a prohibition that an authorisation lifts', () => {
    const fato = readCampo(subcontratacao, '9.2. É vedada a subcontratação do objeto, salvo autorização prévia e expressa da Administração.');
    expect(fato).toMatchObject({ valor: 'vedada', nota: 'Salvo autorização prévia do contratante.', alternativas: [{ valor: 'permitida' }] });
    expect((fato as { confianca: number }).confianca).toBeLessThan(0.75);
  });

  it('reads the part that may be subcontracted where only the main one may not', () => {
    const texto = '9.3. É permitida a subcontratação parcial do objeto.\n9.4. É vedada a subcontratação completa ou da parcela principal da obrigação.';
    expect(readCampo(subcontratacao, texto)).toMatchObject({ valor: 'permitida', nota: 'Só parcial.' });
  });
});
