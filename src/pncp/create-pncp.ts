import { setTimeout as dormir } from 'node:timers/promises';
import type { Config } from '../config/index.js';
import type { Relogio } from './domain/relogio.js';
import { ClientePncp } from './cliente-pncp.js';
import type { Pncp } from './domain/pncp.js';
import { Executor } from './executor.js';
import type { ObservadorPncp } from './medidas.js';
import { createTransporte } from './transporte.js';

/** The clock of the process. */
export const RELOGIO_REAL: Relogio = {
  agora: () => Date.now(),
  dormir: async (ms, signal) => void (await dormir(ms, undefined, { signal })),
  sorte: () => Math.random(),
};

export interface OpcoesPncp {
  readonly config: Config['pncp'];
  /** Of this program, for `User-Agent`. */
  readonly versao: string;
  readonly relogio?: Relogio;
  readonly observador?: ObservadorPncp;
}

/** A client of PNCP. One per process: its concurrency, pause and breakers are shared by all who call it. */
export function createPncp({ config, versao, relogio = RELOGIO_REAL, observador }: OpcoesPncp): Pncp {
  const executor = new Executor({
    tempoMs: config.tempoMs, tentativas: config.tentativas, esperaMs: config.esperaMs, pausaMs: config.pausaMs, relogio, observador,
    concorrencia: { ...config.concorrencia, maxFila: config.maxFila }, disjuntor: config.disjuntor,
  });
  const transporte = createTransporte({ consultaUrl: config.consultaUrl, url: config.url, conexaoMs: config.conexaoMs, conexoes: config.concorrencia.maximo, agente: `ALICIT/${versao}` });
  return new ClientePncp({ bases: { consultaUrl: config.consultaUrl, url: config.url }, tempoMs: config.tempoMs, arquivo: config.arquivo, maxBytesResposta: config.maxBytesResposta }, executor, transporte);
}
