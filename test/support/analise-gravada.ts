import { newId } from '../../src/storage/index.js';
import type { AppDeTeste } from './app.js';

/** What a finished analysis leaves in the database, with `marca` in everything that came from the client. */
export async function gravarAnalise(t: AppDeTeste, de: { organizacaoId: string; empresaId: string; licitacaoId: string; sha256?: string; marca: string }): Promise<{ id: string; proprio: string; partilhado: string }> {
  const id = newId('ana');
  const evento = newId('evt');
  const proprio = `julgar:${id}`;
  const partilhado = `extrair:${id}`;
  const arquivos = de.sha256 ? [de.sha256] : [];
  const q = (sql: string, valores: unknown[]) => t.fonte.query(sql, valores);
  await q(`insert into alicit.analise (id, organizacao_id, empresa_id, licitacao_id, chave, entradas, estado, versao_workflow, resultado, token) values ($1, $2, $3, $4, $1, $5, 'concluida', '1', $6, 1)`, [id, de.organizacaoId, de.empresaId, de.licitacaoId, JSON.stringify({ marca: de.marca }), proprio]);
  await q(`insert into alicit.analise_tentativa (organizacao_id, analise_id, numero, token, processo, versao_workflow) values ($1, $2, 1, 1, 'p', '1')`, [de.organizacaoId, id]);
  await q(`insert into alicit.analise_etapa (organizacao_id, analise_id, etapa, tentativa, token, estado, inicio, trabalho) values ($1, $2, 'julgar', 1, 1, 'concluida', now(), $3), ($1, $2, 'extrair', 1, 1, 'concluida', now(), $4)`, [de.organizacaoId, id, proprio, partilhado]);
  await q(`insert into alicit.trabalho (chave, etapa, organizacao_id, resultado, sha256, arquivos, analise_id, token) values ($1, 'julgar', $2, $3, 'x', $4, $5, 1)`, [proprio, de.organizacaoId, Buffer.from(de.marca), arquivos, id]);
  await q(`insert into alicit.trabalho (chave, etapa, organizacao_id, resultado, sha256, arquivos, analise_id, token) values ($1, 'extrair', null, $2, 'x', $3, $4, 1)`, [partilhado, Buffer.from('texto do edital'), arquivos, id]);
  await q(`insert into alicit.evento (id, organizacao_id, analise_id, sequencia, tipo, dados) values ($1, $2, $3, 1, 'analise.concluida', $4)`, [evento, de.organizacaoId, id, JSON.stringify({ marca: de.marca })]);
  const webhook = newId('whk');
  await q(`insert into alicit.webhook (id, organizacao_id, url, eventos, segredo) values ($1, $2, 'https://exemplo.invalid', '{}', 's')`, [webhook, de.organizacaoId]);
  await q(`insert into alicit.webhook_entrega (id, organizacao_id, webhook_id, evento_id, tipo, corpo, estado) values ($1, $2, $3, $4, 'analise.concluida', $5, 'entregue')`, [newId('ent'), de.organizacaoId, webhook, evento, de.marca]);
  await q(`insert into alicit.idempotencia (organizacao_id, chave, rota, corpo_hash, estado, posse, status, cabecalhos, corpo, expira_em) values ($1, $2, 'POST /v1/analises', 'x', 'feito', 'p', 202, '{}', $3, now() + interval '1 day')`, [de.organizacaoId, id, Buffer.from(JSON.stringify({ id, marca: de.marca }))]);
  return { id, proprio, partilhado };
}
