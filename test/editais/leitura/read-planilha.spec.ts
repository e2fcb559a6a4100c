import { describe, expect, it } from '@jest/globals';
import { utils, write } from '@e965/xlsx';
import { detectTipo } from '../../../src/editais/reunir/detect-tipo.js';
import { ole2 } from '../../support/arquivos.js';
import { zipDe } from '../../support/zip.js';
import { readBytes } from '../../../src/editais/leitura/read-documento.js';
import { celulaXlsx as c, ESTILO_XLSX, xlsxDe } from '../../support/office.js';

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

  it('reads a cell far down and right without filling what lies before it', async () => {
    const r = await readBytes('xlsx', await xlsxDe({ A: `<row r="1">${c('A1', 'x')}</row><row r="1048576">${c('XFD1048576', 'y')}</row>` }), LIMITES);
    expect(r.paginas[0]!.texto).toBe('A\nx\ny');
  });

  it('writes amounts, percentages and codes as the sheet shows them, and hides no decimals', async () => {
    const com = (estilo: number, valor: number): string => `<c r="A1" s="${estilo}"><v>${valor}</v></c>`;
    const linhas = [com(ESTILO_XLSX.reais, 1234.567), com(ESTILO_XLSX.percentual, 0.1255), com(ESTILO_XLSX.codigo, 4512), com(ESTILO_XLSX.inteiro, 2.75), com(0, 1.5), com(ESTILO_XLSX.data, 46119.5)];
    const r = await readBytes('xlsx', await xlsxDe({ A: linhas.map((l, i) => `<row r="${i + 1}">${l.replace('A1', `A${i + 1}`)}</row>`).join('') }), LIMITES);
    expect(r.paginas[0]!.texto.split('\n').slice(1)).toEqual(['R$ 1.234,57', '12,55%', '00004512', '2,75', '1,50', '07/04/2026 12:00']);
  });

  it('leaves out hidden sheets', async () => {
    const folhas = { A: `<row r="1">${c('A1', 'à vista')}</row>`, B: `<row r="1">${c('A1', 'oculta')}</row>` };
    expect((await readBytes('xlsx', await xlsxDe(folhas, { ocultas: ['B'] }), LIMITES)).paginas.map((p) => p.texto)).toEqual(['A\nà vista']);
  });

  it.each([
    ['half a million cells', `<row r="1">${'<c r="A1"><v>1</v></c>'.repeat(500_001)}</row>`, 'planilha_grande'],
    ['no content', '', 'sem_texto'],
  ])('refuses %s', async (_, linhas, codigo) => {
    await expect(readBytes('xlsx', await xlsxDe({ A: linhas }), LIMITES)).rejects.toMatchObject({ codigo });
  });

  it('refuses a damaged one', async () => {
    const bytes = await xlsxDe({ A: `<row r="1">${c('A1', 'x')}` });
    await expect(readBytes('xlsx', bytes.subarray(0, bytes.length - 60), LIMITES)).rejects.toMatchObject({ codigo: 'arquivo_corrompido' });
  });
});

describe.each([['xls', 'biff8'], ['xls', 'xlml'], ['ods', 'ods']] as const)('reading an %s (%s)', (tipo, bookType) => {
  const folha = utils.aoa_to_sheet([['Item', 'Descrição', null, 'Valor'], [1, 'Cadeira giratória', null, 1234.5], [2, 'Ligação ½', null, 3]]);
  folha['D2'].z = '#,##0.00';

  it('gives the same as an XLSX', async () => {
    const livro = utils.book_new();
    utils.book_append_sheet(livro, folha, 'Itens');
    const bytes = write(livro, { type: 'buffer', bookType }) as Buffer;
    expect((await detectTipo(bytes)).tipo).toBe(tipo);
    const r = await readBytes(tipo, bytes, LIMITES);
    expect(r.paginas.map((p) => p.texto)).toEqual(['Itens\nItem\tDescrição\tValor\n1\tCadeira giratória\t1.234,50\n2\tLigação ½\t3']);
    expect(r.paginas[0]!.linhas[2]!.celulas.map((x) => x.x0)).toEqual([0, 100, 300]);
  });
});

describe('a hostile spreadsheet', () => {
  it('does not fill the memory with one cell repeated a million times', async () => {
    const celula = '<table:table-cell table:number-columns-repeated="16000" office:value-type="string"><text:p>x</text:p></table:table-cell>';
    const bytes = await zipDe({
      mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'META-INF/manifest.xml': '<manifest:manifest/>', 'styles.xml': '<office:document-styles/>',
      'content.xml': `<?xml version="1.0"?><office:document-content><office:body><office:spreadsheet><table:table table:name="A"><table:table-row table:number-rows-repeated="1000000">${celula}</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`,
    });
    expect((await readBytes('ods', bytes, LIMITES)).paginas[0]!.texto).toBe('A\nx');
  });

  it('is refused when it is cut or is something else', async () => {
    for (const bytes of [ole2('Workbook'), Buffer.from('d0cf11e0a1b11ae1', 'hex')]) await expect(readBytes('xls', bytes, LIMITES)).rejects.toMatchObject({ codigo: 'arquivo_corrompido' });
  });
});
