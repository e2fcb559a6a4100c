import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A way to a server on loopback that a test may cut, and open again at the same port. */
export interface Ponte {
  readonly porta: number;
  /** Cuts what is open and refuses what comes. */
  corta(): Promise<void>;
  religa(): Promise<void>;
  /** What is open, or comes, hears nothing any more. */
  cala(): void;
}

export async function openPonte(alvo: number): Promise<Ponte> {
  const abertas = new Set<Socket>();
  let calada = false;
  const servidor = createServer((de) => {
    const para = connect(alvo, '127.0.0.1');
    for (const s of [de, para]) {
      abertas.add(s);
      s.on('error', () => undefined);
      s.on('close', () => {
        abertas.delete(s);
        de.destroy();
        para.destroy();
      });
    }
    de.on('data', (d: Buffer) => calada || para.write(d));
    para.on('data', (d: Buffer) => calada || de.write(d));
  });
  const listen = (porta: number) => new Promise<void>((r) => servidor.listen(porta, '127.0.0.1', r));
  await listen(0);
  const { port } = servidor.address() as AddressInfo;
  const drop = (): void => {
    for (const s of abertas) s.destroy();
  };
  return {
    porta: port,
    corta: () => new Promise((r) => (servidor.close(() => r()), drop())),
    religa: () => ((calada = false), drop(), servidor.listening ? Promise.resolve() : listen(port)),
    cala: () => void (calada = true),
  };
}
