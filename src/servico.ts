import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from './config/index.js';
import { openBanco } from './storage/index.js';

/** A service that runs. */
export interface Servico {
  readonly app: NestFastifyApplication;
  /** Null: it listens nowhere (a worker with ALICIT_HTTP=0). */
  readonly url: string | null;
  /** Finishes what is in flight, closes the pools, and stops the embedded database last, whatever became of the rest. */
  stop(): Promise<void>;
}

export interface OpcoesServico {
  /** Told what a person at the terminal should know. Never a log: the first key goes through it. */
  readonly diz: (linha: string) => void;
}

/**
 * Database, migrations, application, listening. The application is loaded while the database starts: each takes a
 * third of a second. @throws AlicitError what stops the start, to be said in one line
 */
export async function startServico(config: Config, { diz }: OpcoesServico): Promise<Servico> {
  const abrindo = openBanco(config);
  abrindo.catch(() => undefined);
  // Only a database that will be there is worth loading for: a refused configuration fails before this.
  await Promise.race([abrindo, new Promise((resolve) => setImmediate(resolve))]);
  const carregando = import('./aplicacao.js');
  carregando.catch(() => undefined);
  const banco = await abrindo;
  try {
    const { openAplicacao } = await carregando;
    const { app, url, close } = await openAplicacao(config, banco, diz);
    return { app, url, stop: () => close().finally(() => banco.stop()) };
  } catch (erro) {
    await banco.stop().catch(() => undefined);
    throw erro;
  }
}
