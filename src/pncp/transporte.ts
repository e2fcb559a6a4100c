import type { Readable } from 'node:stream';
import type { Agent, Dispatcher } from 'undici';
import { AlicitError } from '../kernel/index.js';
import { createConnectPublico, requireUrlPublica, undici, type Resolver } from '../saida/index.js';
import { pncpRedirecionado } from './erros.js';

export interface OpcoesTransporte {
  readonly consultaUrl: string;
  readonly url: string;
  /** Until connected, ms. */
  readonly conexaoMs: number;
  /** Sockets to each host. */
  readonly conexoes: number;
  readonly agente: string;
  /** For tests: how names are resolved. */
  readonly resolver?: Resolver;
}

export interface RespostaCrua {
  readonly status: number;
  readonly cabecalhos: Readonly<Record<string, string | string[] | undefined>>;
  readonly corpo: Readable;
}

/** The way to PNCP and to where it sends us. */
export interface Transporte {
  /** One GET to a configured base; no redirect followed. */
  pedir(url: string, sinal: AbortSignal, silencioMs: number): Promise<RespostaCrua>;
  /** A GET that follows up to three redirects: within the configured origins, and otherwise to public addresses over https only. */
  seguir(url: string, sinal: AbortSignal, silencioMs: number): Promise<RespostaCrua>;
  close(): Promise<void>;
}

const MAX_SALTOS = 3;
/** The official host (and the training one): a private address there is an attack or a broken resolver. Other hosts are the operator's choice. */
const OFICIAL = /(?:^|\.)pncp\.gov\.br$/;

/** Private addresses are reached only when a base was configured to be another host than PNCP's; no redirect or field of a record gets there. */
export function createTransporte({ consultaUrl, url, conexaoMs, conexoes, agente, resolver }: OpcoesTransporte): Transporte {
  const bases = [new URL(consultaUrl), new URL(url)];
  const origens = new Set(bases.map((b) => b.origin));
  const criar = (permitePrivado: boolean): Agent => new (undici().Agent)({ connect: createConnectPublico({ permitePrivado }, conexaoMs, resolver), connections: conexoes, allowH2: false, pipelining: 1, keepAliveTimeout: 10_000 });
  const so = bases.every((b) => OFICIAL.test(b.hostname));
  const abertos = new Map<boolean, Agent>();
  const agenteDe = (permitePrivado: boolean): Agent => abertos.get(permitePrivado) ?? abertos.set(permitePrivado, criar(permitePrivado)).get(permitePrivado)!;
  const dispatcherDe = (alvo: URL): Agent => agenteDe(!so && origens.has(alvo.origin) && !OFICIAL.test(alvo.hostname));

  async function get(alvo: URL, sinal: AbortSignal, silencioMs: number): Promise<RespostaCrua> {
    const r: Dispatcher.ResponseData = await undici().request(alvo, { dispatcher: dispatcherDe(alvo), signal: sinal, headersTimeout: silencioMs, bodyTimeout: silencioMs, headers: { accept: '*/*', 'accept-encoding': 'identity', 'user-agent': agente } });
    // Whoever does not read the body must not crash the process with its error.
    r.body.on('error', () => undefined);
    return { status: r.statusCode, cabecalhos: r.headers, corpo: r.body };
  }

  return {
    pedir: (texto, sinal, silencioMs) => get(new URL(texto), sinal, silencioMs),
    async seguir(texto, sinal, silencioMs) {
      let alvo = new URL(texto);
      for (let salto = 0; ; salto++) {
        const r = await get(alvo, sinal, silencioMs);
        if (r.status < 300 || r.status >= 400 || r.status === 304) return r;
        r.corpo.destroy();
        if (salto === MAX_SALTOS) throw pncpRedirecionado('saltos_demais');
        alvo = requireDestino(r.cabecalhos['location'], alvo, origens);
      }
    },
    async close() {
      await Promise.all([...abertos.values()].map((a) => a.destroy()));
    },
  };
}

/** @throws AlicitError `pncp_redirecionado` */
function requireDestino(location: string | string[] | undefined, de: URL, origens: ReadonlySet<string>): URL {
  const destino = typeof location === 'string' ? URL.parse(location, de.href) : null;
  if (!destino) throw pncpRedirecionado('sem_destino');
  if (origens.has(destino.origin)) return destino;
  try {
    return requireUrlPublica(destino.href, { permitePrivado: false });
  } catch (erro) {
    throw pncpRedirecionado(erro instanceof AlicitError ? String(erro.detalhes?.['motivo'] ?? 'endereco') : 'endereco');
  }
}
