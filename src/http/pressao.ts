import underPressure from '@fastify/under-pressure';
import { Inject, Injectable } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { CONFIG, type Config } from '../config/index.js';
import { AlicitError } from '../kernel/index.js';
import { EmCurso } from './em-curso.js';

/** How often the process is measured. */
const AMOSTRA_MS = 500;
/** What a refused client is told to wait, seconds. */
const TENTAR_EM_S = 2;

/** Why the process takes no more, for now. */
export type Motivo = 'pedidos' | 'laco' | 'memoria';

/**
 * Whether this process bears one more request. The delay of the event loop and the resident memory are measured by
 * @fastify/under-pressure; the requests in flight, which it does not know, by `EmCurso`.
 */
@Injectable()
export class Pressao {
  private medida: FastifyInstance['memoryUsage'] | null = null;

  constructor(@Inject(CONFIG) private readonly config: Config, private readonly emCurso: EmCurso) {}

  /** Starts to measure. The plugin only measures: with a limit of its own it would refuse /health too. */
  async mount(app: NestFastifyApplication): Promise<void> {
    await app.register(underPressure as unknown as Parameters<NestFastifyApplication['register']>[0], { sampleInterval: AMOSTRA_MS });
    const servidor: FastifyInstance = app.getHttpAdapter().getInstance();
    this.medida = () => servidor.memoryUsage();
  }

  /** Null: it does. Streams of events are not counted: they have limits of their own. */
  motivo(): Motivo | null {
    const { maxPedidos, maxAtrasoMs, maxMemoriaBytes } = this.config.pressao;
    if (this.emCurso.comuns > maxPedidos) return 'pedidos';
    if (this.medida === null || (maxAtrasoMs === 0 && maxMemoriaBytes === 0)) return null;
    const { eventLoopDelay, rssBytes } = this.medida();
    if (maxAtrasoMs > 0 && eventLoopDelay > maxAtrasoMs) return 'laco';
    return maxMemoriaBytes > 0 && rssBytes > maxMemoriaBytes ? 'memoria' : null;
  }

  /** The answer to one more; undefined: it may come in. */
  refusal(): AlicitError | undefined {
    const motivo = this.motivo();
    return motivo === null ? undefined : new AlicitError('indisponivel', 'sobrecarregado', 'O serviço está no limite do que atende ao mesmo tempo: tente de novo em instantes.', { motivo, tentarEmS: TENTAR_EM_S });
  }
}
