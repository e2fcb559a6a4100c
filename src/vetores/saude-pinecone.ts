import type { Config } from '../config/index.js';
import { probeHttp, type Indicador, type Uso } from '../observacao/index.js';
import type { UltimaOperacao } from './lojas.service.js';

/** Probed at most this often, with a key; nobody waits longer than the limit. ms */
const VALIDADE_MS = 30_000;
const LIMITE_MS = 3000;
const VERSAO = '2026-07';

/** Name of the client's error → what it says of Pinecone. The key serves both its planes, and the probe asks only one: it disproves nothing else. */
const DIZ: Readonly<Record<string, Pick<Uso, 'estado' | 'erro' | 'desmentivel'>>> = {
  PineconeAuthorizationError: { estado: 'chave_invalida', erro: 'chave_recusada', desmentivel: true },
  PineconePaymentRequiredError: { estado: 'limite', erro: 'sem_credito', desmentivel: false },
  limite: { estado: 'limite', erro: 'limite', desmentivel: false },
  PineconeConnectionError: { estado: 'indisponivel', erro: 'rede', desmentivel: false },
  // It answers, and does not take what was asked of it.
  PineconeBadRequestError: { estado: 'degradado', erro: 'pedido_recusado', desmentivel: false },
  tempo_esgotado: { estado: 'indisponivel', erro: 'tempo_esgotado', desmentivel: false },
};
const FALHOU: Pick<Uso, 'estado' | 'erro' | 'desmentivel'> = { estado: 'indisponivel', erro: 'erro_servidor', desmentivel: false };

/** How Pinecone is, by the last operation on it. */
export function usoDe(ultima: UltimaOperacao | null): Uso | null {
  if (!ultima) return null;
  const { em, ms: latenciaMs, ultimoSucesso, resultado, falha } = ultima;
  return resultado === 'ok' ? { estado: 'ok', erro: null, em, latenciaMs, ultimoSucesso, desmentivel: false } : { ...(DIZ[falha ?? ''] ?? FALHOU), em, latenciaMs, ultimoSucesso };
}

/** Pinecone: by the real operations, else by asking for the list of indexes. Optional: everything works without it. */
export const createSaudePinecone = ({ chave, url }: Config['pinecone'], ultima: () => UltimaOperacao | null): Indicador => ({
  nome: 'pinecone', obrigatorio: false, validadeMs: VALIDADE_MS, limiteMs: LIMITE_MS,
  check: async (sinal) => (chave === null ? { estado: 'nao_configurado', erro: null } : probeHttp(`${url}/indexes`, { cabecalhos: { 'api-key': chave, 'x-pinecone-api-version': VERSAO }, sinal })),
  ...(chave === null ? {} : { uso: () => usoDe(ultima()) }),
});
