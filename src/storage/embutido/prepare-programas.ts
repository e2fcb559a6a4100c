import { cpSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { canReach, chownAll } from './dono.js';
import { ensureLinks, type Binarios } from './find-binarios.js';
import type { Lugar } from './find-lugar.js';
import { nameAoLado, removeRestos } from './ao-lado.js';

/** What runs PostgreSQL: its folder (`bin`, `lib`, `share`). */
export type Programas = string;

/**
 * The programs where they can run: where npm put them or, when the user of PostgreSQL cannot enter there or the
 * library links cannot be made, in a copy beside the data, made once per version.
 */
export function prepareProgramas({ raiz, versao }: Binarios, { base, dono }: Lugar): Programas {
  const alcanca = !dono || ['bin/postgres', 'lib', 'share/postgresql'].every((p) => canReach(join(raiz, 'native', p), dono));
  if (alcanca && ensureLinks(raiz)) return join(raiz, 'native');
  const copia = join(base, `programas-${versao}`);
  if (!existsSync(copia)) copyProgramas(raiz, base, copia, dono);
  return join(copia, 'native');
}

function copyProgramas(raiz: string, base: string, copia: string, dono: Lugar['dono']): void {
  removeRestos(base, 'nova-programas');
  for (const nome of readdirSync(base)) if (nome.startsWith('programas-') && join(base, nome) !== copia) rmSync(join(base, nome), { recursive: true, force: true });
  const nova = nameAoLado(join(base, 'nova-programas'));
  try {
    cpSync(join(raiz, 'native'), join(nova, 'native'), { recursive: true, verbatimSymlinks: true, filter: (f) => !f.endsWith('.a') });
    ensureLinks(nova);
    if (dono) chownAll(nova, dono);
    renameSync(nova, copia);
  } catch (erro) {
    if (!existsSync(copia)) throw erro;
  } finally {
    rmSync(nova, { recursive: true, force: true });
  }
}
