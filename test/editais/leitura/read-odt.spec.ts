import { describe, expect, it } from '@jest/globals';
import { readBytes } from '../../../src/editais/leitura/read-documento.js';
import { zipDe } from '../../support/zip.js';

const LIMITES = { maxPaginas: 2000 };
const odtDe = (corpo: string, automaticos = '', estilos = ''): Promise<Buffer> =>
  zipDe({
    mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': `<office:document-content><office:automatic-styles>${automaticos}</office:automatic-styles><office:body><office:text>${corpo}</office:text></office:body></office:document-content>`,
    'styles.xml': `<office:document-styles>${estilos}</office:document-styles>`,
  });
const textoDe = async (...partes: [string, string?, string?]): Promise<string> => (await readBytes('odt', await odtDe(...partes), LIMITES)).paginas.map((p) => p.texto).join('\f');
const nivel = (n: number, formato: string, resto = ''): string => `<text:list-level-style-number text:level="${n}" style:num-format="${formato}" ${resto}/>`;
const LISTA = `<text:list-style style:name="L1">${nivel(1, '1', 'style:num-suffix="."')}${nivel(2, '1', 'style:num-suffix="." text:display-levels="2"')}${nivel(3, 'a', 'style:num-suffix=")"')}</text:list-style>`;
const item = (texto: string, dentro = ''): string => `<text:list-item><text:p>${texto}</text:p>${dentro}</text:list-item>`;
const lista = (itens: string, extra = ''): string => `<text:list text:style-name="L1" ${extra}>${itens}</text:list>`;
const sub = (itens: string): string => `<text:list>${itens}</text:list>`;

describe('reading an ODT', () => {
  it('writes out the numbers of lists, at every level, and goes on where a list goes on', async () => {
    const corpo = lista(item('Objeto', sub(item('O quê', sub(item('isto') + item('aquilo'))) + item('Onde'))), 'xml:id="x"') + '<text:p>no meio</text:p>' + lista(item('Preço'), 'text:continue-list="x"') + lista(item('outra'));
    expect((await textoDe(corpo, LISTA)).split(/\n+/)).toEqual(['1. Objeto', '1.1. O quê', 'a) isto', 'b) aquilo', '1.2. Onde', 'no meio', '2. Preço', '1. outra']);
  });

  it('numbers headings by their outline', async () => {
    const estrutura = '<text:outline-style><text:outline-level-style text:level="1" style:num-format="1"/><text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style>';
    expect(await textoDe('<text:h text:outline-level="1">DO OBJETO</text:h><text:h text:outline-level="2">Item</text:h><text:h text:outline-level="1">DO PREÇO</text:h>', '', estrutura)).toBe('1 DO OBJETO\n\n1.1 Item\n\n2 DO PREÇO');
  });

  it('gives table rows a line each, columns kept under joined cells', async () => {
    const c = (t: string, a = ''): string => `<table:table-cell ${a}><text:p>${t}</text:p></table:table-cell>`;
    const corpo = `<table:table><table:table-row>${c('Item')}${c('Descrição')}${c('Valor')}</table:table-row><table:table-row>${c('Total', 'table:number-columns-spanned="2"')}<table:covered-table-cell/>${c('R$ 1,00')}</table:table-row><table:table-row>${c('LOTE', 'table:number-columns-spanned="3"')}<table:covered-table-cell table:number-columns-repeated="2"/></table:table-row></table:table>`;
    const r = await readBytes('odt', await odtDe(corpo), LIMITES);
    expect(r.paginas[0]!.texto).toBe('Item\tDescrição\tValor\nTotal\tR$ 1,00\n\nLOTE');
    expect(r.paginas[0]!.linhas[1]!.celulas.map((x) => x.x0)).toEqual([0, 200]);
  });

  it('leaves out deleted text and comments; keeps spaces, tabs, notes, page headers and page breaks', async () => {
    const corpo = '<text:tracked-changes><text:changed-region><text:p>apagado</text:p></text:changed-region></text:tracked-changes><text:p>a<text:s text:c="2"/>b<text:tab/>c<office:annotation><text:p>comentário</text:p></office:annotation><text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>nota</text:p></text:note-body></text:note></text:p><text:p text:style-name="Q">outra</text:p>';
    const quebra = '<style:style style:name="Q" style:family="paragraph"><style:paragraph-properties fo:break-before="page"/></style:style>';
    expect(await textoDe(corpo, quebra, '<style:header><text:p>PREFEITURA</text:p></style:header><style:footer><text:p>rua</text:p></style:footer>')).toBe('PREFEITURA\n\na b\tc\n\nnota\foutra\nrua');
  });

  it('refuses a damaged one and one behind a password', async () => {
    const bom = await odtDe('<text:p>x</text:p>');
    await expect(readBytes('odt', bom.subarray(0, bom.length - 30), LIMITES)).rejects.toMatchObject({ codigo: 'arquivo_corrompido' });
    const cifrado = await zipDe({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': 'zz', 'META-INF/manifest.xml': '<manifest:encryption-data/>' });
    await expect(readBytes('odt', cifrado, LIMITES)).rejects.toMatchObject({ codigo: 'arquivo_cifrado' });
  });
});
