import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

const MAX_BYTES = 128 * 1024 * 1024;
const open = promisify(gunzip);

/** The result of a stage as JSON text: they are JSON, plain or under gzip; what is neither goes as base64. */
export async function decodeResultado(bytes: Buffer): Promise<string> {
  const texto = (isGzip(bytes) ? await open(bytes, { maxOutputLength: MAX_BYTES }).catch(() => bytes) : bytes).toString('utf8');
  return asJson(texto) ?? JSON.stringify({ base64: bytes.toString('base64') });
}

const isGzip = (bytes: Buffer): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** In one line, when it is JSON. */
function asJson(texto: string): string | null {
  try {
    const valor: unknown = JSON.parse(texto);
    return /[\r\n]/.test(texto) ? JSON.stringify(valor) : texto;
  } catch {
    return null;
  }
}
