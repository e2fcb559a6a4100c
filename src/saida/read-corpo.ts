import type { Readable } from 'node:stream';
import { indisponivel } from '../kernel/index.js';

/**
 * Reads at most `maxBytes` of a stream and leaves it destroyed.
 * @param aoExceder `cortar`: what there is, with `inteiro` false, also when the stream breaks
 * @throws AlicitError `resposta_grande`, or the stream's own error
 */
export async function readCorpo(corpo: Readable, maxBytes: number, aoExceder: 'falhar' | 'cortar'): Promise<{ corpo: Uint8Array; inteiro: boolean }> {
  const partes: Uint8Array[] = [];
  let lidos = 0;
  corpo.on('error', () => undefined);
  try {
    for await (const parte of corpo as AsyncIterable<Uint8Array>) {
      const cabe = maxBytes - lidos;
      if (parte.byteLength > cabe) {
        if (aoExceder === 'falhar') throw indisponivel('resposta_grande', `A resposta passa de ${maxBytes} bytes.`, { maxBytes });
        partes.push(parte.subarray(0, cabe));
        return { corpo: Buffer.concat(partes), inteiro: false };
      }
      partes.push(parte);
      lidos += parte.byteLength;
    }
  } catch (erro) {
    if (aoExceder === 'falhar') throw erro;
    return { corpo: Buffer.concat(partes), inteiro: false };
  }
  return { corpo: Buffer.concat(partes), inteiro: true };
}
