import { Piscina } from 'piscina';
import { opcoesEmFundo } from '../../oficina/index.js';

export interface OpcoesThreads {
  /** Compiled worker module. */
  readonly worker: URL;
  /** Threads at most. */
  readonly threads: number;
  /** JavaScript memory of a thread, MB: what lasts, and what is short-lived. */
  readonly memoriaMb: number;
  readonly jovensMb: number;
}

/** Threads over one worker module, started when there is work and ended when there is none. */
export interface Threads {
  /** The pool, opened by the first who asks. */
  get(): Piscina;
  /** Ends the threads; asking again opens new ones. */
  close(): Promise<void>;
}

const OCIOSO_MS = 10_000;

export function createThreads({ worker, threads, memoriaMb, jovensMb }: OpcoesThreads): Threads {
  let pool: Piscina | undefined;
  return {
    get() {
      if (pool) return pool;
      pool = new Piscina({ filename: worker.href, minThreads: 0, maxThreads: threads, idleTimeout: OCIOSO_MS, resourceLimits: { maxOldGenerationSizeMb: memoriaMb, maxYoungGenerationSizeMb: jovensMb }, ...opcoesEmFundo() });
      // A thread that dies between tasks is replaced by the next task; without a listener the event would end the process.
      pool.on('error', () => undefined);
      return pool;
    },
    async close() {
      const aberto = pool;
      pool = undefined;
      await aberto?.destroy();
    },
  };
}
