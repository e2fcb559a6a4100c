import type { TipoArquivo } from '../domain/documento.js';
import { isOleSadio } from '../leitura/ole-sadio.js';
import { toBer } from './read-assinado.js';
import { detectOffice } from './tipo-office.js';
import { detectTexto } from './tipo-texto.js';

/** A type, and whether the content is behind a password. */
export interface TipoDetectado {
  readonly tipo: TipoArquivo;
  readonly cifrado?: boolean;
}

/** A PDF may begin with a few bytes of something else: readers look for its mark in the first kilobyte. */
const INICIO_PDF = 1024;
/** Word opens it with a mark of UTF-8 or white space before, and with its name cut short. */
const INICIO_RTF = /^(?:\xef\xbb\xbf)?\s{0,20}\{\\rt/;
const POR_EXTENSAO: Readonly<Record<string, TipoArquivo>> = { pdf: 'pdf', rtf: 'rtf', rar: 'rar', '7z': '7z', tar: 'tar', gz: 'tar', 'tar.gz': 'tar', bz2: 'tar', 'tar.bz2': 'tar', xz: 'tar', 'tar.xz': 'tar' };

/** What the bytes are. The file's name is never looked at: it often lies. */
export async function detectTipo(bytes: Uint8Array): Promise<TipoDetectado> {
  const b = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (toBer(b.subarray(0, 4096))) return { tipo: 'p7s' };
  if (b.subarray(0, INICIO_PDF + 5).includes('%PDF-')) return { tipo: 'pdf' };
  if (b.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1')) || b.subarray(0, 4).equals(Buffer.from('PK\x05\x06', 'latin1'))) return { tipo: await detectOffice(b) };
  if (b.subarray(0, 8).equals(Buffer.from('d0cf11e0a1b11ae1', 'hex'))) return detectOle2(b);
  if (INICIO_RTF.test(b.toString('latin1', 0, 40))) return { tipo: 'rtf' };
  // Loaded when first needed: most files are told above.
  const { fileTypeFromBuffer } = await import('file-type');
  const achado = await fileTypeFromBuffer(b.subarray(0, 64 * 1024)).catch(() => undefined);
  if (achado && POR_EXTENSAO[achado.ext]) return { tipo: POR_EXTENSAO[achado.ext]! };
  if (achado?.mime.startsWith('image/') && achado.ext !== 'svg') return { tipo: 'imagem' };
  return { tipo: detectTexto(b) ?? 'desconhecido' };
}

/** OLE2 container: Word, Excel or an OOXML file behind a password, told by the names of its streams (UTF-16). */
async function detectOle2(b: Buffer): Promise<TipoDetectado> {
  const has = (nome: string): boolean => b.includes(Buffer.from(nome, 'utf16le'));
  if (has('EncryptedPackage')) return { tipo: 'desconhecido', cifrado: true };
  const word = has('WordDocument');
  const excel = has('Workbook') || has('Book');
  if (word && excel) return { tipo: await detectPorRaiz(b) };
  return { tipo: word ? 'doc' : excel ? 'xls' : 'desconhecido' };
}

/** One holds the other: what stands at the root is the file. */
async function detectPorRaiz(b: Buffer): Promise<TipoArquivo> {
  // The readers refuse it; here nothing would end it.
  if (!isOleSadio(b)) return 'doc';
  const { CFB } = await import('@e965/xlsx');
  try {
    const pacote = CFB.read(b, { type: 'buffer' }) as object;
    return CFB.find(pacote, '/WordDocument') ? 'doc' : 'xls';
  } catch {
    return 'doc';
  }
}
