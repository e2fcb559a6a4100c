import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A server on loopback that takes connections and never says a word: what a hung one looks like. */
export async function startMudo(): Promise<{ readonly porta: number; stop(): Promise<void> }> {
  const abertas = new Set<Socket>();
  const servidor = createServer((s) => {
    abertas.add(s);
    s.on('error', () => undefined);
    s.on('close', () => abertas.delete(s));
  });
  await new Promise<void>((r) => servidor.listen(0, '127.0.0.1', r));
  return {
    porta: (servidor.address() as AddressInfo).port,
    stop: () => {
      for (const s of abertas) s.destroy();
      return new Promise((r) => servidor.close(() => r()));
    },
  };
}
