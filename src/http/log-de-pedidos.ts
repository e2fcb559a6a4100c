import type { Logger } from 'pino';

/** The logger of requests alone: its lines are made of ids of ours, templates and numbers; only the request's id is looked into for secrets. */
export const LOG_DE_PEDIDOS = Symbol('log de pedidos');

export type LogDePedidos = Pick<Logger, 'debug' | 'info' | 'warn'>;
