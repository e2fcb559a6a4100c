import { describe, expect, it } from '@jest/globals';
import { garantiaProposta } from '../../../src/editais/fatos/garantia-proposta.js';
import { readCampo } from '../../support/texto-edital.js';

/** Phrasings invented for the test: none is taken from a real edital. */
const COM_VALOR: readonly [string, unknown][] = [
  ['5.2. A garantia de proposta será de 1% (um por cento) do valor estimado da contratação.', '1'],
  ['7.1. Será exigida garantia da proposta, como requisito de pré-habilitação, no percentual de 0,5% do valor orçado para o lote.', '0.5'],
  ['7.1 O licitante recolherá, a título de garantia de proposta, a quantia de R$ 12.345,60 (doze mil, trezentos e quarenta e cinco reais e sessenta centavos).', { valor: '12345.60' }],
  ['4.9 – O licitante prestará garantia de participação equivalente a 1 (um) % do valor global estimado, até a véspera da sessão.', '1'],
  ['Para participar, o interessado comprovará caução de participação correspondente a um por cento do valor estimado.', '1'],
  ['6. DA GARANTIA DE PROPOSTA\n6.1. Será exigida dos licitantes a comprovação do recolhimento de garantia de proposta.\n6.2. O valor da garantia corresponderá a 1% (um por cento) do valor estimado.\n6.3. A garantia valerá por 120 dias.', '1'],
  ['3.4. Cada licitante apresentará comprovante de 1% (um por cento) do valor estimado a título de garantia de proposta.', '1'],
  ['8.1. A garantia de proposta, no valor de R$ 9.800,00 (1% do valor estimado), poderá ser prestada em seguro-garantia.', '1'],
  ['9.3. A licitante apresentará seguro-garantia da proposta no montante de 0,8 % do orçamento estimado, com vigência de 90 dias.', '0.8'],
];

const SEM_VALOR: readonly string[] = [
  '14.5. A recusa em assinar o contrato acarreta a perda da garantia de proposta em favor do órgão e multa de 10% do valor do contrato.',
  '6.4. A recusa implicará a perda do valor da garantia de proposta, quando houver.',
  '2.2 Nos termos do art. 58, §1º, a garantia de proposta não poderá ser superior a 1% (um por cento) do valor estimado para a contratação.',
  'Poderá ser exigida, no momento da apresentação da proposta, a comprovação do recolhimento de quantia a título de garantia de proposta de até 1%.',
  '7.2. Será exigida garantia adicional do licitante vencedor cuja proposta for inferior a 85% do valor orçado.',
  '12.1. O adjudicatário prestará garantia de execução de 5% (cinco por cento) do valor do contrato.',
  'A garantia de proposta corresponderá a ____% do valor estimado.',
  '7.9. A proposta terá validade de 60 dias e o licitante garantirá o preço ofertado com 2% de desconto.',
];

const NEGADAS: readonly string[] = [
  '6.1 Não haverá garantia de proposta.',
  '5.3. Não será exigida a prestação de garantia da proposta nesta licitação.',
  'Garantia de proposta: não será exigida.',
  '4.1 Fica dispensada a garantia de participação.',
];

describe('garantia_proposta_pct', () => {
  it.each(COM_VALOR)('%s → %j', (texto, esperado) => {
    const fato = readCampo(garantiaProposta, texto);
    expect(fato.valor).toEqual(esperado);
  });

  it.each(SEM_VALOR)('no requirement: %s', (texto) => {
    expect(readCampo(garantiaProposta, texto)).toMatchObject({ valor: null, ausencia: 'nao_encontrado' });
  });

  it.each(NEGADAS)('says that it asks for none: %s', (texto) => {
    const fato = readCampo(garantiaProposta, texto);
    expect(fato).toMatchObject({ valor: null, ausencia: 'nao_exige' });
    expect('evidencia' in fato && fato.evidencia?.pagina).toBe(1);
  });

  it('reads the limit "até" with a warning and less confidence', () => {
    const fato = readCampo(garantiaProposta, '6.1. Será exigida garantia de proposta de até 1% (um por cento) do valor estimado.');
    expect(fato).toMatchObject({ valor: '1', nota: expect.stringContaining('até') });
    expect('confianca' in fato && fato.confianca).toBeLessThan(0.8);
  });

  it('keeps the guarantee of the contract apart in the same item', () => {
    const texto = '6.1. O licitante apresentará garantia de proposta de 1% do valor estimado, sem prejuízo da garantia contratual de 5% do valor do contrato.';
    expect(readCampo(garantiaProposta, texto).valor).toBe('1');
  });
});
