import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { indisponivel } from '../../kernel/index.js';
import { createUmaVez, readSeHouver } from './criar-uma-vez.js';
import { canReach, chooseDono, type Dono } from './dono.js';

/** Where one embedded database lives. Paths are real and absolute. */
export interface Lugar {
  readonly base: string;
  /** PostgreSQL's data directory, inside `base`. */
  readonly dados: string;
  /** Who runs PostgreSQL; null: the user of this process. */
  readonly dono: Dono | null;
}

/** Says, in the folder that was asked for, in which other one the data is. */
const INDICACAO = 'lugar.txt';

/**
 * The folder of the database, created when missing. As root, PostgreSQL runs as another user, who cannot enter a
 * folder below, for example, /root: then the data goes to a new folder of `fora`, named in `lugar.txt`, and is
 * found again by it. Deleting the folder that was asked for starts an empty database.
 * @throws AlicitError `banco_embutido_pasta` when no folder serves, `banco_embutido_sumiu` when the named one is gone
 */
export function findLugar(pasta: string, fora = '/var/lib/alicit'): Lugar {
  try {
    mkdirSync(dirname(pasta), { recursive: true });
    mkdirSync(pasta, { recursive: true, mode: 0o700 });
    const aqui = realpathSync(pasta);
    const indicada = readSeHouver(join(aqui, INDICACAO));
    if (indicada) return openIndicada(indicada);
    const dono = chooseDono(join(aqui, 'dados'));
    if (!dono) return { base: aqui, dados: join(aqui, 'dados'), dono };
    if (canReach(dirname(aqui), dono)) return give(aqui, dono);
    if (existsSync(join(aqui, 'dados'))) throw fechada('já tem um banco, mas o usuário que é dono dele não consegue entrar nela');
    return openIndicada(createUmaVez(join(aqui, INDICACAO), () => createFora(fora, dono), null));
  } catch (erro) {
    if (['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'ENOTDIR', 'EEXIST'].includes((erro as NodeJS.ErrnoException).code ?? '')) throw fechada(`não pode ser usada (${(erro as NodeJS.ErrnoException).code})`);
    throw erro;
  }
}

const fechada = (porque: string) =>
  indisponivel('banco_embutido_pasta', `A pasta do banco embutido ${porque}. Indique em ALICIT_DATA_DIR uma pasta em que este usuário possa escrever e, se for root, que não fique em /root.`);

function createFora(fora: string, dono: Dono): string {
  mkdirSync(fora, { recursive: true, mode: 0o755 });
  chmodSync(fora, 0o755);
  if (!canReach(realpathSync(fora), dono)) throw fechada('e a pasta de reserva estão fechadas ao usuário que roda o PostgreSQL');
  const base = join(realpathSync(fora), randomBytes(8).toString('hex'));
  mkdirSync(base, { mode: 0o700 });
  return base;
}

function openIndicada(base: string): Lugar {
  if (!existsSync(base)) throw indisponivel('banco_embutido_sumiu', `O arquivo ${INDICACAO} da pasta de dados diz onde estava o banco embutido, e essa pasta não existe mais. Restaure-a, ou apague ${INDICACAO} para começar com um banco vazio.`);
  const dono = chooseDono(join(base, 'dados'));
  return dono ? give(base, dono) : { base, dados: join(base, 'dados'), dono };
}

function give(base: string, dono: Dono): Lugar {
  chownSync(base, dono.uid, dono.gid);
  chmodSync(base, 0o700);
  return { base, dados: join(base, 'dados'), dono };
}
