import { describe, expect, it } from '@jest/globals';
import { multaCompensatoria } from '../../../src/editais/fatos/multa-compensatoria.js';
import { readCampo } from '../../support/texto-edital.js';

/** Phrasings invented for the test: none is taken from a real edital. */
const CASOS: readonly [string, string | null][] = [
  ['13.4. A multa será calculada em percentual de 0,5% a 30% incidente sobre o valor do contrato licitado.', '30'],
  ['13.5. Multa compensatória de 20% (vinte por cento) sobre o valor total do contrato, na inexecução total.', '20'],
  ['13.6. Multa de até 15% do valor da nota de empenho, no caso de inexecução parcial.', '15'],
  ['13.7. Compensatória, para a inexecução total do contrato, de 15% a 25% do valor contratado.', '25'],
  ['13.8. Multa de dez por cento sobre o valor da proposta, pela recusa em assinar a ata.', '10'],
  ['13.9. Serão aplicadas multas nas seguintes hipóteses:\na) 10% (dez por cento) do valor do contrato, na inexecução parcial;\nb) 20% (vinte por cento) do valor do contrato, na inexecução total.', '20'],
  ['13.10. A multa não poderá ser inferior a 0,5% nem superior a 30% do valor do contrato.', '30'],
  ['13.11. As multas previstas são cumulativas, limitadas a 10% (dez por cento) do valor do contrato.', '10'],
  ['13.12. Multa moratória de 0,5% por dia de atraso, até o limite de 10% do valor do contrato.', null],
  ['13.13. Multa de mora de 2% e juros de 1% ao mês sobre a fatura em atraso.', null],
  ['13.14. A contratada prestará garantia de 5% do valor do contrato, que responderá pelas multas.', null],
  ['13.15. Aplicam-se as sanções dos arts. 155 e 156 da Lei nº 14.133, de 2021.', null],
  ['13.16. Em reincidência, a multa será acrescida de 50% (cinquenta por cento).', null],
  ['13.17. O atraso no pagamento sujeitará a contratante a multa de 2%.', null],
];

describe('multa_compensatoria_max_pct', () => {
  it.each(CASOS)('%s → %s', (texto, esperado) => {
    expect(readCampo(multaCompensatoria, texto).valor).toBe(esperado);
  });

  it('takes the largest of the document and keeps the smaller ceiling of another part', () => {
    const fato = readCampo(multaCompensatoria, ['19.1. Multa de 30% (trinta por cento) do valor do contrato, na inexecução total.', 'ANEXO V\nMINUTA DE CONTRATO\n9.1. Multa de 10% (dez por cento) do valor do contrato, na inexecução total.']);
    expect(fato).toMatchObject({ valor: '30', alternativas: [{ valor: '10', pagina: 2 }] });
  });
});
