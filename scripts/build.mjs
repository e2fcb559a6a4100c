// Compiles src/ into dist/ when it is stale (a fresh clone after `npm ci`, an edited source). Safe when several
// commands start at once: one compiles, the others wait for it; a stamp written last tells a whole build from half a one.
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const RAIZ = join(dirname(fileURLToPath(import.meta.url)), '..');
const CARIMBO = join(RAIZ, 'dist', '.compilado');
const TRAVA = join(RAIZ, '.alicit', 'compilando');
const CONFIGURACAO = ['package.json', 'tsconfig.json', 'nest-cli.json', '.swcrc'];
const ESPERA_MS = 100;
const DESISTE_MS = 120_000;

/** Latest change (ms) of a file or of anything below a folder; a folder changes when a file in it is removed. */
function newest(caminho) {
  const info = statSync(caminho, { throwIfNoEntry: false });
  if (!info) return 0;
  return info.isDirectory() ? readdirSync(caminho).reduce((max, nome) => Math.max(max, newest(join(caminho, nome))), info.mtimeMs) : info.mtimeMs;
}
const versaoDoCodigo = () => String(Math.max(newest(join(RAIZ, 'src')), ...CONFIGURACAO.map((f) => newest(join(RAIZ, f)))));

/** True when dist/ is a whole build of the sources as they are. Without sources (an installed package) it always is. */
export const isFresh = () => !existsSync(join(RAIZ, 'src')) || (existsSync(CARIMBO) && readFileSync(CARIMBO, 'utf8') === versaoDoCodigo());

/** Compiles, unless another process just did. @throws Error with the compiler's output */
export async function build({ force = false } = {}) {
  await lock();
  try {
    if (!force && isFresh()) return;
    const versao = versaoDoCodigo();
    const nest = join(RAIZ, 'node_modules', '@nestjs', 'cli', 'bin', 'nest.js');
    const r = spawnSync(process.execPath, [nest, 'build'], { cwd: RAIZ, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' });
    if (r.status !== 0) throw new Error(`${r.stdout ?? ''}${r.stderr ?? ''}\nNão foi possível compilar o projeto (npm run build).`);
    writeFileSync(CARIMBO, versao);
  } finally {
    rmSync(TRAVA, { force: true });
  }
}

/** Takes the lock file; waits while a living process holds it. */
async function lock() {
  mkdirSync(dirname(TRAVA), { recursive: true });
  for (const limite = Date.now() + DESISTE_MS; ; ) {
    try {
      const fd = openSync(TRAVA, 'wx');
      writeSync(fd, String(process.pid));
      closeSync(fd);
      return;
    } catch (erro) {
      if (erro.code !== 'EEXIST') throw erro;
      if (isAbandoned() || Date.now() > limite) rmSync(TRAVA, { force: true });
      else await sleep(ESPERA_MS);
    }
  }
}

function isAbandoned() {
  try {
    const pid = Number(readFileSync(TRAVA, 'utf8'));
    if (!pid) return Date.now() - statSync(TRAVA).mtimeMs > 2000;
    process.kill(pid, 0);
    return false;
  } catch (erro) {
    return erro.code === 'ESRCH';
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await build({ force: true });
  } catch (erro) {
    process.stderr.write(`${erro.message}\n`);
    process.exit(1);
  }
}
