import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AppDeTeste, Cliente } from '../support/app.js';
import { createFormulario } from '../support/formulario.js';

const EXEMPLOS = join(process.cwd(), 'exemplos');
export const EDITAL = readFileSync(join(EXEMPLOS, 'edital-exemplo.pdf'));
export const EMPRESA = readFileSync(join(EXEMPLOS, 'empresa.json'), 'utf8');
/** Three weeks before the session of the example. */
export const AGORA = '2026-11-23T10:00:00-03:00';

export interface Resposta {
  readonly status: number;
  readonly corpo: Record<string, unknown> & { readonly id: string; readonly estado: string };
  readonly cabecalhos: Readonly<Record<string, string | string[] | number | undefined>>;
  readonly texto: string;
}

interface Pedido {
  readonly cabecalhos?: Readonly<Record<string, string>>;
  readonly payload?: Buffer | object;
}

/** One request of a client, in process. */
export async function pedir({ app }: AppDeTeste, cliente: Cliente, method: 'GET' | 'POST' | 'DELETE', url: string, { cabecalhos = {}, payload }: Pedido = {}): Promise<Resposta> {
  const r = await app.inject({ method, url, headers: { ...cliente.cabecalhos, ...cabecalhos }, ...(payload ? { payload } : {}) });
  const json = /json/.test(String(r.headers['content-type'])) && r.payload;
  return { status: r.statusCode, corpo: (json ? JSON.parse(r.payload) : {}) as Resposta['corpo'], cabecalhos: r.headers, texto: r.payload };
}

/** `POST /v1/analises` with everything in one call. */
export async function enviar(app: AppDeTeste, cliente: Cliente, { agora = AGORA, edital = EDITAL, empresa = EMPRESA, espera = 0 }: { agora?: string | null; edital?: Uint8Array; empresa?: string; espera?: number } = {}): Promise<Resposta> {
  const { payload, headers } = await createFormulario([['arquivos', edital, 'edital.pdf'], ['empresa', empresa], ...(agora === null ? [] : [['agora', agora] as const])]);
  return pedir(app, cliente, 'POST', '/v1/analises', { payload, cabecalhos: { ...headers, ...(espera ? { prefer: `wait=${espera}` } : {}) } });
}

/** Asks until it is so, or fails after `ms`. */
export async function ate<T>(perguntar: () => Promise<T>, pronto: (v: T) => boolean, ms = 20_000): Promise<T> {
  const fim = Date.now() + ms;
  for (;;) {
    const v = await perguntar();
    if (pronto(v)) return v;
    if (Date.now() > fim) throw new Error(`não chegou a tempo: ${JSON.stringify(v).slice(0, 600)}`);
    await new Promise((r) => setTimeout(r, 50));
  }
}

export const terminou = ({ corpo }: Resposta): boolean => ['concluida', 'falhou', 'cancelada'].includes(corpo.estado);

/** The analysis once it ended. */
export const acompanhar = (app: AppDeTeste, cliente: Cliente, id: string, ms?: number): Promise<Resposta> => ate(() => pedir(app, cliente, 'GET', `/v1/analises/${id}`), terminou, ms);
