import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';

/** A key that seals secrets: AES-256-GCM. */
export interface ChaveMestra {
  /** Says which key sealed a text, and nothing else of it: 8 hexadecimal digits of the key's hash. */
  readonly id: string;
  readonly bytes: Uint8Array;
}

/** In the data folder, when no key is given (docs/decisoes/0017). */
export const ARQUIVO_CHAVE = 'segredo-mestre';

const VERSAO = 's1';
const BYTES_CHAVE = 32;
const BYTES_IV = 12;
const BYTES_TAG = 16;

/** @param base64 32 bytes */
export function toChaveMestra(base64: string): ChaveMestra {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.byteLength !== BYTES_CHAVE) throw new RangeError(`a master key has ${BYTES_CHAVE} bytes`);
  return { id: createHash('sha256').update('alicit:').update(bytes).digest('hex').slice(0, 8), bytes };
}

/**
 * A secret as it is kept: `s1.<key>.<base64url>`.
 * @param contexto whose secret it is; moved to another row it does not open
 * @param iv 12 random bytes, new for each secret
 */
export function seal(texto: string, contexto: string, chave: ChaveMestra, iv: Uint8Array): string {
  if (iv.byteLength !== BYTES_IV) throw new RangeError(`the nonce has ${BYTES_IV} bytes`);
  const cifra = createCipheriv('aes-256-gcm', chave.bytes, iv).setAAD(Buffer.from(contexto));
  const corpo = Buffer.concat([cifra.update(texto, 'utf8'), cifra.final()]);
  return `${VERSAO}.${chave.id}.${Buffer.concat([iv, cifra.getAuthTag(), corpo]).toString('base64url')}`;
}

/** The secret; null when none of the keys sealed it, it was changed, or it is another's. */
export function unseal(selado: string, contexto: string, chaves: readonly ChaveMestra[]): string | null {
  const [versao, id, dados = ''] = selado.split('.');
  const chave = chaves.find((c) => c.id === id);
  const bytes = Buffer.from(dados, 'base64url');
  if (versao !== VERSAO || !chave || bytes.byteLength < BYTES_IV + BYTES_TAG) return null;
  try {
    const decifra = createDecipheriv('aes-256-gcm', chave.bytes, bytes.subarray(0, BYTES_IV)).setAAD(Buffer.from(contexto)).setAuthTag(bytes.subarray(BYTES_IV, BYTES_IV + BYTES_TAG));
    return Buffer.concat([decifra.update(bytes.subarray(BYTES_IV + BYTES_TAG)), decifra.final()]).toString('utf8');
  } catch {
    return null;
  }
}
