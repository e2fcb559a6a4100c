import { describe, expect, it } from '@jest/globals';
import { falenciaValidade } from '../../../src/editais/fatos/falencia-validade.js';
import { readCampo } from '../../support/texto-edital.js';

/** Phrasings invented for the test: none is taken from a real edital. */
const PEDE = '9.1. Certidão negativa de falência expedida pelo distribuidor da sede do licitante.\n';
const CASOS: readonly [string, number | null][] = [
  ['a) Certidão negativa de falência, expedida há no máximo 60 (sessenta) dias da abertura da sessão.', 60],
  ['9.1 Certidão negativa de falência ou concordata com data de emissão não superior a 90 dias.', 90],
  ['b) Certidão de falência e recuperação judicial, datada dos últimos trinta dias, se outro prazo não constar.', 30],
  ['8.4 Certidão negativa de pedido de falência. Não havendo validade expressa, será aceita a emitida nos 3 (três) meses anteriores.', 90],
  [PEDE, null],
  [`${PEDE}9.7. As certidões que não indicarem prazo de validade serão aceitas se emitidas até 120 (cento e vinte) dias antes da sessão.`, 120],
  [`${PEDE}9.7. Se o prazo de validade das certidões não estiver expresso, será considerado o de 60 (sessenta) dias.`, 60],
  [`${PEDE}10.2. Os documentos emitidos sem prazo de validade serão aceitos com até 180 (cento e oitenta) dias de emissão.`, 180],
  [`${PEDE}8.9 As certidões valerão nos prazos que lhes são próprios; inexistindo esse prazo, reputar-se-ão válidas por 90 (noventa) dias.`, 90],
  [`${PEDE}8.6. Para os documentos de regularidade fiscal sem validade expressa considerar-se-ão 60 (sessenta) dias da emissão.`, null],
  ['9.7. As certidões sem prazo de validade expresso serão aceitas por 90 (noventa) dias.', null],
  [`${PEDE}5.1. O prazo de validade da proposta será de 60 (sessenta) dias.`, null],
  [`${PEDE}9.2. Os documentos do item 9.1 referem-se a empresas constituídas há mais de 365 dias.`, null],
  ['3.1. Não participarão empresas em falência, concurso de credores ou dissolução há 30 dias.', null],
];

describe('falencia_validade_dias', () => {
  it.each(CASOS)('%s → %s', (texto, esperado) => {
    expect(readCampo(falenciaValidade, texto).valor).toBe(esperado);
  });

  it('prefers its own term to the general rule', () => {
    const texto = '9.1. Certidão negativa de falência emitida nos últimos 30 (trinta) dias.\n9.9. As certidões sem validade expressa valem por 90 (noventa) dias da emissão.';
    expect(readCampo(falenciaValidade, texto)).toMatchObject({ valor: 30 });
  });

  it('says that the general rule is what applies', () => {
    const fato = readCampo(falenciaValidade, `${PEDE}9.7. As certidões sem validade expressa valem por 90 (noventa) dias da emissão.`);
    expect(fato).toMatchObject({ valor: 90, nota: expect.stringContaining('Regra geral') });
  });

  it('follows the item over a page break and quotes the page of the number', () => {
    const fato = readCampo(falenciaValidade, ['9.1. Certidão negativa de falência expedida pelo distribuidor da sede da', 'licitante, emitida há menos de 45 (quarenta e cinco) dias da sessão.']);
    expect(fato).toMatchObject({ valor: 45, pagina: 2 });
  });
});
