import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const MARCA = 12;
const PROVA = 16;

/** Encrypts with the API key itself, which is kept nowhere: only who has it can read it back. */
export function seal(conteudo: Buffer, chaveDeApi: string): Buffer {
  const iv = randomBytes(MARCA);
  const cifra = createCipheriv('aes-256-gcm', keyOf(chaveDeApi), iv);
  return Buffer.concat([iv, cifra.update(conteudo), cifra.final(), cifra.getAuthTag()]);
}

/** Null when it was sealed by another key. */
export function unseal(selado: Buffer, chaveDeApi: string): Buffer | null {
  const cifra = createDecipheriv('aes-256-gcm', keyOf(chaveDeApi), selado.subarray(0, MARCA), { authTagLength: PROVA }).setAuthTag(selado.subarray(-PROVA));
  try {
    return Buffer.concat([cifra.update(selado.subarray(MARCA, -PROVA)), cifra.final()]);
  } catch {
    return null;
  }
}

const keyOf = (chaveDeApi: string): Buffer => Buffer.from(hkdfSync('sha256', chaveDeApi, '', 'alicit: resposta guardada', 32));
