import { describe, expect, it } from '@jest/globals';
import { srp } from '../../../src/editais/fatos/srp.js';
import { readCampo } from '../../support/texto-edital.js';

/** Phrasings invented for the test: none is taken from a real edital. */
const CASOS: readonly [string, boolean | null][] = [
  ['EDITAL DE PREGÃO ELETRÔNICO (SRP) Nº 12/2026', true],
  ['CONCORRÊNCIA ELETRÔNICA PARA REGISTRO DE PREÇOS Nº 5/2026', true],
  ['Pregão Eletrônico RP nº 44/2026', true],
  ['O objeto da licitação é o registro de preços para eventual aquisição de pneus.', true],
  ['EDITAL Nº 1\nSISTEMA DE REGISTRO DE PREÇOS\nO Município', true],
  ['realizará licitação, para registro de preços, na modalidade PREGÃO', true],
  ['UASG: 123456 SRP: SIM', true],
  ['9. DA ATA DE REGISTRO DE PREÇOS\n9.1. O prazo para assinar será de cinco dias.', true],
  ['FORMA: ELETRÔNICA\nSRP:\n[ ] SIM\n[X] NÃO', false],
  ['Este certame será sob o Sistema de Registro de Preços? Não', false],
  ['Não será adotado o sistema de registro de preços nesta contratação.', false],
  ['Após a homologação, o adjudicatário será convocado para assinar o termo de contrato.', false],
  ['9.1. Não assinar a ata de registro de preços sujeita o licitante a multa.', null],
  ['Nos casos de registro de preços, o cadastro de reserva será formado.', null],
  ['Decreto nº 11.462/2023, que regulamenta o sistema de registro de preços.', null],
];

describe('srp', () => {
  it.each(CASOS)('%s → %s', (texto, esperado) => {
    expect(readCampo(srp, texto).valor).toBe(esperado);
  });

  it('the register beats the contract that may come of it', () => {
    const texto = 'PREGÃO ELETRÔNICO SRP Nº 3/2026\n12.1. A adjudicatária será convocada para assinar o contrato.';
    expect(readCampo(srp, texto)).toMatchObject({ valor: true });
    expect(readCampo(srp, texto)).not.toHaveProperty('alternativas');
  });
});
