import { buffer } from 'node:stream/consumers';
import { read, type WorkSheet } from '@e965/xlsx';
import { describe, expect, it } from '@jest/globals';
import type { ItemEdital } from '../../../src/editais/domain/item.js';
import { conferirItem, conferirItens } from '../../../src/editais/itens/conferir-itens.js';
import { itensToCsv, itensToXlsx } from '../../../src/editais/itens/exportar/index.js';

const item = (p: Partial<ItemEdital>): ItemEdital => conferirItem({
  numero: '1', lote: null, descricao: 'Balde plástico', quantidade: '3', unidade: 'UN', valorUnitario: '10.5', valorTotal: '31.5', beneficio: null, evidencia: { documento: 'e.pdf', pagina: 7, trecho: 'Balde' }, ...p,
});
const TITULO = { orgao: 'Município de Pedra Lisa', edital: '12/2026', objeto: 'Utensílios', sessao: '2026-08-10T09:00:00-03:00' };
const HOSTIS = ['=HYPERLINK("http://x","y")', '+1+1', '-2+3', '@SUM(A1)', '\t=1', 'a\u0000b\u0008\ud800'];

async function sheetOf(itens: readonly ItemEdital[], titulo = TITULO): Promise<{ folha: WorkSheet; livro: ReturnType<typeof read>; bytes: Buffer }> {
  const bytes = await itensToXlsx({ titulo, itens, conferencia: conferirItens(itens, []) });
  const livro = read(bytes, { cellFormula: true, cellStyles: true });
  return { folha: livro.Sheets['Itens']!, livro, bytes };
}
const cell = (f: WorkSheet, a: string): { t?: string; v?: unknown; f?: string } => (f[a] as { t?: string; v?: unknown; f?: string } | undefined) ?? {};

describe('itensToXlsx', () => {
  it('has the title, numbers as numbers, blanks to fill and formulas', async () => {
    const { folha } = await sheetOf([item({}), item({ numero: '2', valorUnitario: null, valorTotal: null })]);
    expect(cell(folha, 'A2').v).toBe('Órgão: Município de Pedra Lisa   ·   Edital: 12/2026   ·   Sessão: 10/08/2026 09:00');
    expect(['A5', 'C5', 'H5', 'I5', 'K5', 'L5'].map((a) => cell(folha, a).v)).toEqual(['Lote', 'Descrição', 'Marca/Modelo', 'Preço unitário', 'Diferença %', 'Página']);
    expect(['E6', 'F6', 'G6', 'L6'].map((a) => [cell(folha, a).t, cell(folha, a).v])).toEqual([['n', 3], ['n', 10.5], ['n', 31.5], ['n', 7]]);
    expect([cell(folha, 'H6').v, cell(folha, 'I6').v]).toEqual([undefined, undefined]);
    expect([cell(folha, 'J6').f, cell(folha, 'K6').f]).toEqual(['IF(I6="","",ROUND(E6*I6,2))', 'IF(I6="","",I6/F6-1)']);
    expect([cell(folha, 'F7').v, cell(folha, 'K7').f]).toEqual([undefined, undefined]);
    expect([cell(folha, 'C8').v, cell(folha, 'G8').f, cell(folha, 'J8').f]).toEqual(['Total geral', 'SUM(G6:G7)', 'SUM(J6:J7)']);
  });

  it('totals each lot, and the lots', async () => {
    const { folha } = await sheetOf([item({ lote: '1' }), item({ lote: '1', numero: '2' }), item({ lote: '2' })]);
    expect([cell(folha, 'C8').v, cell(folha, 'G8').f]).toEqual(['Total do lote 1', 'SUM(G6:G7)']);
    expect([cell(folha, 'C10').v, cell(folha, 'J10').f]).toEqual(['Total do lote 2', 'SUM(J9:J9)']);
    expect([cell(folha, 'C11').v, cell(folha, 'G11').f]).toEqual(['Total geral', 'SUM(G8,G10)']);
  });

  it('quotes the whole term when the total covers many months', async () => {
    const { folha } = await sheetOf([conferirItem(item({ quantidade: '2', valorUnitario: '10', valorTotal: '240' }), 12)]);
    expect(cell(folha, 'J6').f).toBe('IF(I6="","",ROUND(E6*I6*12,2))');
  });

  it.each(HOSTIS)('keeps %j as text', async (descricao) => {
    const { folha } = await sheetOf([item({ descricao, unidade: descricao.slice(0, 30) })], { ...TITULO, orgao: descricao, objeto: descricao });
    for (const a of ['C6', 'D6', 'A2', 'A3']) {
      expect(cell(folha, a).t).toBe('s');
      expect(cell(folha, a).f).toBeUndefined();
    }
    expect(String(cell(folha, 'C6').v)).not.toMatch(/[\u0000-\u0008\ud800]/);
  });

  it('refers to nothing outside itself, and freezes the header', async () => {
    const { bytes, livro } = await sheetOf([item({ descricao: HOSTIS[0]! })]);
    const { default: yauzl } = await import('yauzl');
    const zip = await yauzl.fromBufferPromise(bytes);
    const nomes: string[] = [];
    let folha = '';
    for await (const e of zip.eachEntry()) {
      nomes.push(e.fileName);
      if (e.fileName === 'xl/worksheets/sheet1.xml') folha = (await buffer(await zip.openReadStreamPromise(e))).toString('utf8');
    }
    expect(folha).toMatch(/<pane [^>]*ySplit="5"[^>]*state="frozen"/);
    expect(nomes.filter((n) => /external|vba|embeddings|media|hyperlink/i.test(n))).toEqual([]);
    expect(livro.SheetNames).toEqual(['Itens']);
  });

  it('says in words when there are no items', async () => {
    const { folha } = await sheetOf([], { orgao: null, edital: null, objeto: null, sessao: null } as unknown as typeof TITULO);
    expect(cell(folha, 'A2').v).toBe('Órgão e edital não encontrados nos documentos');
    expect(cell(folha, 'C6').v).toBeUndefined();
  });
});

describe('itensToCsv', () => {
  it('writes what a Brazilian spreadsheet reads', () => {
    const [cabeca, linha] = itensToCsv([item({ lote: '2', descricao: 'Balde; com "alça"', beneficio: 'cota_reservada' })]).split('\r\n');
    expect(cabeca!.startsWith('\ufeffLote;Item;Descrição;')).toBe(true);
    expect(linha).toBe('2;1;"Balde; com ""alça""";UN;3;10,5;31,5;Cota reservada ME/EPP;7;e.pdf;');
  });
  it.each(HOSTIS.slice(0, 5))('a field that begins like a formula (%j) is marked as text', (descricao) => {
    expect(itensToCsv([item({ descricao })]).split('\r\n')[1]).toMatch(/^;1;"?'[=+\-@]/);
  });
});
