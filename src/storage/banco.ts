import { join } from 'node:path';
import { requireBanco, type Config } from '../config/index.js';
import { startEmbutido } from './embutido/start-embutido.js';

/** The database this process works on. */
export interface Banco {
  /** With the password: never logged. */
  readonly url: string;
  readonly embutido: boolean;
  /** Stops the embedded server when no other process uses it; nothing for a database of others. The last thing a process does. */
  stop(): Promise<void>;
}

export const BANCO = Symbol('banco');

/**
 * The database of `DATABASE_URL`, else the embedded one, started or attached to.
 * @throws AlicitError `banco_nao_escolhido`, `banco_embutido_indisponivel`
 */
export async function openBanco(config: Config): Promise<Banco> {
  requireBanco(config);
  if (config.banco.url !== null) return { url: config.banco.url, embutido: false, stop: async () => undefined };
  const servidor = await startEmbutido({ pasta: join(config.pastaDados, 'postgres') });
  return { url: servidor.url, embutido: true, stop: () => servidor.stop() };
}
