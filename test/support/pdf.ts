import { deflateSync } from 'node:zlib';

/** Options of a page: `null` text = a page with an image and no text layer. */
export type PaginaPdf = readonly string[] | null;

/** A PDF of these objects, numbered from 1; the first is the catalogue. */
export function pdfDeObjetos(objetos: readonly (string | Buffer)[], trailer = ''): Buffer {
  const partes: Buffer[] = [Buffer.from('%PDF-1.5\n')];
  const offsets: number[] = [];
  let offset = partes[0]!.length;
  objetos.forEach((o, i) => {
    const b = Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), Buffer.isBuffer(o) ? o : Buffer.from(o, 'latin1'), Buffer.from('\nendobj\n')]);
    offsets.push(offset);
    offset += b.length;
    partes.push(b);
  });
  const xref = offsets.map((o) => `${String(o).padStart(10, '0')} 00000 n \n`).join('');
  return Buffer.concat([...partes, Buffer.from(`xref\n0 ${objetos.length + 1}\n0000000000 65535 f \n${xref}trailer<</Size ${objetos.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${offset}\n%%EOF\n`)]);
}

export function fluxoPdf(dados: Buffer, dicionario = ''): Buffer {
  const z = deflateSync(dados);
  return Buffer.concat([Buffer.from(`<</Length ${z.length}/Filter/FlateDecode${dicionario}>>\nstream\n`), z, Buffer.from('\nendstream')]);
}

/** A readable PDF written by hand: a page per entry, a line per string; "|" separates table cells 150 points apart. */
export function pdfDe(paginas: readonly PaginaPdf[]): Buffer {
  const primeira = 5;
  const filhos = paginas.map((_, i) => `${primeira + i * 2} 0 R`).join(' ');
  const objetos: (string | Buffer)[] = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${paginas.length}/Kids[${filhos}]>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    fluxoPdf(Buffer.alloc(12, 200), '/Type/XObject/Subtype/Image/Width 2/Height 2/ColorSpace/DeviceRGB/BitsPerComponent 8'),
  ];
  paginas.forEach((linhas, i) => {
    objetos.push(`<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${primeira + i * 2 + 1} 0 R/Resources<</Font<</F1 3 0 R>>/XObject<</I1 4 0 R>>>>>>`);
    objetos.push(fluxoPdf(Buffer.from(linhas === null ? 'q 500 0 0 700 40 40 cm /I1 Do Q' : linhas.map(lineOps).join('\n'), 'latin1')));
  });
  return pdfDeObjetos(objetos);
}

const lineOps = (linha: string, i: number): string =>
  linha
    .split('|')
    .map((celula, k) => `BT /F1 9 Tf ${40 + k * 150} ${800 - i * 13} Td (${celula.replace(/[\\()]/g, '\\$&').replaceAll('–', '\x96')}) Tj ET`)
    .join('\n');
