import { crc32, deflateSync } from 'node:zlib';
import { openPdfium } from '../../src/editais/leitura/pdfium.js';
import { renderPagina } from '../../src/editais/leitura/ocr/render-pagina.js';
import type { Giro } from '../../src/editais/leitura/ocr/tesseract.js';
import { fluxoPdf, pdfDe, pdfDeObjetos, type PaginaPdf } from './pdf.js';

/** A page as a scanner gives it: gray, a byte a pixel. */
export interface Digitalizada {
  readonly cinza: Uint8Array;
  readonly largura: number;
  readonly altura: number;
}

const DPI = 150;

/** Pages of text printed and scanned; `giros` are the quarter turns clockwise each was laid by. */
export async function digitaliza(paginas: readonly PaginaPdf[], giros: readonly Giro[] = []): Promise<Digitalizada[]> {
  const pdf = await openPdfium(pdfDe(paginas));
  try {
    return paginas.map((_, i) => {
      const { pgm, largura, altura } = renderPagina(pdf, i, DPI, giros[i] ?? 0)!;
      return { cinza: pgm.subarray(pgm.length - largura * altura), largura, altura };
    });
  } finally {
    pdf.close();
  }
}

/** The page laid askew: so many pixels lower for each to the right. */
export function inclina({ cinza, largura, altura }: Digitalizada, queda: number): Digitalizada {
  const torta = new Uint8Array(cinza.length).fill(255);
  for (let y = 0; y < altura; y++) {
    for (let x = 0; x < largura; x++) {
      const de = y - Math.round(x * queda);
      if (de >= 0 && de < altura) torta[y * largura + x] = cinza[de * largura + x]!;
    }
  }
  return { cinza: torta, largura, altura };
}

/** A PDF of nothing but these images, each the size of its page; with text of their own printed over them. */
export function pdfDigitalizado(imagens: readonly Digitalizada[], carimbos: readonly string[] = []): Buffer {
  const objetos: (string | Buffer)[] = [
    '<</Type/Catalog/Pages 2 0 R>>', `<</Type/Pages/Count ${imagens.length}/Kids[${imagens.map((_, i) => `${4 + i * 3} 0 R`).join(' ')}]>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
  ];
  imagens.forEach(({ cinza, largura, altura }, i) => {
    const [w, h] = [(largura * 72) / DPI, (altura * 72) / DPI];
    const carimbo = carimbos[i] ? `BT /F1 6 Tf 40 8 Td (${carimbos[i]}) Tj ET` : '';
    objetos.push(`<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${w} ${h}]/Contents ${5 + i * 3} 0 R/Resources<</Font<</F1 3 0 R>>/XObject<</I1 ${6 + i * 3} 0 R>>>>>>`);
    objetos.push(fluxoPdf(Buffer.from(`q ${w} 0 0 ${h} 0 0 cm /I1 Do Q ${carimbo}`, 'latin1')));
    objetos.push(fluxoPdf(Buffer.from(cinza), `/Type/XObject/Subtype/Image/Width ${largura}/Height ${altura}/ColorSpace/DeviceGray/BitsPerComponent 8`));
  });
  return pdfDeObjetos(objetos);
}

/** A PNG of one page. */
export function pngDe({ cinza, largura, altura }: Digitalizada): Buffer {
  const linhas = Buffer.alloc((largura + 1) * altura);
  for (let y = 0; y < altura; y++) linhas.set(cinza.subarray(y * largura, (y + 1) * largura), y * (largura + 1) + 1);
  const cabecalho = Buffer.alloc(13);
  cabecalho.writeUInt32BE(largura, 0);
  cabecalho.writeUInt32BE(altura, 4);
  cabecalho.set([8, 0, 0, 0, 0], 8);
  const bloco = (tipo: string, dados: Buffer): Buffer => {
    const corpo = Buffer.concat([Buffer.from(tipo), dados]);
    const [tamanho, soma] = [Buffer.alloc(4), Buffer.alloc(4)];
    tamanho.writeUInt32BE(dados.length);
    soma.writeUInt32BE(crc32(corpo));
    return Buffer.concat([tamanho, corpo, soma]);
  };
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), bloco('IHDR', cabecalho), bloco('IDAT', deflateSync(linhas)), bloco('IEND', Buffer.alloc(0))]);
}

/** A TIFF of several pages, not compressed. */
export function tiffDe(paginas: readonly Digitalizada[]): Buffer {
  const partes: Buffer[] = [];
  let offset = 8;
  paginas.forEach(({ cinza, largura, altura }, i) => {
    const campos: readonly (readonly [number, number, number])[] = [[256, 4, largura], [257, 4, altura], [258, 3, 8], [259, 3, 1], [262, 3, 1], [273, 4, 0], [277, 3, 1], [278, 4, altura], [279, 4, cinza.length]];
    const diretorio = Buffer.alloc(2 + campos.length * 12 + 4);
    const dados = offset + diretorio.length;
    diretorio.writeUInt16LE(campos.length, 0);
    campos.forEach(([marca, tipo, valor], k) => {
      const p = 2 + k * 12;
      diretorio.writeUInt16LE(marca, p);
      diretorio.writeUInt16LE(tipo, p + 2);
      diretorio.writeUInt32LE(1, p + 4);
      if (tipo === 3) diretorio.writeUInt16LE(valor, p + 8);
      else diretorio.writeUInt32LE(marca === 273 ? dados : valor, p + 8);
    });
    offset = dados + cinza.length;
    diretorio.writeUInt32LE(i + 1 < paginas.length ? offset : 0, diretorio.length - 4);
    partes.push(diretorio, Buffer.from(cinza));
  });
  return Buffer.concat([Buffer.from([0x49, 0x49, 42, 0, 8, 0, 0, 0]), ...partes]);
}
