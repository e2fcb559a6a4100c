import type { EntityManager } from 'typeorm';
import type { Pagina } from '../../storage/storage.module.js';
import type { Mudanca } from '../domain/registro.js';

/** A change's id in the shape of the other ids, so that it pages like them: `mud_` and 26 digits. */
const toId = (id: string): string => `mud_${id.padStart(26, '0')}`;
const MAIOR = '9223372036854775807';
const fromId = (cursor: string | undefined): string => (/^mud_\d{26}$/.test(cursor ?? '') && BigInt(cursor!.slice(4)) <= BigInt(MAIOR) ? cursor!.slice(4) : MAIOR);

/** Changes of a tender, newest first. */
export async function listMudancas(m: EntityManager, numero: string, { cursor, limite }: { cursor?: string | undefined; limite: number }): Promise<Pagina<Mudanca>> {
  const linhas = await m.query<Mudanca[]>(
    'select id, numero, versao, campo, antes, depois, em from alicit.acervo_mudanca where numero = $1 and id < $2 order by id desc limit $3',
    [numero, fromId(cursor), limite + 1],
  );
  const itens = linhas.slice(0, limite).map((l) => ({ ...l, id: toId(l.id) }));
  return { itens, proximo: linhas.length > limite ? (itens.at(-1)?.id ?? null) : null };
}
