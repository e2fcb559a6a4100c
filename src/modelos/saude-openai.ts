import type { Config } from '../config/index.js';
import { probeHttp, type Indicador } from '../observacao/index.js';
import { usoDe, type UltimoPedido } from './domain/saude.js';

/** Probed at most this often, with a key; nobody waits longer than the limit. ms */
const VALIDADE_MS = 30_000;
const LIMITE_MS = 3000;
/** A compatible server need not list its models: who says that there is no such route answers. At OpenAI itself the route is there, and its absence is a wrong address. */
const SEM_ROTA = [404, 405, 501];

/** The models' server: by the real requests, else by asking for its list of models, which costs nothing. Optional: everything works without it. */
export const createSaudeOpenai = ({ chave, url }: Config['openai'], ultimo: () => UltimoPedido | null): Indicador => ({
  nome: 'openai', obrigatorio: false, validadeMs: VALIDADE_MS, limiteMs: LIMITE_MS,
  check: async (sinal) =>
    chave === null ? { estado: 'nao_configurado', erro: null } : probeHttp(`${url}/models`, { cabecalhos: { authorization: `Bearer ${chave}` }, sinal, semRota: new URL(url).hostname === 'api.openai.com' ? [] : SEM_ROTA }),
  ...(chave === null ? {} : { uso: () => usoDe(ultimo()) }),
});
