import type { ClientBase } from 'pg';
import { quote } from './tabelas.js';

/**
 * Takes the schema's foreign keys away, so that tables may be filled in any order and each reference is checked once.
 * @returns what puts them back; it fails when a row refers to none
 */
export async function dropChavesEstrangeiras(cliente: ClientBase): Promise<() => Promise<void>> {
  const { rows } = await cliente.query<{ tabela: string; nome: string; texto: string }>(
    `select c.relname as tabela, k.conname as nome, pg_get_constraintdef(k.oid) as texto from pg_constraint k join pg_class c on c.oid = k.conrelid
     where k.contype = 'f' and c.relnamespace = 'alicit'::regnamespace and k.conparentid = 0 order by 1, 2`,
  );
  for (const { tabela, nome } of rows) await cliente.query(`alter table alicit.${quote(tabela)} drop constraint ${quote(nome)}`);
  return async () => {
    for (const { tabela, nome, texto } of rows) await cliente.query(`alter table alicit.${quote(tabela)} add constraint ${quote(nome)} ${texto}`);
  };
}
