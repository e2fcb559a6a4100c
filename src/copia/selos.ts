import type { ClientBase } from 'pg';

/** Which keys sealed the secrets in the database: the second part of `s1.<key>.<text>` (docs/decisoes/0017). */
export async function readSelos(cliente: ClientBase): Promise<readonly string[]> {
  const { rows } = await cliente.query<{ selo: string }>(
    `select distinct split_part(s, '.', 2) as selo from (
       select segredo as s from alicit.webhook union all select segredo_anterior from alicit.webhook union all select segredo from alicit.webhook_entrega where estado = 'pendente') t
     where s like 's1.%' order by 1 /* sistema: only the names of the keys */`,
  );
  return rows.map((r) => r.selo).filter((s) => /^[0-9a-f]{8}$/.test(s));
}
