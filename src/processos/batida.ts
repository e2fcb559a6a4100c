import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** The heartbeat of a process that listens on no port: a file written at each pulse. */
export interface Batida {
  touch(): Promise<void>;
  remove(): Promise<void>;
}

/** Left by processes that were killed: erased when another starts on the machine, ms. */
const ANTIGA_MS = 3_600_000;

const pastaDe = (pastaDados: string): string => join(pastaDados, 'batidas');
/** A data folder may be shared by machines: each looks at its own. */
const prefixo = (): string => `${hostname()}-`;

/**
 * A full disk or a folder that cannot be written must not stop the process: then there is no heartbeat, and the probe says so.
 */
export function openBatida(pastaDados: string, pid: number = process.pid): Batida {
  const pasta = pastaDe(pastaDados);
  const arquivo = join(pasta, `${prefixo()}${pid}`);
  let limpa = false;
  return {
    async touch() {
      await mkdir(pasta, { recursive: true }).then(() => writeFile(arquivo, `${new Date().toISOString()}\n`)).catch(() => undefined);
      if (!limpa) await eraseAntigas(pasta).catch(() => undefined);
      limpa = true;
    },
    remove: () => rm(arquivo, { force: true }).catch(() => undefined),
  };
}

/** For how long the last process of this machine to beat has been silent, ms; null: none ever did. */
export async function readSilencio(pastaDados: string, agora: number): Promise<number | null> {
  const momentos = await momentosDe(pastaDe(pastaDados));
  return momentos.length ? Math.max(0, agora - Math.max(...momentos.map((m) => m.em))) : null;
}

async function eraseAntigas(pasta: string): Promise<void> {
  for (const { arquivo, em } of await momentosDe(pasta)) if (Date.now() - em > ANTIGA_MS) await rm(arquivo, { force: true });
}

async function momentosDe(pasta: string): Promise<readonly { readonly arquivo: string; readonly em: number }[]> {
  const nomes = (await readdir(pasta).catch(() => [])).filter((n) => n.startsWith(prefixo()));
  const lidos = await Promise.all(nomes.map(async (n) => ({ arquivo: join(pasta, n), em: (await stat(join(pasta, n)).catch(() => null))?.mtimeMs ?? null })));
  return lidos.flatMap(({ arquivo, em }) => (em === null ? [] : [{ arquivo, em }]));
}
