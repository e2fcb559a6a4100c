import { deflateSync } from 'node:zlib';
import { fluxoPdf, pdfDeObjetos } from '../pdf.js';

const MB = 1024 * 1024;
const FONTE = '/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>';
const EDITAL = 'BT /F1 12 Tf 40 700 Td (Edital de pregao eletronico 3/2026) Tj ET';
const CATALOGO = '<</Type/Catalog/Pages 2 0 R>>';
const pagina = (resto = '', recursos = ''): string => `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R${FONTE}${recursos}>>${resto}>>`;
const umaPagina = (conteudo: Buffer | string, recursos = '', outros: readonly (string | Buffer)[] = [], resto = ''): Buffer =>
  pdfDeObjetos([CATALOGO, '<</Type/Pages/Count 1/Kids[3 0 R]>>', pagina(resto, recursos), typeof conteudo === 'string' ? fluxoPdf(Buffer.from(conteudo, 'latin1')) : conteudo, ...outros]);

/** Deflated `vezes` times over: each layer inflates a thousandfold. */
function bomba(bytes: number, vezes: number, texto = ' '): Buffer {
  let b = Buffer.alloc(bytes, texto);
  for (let i = 0; i < vezes; i++) b = deflateSync(b, { level: 9 });
  return Buffer.concat([Buffer.from(`<</Length ${b.length}/Filter[${'/FlateDecode'.repeat(vezes)}]>>\nstream\n`), b, Buffer.from('\nendstream')]);
}

/** Everything a PDF may ask a viewer to do, addressed to `url`; one page of text. */
export function pdfVivo(url: string): Buffer {
  const acoes = [`<</S/JavaScript/JS(this.submitForm\\('${url}js'\\);app.launchURL\\('${url}js2'\\))>>`, `<</S/URI/URI(${url}uri)>>`, `<</S/SubmitForm/F(${url}form)/Flags 4>>`, `<</S/GoToR/F<</FS/URL/F(${url}gotor)>>/D[0/Fit]>>`, '<</S/Launch/F(/bin/touch)/Win<</F(cmd.exe)>>>>', `<</S/ImportData/F<</FS/URL/F(${url}fdf)>>>>`];
  const xfa = `<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><template><subform><event activity="initialize"><script contentType="application/x-javascript">xfa.host.gotoURL("${url}xfa")</script></event></subform></template></xdp:xdp>`;
  return pdfDeObjetos([
    `<</Type/Catalog/Pages 2 0 R/OpenAction ${acoes[0]!}/AA<</WC ${acoes[1]!}/DP ${acoes[2]!}>>/AcroForm<</XFA 5 0 R/Fields[6 0 R]/NeedAppearances true>>/Names<</JavaScript<</Names[(a)${acoes[0]!}]>>/EmbeddedFiles<</Names[(virus.exe)7 0 R]>>>>/URI<</Base(${url})>>>>`,
    '<</Type/Pages/Count 1/Kids[3 0 R]>>', pagina(`/AA<</O ${acoes[4]!}/C ${acoes[3]!}>>/Annots[${acoes.map((a) => `<</Type/Annot/Subtype/Link/Rect[0 0 595 842]/A ${a}>>`).join('')}6 0 R]`, `/XObject<</I1<</Type/XObject/Subtype/Image/F<</FS/URL/F(${url}imagem)>>/Length 0>>>>`), fluxoPdf(Buffer.from(`${EDITAL} /I1 Do`)),
    fluxoPdf(Buffer.from(xfa)), `<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/Rect[1 1 9 9]/AA<</K ${acoes[0]!}/V ${acoes[0]!}>>/A ${acoes[2]!}>>`,
    '<</Type/Filespec/F(virus.exe)/EF<</F 8 0 R>>>>', `<</Type/EmbeddedFile/Length 64>>\nstream\n${'MZ\u0090\0\u0003\0\0\0'.repeat(8)}\nendstream`,
  ]);
}

/** A tree of pages `niveis` deep with one page at its end. */
function arvoreFunda(niveis: number): Buffer {
  const objetos: (string | Buffer)[] = ['<</Type/Catalog/Pages 4 0 R>>', fluxoPdf(Buffer.from(EDITAL)), `<</Type/Page/Parent ${niveis + 3} 0 R/MediaBox[0 0 595 842]/Contents 2 0 R${FONTE}>>>>`];
  for (let i = 0; i < niveis; i++) objetos.push(`<</Type/Pages/Count 1${i ? `/Parent ${i + 3} 0 R` : ''}/Kids[${i + 1 < niveis ? i + 5 : 3} 0 R]>>`);
  return pdfDeObjetos(objetos);
}

/** `total` pages of their own, with nothing on them. */
export const pdfVazio = (total: number): Buffer =>
  pdfDeObjetos([CATALOGO, `<</Type/Pages/Count ${total}/MediaBox[0 0 9 9]/Kids[${Array.from({ length: total }, (_, i) => `${i + 3} 0 R`).join(' ')}]>>`, ...Array.from({ length: total }, () => '<</Type/Page/Parent 2 0 R>>')]);

/** A page of `w` × `h` points with an image that covers it. */
export const pdfEnorme = (w: number | string, h: number | string, resto = ''): Buffer =>
  pdfDeObjetos([CATALOGO, '<</Type/Pages/Count 1/Kids[3 0 R]>>', `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${w} ${h}]${resto}/Contents 4 0 R/Resources<</XObject<</I1 5 0 R>>>>>>`, fluxoPdf(Buffer.from(`q ${w} 0 0 ${h} 0 0 cm /I1 Do Q`)), fluxoPdf(Buffer.alloc(12, 200), '/Type/XObject/Subtype/Image/Width 2/Height 2/ColorSpace/DeviceRGB/BitsPerComponent 8')]);

/** An image that inflates to `lado`² × 3 bytes. */
export function pdfComImagemBomba(lado: number): Buffer {
  const linhas = deflateSync(Buffer.alloc(64 * MB), { level: 9 });
  return umaPagina('q 500 0 0 700 0 0 cm /I1 Do Q', '/XObject<</I1 5 0 R>>', [Buffer.concat([Buffer.from(`<</Type/XObject/Subtype/Image/Width ${lado}/Height ${lado}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/FlateDecode/Length ${linhas.length}>>\nstream\n`), linhas, Buffer.from('\nendstream')])]);
}

/** PDFs made to hang, fill or fool a reader. */
export const PDFS_HOSTIS: Readonly<Record<string, () => Buffer>> = {
  kidsEmCiclo: () => pdfDeObjetos([CATALOGO, '<</Type/Pages/Count 9/Kids[2 0 R 3 0 R]>>', pagina(), fluxoPdf(Buffer.from(EDITAL))]),
  kidsEmCicloDeDois: () => pdfDeObjetos([CATALOGO, '<</Type/Pages/Count 2147483647/Kids[3 0 R]>>', '<</Type/Pages/Parent 2 0 R/Count 2147483647/Kids[2 0 R]>>']),
  countAbsurdo: () => pdfDeObjetos([CATALOGO, '<</Type/Pages/Count 1000000000/Kids[3 0 R]>>', pagina(), fluxoPdf(Buffer.from(EDITAL))]),
  countNegativo: () => pdfDeObjetos([CATALOGO, '<</Type/Pages/Count -5/Kids[3 0 R]>>', pagina(), fluxoPdf(Buffer.from(EDITAL))]),
  mesmaPagina: () => pdfDeObjetos([CATALOGO, `<</Type/Pages/Count 200000/Kids[${'3 0 R '.repeat(200_000)}]>>`, pagina(), fluxoPdf(Buffer.from(EDITAL))]),
  paginasVazias: () => pdfVazio(50_000),
  arvoreFunda: () => arvoreFunda(20_000),
  mediaBoxEnorme: () => pdfEnorme(1e7, 1e7),
  mediaBoxInfinita: () => pdfEnorme('99999999999999999999999999999999999999999999', 1),
  userUnit: () => pdfEnorme(14_400, 14_400, '/UserUnit 75000'),
  fluxoBomba: () => umaPagina(bomba(400 * MB, 2)),
  textoBomba: () => umaPagina(bomba(24 * MB, 1, '(edital) Tj ')),
  imagemBomba: () => pdfComImagemBomba(30_000),
  arraysFundos: () => umaPagina(EDITAL, '', ['['.repeat(300_000)]),
  dicionariosFundos: () => pdfDeObjetos([`<</Type/Catalog/Pages 2 0 R/X ${'<</A '.repeat(200_000)}>>`, '<</Type/Pages/Count 1/Kids[3 0 R]>>', pagina(), fluxoPdf(Buffer.from(EDITAL))]),
  formularioDeSi: () => umaPagina(`${EDITAL} /X1 Do`, '/XObject<</X1 5 0 R>>', [fluxoPdf(Buffer.from('/X1 Do /X1 Do'), '/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X1 5 0 R>>>>')]),
  formulariosEmLeque: () => umaPagina(`${EDITAL} /X1 Do`, '/XObject<</X1 5 0 R>>', Array.from({ length: 12 }, (_, i) => fluxoPdf(Buffer.from('/X1 Do '.repeat(10)), `/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X1 ${i + 6} 0 R>>>>`))),
  pilhaDeEstados: () => umaPagina('q '.repeat(2_000_000)),
  type3DeSi: () => umaPagina('BT /F2 12 Tf (AAAA) Tj ET', '/ExtGState<</G 5 0 R>>', ['<</Type/ExtGState/Font[6 0 R 12]>>', '<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[1 0 0 1 0 0]/FirstChar 65/LastChar 65/Widths[9]/Encoding<</Differences[65/A]>>/CharProcs<</A 7 0 R>>/Resources<</Font<</F2 6 0 R>>>>>>', fluxoPdf(Buffer.from('9 0 d0 BT /F2 12 Tf (A) Tj ET'))]),
  xrefEmCiclo: () => Buffer.concat([umaPagina(EDITAL), Buffer.from('trailer<</Size 9/Root 1 0 R/Prev 0/XRefStm 9>>\nstartxref\n9\n%%EOF')]),
  fluxoDeFluxo: () => umaPagina(EDITAL, '', ['<</Type/ObjStm/N 99999999/First 4/Extends 5 0 R/Length 5 0 R>>\nstream\n1 0 2 0\nendstream']),
  semFim: () => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.from('1 0 obj<</Type/Catalog/Pages 1 0 R/Kids[1 0 R]/Count 9>>endobj\n'.repeat(30_000))]),
  comentario: () => Buffer.from(`%PDF-1.7\n${'%'.repeat(5 * MB)}`),
  vivo: () => pdfVivo('http://127.0.0.1:9/'),
};
