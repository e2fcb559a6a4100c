import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Amostra } from '../observacao/index.js';

const RESOLUCAO_MS = 10;
const NS = 1e9;

/**
 * How late the event loop was since the last reading. Node measures the time between ticks of a timer: the timer's own
 * period is taken away.
 */
export class LacoDeEventos {
  private readonly medida = monitorEventLoopDelay({ resolution: RESOLUCAO_MS });

  start(): void {
    this.medida.enable();
  }

  stop(): void {
    this.medida.disable();
  }

  read(): readonly Amostra[] {
    const { medida } = this;
    const atraso = (ns: number): number => Math.max(0, ns / NS - RESOLUCAO_MS / 1000);
    const lidos = medida.count === 0 ? [] : ([['0.5', medida.percentile(50)], ['0.99', medida.percentile(99)], ['max', medida.max]] as const);
    const amostras = lidos.map(([quantil, ns]) => ({ rotulos: { quantil }, valor: atraso(ns) }));
    medida.reset();
    return amostras;
  }
}
