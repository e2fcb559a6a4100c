import { MB } from '../reunir/limites.js';
import { discardPdfium, openPdfium } from './pdfium.js';

/** A file attached to a PDF. `nome` is untrusted text. */
export interface AnexoPdf {
  readonly nome: string;
  readonly bytes: Buffer;
}

/** The functions for attachments of the WASM module. */
interface Anexos {
  _FPDFDoc_GetAttachmentCount(documento: number): number;
  _FPDFDoc_GetAttachment(documento: number, i: number): number;
  _FPDFAttachment_GetName(anexo: number, destino: number, bytes: number): number;
  _FPDFAttachment_GetFile(anexo: number, destino: number, bytes: number, total: number): number;
  _malloc(bytes: number): number;
  _free(ponteiro: number): void;
  readonly HEAPU8: Uint8Array;
}

const MAX_ANEXOS = 50;
const MAX_BYTES = 64 * MB;
const MAX_NOME = 2048;

/** The files attached to a PDF (a "portfolio"), 50 and 64 MB in all at most; none when it cannot be opened, which its reading will tell. */
export async function readAnexos(bytes: Uint8Array): Promise<AnexoPdf[]> {
  try {
    const { raw, idx, close } = await openPdfium(bytes);
    try {
      return [...listAnexos(raw as unknown as Anexos, idx)];
    } finally {
      close();
    }
  } catch {
    discardPdfium();
    return [];
  }
}

function* listAnexos(m: Anexos, documento: number): Generator<AnexoPdf> {
  let resta = MAX_BYTES;
  const total = m._malloc(8);
  for (let i = 0; i < Math.min(m._FPDFDoc_GetAttachmentCount(documento), MAX_ANEXOS); i++) {
    const anexo = m._FPDFDoc_GetAttachment(documento, i);
    if (!anexo || !m._FPDFAttachment_GetFile(anexo, 0, 0, total)) continue;
    const tamanho = Buffer.from(m.HEAPU8.buffer, total, 4).readUInt32LE(0);
    if (!tamanho || tamanho > resta) continue;
    resta -= tamanho;
    const bytes = take(m, tamanho, (p) => m._FPDFAttachment_GetFile(anexo, p, tamanho, total));
    const nome = take(m, MAX_NOME, (p) => m._FPDFAttachment_GetName(anexo, p, MAX_NOME)).toString('utf16le').split('\0')[0]!;
    yield { nome: nome || `anexo-${i + 1}`, bytes };
  }
  m._free(total);
}

function take(m: Anexos, bytes: number, fill: (ponteiro: number) => void): Buffer {
  const p = m._malloc(bytes);
  m.HEAPU8.fill(0, p, p + bytes);
  fill(p);
  const saida = Buffer.from(m.HEAPU8.subarray(p, p + bytes));
  m._free(p);
  return saida;
}
