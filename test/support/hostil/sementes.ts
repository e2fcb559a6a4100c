import { crc32, deflateSync, gzipSync } from 'node:zlib';
import { utils, write } from '@e965/xlsx';
import { cmsDe } from '../cms.js';
import { DOC } from '../doc.js';
import { celulaXlsx as c, docxDe, paragrafo, QUEBRA_PAGINA, tabelaDocx, xlsxDe } from '../office.js';
import { pdfComAnexos } from '../pdf-anexo.js';
import { fluxoPdf, pdfDe, pdfDeObjetos } from '../pdf.js';
import { rar4, rar5 } from '../rar.js';
import { SETE_ZIP } from '../sete-zip.js';
import { zipDe } from '../zip.js';
import { tarDe } from './tar.js';

/** What mutations start from. */
export interface Semente {
  /** Group in the summary: pdf, docx, 7z… */
  readonly tipo: string;
  readonly bytes: Buffer;
}

const LINHAS = [
  'PREFEITURA MUNICIPAL DE VALE VERDE', 'EDITAL DE PREGÃO ELETRÔNICO Nº 12/2026', 'Processo Administrativo nº 345/2026',
  '1. DO OBJETO', '1.1. Aquisição de material de escritório, conforme o Anexo I - Termo de Referência.', '2. DA SESSÃO PÚBLICA',
  '2.1. A sessão pública será aberta em 15/09/2026, às 09h00, no sítio www.exemplo.com.br.', '3. DO VALOR', '3.1. O valor total estimado é de R$ 12.345,67 (doze mil, trezentos e quarenta e cinco reais e sessenta e sete centavos).',
  '4. DA HABILITAÇÃO', '4.1. Certidão Negativa de Débitos Trabalhistas (CNDT).', '4.2. Balanço patrimonial dos dois últimos exercícios.', '5. DAS SANÇÕES', '5.1. Multa de 0,5% ao dia, limitada a 10% do valor do contrato.',
] as const;
const TABELA = [['Item', 'Descrição', 'Unidade', 'Quantidade', 'Valor unitário', 'Valor total'], ['1', 'Caneta azul', 'UN', '100', 'R$ 1,50', 'R$ 150,00'], ['2', 'Papel A4', 'CX', '20', 'R$ 250,00', 'R$ 5.000,00']] as const;
const TEXTO = LINHAS.join('\n');
const CODIGO = Buffer.from(TEXTO, 'utf8');

/** A small readable file of every type that the project reads, some in several makes. */
export async function createSementes(): Promise<Semente[]> {
  const docx = await docxDe([...LINHAS.map((l) => paragrafo(l)), QUEBRA_PAGINA, tabelaDocx(TABELA)].join(''), { 'word/header1.xml': paragrafo('Vale Verde') });
  const xlsx = await xlsxDe({ Itens: TABELA.map((l, i) => `<row r="${i + 1}">${l.map((v, k) => c(`${'ABCDEF'[k]!}${i + 1}`, v)).join('')}</row>`).join('') });
  const livro = utils.book_new();
  utils.book_append_sheet(livro, utils.aoa_to_sheet(TABELA.map((l) => [...l])), 'Itens');
  const planilha = (bookType: 'xls' | 'biff5' | 'ods'): Buffer => Buffer.from(write(livro, { type: 'buffer', bookType }) as Uint8Array);
  const pdf = pdfDe([LINHAS, TABELA.map((l) => l.slice(0, 4).join('|')), null]);
  const zip = await zipDe({ 'Edital.txt': TEXTO, 'Anexos/': '', 'Anexos/TR.pdf': pdf, 'mimetype': 'texto' });
  const html = `<!DOCTYPE html><html><head><title>Edital</title><style>p{color:red}</style></head><body>${LINHAS.map((l) => `<p>${l}</p>`).join('')}<table>${TABELA.map((l) => `<tr>${l.map((x) => `<td colspan="1">${x}</td>`).join('')}</tr>`).join('')}</table><a href="http://127.0.0.1:9/x">link</a></body></html>`;
  const tar = tarDe([{ nome: 'Edital.txt', conteudo: CODIGO }, { nome: 'pasta/', tipo: '5' }, { nome: 'pasta/TR.pdf', conteudo: pdf }]);
  const rar = [{ nome: 'Edital.txt', conteudo: CODIGO }, { nome: 'Anexos', conteudo: Buffer.alloc(0), pasta: true }, { nome: 'Anexos/TR.txt', conteudo: CODIGO }];
  const cms = cmsDe(pdf);
  const de = (tipo: string, ...varias: (Buffer | string)[]): Semente[] => varias.map((b) => ({ tipo, bytes: Buffer.from(b) }));
  return [
    ...de('pdf', pdf, pdfAberto(), pdfComprimido(), pdfComAnexos({ 'a.txt': CODIGO, 'b.pdf': pdf })),
    ...de('docx', docx), ...de('doc', DOC), ...de('odt', await odtDe()), ...de('rtf', rtf()),
    ...de('xlsx', xlsx), ...de('xls', planilha('xls'), planilha('biff5')), ...de('ods', planilha('ods')),
    ...de('html', html), ...de('mht', mht(html)), ...de('txt', TEXTO, Buffer.from(TEXTO, 'latin1'), Buffer.from(`\ufeff${TEXTO}`, 'utf16le')), ...de('csv', TABELA.map((l) => l.join(';')).join('\r\n')),
    ...de('zip', zip, await zipDe({ 'dentro.zip': zip, 'edital.docx': docx })), ...de('7z', ...Object.entries(SETE_ZIP).filter(([n]) => n !== 'tarGz' && n !== 'bomba').map(([, b]) => b)),
    ...de('rar', rar4(rar), rar5(rar)), ...de('tar', tar, gzipSync(tar), SETE_ZIP.tarGz), ...de('p7s', cms, cmsDe(CODIGO, { ber: true }), `-----BEGIN PKCS7-----\n${cms.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END PKCS7-----\n`),
    ...de('imagem', png(8, 8, Buffer.alloc(8 * 25, 200)), JPEG),
  ];
}

/** Streams as they are: mutations reach the operators. Scripts, links and a form stand in it. */
export function pdfAberto(): Buffer {
  const ops = LINHAS.map((l, i) => `BT /F1 9 Tf 40 ${800 - i * 13} Td (${l.replace(/[\\()]/g, '\\$&')}) Tj ET`).join('\n');
  return pdfDeObjetos([
    '<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert(1))>>/AcroForm<</Fields[6 0 R]/XFA[(x)7 0 R]>>>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>', '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Rotate 0/Annots[6 0 R]/Resources<</Font<</F1 5 0 R>>>>>>',
    Buffer.from(`<</Length ${Buffer.byteLength(ops, 'latin1')}>>\nstream\n${ops}\nendstream`, 'latin1'),
    '<</Type/Font/Subtype/TrueType/BaseFont/Arial/FirstChar 32/LastChar 34/Widths[278 278 355]/Encoding<</BaseEncoding/WinAnsiEncoding/Differences[65/A/B]>>>>',
    '<</Type/Annot/Subtype/Widget/FT/Tx/T(nome)/V(valor)/Rect[10 10 100 20]/A<</S/URI/URI(http://127.0.0.1:9/)>>>>', '<</Length 20>>\nstream\n<xdp><a>1</a></xdp>\nendstream',
  ]);
}

/** Objects inside an object stream, found through a cross-reference stream. */
function pdfComprimido(): Buffer {
  const dentro = ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Count 1/Kids[3 0 R]>>', '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>'];
  let posicao = 0;
  const indice = dentro.map((o, i) => {
    const entrada = `${i + 1} ${posicao}`;
    posicao += o.length + 1;
    return entrada;
  }).join(' ');
  const objstm = fluxoPdf(Buffer.from(`${indice} ${dentro.join(' ')}`), `/Type/ObjStm/N 3/First ${indice.length + 1}`);
  const conteudo = fluxoPdf(Buffer.from('BT /F1 12 Tf 40 700 Td (Edital de pregao 3/2026) Tj ET'));
  const inicio = Buffer.from('%PDF-1.5\n');
  const o4 = Buffer.concat([Buffer.from('4 0 obj\n'), objstm, Buffer.from('\nendobj\n')]);
  const o5 = Buffer.concat([Buffer.from('5 0 obj\n'), conteudo, Buffer.from('\nendobj\n')]);
  const em = [inicio.length, inicio.length + o4.length, inicio.length + o4.length + o5.length];
  const linha = (t: number, a: number, b: number): number[] => [t, a >> 8, a & 255, b];
  const xref = fluxoPdf(Buffer.from([...linha(0, 0, 255), ...linha(2, 4, 0), ...linha(2, 4, 1), ...linha(2, 4, 2), ...linha(1, em[0]!, 0), ...linha(1, em[1]!, 0), ...linha(1, em[2]!, 0)]), '/Type/XRef/Size 7/W[1 2 1]/Root 1 0 R');
  return Buffer.concat([inicio, o4, o5, Buffer.from('6 0 obj\n'), xref, Buffer.from(`\nendobj\nstartxref\n${em[2]!}\n%%EOF\n`)]);
}

export const NS_ODT = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"';

/** An ODT with this body; default: the common text and table. */
export function odtDe(corpo = `${LINHAS.map((l) => `<text:p>${l}</text:p>`).join('')}<text:list><text:list-item><text:p>um</text:p></text:list-item></text:list><table:table>${TABELA.map((l) => `<table:table-row>${l.map((x) => `<table:table-cell><text:p>${x}</text:p></table:table-cell>`).join('')}</table:table-row>`).join('')}</table:table>`, prologo = ''): Promise<Buffer> {
  return zipDe({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': `<?xml version="1.0"?>${prologo}<office:document-content ${NS_ODT}><office:body><office:text>${corpo}</office:text></office:body></office:document-content>` });
}

const rtf = (): string =>
  `{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Arial;}{\\f1\\fcharset2 Wingdings;}}{\\*\\listtable{\\list\\listid1{\\listlevel\\levelnfc0{\\leveltext\\'02\\'00.;}}}}{\\info{\\title x}}${LINHAS.map((l) => `\\pard ${l.replace(/[\u0080-\uffff]/g, (x) => `\\u${x.charCodeAt(0)}?`)}\\par`).join('\n')}\n${TABELA.map((l) => `\\trowd ${l.map((_, i) => `\\cellx${(i + 1) * 1500}`).join('')}\\pard\\intbl ${l.join('\\cell ')}\\cell \\row`).join('\n')}{\\pict\\pngblip 89504e47}{\\field{\\*\\fldinst HYPERLINK "http://127.0.0.1:9/"}{\\fldrslt link}}\\bin4 abcd}`;

const mht = (html: string): string =>
  `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="=_b"; type="text/html"\r\n\r\n--=_b\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: base64\r\nContent-Location: http://127.0.0.1:9/\r\n\r\n${Buffer.from(html).toString('base64').replace(/.{76}/g, '$&\r\n')}\r\n--=_b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--=_b--\r\n`;

/** A PNG of 24 bits whose header says `largura` × `altura`, whatever the pixels are. */
export function png(largura: number, altura: number, pixels: Buffer): Buffer {
  const ihdr = Buffer.alloc(13);
  ihdr.writeUInt32BE(largura, 0);
  ihdr.writeUInt32BE(altura, 4);
  ihdr.set([8, 2, 0, 0, 0], 8);
  const bloco = (nome: string, dados: Buffer): Buffer => {
    const corpo = Buffer.concat([Buffer.from(nome, 'latin1'), dados]);
    const pontas = Buffer.alloc(8);
    pontas.writeUInt32BE(dados.length, 0);
    pontas.writeUInt32BE(crc32(corpo), 4);
    return Buffer.concat([pontas.subarray(0, 4), corpo, pontas.subarray(4)]);
  };
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), bloco('IHDR', ihdr), bloco('IDAT', deflateSync(pixels)), bloco('IEND', Buffer.alloc(0))]);
}

/** A JPEG of one gray pixel, written by hand. */
const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000ffdb004300080606070605080707070909080a0c140d0c0b0b0c1912130f141d1a1f1e1d1a1c1c20242e2720222c231c1c2837292c30313434341f27393d38323c2e333432ffc0000b080001000101011100ffc4001f0000010501010101010100000000000000000102030405060708090a0bffc400b5100002010303020403050504040000017d01020300041105122131410613516107227114328191a1082342b1c11552d1f02433627282090a161718191a25262728292a3435363738393a434445464748494a535455565758595a636465666768696a737475767778797a838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9eaf1f2f3f4f5f6f7f8f9faffda0008010100003f00fbdaffd9', 'hex');
