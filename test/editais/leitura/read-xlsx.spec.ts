import { describe, expect, it } from '@jest/globals';
import { readBytes } from '../../../src/editais/leitura/read-documento.js';
import { celulaXlsx as c, xlsxDe } from '../../support/office.js';

const LIMITES = { maxPaginas: 2000 };

describe('reading an XLSX', () => {
  it('gives a page per sheet with content, a line per row, numbers the Brazilian way', async () => {
    const bytes = await xlsxDe({
      Itens: `<row r="1">${c('A1', 'Item')}${c('B1', 'Descrição')}${c('D1', 'Valor')}</row><row r="3">${c('A3', 1)}${c('B3', 'Cadeira')}${c('D3', 1234.5)}</row>`,
      Vazia: '',
      Datas: `<row r="1"><c r="A1" s="1"><v>46119</v></c>${c('B1', 0.30000000000000004)}</row>`,
    });
    const r = await readBytes('xlsx', bytes, LIMITES);
    expect(r.paginas.map((p) => p.texto)).toEqual(['Itens\nItem\tDescrição\tValor\n1\tCadeira\t1.234,50', 'Datas\n07/04/2026\t0,30']);
    expect(r.paginas[0]!.linhas[2]!.celulas.map((x) => x.x0)).toEqual([0, 100, 300]);
  });

  it('keeps a sheet that has cells with errors', async () => {
    const r = await readBytes('xlsx', await xlsxDe({ A: `<row r="1">${c('A1', 'Total')}${c('B1', '!#REF!')}</row>` }), LIMITES);
    expect(r.paginas[0]!.texto).toBe('A\nTotal\t#REF!');
  });

  it.each([
    ['a cell far down and right', `<row r="1">${c('A1', 'x')}</row><row r="1048576">${c('XFD1048576', 'y')}</row>`, 'planilha_grande'],
    ['no content', '', 'sem_texto'],
  ])('refuses %s', async (_, linhas, codigo) => {
    await expect(readBytes('xlsx', await xlsxDe({ A: linhas }), LIMITES)).rejects.toMatchObject({ codigo });
  });

  it('refuses a damaged one', async () => {
    const bytes = await xlsxDe({ A: `<row r="1">${c('A1', 'x')}` });
    await expect(readBytes('xlsx', bytes.subarray(0, bytes.length - 60), LIMITES)).rejects.toMatchObject({ codigo: 'arquivo_corrompido' });
  });
});
