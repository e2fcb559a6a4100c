import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { indisponivel } from '../../kernel/index.js';
import { createUmaVez } from './criar-uma-vez.js';
import type { Lugar } from './find-lugar.js';
import type { Programas } from './prepare-programas.js';
import { nameAoLado, removeRestos } from './ao-lado.js';

/** The database's only role, its superuser. */
export const USUARIO = 'alicit';
const TEMPO_MS = 120_000;

/** The environment of PostgreSQL's programs: nothing of ours leaks into it. */
export const ambienteDe = (programas: Programas): NodeJS.ProcessEnv => ({ LD_LIBRARY_PATH: join(programas, 'lib'), LC_ALL: 'C', TZ: 'UTC' });

/** The role's password, made at the first start and kept beside the data (mode 600). */
export const readSenha = ({ base, dono }: Lugar): string => createUmaVez(join(base, 'alicit.senha'), () => randomBytes(24).toString('base64url'), dono);

/**
 * Creates the data directory when there is none: made aside and renamed, so that it exists complete or not at all;
 * of several processes at once the first to finish wins.
 * @throws AlicitError `banco_embutido_nao_criado`
 */
export async function initDados(lugar: Lugar, programas: Programas, fsync: boolean): Promise<void> {
  const { base, dados } = lugar;
  if (existsSync(join(dados, 'PG_VERSION'))) return;
  readSenha(lugar);
  removeRestos(base, 'dados.init');
  const novo = nameAoLado(`${dados}.init`);
  try {
    await runInitdb(lugar, programas, [
      '-D', novo, '-U', USUARIO, '-A', 'scram-sha-256', '--pwfile', join(base, 'alicit.senha'), '-E', 'UTF8',
      '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--no-instructions', ...(fsync ? [] : ['--no-sync']),
    ]);
    renameSync(novo, dados);
  } catch (erro) {
    if (!existsSync(join(dados, 'PG_VERSION'))) throw erro;
  } finally {
    rmSync(novo, { recursive: true, force: true });
  }
}

async function runInitdb({ base, dono }: Lugar, programas: Programas, args: readonly string[]): Promise<void> {
  const filho = spawn(join(programas, 'bin', 'initdb'), args, { cwd: base, env: ambienteDe(programas), ...dono, stdio: ['ignore', 'ignore', 'pipe'], timeout: TEMPO_MS });
  let fim = '';
  filho.stderr.setEncoding('utf8').on('data', (t: string) => (fim = (fim + t).slice(-2000)));
  const codigo = await new Promise<number | null>((resolve, reject) => filho.once('error', reject).once('close', resolve));
  if (codigo === 0) return;
  const causa = fim.split('\n').find((l) => /error|could not|fatal/i.test(l))?.replace(/(["'“]?)\/\S+/g, '$1…') ?? `saída ${codigo}`;
  throw indisponivel('banco_embutido_nao_criado', `O banco embutido não pôde ser criado: ${causa.trim()}. Confira o espaço e as permissões da pasta de dados (ALICIT_DATA_DIR), ou indique um PostgreSQL em DATABASE_URL.`);
}
