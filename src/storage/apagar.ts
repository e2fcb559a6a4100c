import type { EntityManager } from 'typeorm';

/** Which analyses: of a company, of a tender, or one. */
export type AnalisesDe = { readonly empresaId: string } | { readonly licitacaoId: string } | { readonly analiseId: string };

/**
 * Erases analyses of an organisation for good: their events, attempts, deliveries, and the organisation's work that no other
 * analysis of it uses. Work shared by all (made from documents alone) goes with the documents. Inside a transaction.
 * @returns ids of what was erased
 */
export async function eraseAnalises(m: EntityManager, organizacaoId: string, de: AnalisesDe): Promise<string[]> {
  const [coluna, id] = 'empresaId' in de ? ['empresa_id', de.empresaId] : 'licitacaoId' in de ? ['licitacao_id', de.licitacaoId] : ['id', de.analiseId];
  const linhas = await m.query<{ id: string }[]>(`select id from alicit.analise where organizacao_id = $1 and ${coluna} = $2 for update`, [organizacaoId, id]);
  if (!linhas.length) return [];
  const ids = linhas.map((l) => l.id);
  const chaves = await m.query<{ chave: string }[]>(
    `select trabalho as chave from alicit.analise_etapa where organizacao_id = $1 and analise_id = any($2) and trabalho is not null
     union select resultado from alicit.analise where organizacao_id = $1 and id = any($2) and resultado is not null`, [organizacaoId, ids],
  );
  const [entregas] = await m.query<[{ id: string }[], number]>(`delete from alicit.webhook_entrega where organizacao_id = $1 and evento_id in (select id from alicit.evento where organizacao_id = $1 and analise_id = any($2)) returning id`, [organizacaoId, ids]);
  await m.query(`delete from alicit.analise where organizacao_id = $1 and id = any($2)`, [organizacaoId, ids]);
  await m.query(
    `delete from alicit.trabalho t where t.organizacao_id = $1 and (t.analise_id = any($2) or t.chave = any($3))
       and not exists (select 1 from alicit.analise a where a.organizacao_id = $1 and a.resultado = t.chave)
       and not exists (select 1 from alicit.analise_etapa e where e.organizacao_id = $1 and e.trabalho = t.chave)`,
    [organizacaoId, ids, chaves.map((c) => c.chave)],
  );
  await forgetRespostas(m, organizacaoId, ids);
  await eraseRespostasDeModelo(m, organizacaoId, ids);
  await forgetNaFila(m, [...ids, ...entregas.map((e) => e.id)]);
  return ids;
}

/** Erases what models answered to these pieces of work (analyses, questions): it may quote the company. Inside a transaction. What it cost stays in the accounts. */
export async function eraseRespostasDeModelo(m: EntityManager, organizacaoId: string, trabalhos: readonly string[]): Promise<void> {
  await m.query('delete from alicit.modelo_resposta where organizacao_id = $1 and trabalho_id = any($2)', [organizacaoId, [...trabalhos]]);
}

/** Erases a conversation, those about a tender, or the questions asked for a company; with what models answered to them and the answers kept for repeated requests. Inside a transaction. */
export async function eraseConversas(m: EntityManager, organizacaoId: string, de: { readonly conversaId: string } | { readonly licitacaoId: string } | { readonly empresaId: string }): Promise<void> {
  const [onde, id] = 'conversaId' in de ? ['c.id', de.conversaId] : 'licitacaoId' in de ? ['c.licitacao_id', de.licitacaoId] : ['t.empresa_id', de.empresaId];
  const turnos = await m.query<{ id: string }[]>(`select t.id from alicit.conversa_turno t join alicit.conversa c on c.id = t.conversa_id where t.organizacao_id = $1 and c.organizacao_id = $1 and ${onde} = $2`, [organizacaoId, id]);
  const ids = turnos.map((t) => t.id);
  await eraseRespostasDeModelo(m, organizacaoId, ids);
  await forgetRespostas(m, organizacaoId, ids);
  await m.query('delete from alicit.conversa_turno where organizacao_id = $1 and id = any($2)', [organizacaoId, ids]);
  if ('conversaId' in de) await m.query('delete from alicit.conversa where organizacao_id = $1 and id = $2', [organizacaoId, id]);
  if ('licitacaoId' in de) await m.query('delete from alicit.conversa where organizacao_id = $1 and licitacao_id = $2', [organizacaoId, id]);
}

/** Erases what was told of a tender, deliveries too; the events of its analyses go with them. Inside a transaction. */
export async function eraseEventosLicitacao(m: EntityManager, organizacaoId: string, licitacaoId: string): Promise<void> {
  const [entregas] = await m.query<[{ id: string }[], number]>(`delete from alicit.webhook_entrega where organizacao_id = $1 and evento_id in (select id from alicit.evento where organizacao_id = $1 and licitacao_id = $2) returning id`, [organizacaoId, licitacaoId]);
  await m.query('delete from alicit.evento where organizacao_id = $1 and licitacao_id = $2', [organizacaoId, licitacaoId]);
  await forgetNaFila(m, entregas.map((e) => e.id));
}

/** Erases what a company was told, or what was told of a tender, deliveries too. Inside a transaction. */
export async function eraseAvisos(m: EntityManager, organizacaoId: string, de: { readonly empresaId: string } | { readonly licitacaoId: string }): Promise<void> {
  const [coluna, id] = 'empresaId' in de ? ['empresa_id', de.empresaId] : ['licitacao_id', de.licitacaoId];
  const [entregas] = await m.query<[{ id: string }[], number]>(`delete from alicit.webhook_entrega where organizacao_id = $1 and evento_id in (select evento_id from alicit.aviso where organizacao_id = $1 and ${coluna} = $2) returning id`, [organizacaoId, id]);
  await m.query(`delete from alicit.aviso where organizacao_id = $1 and ${coluna} = $2`, [organizacaoId, id]);
  const mensagens = 'empresaId' in de ? await m.query<{ id: string }[]>('select id from alicit.aviso_mensagem where organizacao_id = $1 and empresa_id = $2', [organizacaoId, id]) : [];
  await forgetNaFila(m, [...entregas, ...mensagens].map((l) => l.id));
}

/** Jobs hold ids: forgets those that name what was erased, whatever their state. Work under way finds nothing to write to, and stops. */
export async function forgetNaFila(m: EntityManager, ids: readonly string[]): Promise<void> {
  if (!(await hasFila(m))) return;
  await m.query(`delete from pgboss.job where array[data ->> 'analiseId', data ->> 'licitacaoId', data ->> 'entregaId', data ->> 'mensagemId'] && $1::text[]`, [[...ids]]);
}

/** Jobs of an organisation, while its rows still say what it has. */
export async function forgetNaFilaDaOrganizacao(m: EntityManager, organizacaoId: string): Promise<void> {
  if (!(await hasFila(m))) return;
  await m.query(
    `delete from pgboss.job j where j.data ->> 'organizacaoId' = $1
       or j.data ->> 'analiseId' in (select id from alicit.analise where organizacao_id = $1)
       or j.data ->> 'entregaId' in (select id from alicit.webhook_entrega where organizacao_id = $1)
       or j.data ->> 'mensagemId' in (select id from alicit.aviso_mensagem where organizacao_id = $1)`, [organizacaoId],
  );
}

/** The queue makes its own tables when it is first opened. */
const hasFila = async (m: EntityManager): Promise<boolean> => (await m.query<{ fila: string | null }[]>(`select to_regclass('pgboss.job') as fila`))[0]?.fila != null;

/** Forgets the kept answers (Idempotency-Key) that show what was erased. */
export async function forgetRespostas(m: EntityManager, organizacaoId: string, ids: readonly string[]): Promise<void> {
  await m.query(
    `delete from alicit.idempotencia i using unnest($2::text[]) as id
     where i.organizacao_id = $1 and (position(convert_to(id, 'UTF8') in coalesce(i.corpo, '')) > 0 or strpos(i.cabecalhos::text, id) > 0 or strpos(i.rota, id) > 0)`,
    [organizacaoId, [...ids]],
  );
}
