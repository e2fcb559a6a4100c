import { invalido } from '../../../kernel/index.js';

/** An image file as the engine may open it. */
export interface ImagemAberta {
  readonly bytes: Uint8Array;
  readonly largura: number;
  readonly altura: number;
}

/** A sheet of A4 at 600 dpi has 35 million pixels; past this an image is an attack on memory. */
const MAX_PIXELS = 40_000_000;
const MAX_PAGINAS_TIFF = 1000;

interface Tiff {
  readonly vista: DataView;
  readonly little: boolean;
  /** Offsets of the directories of its pages. */
  readonly paginas: readonly number[];
}

/** Pages of an image file: those of a TIFF, else one. @throws AlicitError `imagem_grande`, `imagem_nao_suportada`, `arquivo_corrompido` */
export function countPaginas(bytes: Uint8Array): number {
  const tiff = parseTiff(bytes);
  if (tiff) return tiff.paginas.length;
  openImagem(bytes, 1);
  return 1;
}

/** One page of an image file (1-based), its size looked at before anything is unpacked. @throws AlicitError `imagem_grande`, `imagem_nao_suportada`, `arquivo_corrompido` */
export function openImagem(bytes: Uint8Array, numero: number): ImagemAberta {
  const tiff = parseTiff(bytes);
  const [largura, altura] = tiff ? sizeOfTiff(tiff, tiff.paginas[numero - 1]) : sizeOf(bytes);
  if (!(largura > 0 && altura > 0)) throw corrompida();
  if (largura * altura > MAX_PIXELS) throw invalido('imagem_grande', `A imagem tem mais de ${MAX_PIXELS / 1_000_000} milhões de pontos. Reduza-a ou digitalize a 300 dpi.`);
  return { bytes: tiff ? beginAt(bytes, tiff, numero) : bytes.slice(), largura, altura };
}

const corrompida = () => invalido('arquivo_corrompido', 'A imagem está truncada ou corrompida e não pôde ser aberta. Envie-a de novo ou em PDF.');
const ascii = (b: Uint8Array, i: number, n: number): string => Buffer.from(b.buffer, b.byteOffset + i, Math.max(0, Math.min(n, b.length - i))).toString('latin1');
const viewOf = (b: Uint8Array): DataView => new DataView(b.buffer, b.byteOffset, b.byteLength);

function sizeOf(b: Uint8Array): readonly [number, number] {
  const v = viewOf(b);
  if (ascii(b, 1, 3) === 'PNG') return b.length >= 24 ? [v.getUint32(16), v.getUint32(20)] : [0, 0];
  if (b[0] === 0xff && b[1] === 0xd8) return sizeOfJpeg(b, v);
  if (ascii(b, 0, 2) === 'BM' && b.length >= 26) return [Math.abs(v.getInt32(18, true)), Math.abs(v.getInt32(22, true))];
  throw invalido('imagem_nao_suportada', 'O formato desta imagem não é lido. Envie-a em PNG, JPEG, TIFF ou PDF.');
}

/** The frame header (SOF) of a JPEG tells its size; segments before it are passed over. */
function sizeOfJpeg(b: Uint8Array, v: DataView): readonly [number, number] {
  for (let i = 2; i + 9 < b.length; ) {
    if (b[i] !== 0xff) throw corrompida();
    const marca = b[i + 1]!;
    if (marca === 0xff) i++;
    else if (marca >= 0xc0 && marca <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marca)) return [v.getUint16(i + 7), v.getUint16(i + 5)];
    else i += 2 + v.getUint16(i + 2);
  }
  throw corrompida();
}

function parseTiff(b: Uint8Array): Tiff | null {
  const ordem = ascii(b, 0, 2);
  if (ordem !== 'II' && ordem !== 'MM') return null;
  const little = ordem === 'II';
  const vista = viewOf(b);
  if (b.length < 8 || vista.getUint16(2, little) !== 42) return null;
  const paginas: number[] = [];
  for (let d = vista.getUint32(4, little); d && paginas.length < MAX_PAGINAS_TIFF && !paginas.includes(d); ) {
    if (d + 6 > b.length) break;
    const fim = d + 2 + vista.getUint16(d, little) * 12;
    paginas.push(d);
    d = fim + 4 <= b.length ? vista.getUint32(fim, little) : 0;
  }
  if (!paginas.length) throw corrompida();
  return { vista, little, paginas };
}

/** Width (tag 256) and height (tag 257) of a directory. */
function sizeOfTiff({ vista, little }: Tiff, diretorio: number | undefined): readonly [number, number] {
  if (diretorio === undefined) throw corrompida();
  const tamanho = [0, 0];
  const total = vista.getUint16(diretorio, little);
  for (let i = 0; i < total && diretorio + 14 + i * 12 <= vista.byteLength; i++) {
    const campo = diretorio + 2 + i * 12;
    const marca = vista.getUint16(campo, little) - 256;
    if (marca === 0 || marca === 1) tamanho[marca] = vista.getUint16(campo + 2, little) === 3 ? vista.getUint16(campo + 8, little) : vista.getUint32(campo + 8, little);
  }
  return [tamanho[0]!, tamanho[1]!];
}

/** The file with another page as its first, which is the one that is read: the header points to its directory. */
function beginAt(bytes: Uint8Array, { little, paginas }: Tiff, numero: number): Uint8Array {
  const copia = bytes.slice();
  viewOf(copia).setUint32(4, paginas[numero - 1]!, little);
  return copia;
}
