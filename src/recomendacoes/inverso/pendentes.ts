import type { DataSource } from 'typeorm';
import type { AcervoService } from '../../acervo/acervo.module.js';

/** A tender to be matched, and how often it had come when it was read. */
export interface Pendente {
  readonly numero: string;
  readonly vez: number;
}

/**
 * Moves novelties of the collection to our own list, in a transaction that lasts as long as that: who writes records waits for nobody
 * who matches them. @returns how many
 */
export function takePendentes(fonte: DataSource, acervo: Pick<AcervoService, 'take'>, limite: number): Promise<number> {
  return fonte.transaction(async (m) => {
    const numeros = await acervo.take(m, 'recomendacoes', limite);
    if (numeros.length) await m.query('insert into alicit.recomendacao_pendente as p (numero) select n from unnest($1::text[]) as n order by n on conflict (numero) do update set vez = p.vez + 1', [numeros]);
    return numeros.length;
  });
}

/** The longest waiting first. */
export const readPendentes = (fonte: Pick<DataSource, 'query'>, limite: number): Promise<Pendente[]> =>
  fonte.query<Pendente[]>('select numero, vez from alicit.recomendacao_pendente order by em, numero limit $1', [limite]);

/** Those that did not come again meanwhile are done. */
export async function endPendentes(fonte: Pick<DataSource, 'query'>, feitos: readonly Pendente[]): Promise<void> {
  await fonte.query('delete from alicit.recomendacao_pendente p using unnest($1::text[], $2::int[]) as f (numero, vez) where p.numero = f.numero and p.vez = f.vez', [feitos.map((f) => f.numero), feitos.map((f) => f.vez)]);
}
