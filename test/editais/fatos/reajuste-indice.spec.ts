import { describe, expect, it } from '@jest/globals';
import { reajusteIndice } from '../../../src/editais/fatos/reajuste-indice.js';
import { readCampo } from '../../support/texto-edital.js';

/** Phrasings invented for the test: none is taken from a real edital. */
const CASOS: readonly [string, string | null][] = [
  ['8.1. Após um ano, os preços serão reajustados pela variação do IPCA/IBGE.', 'IPCA'],
  ['8.2. O reajuste anual observará o Índice Nacional de Preços ao Consumidor – INPC.', 'INPC'],
  ['8.3. Os preços poderão ser reajustados pelo Índice Nacional de Preços ao Consumidor Amplo, acumulado em 12 meses.', 'IPCA'],
  ['8.4. Aplicar-se-á, para o reajuste da obra, o INCC-DI da FGV.', 'INCC-DI'],
  ['8.5. O índice de reajuste do contrato é o IGP-M e, na sua falta, o IPCA.', 'IGP-M'],
  ['CLÁUSULA NONA – DO REAJUSTE\n9.1. Será adotado o índice ICTI, do IPEA.', 'ICTI'],
  ['8.6. Os valores serão reajustados pelo IPCA e, na impossibilidade, por índice que o substitua.', 'IPCA'],
  ['8.7. O reajuste dar-se-á pelo IPCA-E.', 'IPCA-E'],
  ['8.8. Os preços serão reajustados segundo a variação dos índices do SINAPI.', 'SINAPI'],
  ['8.9. Caso o contrato ultrapasse um ano, os preços serão reajustados pelo IPC-FIPE.', 'IPC-FIPE'],
  ['9.2. No atraso de pagamento, os valores serão atualizados monetariamente pelo IPCA.', null],
  ['9.3. A mora da contratante será corrigida pela variação do IGP-M.', null],
  ['9.4. Os preços são fixos e irreajustáveis por um ano, contado do orçamento estimado pelas tabelas SINAPI e SICRO.', null],
  ['9.5. A multa não recolhida será corrigida pelo INPC.', null],
  ['9.6. O orçamento foi elaborado com base nos custos do SINAPI de julho.', null],
  ['Reajuste – índice: ( ) IPCA ( ) INPC ( ) IGP-M', null],
];

describe('reajuste_indice', () => {
  it.each(CASOS)('%s → %s', (texto, esperado) => {
    expect(readCampo(reajusteIndice, texto).valor).toBe(esperado);
  });

  it('says, with the quote, that the document does not adjust prices', () => {
    const fato = readCampo(reajusteIndice, '5.2. Os preços registrados serão fixos e irreajustáveis durante a vigência da ata.');
    expect(fato).toMatchObject({ valor: null, ausencia: 'nao_exige', evidencia: { pagina: 1 } });
  });

  it('keeps the index of the draft as an alternative', () => {
    const fato = readCampo(reajusteIndice, ['7.1. Os preços serão reajustados pelo IPCA.', 'ANEXO II\nMINUTA DE CONTRATO\n5.1. Os preços serão reajustados pelo INPC.']);
    expect(fato).toMatchObject({ valor: 'IPCA', alternativas: [{ valor: 'INPC', pagina: 2 }] });
  });
});
