import { gzipSync } from 'node:zlib';
import { openConjuntoPedido, type AmbienteEstagios } from '../../editais/index.js';
import { asTarefa } from '../../oficina/index.js';
import { julgar as judge, requireEdital } from '../julgar.js';
import type { JulgamentoFeito, PedidoJulgamento } from './estagios-analise.js';
import { resumoDe } from './resumo.js';

/** Stages 4 and 5 over a set that the thread remembers, or reads again from disk. */
export const julgar = asTarefa(async ({ pedido, ambiente }: { readonly pedido: PedidoJulgamento; readonly ambiente: AmbienteEstagios }): Promise<JulgamentoFeito> => {
  const { conjunto: aberto, empresa, licitacao, sancoes, agora, correcoes, aConfirmar } = pedido;
  const { conjunto, leitura } = await openConjuntoPedido(aberto, ambiente);
  requireEdital(conjunto);
  const analise = judge({ conjunto, leitura, empresa, licitacao, agora, ...(sancoes ? { sancoes } : {}), ...(correcoes ? { correcoes } : {}), ...(aConfirmar ? { aConfirmar } : {}) });
  return { analise: new Uint8Array(gzipSync(JSON.stringify(analise))), resumo: resumoDe(analise) };
});
