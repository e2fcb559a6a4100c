import type { Client } from '@libsql/client';
import type { WorkflowsStorage } from '@mastra/core/storage';
import { indisponivel } from '../../kernel/index.js';
import { NOME_WORKFLOW, type ArmazemExecucoes } from './armazem.js';

const TABELA = 'mastra_workflow_snapshot';
/** How long a write waits for another process's, ms. The wait stops this process: it stays short, and is tried again. */
const OCUPADO_MS = 500;

type Modulo = typeof import('@libsql/client');

/** The client, whose native module an installation may lack. @throws AlicitError `libsql_ausente` */
export async function loadLibsql(carregar: () => Promise<Modulo> = () => import('@libsql/client')): Promise<Modulo> {
  try {
    return await carregar();
  } catch (erro) {
    throw Object.assign(indisponivel('libsql_ausente', 'MASTRA_STORAGE_URL pede LibSQL, e o módulo nativo dele não está instalado. Instale as dependências com as opcionais (npm ci, sem --omit=optional), ou use postgres:// ou redis://.'), { cause: erro });
  }
}

/** Runs in a LibSQL database: a server's, or a file of this machine. */
export class ArmazemLibsql implements ArmazemExecucoes {
  readonly tipo = 'libsql';
  private cliente: Promise<Client> | undefined;
  private feita = false;

  constructor(private readonly url: string) {}

  async openDominio(): Promise<WorkflowsStorage> {
    await loadLibsql();
    const { WorkflowsLibSQL } = await import('@mastra/libsql');
    const workflows = new WorkflowsLibSQL({ client: semEspera(await this.open()), maxRetries: 2, initialBackoffMs: 50 });
    await workflows.init();
    return workflows;
  }

  async forget(analiseId: string, exceto = ''): Promise<void> {
    // '/' follows '.': every run of this analysis and of no other.
    await this.run(`delete from ${TABELA} where workflow_name = ? and run_id >= ? and run_id < ? and run_id <> ?`, [NOME_WORKFLOW, `${analiseId}.`, `${analiseId}/`, exceto]);
  }

  async list(depois: string, limite: number): Promise<readonly string[]> {
    const r = await this.run(`select run_id from ${TABELA} where workflow_name = ? and run_id > ? order by run_id limit ?`, [NOME_WORKFLOW, depois, limite]);
    return r?.rows.map((l) => String(l['run_id'])) ?? [];
  }

  async erase(runIds: readonly string[]): Promise<number> {
    if (!runIds.length) return 0;
    const r = await this.run(`delete from ${TABELA} where workflow_name = ? and run_id in (${runIds.map(() => '?').join(', ')})`, [NOME_WORKFLOW, ...runIds]);
    return r?.rowsAffected ?? 0;
  }

  async ping(): Promise<void> {
    const c = await this.open();
    try {
      const t = await c.transaction('write');
      await t.rollback();
    } catch (erro) {
      throw indisponivel(classOf(erro), 'O LibSQL do estado das execuções (MASTRA_STORAGE_URL) não aceita gravações. Confira o servidor ou o arquivo, e a permissão de escrita na pasta.');
    }
  }

  async close(): Promise<void> {
    const c = await this.cliente?.catch(() => undefined);
    c?.close();
  }

  /** Null while nobody made the table. */
  private async run(sql: string, args: (string | number)[]): Promise<Awaited<ReturnType<Client['execute']>> | null> {
    const c = await this.open();
    this.feita ||= (await c.execute({ sql: `select 1 from sqlite_master where name = ?`, args: [TABELA] })).rows.length > 0;
    return this.feita ? c.execute({ sql, args }) : null;
  }

  private open(): Promise<Client> {
    this.cliente ??= this.create().catch((erro: unknown) => {
      this.cliente = undefined;
      throw erro;
    });
    return this.cliente;
  }

  private async create(): Promise<Client> {
    const { createClient } = await loadLibsql();
    try {
      const c = createClient({ url: this.url, timeout: OCUPADO_MS });
      // Readers and the writer of a file do not wait for each other; it stays so in the file.
      if (c.protocol === 'file') await c.execute('pragma journal_mode = wal');
      return c;
    } catch (erro) {
      throw indisponivel(classOf(erro), 'O LibSQL de MASTRA_STORAGE_URL não abriu. Confira o endereço; se é um arquivo, a pasta dele precisa existir e aceitar gravações.');
    }
  }
}

/** WorkflowsLibSQL sets a wait of 10 s on a connection, during which the process does nothing else: ours stays. */
const semEspera = (c: Client): Client =>
  new Proxy(c, {
    get(alvo, nome) {
      const valor: unknown = Reflect.get(alvo, nome, alvo);
      if (nome === 'execute') return (oque: Parameters<Client['execute']>[0]) => alvo.execute(typeof oque === 'string' && /^PRAGMA busy_timeout/i.test(oque) ? 'select 1' : oque);
      return typeof valor === 'function' ? (valor as (...args: unknown[]) => unknown).bind(alvo) : valor;
    },
  });

/** Class of what LibSQL answered. */
function classOf(erro: unknown): string {
  const { code, cause } = erro as { code?: unknown; cause?: { code?: unknown; status?: unknown } };
  const codigo = String(code ?? '');
  if (/BUSY|LOCKED/.test(codigo)) return 'ocupado';
  if (/READONLY/.test(codigo)) return 'somente_leitura';
  if (/CANTOPEN|PERM|NOTADB|CORRUPT/.test(codigo)) return 'arquivo_inacessivel';
  if (/FULL|IOERR/.test(codigo)) return 'disco_cheio';
  if (/AUTH|HTTP_40[13]/.test(codigo) || cause?.status === 401 || cause?.status === 403) return 'senha_recusada';
  if (cause?.code === 'ECONNREFUSED') return 'conexao_recusada';
  return 'conexao_interrompida';
}
