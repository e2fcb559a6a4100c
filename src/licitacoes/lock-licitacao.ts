import type { EntityManager } from 'typeorm';
import { naoEncontrado } from '../kernel/index.js';

export const licitacaoNaoEncontrada = () => naoEncontrado('licitacao_nao_encontrada', 'Não há licitação com este id. Confira o id, ou liste as licitações em GET /v1/licitacoes.');

/** Locks the tender to the end of the transaction. @throws AlicitError `licitacao_nao_encontrada` */
export async function lockLicitacao(m: EntityManager, organizacaoId: string, id: string): Promise<void> {
  const linhas = await m.query<unknown[]>('select 1 from alicit.licitacao where organizacao_id = $1 and id = $2 for update', [organizacaoId, id]);
  if (!linhas.length) throw licitacaoNaoEncontrada();
}

/** A new version of the tender; what was sent in one call is then no longer what it is made of. */
export async function touchLicitacao(m: EntityManager, organizacaoId: string, id: string): Promise<void> {
  await m.query('update alicit.licitacao set versao = versao + 1, conteudo_chave = null, atualizada_em = now() where organizacao_id = $1 and id = $2', [organizacaoId, id]);
}
