import { gzipSync } from 'node:zlib';
import { cmsDe } from '../cms.js';
import { DOC } from '../doc.js';
import { docxDe, paragrafo, xlsxDe } from '../office.js';
import { rar5 } from '../rar.js';
import { SETE_ZIP } from '../sete-zip.js';
import { zipCru, zipDe } from '../zip.js';
import { NS_ODT, odtDe, png } from './sementes.js';
import { tarDe } from './tar.js';

const MB = 1024 * 1024;
const TEXTO = Buffer.from('Edital de pregão eletrônico nº 3/2026.\n');
/** A billion laughs: ten levels of ten. */
export const RISADAS = `<!DOCTYPE x [<!ENTITY l0 "ha">${Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('')}]>`;

/** A DOCX whose main part is `xml`, whole. */
export const docxCru = (xml: string, partes: Readonly<Record<string, string>> = {}): Promise<Buffer> =>
  zipDe({
    '[Content_Types].xml': '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels': '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': xml, ...partes,
  });
export const NS_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const corpo = (x: string, prologo = ''): string => `<?xml version="1.0"?>${prologo}<w:document ${NS_W}><w:body>${x}</w:body></w:document>`;

/** A ZIP of `total` empty or tiny entries, written straight. */
export const zipDeMuitas = (total: number): Buffer => zipCru(Array.from({ length: total }, (_, i) => ({ nome: `${i}.txt`, conteudo: Buffer.from(`${i}`), metodo: 0 })));

/** Entries that share the same bytes: a small file of many gigabytes. */
export function zipSobreposto(total: number, bytes: number): Buffer {
  const um = zipCru([{ nome: 'a.txt', conteudo: Buffer.alloc(bytes, 'edital ') }]);
  const fim = um.length - 22;
  const central = um.readUInt32LE(fim + 16);
  const entrada = um.subarray(central, fim);
  const rodape = Buffer.from(um.subarray(fim));
  rodape.writeUInt16LE(total, 8);
  rodape.writeUInt16LE(total, 10);
  rodape.writeUInt32LE(entrada.length * total, 12);
  return Buffer.concat([um.subarray(0, central), ...Array.from({ length: total }, () => entrada), rodape]);
}

/** A DOC or XLS whose sector chains lead back to themselves. */
export function oleEmCiclo(ole: Buffer): Buffer {
  const c = Buffer.from(ole);
  const setor = 1 << c.readUInt16LE(30);
  const fat = (c.readUInt32LE(76) + 1) * setor;
  for (let i = 0; i < setor / 4; i++) if (c.readUInt32LE(fat + i * 4) < 0xfffffff0) c.writeUInt32LE(i, fat + i * 4);
  return c;
}

/** Files of the other types made to hang, fill or fool a reader. */
export const DOCUMENTOS_HOSTIS: Readonly<Record<string, () => Buffer | Promise<Buffer>>> = {
  'docx risadas': () => docxCru(corpo('<w:p><w:r><w:t>&l9;</w:t></w:r></w:p>', RISADAS)),
  'docx entidade externa': () => docxCru(corpo('<w:p><w:r><w:t>Edital &e;</w:t></w:r></w:p>', '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd" [<!ENTITY e SYSTEM "file:///etc/passwd">]>')),
  'docx tabelas aninhadas': () => docxCru(corpo('<w:tbl><w:tr><w:tc>'.repeat(50_000) + paragrafo('Edital'))),
  'docx aninhado e fechado': () => docxCru(corpo('<w:sdt><w:sdtContent>'.repeat(100_000) + paragrafo('Edital') + '</w:sdtContent></w:sdt>'.repeat(100_000))),
  'docx parágrafos aninhados': () => docxCru(corpo('<w:p><w:r><w:pict><w:txbxContent>'.repeat(20_000) + '<w:t>Edital</w:t>')),
  'docx atributo enorme': () => docxCru(corpo(`<w:p w:rsidR="${'x'.repeat(5 * MB)}"><w:r><w:t>Edital</w:t></w:r></w:p>`)),
  'docx parágrafos vazios': () => docxDe('<w:p/>'.repeat(600_000)),
  'docx uma célula por linha': () => docxDe(`<w:tbl>${'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2147483647"/></w:tcPr><w:p/></w:tc></w:tr>'.repeat(5000)}</w:tbl>`),
  'docx sem fechar': () => docxCru(`${corpo('')}${'<'.repeat(2 * MB)}`),
  'docx &': () => docxCru(corpo(`<w:p><w:r><w:t>${'&'.repeat(2 * MB)}</w:t></w:r></w:p>`)),
  'odt espaços': () => odtDe('<text:p>Edital<text:s text:c="2147483647"/></text:p>'.repeat(50)),
  'odt listas fundas': () => odtDe('<text:list><text:list-item>'.repeat(50_000) + '<text:p>Edital</text:p>'),
  'odt tabelas fundas': () => odtDe('<table:table><table:table-row><table:table-cell>'.repeat(20_000) + '<text:p>Edital</text:p>'),
  'odt células repetidas': () => odtDe(`<table:table><table:table-row table:number-rows-repeated="2147483647"><table:table-cell table:number-columns-repeated="2147483647"><text:p>Edital</text:p></table:table-cell></table:table-row></table:table>`),
  'odt risadas': () => odtDe('<text:p>&l9;</text:p>', RISADAS),
  'ods repetidas': () => zipDe({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': `<?xml version="1.0"?><office:document-content ${NS_ODT}><office:body><office:spreadsheet><table:table table:name="A">${'<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell></table:table-row>'.repeat(9)}</table:table></office:spreadsheet></office:body></office:document-content>` }),
  'xlsx canto': () => xlsxDe({ A: '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>' }),
  'xlsx fora da folha': () => xlsxDe({ A: '<row r="99999999999"><c r="ZZZZZZZZ99999999999"><v>2</v></c></row>' }),
  'xlsx linha de um milhão': () => xlsxDe({ A: `<row r="1">${'<c><v>1</v></c>'.repeat(1_000_000)}</row>` }),
  'xlsx fórmulas': () => xlsxDe({ A: `<row r="1"><c r="A1"><f>${'('.repeat(50_000)}</f><v>7</v></c><c r="B1"><f>WEBSERVICE("http://127.0.0.1:9/")</f></c></row>` }),
  'rtf bin': () => Buffer.from(`{\\rtf1 Edital \\bin2147483647 ${'x'.repeat(1000)}}`),
  'rtf grupos': () => Buffer.from(`{\\rtf1 ${'{'.repeat(2_000_000)}Edital`),
  'rtf grupos vazios': () => Buffer.from(`{\\rtf1 ${'{}'.repeat(2_000_000)}Edital}`),
  'rtf células': () => Buffer.from(`{\\rtf1 \\trowd${'\\cellx1'.repeat(300_000)}${'a\\cell '.repeat(300_000)}\\row}`),
  'rtf palavras': () => Buffer.from(`{\\rtf1 ${'\\'.repeat(2_000_001)} ${'\\a9'.repeat(1_000_000)}}`),
  'html tags': () => Buffer.from(`<!DOCTYPE html><html><body>Edital${'<div>'.repeat(400_000)}`),
  'html tabelas': () => Buffer.from(`<!DOCTYPE html><html><body>${'<table><tr><td>'.repeat(100_000)}Edital`),
  'html vãos': () => Buffer.from(`<!DOCTYPE html><html><body><table>${'<tr><td colspan="99999999" rowspan="99999999">Edital</td></tr>'.repeat(5000)}</table>`),
  'html menor que': () => Buffer.from(`<!DOCTYPE html><html><body>Edital ${'<'.repeat(3 * MB)}`),
  'html comentários': () => Buffer.from(`<!DOCTYPE html><html><body>Edital ${'<!--'.repeat(700_000)}`),
  'html atributos': () => Buffer.from(`<!DOCTYPE html><html><body>Edital <p ${'a="'.repeat(700_000)}`),
  'html scripts': () => Buffer.from(`<!DOCTYPE html><html><body>Edital ${'<script>'.repeat(300_000)}`),
  'html entidades': () => Buffer.from(`<!DOCTYPE html><html><body>Edital ${'&#99999999999;&'.repeat(200_000)}`),
  'mht em si': () => Buffer.from(`MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n${'--b\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n'.repeat(30_000)}`),
  'csv colunas': () => Buffer.from(`item;descrição;${';'.repeat(1_000_000)}\n1;caneta`),
  'csv aspas': () => Buffer.from(`item;descrição\n"${'""'.repeat(1_000_000)}`),
  'txt uma linha': () => Buffer.from('edital de licitação '.repeat(250_000)),
  'txt nova página': () => Buffer.from(`Edital ${'\f'.repeat(2_000_000)}`),
  'zip muitas': () => zipDeMuitas(60_000),
  'zip sobreposto': () => zipSobreposto(400, 3 * MB),
  'zip caminhos': () => zipCru(['../a', '/etc/x', 'C:\\x', '\\\\host\\x', 'a/../../b', '..\\..\\c', 'a\0b'].map((nome) => ({ nome, conteudo: TEXTO }))),
  'zip bomba': () => zipDe({ 'a.txt': Buffer.alloc(80 * MB) }),
  '7z bomba': () => SETE_ZIP.bomba,
  'tar atalhos': () => tarDe([{ nome: 'a', tipo: '2', alvo: '/etc/passwd' }, { nome: 'b', tipo: '1', alvo: '../../etc/passwd' }, { nome: '../c.txt', conteudo: TEXTO }, { nome: 'd', tipo: '3' }, { nome: 'bom.txt', conteudo: TEXTO }]),
  'tar tamanho mentiroso': () => tarDe([{ nome: 'a.txt', conteudo: TEXTO, tamanho: '77777777777\0' }]),
  'tar tamanho negativo': () => tarDe([{ nome: 'a.txt', conteudo: TEXTO, tamanho: '\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff' }]),
  'tar muitas': () => gzipSync(tarDe(Array.from({ length: 60_000 }, (_, i) => ({ nome: `${i}.txt` })))),
  'tar.gz bomba': () => gzipSync(tarDe([{ nome: 'a.txt', conteudo: Buffer.alloc(90 * MB) }]), { level: 9 }),
  'gz de gz': () => Array.from({ length: 12 }).reduce((b: Buffer) => gzipSync(b), tarDe([{ nome: 'a.txt', conteudo: TEXTO }])),
  'rar tamanho mentiroso': () => {
    const b = rar5([{ nome: 'a.txt', conteudo: Buffer.alloc(2 * MB, 'edital ') }]);
    return b.subarray(0, b.length - MB);
  },
  'p7s em p7s': () => Array.from({ length: 12 }).reduce((b: Buffer) => cmsDe(b), TEXTO),
  'p7s fundo': () => Buffer.concat([Buffer.from('308006092a864886f70d010702a080', 'hex'), Buffer.from('3080'.repeat(200_000), 'hex')]),
  'p7s pedaços fundos': () => Buffer.concat([Buffer.from('308006092a864886f70d010702a0803080020101310030800609', 'hex'), Buffer.from('2a864886f70d010701a080', 'hex'), Buffer.from('2480'.repeat(300_000), 'hex')]),
  'imagem enorme': () => png(65_535, 65_535, Buffer.alloc(16 * MB)),
  'doc em ciclo': () => oleEmCiclo(DOC),
};
