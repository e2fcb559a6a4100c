import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';

/** What another process says of the database it uses. */
export interface Vizinho {
  readonly url: string;
  readonly pid: number;
  readonly anexado: boolean;
  stop(): Promise<void>;
  kill(): Promise<void>;
}

const filhos = new Set<ChildProcess>();

/** A new folder that every user can enter. */
export function novaPasta(): string {
  const pasta = mkdtempSync(join(tmpdir(), 'alicit-embutido-'));
  chmodSync(pasta, 0o755);
  return pasta;
}

/** Starts the embedded database in another Node process (the built program). */
export async function startVizinho(opcoes: { pasta: string }): Promise<Vizinho> {
  const filho = spawn(process.execPath, [join(import.meta.dirname, 'processo.mjs'), JSON.stringify({ fsync: false, ...opcoes })], { stdio: ['pipe', 'pipe', 'inherit'] });
  filhos.add(filho);
  const fim = new Promise<void>((r) => filho.once('exit', () => r()));
  const linhas = createInterface({ input: filho.stdout })[Symbol.asyncIterator]();
  const dito = await linhas.next();
  const { url, pid, anexado } = JSON.parse(String(dito.value)) as Vizinho;
  return {
    url, pid, anexado,
    stop: async () => {
      filho.stdin.write('stop\n');
      await linhas.next();
      filho.stdin.end();
      await fim;
    },
    kill: async () => {
      filho.kill('SIGKILL');
      await fim;
    },
  };
}

/** Ends every process and server that tests left over these folders, and deletes the folders. */
export async function cleanUp(pastas: Iterable<string>): Promise<void> {
  for (const filho of filhos) filho.kill('SIGKILL');
  filhos.clear();
  for (const pasta of pastas) {
    const pid = readPid(join(pasta, 'postgres'));
    if (pid && isPostgres(pid)) {
      process.kill(pid, 'SIGQUIT');
      await until(() => !isPostgres(pid));
    }
    rmSync(pasta, { recursive: true, force: true, maxRetries: 5 });
  }
}

export function readPid(base: string): number | null {
  try {
    return Number(readFileSync(join(base, 'dados', 'postmaster.pid'), 'utf8').split('\n')[0]);
  } catch {
    return null;
  }
}

export function isPostgres(pid: number): boolean {
  try {
    return process.kill(pid, 0) && !/\bZ\b/.test(/\) (\S)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))![1]!);
  } catch {
    return false;
  }
}

/** Waits, at most 10 s, until something is true. */
export async function until(condicao: () => boolean | Promise<boolean>): Promise<void> {
  for (const fim = performance.now() + 10_000; !(await condicao()); await new Promise((r) => setTimeout(r, 10))) {
    if (performance.now() > fim) throw new Error('condition never came true');
  }
}

/** One statement over a connection of its own. */
export async function query<L extends pg.QueryResultRow>(url: string, sql: string, valores: unknown[] = []): Promise<L[]> {
  const c = new pg.Client({ connectionString: url });
  await c.connect();
  try {
    return (await c.query<L>(sql, valores)).rows;
  } finally {
    await c.end();
  }
}
