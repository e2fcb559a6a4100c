import { Inject, Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { PgBoss, type ConstructorOptions } from 'pg-boss';
import type { Pool } from 'pg';
import type { EntityManager } from 'typeorm';
import { CONFIG, type Config } from '../config/index.js';
import { indisponivel } from '../kernel/index.js';
import { parseTraceparent, tracoAtual, withoutContexto, withTracoRaiz, type Verificacao } from '../observacao/index.js';
import { SaudeService } from '../observacao/observacao.module.js';
import { BANCO, type Banco } from '../storage/index.js';
import { POOL } from '../storage/storage.module.js';
import { judgeFila, readAtrasos } from './atraso.js';
import { openEscuta } from './escuta.js';
import { Falhas } from './falhas.js';
import { PULSO_S, toQueue, VIGIA_S } from './fila.js';
import { ESQUEMA } from './migrador-fila.js';
import type { Fila, OpcoesEnvio, OpcoesTrabalho, Operario } from './tipos.js';

interface Trabalhador {
  readonly fila: Fila;
  readonly concorrencia: number;
  readonly operario: Operario<unknown>;
}

type IDatabase = NonNullable<ConstructorOptions['db']>;

const NENHUM = '00000000-0000-0000-0000-000000000000';
/** Polling is what finds work when no notice came: seldom with LISTEN, often without. */
const BUSCA_COM_ESCUTA_S = 2;
const BUSCA_SEM_ESCUTA_S = 0.5;
/** How the queue is is asked at most this often. */
const VALE_MS = 2000;

/**
 * pg-boss over the process's pool. Queues and workers are declared before the start (in constructors and
 * `onModuleInit`); the start happens after the application is up, or when the first job is sent. Processes with
 * `papel: 'api'` send and never work.
 */
@Injectable()
export class JobsService implements OnModuleInit, OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('jobs');
  private readonly falhas = new Falhas();
  private readonly filas = new Map<string, Fila>();
  private readonly trabalhadores: Trabalhador[] = [];
  private readonly agendas: { readonly fila: Fila; readonly cron: string }[] = [];
  private readonly emCurso = new Set<Promise<void>>();
  private readonly fim = new AbortController();
  private iniciando: Promise<PgBoss> | undefined;
  private parado = false;
  private parando: Promise<void> | undefined;
  private fechado = false;

  constructor(@Inject(CONFIG) private readonly config: Config, @Inject(POOL) private readonly pool: Pool, @Inject(BANCO) private readonly banco: Banco, private readonly saude: SaudeService) {
    saude.encerramento.addEventListener('abort', () => void this.stopWorking(), { once: true });
  }

  /** Declares a queue. Call before the application is up. */
  declare(fila: Fila): void {
    this.filas.set(fila.nome, fila);
  }

  /** Declares who does a queue's jobs in this process; nothing in a process that only answers HTTP. */
  work<D extends object>(fila: Fila, { concorrencia = 1 }: OpcoesTrabalho, operario: Operario<D>): void {
    this.declare(fila);
    if (this.config.papel !== 'api') this.trabalhadores.push({ fila, concorrencia, operario: operario as Operario<unknown> });
  }

  /** One job of the queue at each moment of the cron (UTC), in one process of all. */
  schedule(fila: Fila, cron: string, operario: Operario<object>): void {
    this.work(fila, {}, operario);
    if (this.config.papel !== 'api') this.agendas.push({ fila, cron });
  }

  /** Whether the process is stopping: long work should be handed back. */
  get encerrando(): AbortSignal {
    return this.fim.signal;
  }

  /** Resolves when jobs can be sent. Await it before a transaction that sends: the start needs connections too. */
  async ready(): Promise<void> {
    await this.start();
  }

  /**
   * A job, in the transaction of `manager` (it exists when that commits, never otherwise) or at once with null.
   * @returns its id; null when `chave` already has one in this slot
   */
  async send(manager: EntityManager | null, fila: Fila, dados: object, { prioridade = 0, depoisDeS, chave, umPorS, traco = false }: OpcoesEnvio = {}): Promise<string | null> {
    const boss = await this.start();
    return boss.send(fila.nome, traco ? { ...dados, ...tracoAtual() } : dados, {
      priority: prioridade, ...(depoisDeS ? { startAfter: depoisDeS } : {}), ...(chave ? { singletonKey: chave } : {}), ...(umPorS ? { singletonSeconds: umPorS } : {}), ...(manager ? { db: asDb(manager) } : {}),
    });
  }

  onModuleInit(): void {
    // Part of being ready everywhere: an analysis is accepted by sending a job.
    this.saude.register({ nome: 'fila', obrigatorio: true, validadeMs: VALE_MS, check: () => this.check() });
  }

  onApplicationBootstrap(): void {
    if (this.trabalhadores.length) setImmediate(() => void this.start().catch(() => undefined));
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.stopWorking();
    this.fechado = true;
    const boss = await this.iniciando?.catch(() => undefined);
    await boss?.stop({ graceful: true, timeout: 1000 }).catch((erro: unknown) => this.log.warn(`fila: ${nameOf(erro)}`));
  }

  /** Takes nothing new; what runs finishes or hands its work back, within the time to stop. Twice is once. */
  private stopWorking(): Promise<void> {
    return (this.parando ??= this.endWork());
  }

  private async endWork(): Promise<void> {
    this.parado = true;
    this.fim.abort(indisponivel('encerrando', 'O serviço está encerrando: o trabalho continua em outro processo.'));
    const boss = await this.iniciando?.catch(() => undefined);
    if (!boss) return;
    await Promise.all(this.trabalhadores.map(({ fila }) => boss.offWork(fila.nome, { wait: false }).catch(() => undefined)));
    let relogio: NodeJS.Timeout | undefined;
    await Promise.race([Promise.allSettled([...this.emCurso]), new Promise<void>((r) => (relogio = setTimeout(r, this.config.http.encerramentoMs)))]);
    clearTimeout(relogio);
  }

  private async check(): Promise<Verificacao> {
    await this.start();
    return judgeFila(await readAtrasos(this.pool, [...this.filas.keys()]), [...this.filas.values()]);
  }

  private start(): Promise<PgBoss> {
    // Where no jobs run it only sends, and requests are served until the last one.
    const recusa = this.fechado || (this.parado && this.trabalhadores.length > 0);
    if (recusa && !this.iniciando) return Promise.reject(indisponivel('encerrando', 'O serviço está encerrando: tente de novo em instantes.'));
    // Its polling is not part of the request that sends the first job.
    this.iniciando ??= withoutContexto(() => this.open()).catch((erro: unknown) => {
      this.iniciando = undefined;
      this.log.error({ err: erro }, 'a fila não pôde ser aberta');
      throw indisponivel('fila_indisponivel', 'A fila de trabalhos não está disponível: tente de novo em instantes.', { tentarEmS: 5 });
    });
    return this.iniciando;
  }

  private async open(): Promise<PgBoss> {
    const trabalha = this.trabalhadores.length > 0;
    const urlEscuta = this.config.banco.diretoUrl ?? (this.config.banco.pooler ? null : this.banco.url);
    const escuta = trabalha && urlEscuta !== null;
    const boss = new PgBoss({
      db: this.createDb(escuta ? urlEscuta : null), schema: ESQUEMA, useListenNotify: escuta, registerInstance: false, persistWarnings: false,
      supervise: trabalha, superviseIntervalSeconds: VIGIA_S, monitorIntervalSeconds: VIGIA_S, maintenanceIntervalSeconds: 600, schedule: this.agendas.length > 0, cronWorkerIntervalSeconds: 5, monitorVacuum: false, reindex: false,
    });
    boss.on('error', (erro) => {
      const linha = this.falhas.note(nameOf(erro), Date.now());
      if (linha !== null) this.log.warn(`fila: ${linha}`);
    });
    boss.on('warning', (aviso) => this.log.debug(`fila: ${aviso.message}`));
    await boss.start();
    for (const fila of this.filas.values()) await ensureQueue(boss, fila, true);
    for (const { fila, cron } of this.agendas) await boss.schedule(fila.nome, cron, {}, { tz: 'UTC' });
    for (const t of this.trabalhadores) await this.startWorker(boss, t);
    return boss;
  }

  private async startWorker(boss: PgBoss, { fila, concorrencia, operario }: Trabalhador): Promise<void> {
    const id = await boss.work<object, void, { includeMetadata: true; batchSize: 1 }>(
      fila.nome,
      { includeMetadata: true, batchSize: 1, localConcurrency: concorrencia, pollingIntervalSeconds: BUSCA_SEM_ESCUTA_S, notifyPollingIntervalSeconds: BUSCA_COM_ESCUTA_S, ...(fila.batida === false ? {} : { heartbeatRefreshSeconds: PULSO_S }) } as { includeMetadata: true; batchSize: 1 },
      async ([job]) => {
        if (!job) return;
        const pai = parseTraceparent((job.data as { traceparent?: unknown } | null)?.traceparent);
        const feito = withTracoRaiz(`fila ${fila.nome}`, { 'messaging.system': 'pg-boss', 'messaging.destination.name': fila.nome, 'messaging.operation.type': 'process', 'messaging.message.id': job.id, 'alicit.retomada': job.retryCount }, pai,
          () => operario({ id: job.id, dados: job.data, retomada: job.retryCount, sinal: job.signal }));
        const marcado = feito.catch(() => undefined);
        this.emCurso.add(marcado);
        try {
          await feito;
        } finally {
          this.emCurso.delete(marcado);
          // There may be more of it: the next is asked for at once, not at the next polling.
          setImmediate(() => !this.parado && boss.notifyWorker(id));
        }
      },
    );
  }

  private createDb(urlEscuta: string | null): IDatabase {
    const { pool, log } = this;
    return {
      executeSql: (texto, valores) => pool.query(texto, valores as unknown[] | undefined),
      ...(urlEscuta === null ? {} : {
        listen: (canal: string, onAviso: (conteudo: string) => void, onConexao: () => void) => openEscuta({ url: urlEscuta, canal, onAviso, onConexao, onErro: (erro) => log.warn(`escuta da fila: ${nameOf(erro)}`) }),
      }),
    };
  }
}

/** The queue exists, with this version's options. */
async function ensureQueue(boss: PgBoss, fila: Fila, escuta: boolean): Promise<void> {
  const opcoes = toQueue(fila, escuta);
  if (!(await boss.getQueue(fila.nome))) await boss.createQueue(fila.nome, opcoes);
  else {
    const { policy: _, ...mudaveis } = opcoes as { policy: string };
    await boss.updateQueue(fila.nome, mudaveis);
  }
  // Any look at its jobs makes pg-boss remember the queue: sending in a transaction must not ask the pool for another connection.
  await boss.findJobs(fila.nome, { id: NENHUM });
}

/** pg-boss's own statements inside TypeORM's transaction. */
const asDb = (manager: EntityManager): IDatabase => ({
  executeSql: async (texto, valores) => {
    const runner = manager.queryRunner;
    if (!runner) throw new Error('a transaction is needed to send a job in it');
    const r = (await runner.query(texto, valores as unknown[] | undefined, true)) as { records?: unknown[] };
    return { rows: r.records ?? [] };
  },
});

/** What may be logged of an error of the database: its code, not its text. */
const nameOf = (erro: unknown): string => String((erro as { code?: string } | null)?.code ?? (erro instanceof Error ? erro.message.slice(0, 120) : 'sem código'));
