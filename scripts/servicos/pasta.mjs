// Where the services of the tests live. Their data lies in a folder of the temporary one, which the user they run as can
// reach (a checkout may be under a folder it cannot); what is in the checkout is only the note of where and how.
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const RAIZ = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const PASTA = join(RAIZ, '.servicos');
/** What tests read: addresses with passwords, so it is its owner's only. */
const ESTADO = join(PASTA, 'servicos.json');
/** Written before anything starts: what a killed run leaves behind is found by it. */
const DADOS = join(PASTA, 'dados.txt');
const PREFIXO = 'alicit-servicos-';

export const readEstado = () => (existsSync(ESTADO) ? JSON.parse(readFileSync(ESTADO, 'utf8')) : null);
export const writeEstado = (estado) => writeFileSync(ESTADO, `${JSON.stringify(estado, null, 2)}\n`, { mode: 0o600 });

/** The folder of data of this checkout's services, whether or not they run; null when there is none. */
export function findDados() {
  const pasta = existsSync(DADOS) ? readFileSync(DADOS, 'utf8').trim() : '';
  return pasta.includes(PREFIXO) ? pasta : null;
}

/** A new folder of data, noted in the checkout. `conta` owns it when the services run as another user. */
export function createDados(conta) {
  mkdirSync(PASTA, { recursive: true });
  const pasta = mkdtempSync(join(realpathSync(tmpdir()), PREFIXO));
  writeFileSync(DADOS, `${pasta}\n`);
  chmodSync(pasta, 0o755);
  if (conta) chownSync(pasta, conta.uid, conta.gid);
  return pasta;
}

/** Forgets it all. */
export function removeDados() {
  const dados = findDados();
  if (dados) rmSync(dados, { recursive: true, force: true, maxRetries: 5 });
  rmSync(ESTADO, { force: true });
  rmSync(DADOS, { force: true });
}

/** Runs `fazer` while no other `up` or `down` of this checkout does; what a killed one left is taken over. @throws Error when another runs */
export async function withTrava(fazer) {
  const trava = join(PASTA, 'trava');
  mkdirSync(PASTA, { recursive: true });
  try {
    writeFileSync(trava, String(process.pid), { flag: 'wx' });
  } catch (erro) {
    if (erro.code !== 'EEXIST') throw erro;
    const dono = Number(readFileSync(trava, 'utf8'));
    if (dono && existsSync(`/proc/${dono}`)) throw new Error(`Outro services:up ou services:down está em curso (processo ${dono}). Espere que termine.`, { cause: erro });
    writeFileSync(trava, String(process.pid));
  }
  try {
    return await fazer();
  } finally {
    rmSync(trava, { force: true });
  }
}
