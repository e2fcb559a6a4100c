import { describe, expect, it } from '@jest/globals';
import { readFuso, ufDoEdital } from '../../../src/editais/fatos/fuso.js';
import { textoDe } from '../../support/texto-edital.js';

/** Phrasings invented for the test: [text, offset, how it is known]. */
const CASOS: readonly [string, string, string][] = [
  ['Sessão às 9h (horário de Brasília/DF).', '-03:00', 'brasilia'],
  ['Todas as referências de tempo observarão o horário oficial de Brasília.', '-03:00', 'brasilia'],
  ['Referência de tempo: fuso horário de Brasília.', '-03:00', 'brasilia'],
  ['Todas as referências de tempo observarão o horário de Corumbá - MS.', '-04:00', 'local'],
  ['As horas deste edital seguem o horário de Rondônia.', '-04:00', 'local'],
  ['Horário oficial de Manaus.', '-04:00', 'local'],
  ['Prefeitura de Tarauacá/AC. Será observado o horário local.', '-05:00', 'local'],
  ['Prefeitura de Lages/SC. Será observado o horário local.', '-03:00', 'local'],
  ['Prefeitura de Sorriso/MT. Horário local; no sistema, horário de Brasília.', '-03:00', 'brasilia'],
  ['Assinado eletronicamente em 01/02/2026, às 17:22, conforme horário oficial de Brasília, com fundamento no decreto.', '-03:00', 'presumido'],
  ['Rua Senhora do Rio Grande, 10. Horário de funcionamento da repartição: 8h às 14h.', '-03:00', 'presumido'],
];

describe('readFuso', () => {
  it.each(CASOS)('%s → %s', (texto, deslocamento, fonte) => {
    expect(readFuso(textoDe(texto))).toMatchObject({ deslocamento, fonte });
  });

  it('proves what it did not presume', () => {
    expect(readFuso(textoDe('Sessão às 9h (horário de Brasília/DF).')).evidencia).toMatchObject({ pagina: 1 });
    expect(readFuso(textoDe('Sessão às 9h.')).evidencia).toBeNull();
  });

  it('finds the state most named in the first pages', () => {
    expect(ufDoEdital(textoDe('Município de Juína/MT. Fornecedor de Curitiba/PR. Comarca de Juína - MT.'))).toBe('mt');
    expect(ufDoEdital(textoDe('Sem estado.'))).toBeNull();
  });
});
