import { spawn, type ChildProcess } from 'node:child_process';
import { chownSync, closeSync, linkSync, openSync, readFileSync, renameSync, rmSync, statSync, truncateSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Lugar } from './find-lugar.js';
import { ambienteDe } from './init-dados.js';
import { isVivo, readPostmaster } from './postmaster.js';
import type { Programas } from './prepare-programas.js';
import { nameAoLado } from './ao-lado.js';

/** How the server runs. */
export interface Ajustes {
  /** False only for tests: a power failure may then lose or damage data. */
  readonly fsync: boolean;
  readonly maxConexoes: number;
}

const MAX_LOG = 10 * 1024 * 1024;

/** Starts the server, detached: it outlives this process. It refuses to run when another one serves the same data. */
export async function runPostgres(lugar: Lugar, programas: Programas, ajustes: Ajustes): Promise<ChildProcess> {
  const { base, dados, dono } = lugar;
  const anterior = readPostmaster(dados)?.porta ?? 0;
  removeAbandonado(dados);
  const args = Object.entries(parametros(await choosePorta(anterior), ajustes)).flatMap(([nome, valor]) => ['-c', `${nome}=${valor}`]);
  const log = openLog(join(base, 'postgres.log'), dono);
  try {
    const filho = spawn(join(programas, 'bin', 'postgres'), ['-D', dados, ...args], { cwd: base, env: ambienteDe(programas), ...dono, detached: true, stdio: ['ignore', log, log] });
    filho.on('error', () => undefined).unref();
    return filho;
  } finally {
    closeSync(log);
  }
}

/** Few processes and little memory (a 512 MB machine runs all), and nothing of users' data in the log. */
const parametros = (porta: number, { fsync, maxConexoes }: Ajustes): Readonly<Record<string, string | number>> => ({
  listen_addresses: '127.0.0.1',
  port: porta,
  unix_socket_directories: '',
  max_connections: maxConexoes,
  timezone: 'UTC',
  shared_buffers: '32MB',
  huge_pages: 'off',
  io_method: 'sync',
  jit: 'off',
  max_worker_processes: 1,
  max_parallel_workers: 0,
  max_parallel_workers_per_gather: 0,
  max_logical_replication_workers: 0,
  autovacuum_max_workers: 1,
  autovacuum_worker_slots: 1,
  wal_level: 'minimal',
  max_wal_senders: 0,
  min_wal_size: '32MB',
  max_wal_size: '256MB',
  log_min_messages: 'warning',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
  ...(fsync ? { fsync: 'on' } : { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }),
});

/** Deletes a `postmaster.pid` whose process id now belongs to another program: PostgreSQL would take it for a live server. */
function removeAbandonado(dados: string): void {
  const lido = readPostmaster(dados);
  if (!lido || isVivo(lido.pid, dados)) return;
  const arquivo = join(dados, 'postmaster.pid');
  const retirado = nameAoLado(arquivo);
  try {
    renameSync(arquivo, retirado);
    if (Number(readFileSync(retirado, 'utf8').split('\n')[0]) !== lido.pid) linkSync(retirado, arquivo);
  } catch (erro) {
    if (!['ENOENT', 'EEXIST'].includes((erro as NodeJS.ErrnoException).code ?? '')) throw erro;
  } finally {
    rmSync(retirado, { force: true });
  }
}

/** A free port, the former one if possible: programs connected to a server that crashed find the new one there. */
async function choosePorta(anterior: number): Promise<number> {
  return (await tryPorta(anterior)) ?? (await tryPorta(0)) ?? 0;
}

function tryPorta(porta: number): Promise<number | null> {
  return new Promise((resolve) => {
    const s = createServer();
    s.once('error', () => resolve(null));
    s.listen({ port: porta, host: '127.0.0.1', exclusive: true }, () => {
      const { port } = s.address() as { port: number };
      s.close(() => resolve(port));
    });
  });
}

function openLog(arquivo: string, dono: Lugar['dono']): number {
  if ((statSync(arquivo, { throwIfNoEntry: false })?.size ?? 0) > MAX_LOG) truncateSync(arquivo);
  const log = openSync(arquivo, 'a', 0o600);
  if (dono) chownSync(arquivo, dono.uid, dono.gid);
  return log;
}
