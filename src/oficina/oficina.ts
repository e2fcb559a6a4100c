import { performance } from 'node:perf_hooks';
import { Piscina } from 'piscina';
import { AlicitError, indisponivel, invalido } from '../kernel/index.js';
import { createBalanceador, withAfinidade } from './afinidade.js';
import { opcoesEmFundo } from './em-fundo.js';
import { createFila, type Fila } from './fila.js';
import { openEntrega, type Entrega, type Trabalho } from './tarefa.js';

export interface OpcoesOficina {
  /** Threads at most; 0 runs every task in the caller's own thread, where none can be interrupted. */
  readonly threads: number;
  /** Tasks that may wait for a thread. */
  readonly maxFila: number;
  /** JavaScript memory of a thread, MB. Buffers and WASM do not count. */
  readonly memoriaMb: number;
  /** Default time limit of a task once it runs. */
  readonly tempoMs: number;
  /** A thread with nothing to do ends after this. */
  readonly ociosoMs?: number;
  /** Somebody waits for its answers: it does not yield to whoever answers requests. */
  readonly comPressa?: boolean;
  /** Where a worker module really lies (tests run sources whose workers are compiled elsewhere). */
  readonly locate?: (modulo: URL) => URL;
}

export interface OpcoesTarefa {
  readonly tempoMs?: number;
  readonly signal?: AbortSignal | undefined;
  /** Buffers given away instead of copied. */
  readonly transferList?: readonly ArrayBuffer[];
  /** Tasks of one key run on the same thread when it is free: what it remembers is reused. */
  readonly chave?: string;
}

/** One task that ended. */
export interface TarefaFeita {
  /** Export of the worker module: the stage. */
  readonly tarefa: string;
  readonly esperaMs: number;
  readonly duracaoMs: number;
  /** `ok`, or the code of the error; `erro_interno` for a defect. */
  readonly resultado: string;
}

export interface EstadoOficina {
  readonly threads: number;
  readonly maxThreads: number;
  readonly emCurso: number;
  readonly naFila: number;
  readonly maxFila: number;
  readonly concluidas: number;
  readonly falhas: number;
}

/** Short-lived memory of a thread: more makes no reading faster and triples what it holds. */
const JOVENS_MB = 12;
const OCIOSO_MS = 10_000;
/** How long a closing workshop waits for what is running. */
const DESPEDIDA_MS = 20_000;

/**
 * The threads of this process: every stage that would hold the event loop runs here, by worker module and export.
 * Threads start when there is work and end when there is none. Nothing waits inside piscina: the line in front of it is
 * bounded, and a task's time counts from its start.
 */
export class Oficina {
  private readonly fila: Fila;
  private readonly ouvintes: ((feita: TarefaFeita) => void)[] = [];
  private pool: Piscina | undefined;
  private fechada = false;
  private concluidas = 0;
  private falhas = 0;

  constructor(private readonly opcoes: OpcoesOficina) {
    this.fila = createFila(Math.max(1, opcoes.threads), opcoes.maxFila);
  }

  /**
   * Runs the export `tarefa` of a worker module. @throws AlicitError whatever the task threw; `tempo_esgotado` (its
   * thread is killed), `limite_memoria`, `oficina_cheia`, `oficina_fechada`; `cancelado`, or the signal's own
   * AlicitError, when the caller gave up
   */
  async run<S>(trabalho: Trabalho, tarefa: string, entrada: object, opcoes: OpcoesTarefa = {}): Promise<S> {
    if (this.fechada) throw indisponivel('oficina_fechada', 'O servidor está encerrando. Tente de novo em instantes.');
    const chegada = performance.now();
    let inicio = chegada;
    let resultado = 'ok';
    const desiste = opcoes.signal ?? new AbortController().signal;
    try {
      const leave = await this.fila.enter(desiste);
      inicio = performance.now();
      try {
        return openEntrega(await this.work<S>(trabalho, tarefa, entrada, opcoes, desiste));
      } finally {
        leave();
      }
    } catch (erro) {
      const dito = desiste.aborted ? whyAborted(desiste) : erro;
      resultado = dito instanceof AlicitError ? dito.codigo : 'erro_interno';
      throw dito;
    } finally {
      this.concluidas++;
      if (resultado !== 'ok') this.falhas++;
      const fim = performance.now();
      for (const ouvinte of this.ouvintes) ouvinte({ tarefa, esperaMs: inicio - chegada, duracaoMs: fim - inicio, resultado });
    }
  }

  /** Told of every task that ends: for metrics. */
  onFeita(ouvinte: (feita: TarefaFeita) => void): void {
    this.ouvintes.push(ouvinte);
  }

  stats(): EstadoOficina {
    const { threads: maxThreads, maxFila } = this.opcoes;
    return { threads: this.pool?.threads.length ?? 0, maxThreads, emCurso: this.fila.ocupadas, naFila: this.fila.esperando, maxFila, concluidas: this.concluidas, falhas: this.falhas };
  }

  /** Takes no more tasks, waits a while for those that run, ends the threads. */
  async close(despedidaMs = DESPEDIDA_MS): Promise<void> {
    this.fechada = true;
    let relogio: NodeJS.Timeout | undefined;
    await Promise.race([this.fila.empty(), new Promise<void>((resolve) => (relogio = setTimeout(resolve, despedidaMs)))]);
    clearTimeout(relogio);
    const { pool } = this;
    this.pool = undefined;
    await pool?.destroy();
  }

  private async work<S>({ modulo, load }: Trabalho, tarefa: string, entrada: object, { tempoMs = this.opcoes.tempoMs, transferList, chave }: OpcoesTarefa, desiste: AbortSignal): Promise<Entrega<S>> {
    if (this.opcoes.threads === 0) return ((await load()) as Record<string, (e: object) => Promise<Entrega<S>>>)[tarefa]!(structuredClone(entrada));
    const prazo = new AbortController();
    const relogio = setTimeout(() => prazo.abort(), tempoMs);
    try {
      const filename = (this.opcoes.locate?.(modulo) ?? modulo).href;
      return (await this.getPool().run(withAfinidade(entrada, chave), {
        filename, name: tarefa, signal: AbortSignal.any([prazo.signal, desiste]), ...(transferList ? { transferList: [...transferList] } : {}),
      })) as Entrega<S>;
    } catch (erro) {
      if (prazo.signal.aborted) throw indisponivel('tempo_esgotado', `O trabalho passou de ${Math.round(tempoMs / 1000)} segundos e foi interrompido. Divida os documentos em partes menores.`);
      if ((erro as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY') throw invalido('limite_memoria', 'Os documentos exigem memória demais. Divida-os em partes menores.');
      if (this.fechada) throw indisponivel('oficina_fechada', 'O servidor está encerrando. Tente de novo em instantes.');
      throw erro;
    } finally {
      clearTimeout(relogio);
    }
  }

  private getPool(): Piscina {
    if (this.pool) return this.pool;
    const { threads, memoriaMb, ociosoMs = OCIOSO_MS, comPressa = false } = this.opcoes;
    const pool = new Piscina({
      minThreads: 0, maxThreads: threads, idleTimeout: ociosoMs, loadBalancer: createBalanceador(), resourceLimits: { maxOldGenerationSizeMb: memoriaMb, maxYoungGenerationSizeMb: JOVENS_MB },
      ...(comPressa ? {} : opcoesEmFundo()),
    });
    // A thread that dies between tasks is replaced by the next task; without a listener the event would end the process.
    pool.on('error', () => undefined);
    return (this.pool = pool);
  }
}

const whyAborted = ({ reason }: AbortSignal): AlicitError => (reason instanceof AlicitError ? reason : new AlicitError('conflito', 'cancelado', 'O trabalho foi cancelado.'));
