import { describe, expect, it } from '@jest/globals';
import { readBytes } from '../../../src/editais/leitura/read-documento.js';

const LIMITES = { maxPaginas: 2000 };
const paginasDe = async (tipo: 'html' | 'txt' | 'mht', texto: string | Buffer): Promise<string[]> => (await readBytes(tipo, Buffer.from(texto), LIMITES)).paginas.map((p) => p.texto);

describe('reading text', () => {
  it.each([
    ['UTF-8', Buffer.from('Licitação nº 1', 'utf8')],
    ['Latin-1', Buffer.from('Licitação nº 1', 'latin1')],
    ['DOS (code page 850)', Buffer.from('Licita\x87\xc6o n\xa7 1', 'latin1')],
    ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Licitação nº 1', 'utf16le')])],
    ['a mark at the start', Buffer.from('\ufeffLicitação nº 1', 'utf8')],
  ])('in %s', async (_, bytes) => expect(await paginasDe('txt', bytes)).toEqual(['Licitação nº 1']));

  it('keeps lines, sets paragraphs apart, breaks pages at form feeds, cuts cells at wide gaps', async () => {
    expect(await paginasDe('txt', 'EDITAL\nlinha 2\n\nItem    Mesa\tR$ 1,00\fOutra página')).toEqual(['EDITAL\nlinha 2\n\nItem\tMesa\tR$ 1,00', 'Outra página']);
  });

  it('cuts one endless line into pages without losing a word', async () => {
    const paginas = await paginasDe('txt', Array.from({ length: 4000 }, (_, i) => `p${i}`).join(' '));
    expect(paginas.length).toBeGreaterThan(2);
    expect(paginas.join(' ').split(' ')).toHaveLength(4000);
  });

  it('reads a CSV as rows of cells', async () => {
    const r = await readBytes('txt', Buffer.from('Item;Descrição;Valor\r\n1;"Mesa; com ""tampo""";10,00\r\n2;;5,00\r\n', 'latin1'), LIMITES);
    expect(r.paginas[0]!.linhas.map((l) => l.celulas.map((c) => [c.texto, c.x0]))).toEqual([
      [['Item', 0], ['Descrição', 100], ['Valor', 200]], [['1', 0], ['Mesa; com "tampo"', 100], ['10,00', 200]], [['2', 0], ['5,00', 200]],
    ]);
    expect(await paginasDe('txt', 'Considerando;\nResolve: a; b; c\nPublique-se.')).toEqual(['Considerando;\nResolve: a; b; c\nPublique-se.']);
  });

  it('refuses a file of white space', async () => {
    await expect(readBytes('txt', Buffer.from(' \n\f\n '), LIMITES)).rejects.toMatchObject({ codigo: 'sem_texto' });
  });
});

describe('reading HTML', () => {
  it('reads paragraphs, tables, line breaks and entities, and nothing that is not shown', async () => {
    const html = `<html><head><title>x</title><style>p{}</style></head><body><script>var a = "<p>não</p>";</script><!-- <p>nem isto</p> -->
      <h1>EDITAL N&ordm; 2/2026</h1><p>Preg&atilde;o&nbsp;&#8211; 2 < 3<br>segunda linha</p>
      <table><tr><th>Item</th><th></th><th>Valor</th></tr><tr><td>1</td><td><p>Mesa</p><p>de reuni&#xE3;o</p></td><td>R$ 5,00</td></tr></table></body></html>`;
    expect(await paginasDe('html', html)).toEqual(['EDITAL Nº 2/2026\n\nPregão – 2 < 3\nsegunda linha\nItem\tValor\n1\tMesa de reunião\tR$ 5,00']);
  });

  it('reads cells and rows that are never closed, and tables in tables', async () => {
    expect(await paginasDe('html', '<table><tr><td>a<td>b<tr><td>c<table><tr><td>d<td>e</table>')).toEqual(['a\tb\nc\nd\te']);
  });

  it('keeps columns under cells that span others', async () => {
    const html = '<table><tr><td rowspan=2>Lote<td colspan="2">Item e descrição<td>Valor</tr><tr><td>1<td>Mesa<td>5,00</tr><tr><td>2<td>3<td>4<td>5</table>';
    const r = await readBytes('html', Buffer.from(html), LIMITES);
    expect(r.paginas[0]!.linhas.map((l) => l.celulas.map((c) => [c.texto, c.x0]))).toEqual([
      [['Lote', 0], ['Item e descrição', 100], ['Valor', 300]], [['1', 100], ['Mesa', 200], ['5,00', 300]], [['2', 0], ['3', 100], ['4', 200], ['5', 300]],
    ]);
  });

  it('breaks pages where the style says so', async () => {
    expect(await paginasDe('html', '<p>um</p><p style="page-break-before: always">dois</p>')).toEqual(['um', 'dois']);
  });

  it('ends on broken marks', async () => {
    expect(await paginasDe('html', '<p>texto<script>sem fim <p>x')).toEqual(['texto']);
    expect(await paginasDe('html', 'a <b c <')).toEqual(['a']);
  });
});

describe('reading a web archive', () => {
  const cabeca = 'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="----=_x"; type="text/html"\r\n\r\nvisível só a quem não lê MIME\r\n------=_x\r\n';
  it.each([
    ['quoted-printable', 'Preg=E3o n=BA 1 =\r\nde 2026'],
    ['base64', Buffer.from('Pregão nº 1 de 2026', 'latin1').toString('base64')],
    ['8bit', 'Preg\xe3o n\xba 1 de 2026'],
  ])('in %s, without its pictures', async (codificacao, corpo) => {
    const html = codificacao === 'base64' ? corpo : `<p>${corpo}</p>`;
    const mht = `${cabeca}Content-Type: text/html; charset=iso-8859-1\r\nContent-Transfer-Encoding: ${codificacao}\r\n\r\n${html}\r\n------=_x\r\nContent-Type: image/png\r\n\r\nAAAA\r\n------=_x--`;
    expect(await paginasDe('mht', Buffer.from(mht, 'latin1'))).toEqual(['Pregão nº 1 de 2026']);
  });
  it('without text is refused', async () => {
    await expect(readBytes('mht', Buffer.from('MIME-Version: 1.0\nContent-Type: image/png\n\nAAAA'), LIMITES)).rejects.toMatchObject({ codigo: 'sem_texto' });
  });
});
