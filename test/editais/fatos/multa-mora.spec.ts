import { describe, expect, it } from '@jest/globals';
import { multaMora } from '../../../src/editais/fatos/multa-mora.js';
import { readCampo } from '../../support/texto-edital.js';

/** Phrasings invented for the test: none is taken from a real edital. */
const CASOS: readonly [string, string | null][] = [
  ['11.1. Multa moratória de 0,5% (cinco décimos por cento) por dia de atraso injustificado sobre a parcela inadimplida, até o limite de 30 dias.', '0.5'],
  ['11.2. Multa de 0,33% ao dia sobre o valor do fornecimento em atraso, limitada a 10%.', '0.33'],
  ['11.3. Pelo atraso na entrega, multa diária de 1% (um por cento) do valor da ordem de compra.', '1'],
  ['11.4. O atraso sujeitará a contratada à multa de mora de meio por cento por dia.', '0.5'],
  ['11.5. Multa de 0,2 (dois décimos) % para cada dia de atraso na conclusão da obra.', '0.2'],
  ['11.6. Multa de mora de 0,1% até 0,3% por dia de atraso injustificado na execução.', '0.3'],
  ['11.7. Multa moratória de 12% (doze por cento) por dia de atraso injustificado sobre a parcela inadimplida.', '12'],
  ['11.8. Multa de 10% (dez por cento) pelo atraso superior a 10 dias na entrega.', null],
  ['11.9. Multa de 0,07% por dia de atraso na apresentação ou reposição da garantia de execução.', null],
  ['11.10. Multa de 0,5% por hora de indisponibilidade do sistema.', null],
  ['11.11. Juros de 0,5% ao mês, calculados por dia de atraso, sobre a fatura não paga.', null],
  ['11.12. A multa será de 0,5% a 30% do valor do contrato.', null],
  ['11.13. O atraso no pagamento sujeitará a contratante a multa de 0,1% ao dia.', null],
  ['11.14. Aplica-se, subsidiariamente, a Lei nº 8.078/1990; o desconto será de 5% no dia do pagamento.', null],
];

describe('multa_mora_pct_dia', () => {
  it.each(CASOS)('%s → %s', (texto, esperado) => {
    expect(readCampo(multaMora, texto).valor).toBe(esperado);
  });

  it('takes the rate of the first days and keeps the next one', () => {
    const texto = '12.1. Multa de mora:\na) 0,3% ao dia, até o trigésimo dia de atraso, sobre a parcela não entregue;\nb) 0,6% por dia subsequente ao trigésimo.';
    expect(readCampo(multaMora, texto)).toMatchObject({ valor: '0.3', alternativas: [{ valor: '0.6' }] });
  });

  it('leaves an abnormal rate as printed and says so', () => {
    expect(readCampo(multaMora, '12.2. Moratória de 15% (quinze por cento) por dia de atraso injustificado sobre a parcela inadimplida.').nota).toMatch(/incomum/);
  });

  it('reports words that disagree with the digits', () => {
    expect(readCampo(multaMora, '12.3. Multa de 0,5% (trinta e três centésimos por cento) por dia de atraso na entrega.').nota).toBe('CONFLITO: o percentual (0.5%) e o extenso (0.33%) divergem.');
  });
});
