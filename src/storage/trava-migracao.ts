import { setTimeout as sleep } from 'node:timers/promises';
import type { QueryRunner } from 'typeorm';
import { indisponivel } from '../kernel/index.js';

/** The lock of who migrates, of its transaction: a transaction-mode pooler keeps it too. */
const TRAVA = 0x414c4943;
const ESPERA_MS = 200;

/**
 * Runs `fazer` in one transaction that holds the lock of migrations; commits, or leaves nothing. Who waits asks again and again
 * instead of standing in a transaction: many processes that start at once must not hold all the connections of a small pool.
 * @throws AlicitError `migracao_em_curso` after `limiteMs`
 */
export async function withTravaMigracao<T>(runner: QueryRunner, limiteMs: number, fazer: () => Promise<T>): Promise<T> {
  for (const limite = Date.now() + limiteMs; ; await sleep(ESPERA_MS)) {
    await runner.startTransaction();
    try {
      // Limits of the server's own would cut it.
      for (const nome of ['statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout']) await runner.query(`set local ${nome} = 0`);
      const [linha] = (await runner.query('select pg_try_advisory_xact_lock($1) as minha', [TRAVA])) as { minha: boolean }[];
      if (linha?.minha) {
        const feito = await fazer();
        await runner.commitTransaction();
        return feito;
      }
      await runner.rollbackTransaction();
    } catch (erro) {
      await runner.rollbackTransaction().catch(() => undefined);
      throw erro;
    }
    if (Date.now() > limite) throw indisponivel('migracao_em_curso', 'Outro processo migra o banco há tempo demais. Veja o que ele espera (pg_stat_activity, application_name alicit) e reinicie este.');
  }
}
