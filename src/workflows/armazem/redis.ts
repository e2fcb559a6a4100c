import type { WorkflowsStorage } from '@mastra/core/storage';
import type { WorkflowsRedis as Dominio } from '@mastra/redis';
import { indisponivel } from '../../kernel/index.js';
import { NOME_WORKFLOW, type ArmazemExecucoes } from './armazem.js';
import { openRedis, type ConexaoRedis } from './conexao-redis.js';

/** Before every key of ours; the braces keep them together where a proxy spreads keys over servers. */
const PREFIXO = '{alicit:execucoes}:';
/** Names of the runs, sorted: the server, which may be others' too, is never scanned. */
const INDICE = `${PREFIXO}indice`;
const SONDA = `${PREFIXO}sonda`;
/** As @mastra/redis names a run's key. */
const CHAVE = `mastra_workflow_snapshot:namespace:workflows:workflow_name:${NOME_WORKFLOW}:run_id:`;
/** A run that nobody came back to is forgotten, seconds: 30 days after its last stage. */
const VALIDADE_S = 30 * 24 * 3600;

/** The client that @mastra/redis asks for. */
type ClienteDoMastra = ConstructorParameters<typeof Dominio>[0]['client'];

const chaveDe = (runId: string): string => PREFIXO + CHAVE + runId;
const runDe = (chave: string): string | null => (chave.startsWith(CHAVE) ? chave.slice(CHAVE.length) : null);

/** Runs in Redis: a key each, that expires, and their sorted names, written together. */
export class ArmazemRedis implements ArmazemExecucoes {
  readonly tipo = 'redis';
  private readonly conexao: ConexaoRedis;

  /** `onErro`: the connection was lost; told once until it is back. */
  constructor(url: string, onErro: (erro: unknown) => void) {
    this.conexao = openRedis(url, onErro);
  }

  async openDominio(): Promise<WorkflowsStorage> {
    const { WorkflowsRedis } = await import('@mastra/redis');
    await this.conexao.ready();
    return new WorkflowsRedis({ client: this.fachada() });
  }

  async forget(analiseId: string, exceto = ''): Promise<void> {
    const c = await this.conexao.ready();
    // '/' follows '.': every run of this analysis and of no other.
    const seus = await c.zRange(INDICE, `[${analiseId}.`, `(${analiseId}/`, { BY: 'LEX' });
    await this.erase(seus.filter((id) => id !== exceto));
  }

  async list(depois: string, limite: number): Promise<readonly string[]> {
    const c = await this.conexao.ready();
    return c.zRange(INDICE, depois ? `(${depois}` : '-', '+', { BY: 'LEX', LIMIT: { offset: 0, count: limite } });
  }

  async erase(runIds: readonly string[]): Promise<number> {
    if (!runIds.length) return 0;
    const c = await this.conexao.ready();
    const [, quantos] = await c.multi().del(runIds.map(chaveDe)).zRem(INDICE, [...runIds]).exec();
    return Number(quantos);
  }

  async ping(): Promise<void> {
    try {
      await (await this.conexao.ready()).set(SONDA, '1', { expiration: { type: 'EX', value: 60 } });
    } catch (erro) {
      throw indisponivel(classOf(erro), 'O Redis do estado das execuções (MASTRA_STORAGE_URL) não aceita gravações. Confira o servidor, o endereço e a senha.');
    }
  }

  close(): Promise<void> {
    return this.conexao.close();
  }

  /**
   * The commands WorkflowsRedis uses, under our prefix, with an end to each key's life and the index kept. It looks for
   * keys by pattern, always a beginning; the index answers.
   */
  private fachada(): ClienteDoMastra {
    const { ready } = this.conexao;
    const fachada = {
      get: async (chave: string) => (await ready()).get(PREFIXO + chave),
      mGet: async (chaves: string[]) => (await ready()).mGet(chaves.map((k) => PREFIXO + k)),
      del: async (chave: string) => {
        const runId = runDe(chave);
        return runId === null ? 0 : this.erase([runId]);
      },
      set: async (chave: string, valor: string) => {
        const runId = runDe(chave);
        if (runId === null) throw new Error('a key of another workflow');
        await (await ready()).multi().set(PREFIXO + chave, valor, { expiration: { type: 'EX', value: VALIDADE_S } }).zAdd(INDICE, { score: 0, value: runId }).exec();
        return 'OK';
      },
      scan: async (_cursor: string, { MATCH }: { readonly MATCH: string }) => {
        const comeco = runDe(MATCH.replace(/\*$/, '')) ?? '';
        const ids = await (await ready()).zRange(INDICE, comeco ? `[${comeco}` : '-', comeco ? `(${comeco}\u{10FFFF}` : '+', { BY: 'LEX' });
        return { cursor: '0', keys: ids.map((id) => CHAVE + id) };
      },
    };
    return fachada as unknown as ClienteDoMastra;
  }
}

/** Class of what Redis answered, or of why it did not. */
function classOf(erro: unknown): string {
  const { code, message, name } = erro as { code?: unknown; message?: string; name?: string };
  if (/^(?:WRONGPASS|NOAUTH|NOPERM)|invalid.*password/i.test(message ?? '')) return 'senha_recusada';
  if (/^READONLY/.test(message ?? '')) return 'somente_leitura';
  if (/^OOM/.test(message ?? '') || /EXECABORT/.test(message ?? '')) return 'memoria_cheia';
  if (/^LOADING/.test(message ?? '')) return 'iniciando';
  if (code === 'ECONNREFUSED') return 'conexao_recusada';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'nome_nao_encontrado';
  return /timeout|tempo/i.test(`${name ?? ''} ${message ?? ''}`) ? 'tempo_esgotado' : 'conexao_interrompida';
}
