import { setTimeout as wait } from 'node:timers/promises';
import { newId } from '../../src/storage/index.js';
import { EntregadorService } from '../../src/webhooks/entregador.service.js';
import { EventosService } from '../../src/eventos/eventos.module.js';
import type { AppDeTeste, Cliente } from '../support/app.js';

/** An analysis of the client that could end. */
export async function createAnalise({ fonte }: AppDeTeste, { organizacaoId }: Cliente): Promise<string> {
  const [emp, lic, ana] = [newId('emp'), newId('lic'), newId('ana')];
  await fonte.query(`insert into alicit.empresa (id, organizacao_id, cnpj, perfil) values ($1, $2, $3, '{}')`, [emp, organizacaoId, emp.slice(-14)]);
  await fonte.query(`insert into alicit.licitacao (id, organizacao_id, origem, dados) values ($1, $2, 'manual', '{}')`, [lic, organizacaoId]);
  await fonte.query(`insert into alicit.analise (id, organizacao_id, empresa_id, licitacao_id, chave, entradas, estado, versao_workflow) values ($1, $2, $3, $4, $1, '{}', 'executando', '1')`, [ana, organizacaoId, emp, lic]);
  return ana;
}

export const dadosConcluida = (analiseId: string) => ({
  analiseId, empresaId: null, licitacaoId: null, numeroControlePNCP: null, desfecho: 'GO', score: 80, estadoLicitacao: 'ABERTA', validoAte: null, proximoPrazo: null,
  links: { analise: `/v1/analises/${analiseId}`, relatorio: `/v1/analises/${analiseId}/relatorio` },
});

/** The end of an analysis, as its owner records it. @param depois runs in the same transaction, after */
export async function conclude(t: AppDeTeste, cliente: Cliente, depois: () => void = () => undefined): Promise<string> {
  const analiseId = await createAnalise(t, cliente);
  return t.fonte.transaction(async (m) => {
    const { id } = await t.app.get(EventosService).record(m, { organizacaoId: cliente.organizacaoId, analiseId, tipo: 'analise.concluida', dados: dadosConcluida(analiseId) });
    depois();
    return id;
  });
}

export const entregador = (t: AppDeTeste): EntregadorService => t.app.get(EntregadorService);

/** Reads until it is as wanted, at most 15 s. */
export async function until<T>(read: () => Promise<T>, ok: (lido: T) => boolean): Promise<T> {
  for (let i = 0; ; i++) {
    const lido = await read();
    if (ok(lido)) return lido;
    if (i === 300) throw new Error(`never as wanted: ${JSON.stringify(lido)}`);
    await wait(50);
  }
}
