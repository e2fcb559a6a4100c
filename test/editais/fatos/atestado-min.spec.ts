import { describe, expect, it } from '@jest/globals';
import { atestadoMin } from '../../../src/editais/fatos/atestado-min.js';
import { readCampo } from '../../support/texto-edital.js';

/** Phrasings invented for the test: none is taken from a real edital. */
const CASOS: readonly [string, string | null][] = [
  ['10.3. Atestado de capacidade técnica que comprove o fornecimento de, no mínimo, 50% (cinquenta por cento) do quantitativo do item.', '50'],
  ['a) Os atestados devem comprovar a execução de 40% das quantidades das parcelas de maior relevância.', '40'],
  ['9.2 Considera-se compatível o atestado que comprove ao menos 30% (trinta por cento) do objeto licitado.', '30'],
  ['10.4 Atestados de capacidade técnico-operacional relativos aos serviços abaixo, em quantidades mínimas de 50%.', '50'],
  ['Comprovação de aptidão por atestados:\nServiço    Unidade    Qtd. exigida (50%)\nReboco     m²     320', '50'],
  ['b) Atestado de prestação de serviços em quantitativo igual ou superior a vinte e cinco por cento dos postos previstos.', '25'],
  ['8.6.1 Os atestados comprovarão:\na) fornecimento de 120 licenças, o que corresponde a 20% da volumetria pretendida;', '20'],
  ['a) Atestado que comprove a execução de 50% (cinquenta por cento) a 60% (sessenta por cento) da execução pretendida.', '50'],
  ['10.5. Será admitida a exigência de atestados com quantidades mínimas de até 50% (cinquenta por cento) das parcelas.', null],
  ['10.6. Parcelas de maior relevância são as de valor individual igual ou superior a 4% (quatro por cento) do valor total estimado.', null],
  ['10.7. Atestado de capacidade técnica cujo valor seja de no mínimo 50% do valor estimado da contratação.', null],
  ['10.8. Atestado de execução de 250 m² de alvenaria e 80 m³ de concreto.', null],
  ['10.9. Atestado de fornecimento compatível em características, quantidades e prazos.', null],
  ['11.1. Da capacidade técnica do consórcio exige-se acréscimo de 10% do quantitativo.', null],
  ['12.1. Admite-se a subcontratação de até 30% (trinta por cento) do objeto, com atestado da subcontratada.', null],
  ['Dos atestados.\n19.1. As adesões não poderão exceder 50% (cinquenta por cento) dos quantitativos dos itens da ata.', null],
  ['13.2. Multa de 10% do valor do item não atestado.', null],
];

describe('atestado_min_pct', () => {
  it.each(CASOS)('%s → %s', (texto, esperado) => {
    expect(readCampo(atestadoMin, texto).valor).toBe(esperado);
  });

  it('shows different shares as alternatives', () => {
    const texto = '9.1. Atestado de, no mínimo, 50% do quantitativo do item 1.\n\n9.2. Atestado de, no mínimo, 30% do quantitativo do item 2.';
    const fato = readCampo(atestadoMin, texto);
    expect('alternativas' in fato && fato.alternativas?.length).toBe(1);
  });
});
