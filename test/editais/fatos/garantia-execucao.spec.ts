import { describe, expect, it } from '@jest/globals';
import { garantiaExecucao } from '../../../src/editais/fatos/garantia-execucao.js';
import { readCampo } from '../../support/texto-edital.js';

/** Phrasings invented for the test: none is taken from a real edital. */
const COM_VALOR: readonly [string, string][] = [
  ['13.1. O adjudicatário prestará garantia de execução correspondente a 5% (cinco por cento) do valor do contrato.', '5'],
  ['4.5. Será exigida a garantia da contratação de que tratam os arts. 96 e seguintes, no percentual de 3% do valor contratual.', '3'],
  ['10.1. A contratação conta com garantia de execução, em valor correspondente a 10% (dez por cento) do valor inicial do contrato.', '10'],
  ['Garantia contratual: 5% do valor adjudicado, em até 10 dias da assinatura.', '5'],
  ['12. A contratada apresentará, a título de garantia de fiel cumprimento, caução de cinco por cento do valor global.', '5'],
  ['9.1 – A vencedora, no ato da assinatura, depositará caução equivalente a 2,5% do valor total do contrato.', '2.5'],
  ['11.2. O comprovante de garantia, em caução, seguro-garantia ou fiança bancária, será de 5 (cinco) % do valor anual do contrato.', '5'],
  ['17.1. Para assegurar o pagamento de multas e indenizações, a contratada prestará garantia de 5% sobre o valor do contrato.', '5'],
  ['Será exigida garantia adicional de quem ofertar menos de 85% do valor orçado, sem prejuízo da garantia contratual de 5% do valor do contrato.', '5'],
];

const SEM_VALOR: readonly string[] = [
  '7.4. Será exigida garantia adicional do licitante cuja proposta for inferior a 85% (oitenta e cinco por cento) do valor orçado.',
  '15.2 Multa de 2% (dois por cento) do valor do contrato pelo atraso na apresentação da garantia contratual.',
  '15.3 A não apresentação da garantia de execução sujeita a contratada a multa de 0,07% por dia sobre o valor do contrato.',
  'A garantia poderá ser de até 5% (cinco por cento) do valor inicial do contrato, autorizada a majoração desse percentual para até 10%.',
  '5.1 A garantia de proposta será de 1% do valor estimado da contratação.',
  '8.2 O produto terá garantia de 12 meses e disponibilidade de 99,5% do tempo.',
  'Em caso de acréscimo de até 25% (vinte e cinco por cento) do valor do contrato, a contratada fará o reforço da garantia.',
  '9.3. O pagamento antecipado depende de garantia de 30% do valor do contrato.',
  '9.4. A devolução ocorrerá após a liberação da garantia prestada.',
];

const NEGADAS: readonly string[] = [
  '10.1. Não haverá exigência de garantia contratual da execução.',
  '4.3. Não haverá exigência da garantia da contratação dos arts. 96 e seguintes da Lei nº 14.133, de 2021.',
  '19.1 Não será exigida a prestação de garantia para esta contratação.',
  'Garantia de execução: não será exigida.',
  '8. Fica dispensada a prestação de garantia contratual.',
];

describe('garantia_execucao_pct', () => {
  it.each(COM_VALOR)('%s → %s', (texto, esperado) => {
    expect(readCampo(garantiaExecucao, texto).valor).toBe(esperado);
  });

  it.each(SEM_VALOR)('no requirement: %s', (texto) => {
    expect(readCampo(garantiaExecucao, texto)).toMatchObject({ valor: null, ausencia: 'nao_encontrado' });
  });

  it.each(NEGADAS)('says that it asks for none: %s', (texto) => {
    expect(readCampo(garantiaExecucao, texto)).toMatchObject({ valor: null, ausencia: 'nao_exige' });
  });

  it('does not take the absence of a product warranty for one', () => {
    expect(readCampo(garantiaExecucao, '6.2 Não será exigida garantia do produto além da legal.')).toMatchObject({ ausencia: 'nao_encontrado' });
  });

  it('reports the contradiction with the draft of the contract', () => {
    const paginas = [
      '13.2. O vencedor recolherá garantia para a execução do contrato de 5% (cinco por cento) do valor do contrato.',
      'ANEXO IV\nMINUTA DO CONTRATO\n10.1. Não haverá exigência de garantia contratual da execução.',
    ];
    const fato = readCampo(garantiaExecucao, paginas);
    expect(fato).toMatchObject({ valor: '5', nota: expect.stringMatching(/^CONFLITO/) });
    expect('confianca' in fato && fato.confianca).toBeLessThan(0.9);
  });

  it('believes the edital when only the draft asks', () => {
    const paginas = [
      '19.1. Não haverá exigência de garantia contratual.',
      'ANEXO IV\nMINUTA DO CONTRATO\n10.1. A contratada prestará garantia contratual de 5% do valor do contrato.',
    ];
    expect(readCampo(garantiaExecucao, paginas)).toMatchObject({ valor: null, ausencia: 'nao_exige' });
  });
});
