import { Injectable } from '@nestjs/common';
import { newest } from './decidir.js';
import type { Indicador, Uso } from './indicador.js';
import { Sonda } from './sonda.js';

/** Where the process is in its life. */
export type Fase = 'iniciando' | 'pronto' | 'encerrando';

/** Gathers the indicators of their owners, and knows whether the process starts, serves or stops. */
@Injectable()
export class SaudeService {
  private readonly sondas = new Map<string, Sonda>();
  private readonly fim = new AbortController();
  private listo = false;
  private ouvidos: ReadonlyMap<string, Uso> = new Map();

  /** Each owner registers its own, once, when its module starts. @throws Error when the name is taken: a defect */
  register(indicador: Indicador): void {
    if (this.sondas.has(indicador.nome)) throw new Error(`indicador repetido: ${indicador.nome}`);
    this.sondas.set(indicador.nome, new Sonda(indicador, () => this.ouvidos.get(indicador.nome) ?? null));
  }

  list(): readonly Sonda[] {
    return [...this.sondas.values()];
  }

  /** The last real request of this process to each dependency it used: what other processes may be told. */
  usos(): Readonly<Record<string, Uso>> {
    return Object.fromEntries(this.list().flatMap(({ indicador }) => {
      const uso = indicador.uso?.() ?? null;
      return uso ? [[indicador.nome, uso] as const] : [];
    }));
  }

  /** What other processes told of theirs, in place of what they told before. */
  hear(usos: readonly Readonly<Record<string, Uso>>[]): void {
    const nomes = new Set(usos.flatMap((u) => Object.keys(u)));
    this.ouvidos = new Map([...nomes].flatMap((nome) => [newest(usos.map((u) => u[nome]), Date.now())].flatMap((u) => (u ? [[nome, u] as const] : []))));
  }

  get fase(): Fase {
    if (this.fim.signal.aborted) return 'encerrando';
    return this.listo ? 'pronto' : 'iniciando';
  }

  /** Everything started: readiness may say yes. */
  markPronto(): void {
    this.listo = true;
  }

  /** The process was asked to stop: readiness says no from now on, and whoever listens to `encerramento` winds down. */
  beginEncerramento(): void {
    this.fim.abort();
  }

  /** Aborts when the process is asked to stop, before anything is closed: streams end, workers take no more work. */
  get encerramento(): AbortSignal {
    return this.fim.signal;
  }
}
