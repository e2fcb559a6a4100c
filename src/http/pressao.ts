import { memoryUsage } from 'node:process';
import { Inject, Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config } from '../config/index.js';
import { AlicitError } from '../kernel/index.js';
import { EmCurso } from './em-curso.js';

/** How often the process is measured. */
const AMOSTRA_MS = 100;
/** What a refused client is told to wait, seconds. */
const TENTAR_EM_S = 2;

/** Why the process takes no more, for now. */
export type Motivo = 'pedidos' | 'laco' | 'memoria';

/** Whether this process bears one more request. Not @fastify/under-pressure: docs/decisoes/0053 says why. */
@Injectable()
export class Pressao implements OnModuleInit, OnApplicationShutdown {
  /** The least of the last two: one long turn, that is over when it is seen, is no reason to refuse what waited for it. */
  private atrasoMs = 0;
  private ultimoAtrasoMs = 0;
  private rssBytes = 0;
  private relogio: NodeJS.Timeout | undefined;

  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'pressao'>, private readonly emCurso: EmCurso) {}

  onModuleInit(): void {
    let antes = performance.now();
    this.relogio = setInterval(() => {
      const agora = performance.now();
      this.note(agora - antes - AMOSTRA_MS, this.config.pressao.maxMemoriaBytes > 0 ? memoryUsage.rss() : 0);
      antes = agora;
    }, AMOSTRA_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.relogio);
  }

  /** A measure: how late the event loop came to its clock, and the resident memory. */
  note(atrasoMs: number, rssBytes: number): void {
    this.atrasoMs = Math.min(this.ultimoAtrasoMs, atrasoMs);
    [this.ultimoAtrasoMs, this.rssBytes] = [atrasoMs, rssBytes];
  }

  /** Null: it does, with `maisUm` more than are in flight. Streams of events are not counted: they have limits of their own. */
  motivo(maisUm = 1): Motivo | null {
    const { maxPedidos, maxAtrasoMs, maxMemoriaBytes } = this.config.pressao;
    if (this.emCurso.comuns + maisUm > maxPedidos) return 'pedidos';
    if (maxAtrasoMs > 0 && this.atrasoMs > maxAtrasoMs) return 'laco';
    return maxMemoriaBytes > 0 && this.rssBytes > maxMemoriaBytes ? 'memoria' : null;
  }

  /** The answer to a request that is already counted in flight; undefined: it may go on. */
  refusal(): AlicitError | undefined {
    const motivo = this.motivo(0);
    return motivo === null ? undefined : new AlicitError('indisponivel', 'sobrecarregado', 'O serviço está no limite do que atende ao mesmo tempo: tente de novo em instantes.', { motivo, tentarEmS: TENTAR_EM_S });
  }
}
