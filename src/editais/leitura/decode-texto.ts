import { decodeDos, isDos } from '../reunir/decode-nome.js';

/**
 * Text of unknown encoding: by its mark (BOM), by the charset an HTML page declares, else UTF-8 when it is that, else
 * Windows' Latin-1 or the code page 850 of DOS, whichever gives more Portuguese letters.
 */
export function decodeTexto(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode('utf-16le', bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode('utf-16be', bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const declarado = /charset\s{0,3}=\s{0,3}["']?(utf-8)/i.test(decode('windows-1252', bytes.subarray(0, 2048)));
    if (declarado) return decode('utf-8', bytes);
    const b = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return isDos(b) ? decodeDos(b) : decode('windows-1252', bytes);
  }
}

const decode = (codificacao: string, bytes: Uint8Array): string => new TextDecoder(codificacao).decode(bytes);
