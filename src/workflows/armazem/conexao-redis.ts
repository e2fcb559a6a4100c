import type { RedisClientType } from 'redis';
import { noTempo } from './no-tempo.js';

/** A client that replies in RESP2, without modules or scripts. */
export type ClienteRedis = RedisClientType<Record<string, never>, Record<string, never>, Record<string, never>, 2>;

/** One connection, opened at the first need and again when lost. */
export interface ConexaoRedis {
  /** The client once it is connected. @throws why it is not, within seconds */
  readonly ready: () => Promise<ClienteRedis>;
  close(): Promise<void>;
}

const CONECTAR_MS = 3000;
/** How long a command waits for a connection; less when the last try is known to have failed. */
const ESPERA_MS = 3000;
const ESPERA_SEM_MS = 1000;
/** Silence after which a connection is given up: above the beat that breaks it. */
const SILENCIO_MS = 10_000;
const PULSO_MS = 4000;
const MAX_COMANDOS = 1000;
const reconnectStrategy = (vezes: number): number => Math.min(2000, 50 * 2 ** Math.min(vezes, 6)) + Math.floor(Math.random() * 100);

/**
 * A hung server is noticed by its silence, and no command is queued for one that is away. `onErro` is told once until
 * the connection is back.
 */
export function openRedis(url: string, onErro: (erro: unknown) => void): ConexaoRedis {
  let cliente: Promise<ClienteRedis> | undefined;
  let falha: unknown;
  let fechada = false;
  /** Those who wait share it: however long the server is away, one listener. */
  let pronto: Promise<void> | undefined;

  async function create(): Promise<ClienteRedis> {
    const { createClient } = await import('redis');
    const novo = createClient({
      url, RESP: 2, name: 'alicit-execucoes', disableOfflineQueue: true, commandsQueueMaxLength: MAX_COMANDOS, pingInterval: PULSO_MS,
      socket: { connectTimeout: CONECTAR_MS, socketTimeout: SILENCIO_MS, reconnectStrategy },
    }) as unknown as ClienteRedis;
    novo.on('error', (erro: unknown) => {
      if (falha === undefined) onErro(erro);
      falha = erro;
    });
    novo.on('ready', () => (falha = undefined));
    // Goes on trying until it is closed; who needs it waits a while, or is told why.
    novo.connect().catch((erro: unknown) => (falha ??= erro));
    return novo;
  }

  return {
    async ready() {
      if (fechada) throw new Error('a connection that was closed');
      const c = await (cliente ??= create());
      if (c.isReady) return c;
      pronto ??= new Promise<void>((resolve) => c.once('ready', () => resolve())).finally(() => (pronto = undefined));
      await noTempo(pronto, falha === undefined ? ESPERA_MS : ESPERA_SEM_MS).catch((tarde: unknown) => {
        throw falha ?? tarde;
      });
      return c;
    },
    async close() {
      fechada = true;
      const c = await cliente;
      if (!c?.isOpen) return;
      if (c.isReady) await noTempo(c.close(), 1000).catch(() => undefined);
      if (c.isOpen) c.destroy();
    },
  };
}
