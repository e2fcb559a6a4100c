import type { Config } from './config/index.js';
import { MIGRADOR_FILA } from './jobs/jobs.module.js';
import { isEsquemaAtual, runMigrations, waitEsquema } from './storage/storage.module.js';

/** The schemas of others in our database. Mastra's is a migration of ours (0017). */
const OUTROS = [MIGRADOR_FILA];

/** A command line does not stand waiting: who types it is told what to run. */
const ESPERA_CLI_MS = 0;

/** Ours, the queue's and Mastra's, to this version. @returns what was done, in Portuguese. @throws AlicitError of `runMigrations` */
export const migrate = (url: string, { banco }: Pick<Config, 'banco'>): Promise<readonly string[]> => runMigrations(url, banco, OUTROS);

/** Whether nothing is left to migrate. @throws AlicitError of `runMigrations` */
export const isMigrado = (url: string, { banco }: Pick<Config, 'banco'>): Promise<boolean> => isEsquemaAtual(url, banco, OUTROS);

/**
 * The schema this version needs, made here or, with `ALICIT_MIGRAR=comando`, by who runs `alicit migrar`: then waited for.
 * @throws AlicitError of `runMigrations`, `esquema_desatualizado`
 */
export async function ensureEsquema(url: string, { banco, migrar }: Pick<Config, 'banco' | 'migrar'>, esperaMs = ESPERA_CLI_MS): Promise<void> {
  if (migrar === 'comando') await waitEsquema(url, banco, OUTROS, esperaMs);
  else await runMigrations(url, banco, OUTROS);
}
