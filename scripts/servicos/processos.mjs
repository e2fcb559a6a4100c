// The processes of the services: started apart from who starts them, found again by the folder in their command line, so
// that neither a killed run nor a number used again by the system confuses anything.
import { spawn, spawnSync } from 'node:child_process';
import { openSync, closeSync, readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const SOBE_MS = 30_000;
const DESCE_MS = 10_000;

/**
 * PostgreSQL and pgbouncer refuse to run as root: then everything runs as the user `postgres` of their packages.
 * @returns null when this user is not root
 */
export function findConta() {
  if (process.getuid() !== 0) return null;
  const linha = readFileSync('/etc/passwd', 'utf8').split('\n').find((l) => l.startsWith('postgres:'));
  if (!linha) throw new Error('O usuário postgres não existe nesta máquina: o pacote postgresql-15 do Debian o cria.');
  const [, , uid, gid] = linha.split(':');
  return { uid: Number(uid), gid: Number(gid) };
}

/** A port of 127.0.0.1 that nobody uses now. */
export const freePort = () => new Promise((resolve, reject) => {
  const servidor = createServer();
  servidor.once('error', reject);
  servidor.listen(0, '127.0.0.1', () => {
    const { port } = servidor.address();
    servidor.close(() => resolve(port));
  });
});

/** Runs a program to its end as the services' user. @throws Error with its last lines */
export function run(programa, argumentos, { pasta, conta, ambiente = {} }) {
  const r = spawnSync(programa, argumentos, { cwd: pasta, env: ambienteDe(ambiente), encoding: 'utf8', timeout: 120_000, ...conta });
  if (r.status !== 0) throw new Error(`${programa} terminou mal:\n${lastLines(`${r.stdout ?? ''}${r.stderr ?? ''}${r.error?.message ?? ''}`)}`);
}

/**
 * Starts a program and waits until `responde` resolves true.
 * @throws Error with the last lines of its log when it ends or stays silent
 */
export async function start(nome, programa, argumentos, { pasta, conta, responde }) {
  const log = join(pasta, `${nome}.log`);
  const saida = openSync(log, 'a');
  const filho = spawn(programa, argumentos, { cwd: pasta, env: ambienteDe({}), detached: true, stdio: ['ignore', saida, saida], ...conta });
  closeSync(saida);
  let fim = null;
  filho.once('error', (erro) => (fim = erro.message));
  filho.once('exit', (codigo, sinal) => (fim = `código ${codigo ?? sinal}`));
  filho.unref();
  for (const limite = Date.now() + SOBE_MS; fim === null && Date.now() < limite; await sleep(50)) if (await responde().catch(() => false)) return;
  throw new Error(`${nome} não subiu (${fim ?? `sem resposta em ${SOBE_MS / 1000} s`}):\n${lastLines(readFileSync(log, 'utf8'))}`);
}

const NOSSOS = new Set(['redis-server', 'pgbouncer', 'postgres', 'initdb', 'prometheus']);

/** The numbers of the services' processes, whose command line names the folder (a `tail` of a log in it is not one). */
function listOf(pasta) {
  return readdirSync('/proc').filter((n) => /^\d+$/.test(n)).flatMap((n) => {
    try {
      const comando = readFileSync(`/proc/${n}/cmdline`, 'utf8');
      return comando.includes(pasta) && NOSSOS.has(basename(comando.split('\0')[0])) ? [Number(n)] : [];
    } catch {
      return [];
    }
  });
}

/** Stops every process of the folder: at once for PostgreSQL (SIGQUIT; its data goes away), by force when it takes long. */
export async function stopAll(pasta) {
  for (const [sinal, esperaMs] of [['SIGQUIT', DESCE_MS], ['SIGKILL', DESCE_MS]]) {
    for (const pid of listOf(pasta)) kill(pid, sinal);
    for (const limite = Date.now() + esperaMs; Date.now() < limite; await sleep(50)) if (!listOf(pasta).length) return;
  }
  throw new Error(`Há processos que não terminam: ${listOf(pasta).join(', ')}`);
}

function kill(pid, sinal) {
  try {
    process.kill(pid, sinal);
  } catch (erro) {
    if (erro.code !== 'ESRCH') throw erro;
  }
}

const ambienteDe = (ambiente) => ({ PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C.UTF-8', TZ: 'UTC', ...ambiente });
const lastLines = (texto) => texto.trim().split('\n').slice(-12).join('\n');
