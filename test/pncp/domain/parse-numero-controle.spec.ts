import { describe, expect, it } from '@jest/globals';
import { parseNumeroControle } from '../../../src/pncp/index.js';

const CANONICO = '18715383000140-1-000346/2025';

describe('parseNumeroControle', () => {
  it.each([
    CANONICO, ` ${CANONICO}\n`, '18715383000140-1-346/2025', '18.715.383/0001-40-1-000346/2025', '18715383000140-1-000346-2025', '18715383000140-1-000346_2025', '18715383000140 - 1 - 346 / 2025',
    'https://pncp.gov.br/app/editais/18715383000140/2025/346', 'pncp.gov.br/app/editais/18715383000140/2025/000346?pagina=2', 'https://pncp.gov.br/api/consulta/v1/orgaos/18715383000140/compras/2025/346',
    'https://pncp.gov.br/pncp-api/v1/orgaos/18715383000140/compras/2025/346/arquivos/1',
  ])('reads %s', (texto) => {
    expect(parseNumeroControle(texto)).toEqual({ cnpj: '18715383000140', ano: 2025, sequencial: 346, numero: CANONICO });
  });

  it('takes an alphanumeric CNPJ in either case', () => {
    expect(parseNumeroControle('12abc34501de35-1-1/2026')?.numero).toBe('12ABC34501DE35-1-000001/2026');
    expect(parseNumeroControle('https://pncp.gov.br/app/editais/12ABC34501DE35/2026/1')?.cnpj).toBe('12ABC34501DE35');
  });

  it('puts back zeros that a spreadsheet ate, when the check digits then fit', () => {
    expect(parseNumeroControle('394502000144-1-010949/2024')?.numero).toBe('00394502000144-1-010949/2024');
    expect(parseNumeroControle('394502000145-1-010949/2024')).toBeNull();
  });

  it.each([
    '', 'x', '18715383000140', '18715383000140-2-000346/2025', '18715383000140-0-000346/2025', '18715383000140-1-000346/2025-000001', '18715383000140-1-000000/2025', '18715383000140-1-1234567/2025', '18715383000140-1-000346/1925',
    '1871538300012-1-000346/2025', 'https://pncp.gov.br/app/contratos/18715383000140/2025/346', `${CANONICO} e mais`, `${' '.repeat(3000)}${CANONICO}`,
  ])('refuses %j', (texto) => {
    expect(parseNumeroControle(texto)).toBeNull();
  });
});
