import type { EntityManager } from 'typeorm';
import type { Consumidor } from '../domain/registro.js';

const CONSUMIDORES: readonly Consumidor[] = ['recomendacoes', 'acompanhamentos'];

/**
 * Leaves numbers for every reader of novelties. One that is already there is locked, not skipped: a reader that takes it now would read the
 * record as it was before this transaction, so it must wait for the next turn.
 */
export async function tellNovidades(m: EntityManager, numeros: readonly string[]): Promise<void> {
  if (!numeros.length) return;
  await m.query(
    `insert into alicit.acervo_fila as f (consumidor, numero) select c, n from unnest($1::text[]) as n cross join unnest($2::text[]) as c order by c, n
     on conflict (consumidor, numero) do update set em = f.em`,
    [numeros, CONSUMIDORES],
  );
}

/** Oldest first; what another process holds is left for it. */
export async function takeNovidades(m: EntityManager, consumidor: Consumidor, limite: number): Promise<readonly string[]> {
  const linhas = await m.query<{ numero: string }[]>(
    `with vez as (select consumidor, numero from alicit.acervo_fila where consumidor = $1 order by em limit $2 for update skip locked),
       tirada as (delete from alicit.acervo_fila f using vez where f.consumidor = vez.consumidor and f.numero = vez.numero returning f.numero, f.em)
     select numero from tirada order by em, numero`,
    [consumidor, limite],
  );
  return linhas.map((l) => l.numero);
}
