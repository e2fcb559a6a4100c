import { chownSync, lstatSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The user PostgreSQL runs as, when it is not the one that runs us. */
export interface Dono {
  readonly uid: number;
  readonly gid: number;
}

const NOBODY: Dono = { uid: 65534, gid: 65534 };

/** PostgreSQL refuses to run as root: then it runs as the owner of its data, or as nobody. Null: as ourselves. */
export function chooseDono(dados: string): Dono | null {
  if (process.getuid?.() !== 0) return null;
  const s = statSync(dados, { throwIfNoEntry: false });
  return s && s.uid !== 0 ? { uid: s.uid, gid: s.gid } : NOBODY;
}

/** Whether `dono` can walk down to this path, which exists: every folder above it, and itself, can be entered (and files read). */
export function canReach(caminho: string, dono: Dono): boolean {
  for (let p = caminho; ; p = dirname(p)) {
    const s = statSync(p);
    const precisa = s.isDirectory() ? 0o1 : 0o5;
    const bits = s.uid === dono.uid ? s.mode >> 6 : s.gid === dono.gid ? s.mode >> 3 : s.mode;
    if ((bits & precisa) !== precisa) return false;
    if (dirname(p) === p) return true;
  }
}

/** Gives a folder and all in it to `dono`. */
export function chownAll(caminho: string, dono: Dono): void {
  const s = lstatSync(caminho);
  if (s.isSymbolicLink()) return;
  chownSync(caminho, dono.uid, dono.gid);
  if (s.isDirectory()) for (const nome of readdirSync(caminho)) chownAll(join(caminho, nome), dono);
}
