import { z } from 'zod';
import { inteiro } from './inteiro.js';
import { Segredo } from './segredo.js';

/** Where the runs of workflows are kept. */
export interface ConfigExecucoes {
  /** Null: the application's database. */
  readonly tipo: 'postgres' | 'redis' | 'libsql' | null;
  /** May hold a password or a token. Null with `tipo`. */
  readonly url: Segredo | null;
}

/** Where spans go (OTLP over HTTP). */
export interface ConfigTracos {
  /** Null: no spans are made. Without the `/v1/traces` at its end. */
  readonly endereco: string | null;
  /** Extra headers, mostly a token. */
  readonly cabecalhos: Readonly<Record<string, Segredo>>;
  readonly servico: string;
  /** Part of the requests without a traceparent that are told, 0 to 1. */
  readonly proporcao: number;
}

/** Who is told when something goes wrong. Times in milliseconds. */
export interface ConfigAlertas {
  /** Null: nobody. The address itself is a secret at Slack and Discord. */
  readonly url: Segredo | null;
  readonly formato: 'auto' | 'generico' | 'slack' | 'discord';
  /** An accepted analysis not finished after this is told. */
  readonly analiseMs: number;
  /** The same alert is not repeated before this while it lasts. */
  readonly repetirMs: number;
  /** Share of answers 5xx, 0 to 1, above which the error rate is told. */
  readonly erros: number;
}

/** What this process bears at once; above it, 503 with Retry-After. */
export interface ConfigPressao {
  readonly maxPedidos: number;
  /** Delay of the event loop; 0: not looked at. */
  readonly maxAtrasoMs: number;
  /** Resident memory; 0: not looked at. */
  readonly maxMemoriaBytes: number;
  /** From the first byte of a request to its last. */
  readonly pedidoMs: number;
  /** Finished answers kept compressed in memory. */
  readonly respostasBytes: number;
}

const fracao = (padrao: number) => z.string().regex(/^(?:0(?:\.\d{1,6})?|1(?:\.0{1,6})?)$/, 'esperado um número de 0 a 1').transform(Number).default(padrao);
const CABECALHO = /^[\w!#$%&'*+.^`|~-]{1,100}=(?:[^,%\s]|%[2-7][0-9a-fA-F]){1,2000}$/;

/** Whether who reads the address finds its name and password: a loose % or # would only fail later, and obscurely. */
export function hasSenhaLegivel(url: string): boolean {
  const lida = URL.parse(url);
  try {
    return lida !== null && decodeURIComponent(lida.username + lida.password) !== null;
  } catch {
    return false;
  }
}

/** The variables, for the schema of the environment. */
export const camposProducao = {
  MASTRA_STORAGE_URL: z.string().max(2000).regex(/^(?:postgres(?:ql)?|rediss?|libsql|https?|wss?):\/\/\S+$|^file:\S+$/, 'esperado um endereço postgres://, redis://, rediss://, libsql:// ou file:').refine(hasSenhaLegivel, 'esperado um endereço postgres://, redis://, rediss://, libsql:// ou file:, com os caracteres especiais da senha codificados (%40 para @)').optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url({ protocol: /^https?$/, error: 'esperado um endereço http(s)' }).optional(),
  OTEL_EXPORTER_OTLP_HEADERS: z.string().max(8000).refine((t) => t.split(',').every((p) => CABECALHO.test(p.trim())), 'esperados nome=valor separados por vírgula').optional(),
  OTEL_SERVICE_NAME: z.string().regex(/^[\w.-]{1,100}$/, 'esperado um nome com letras, números, ponto, hífen').default('alicit'),
  OTEL_TRACES_SAMPLER_ARG: fracao(1),
  ALERTA_WEBHOOK_URL: z.url({ protocol: /^https?$/, error: 'esperado um endereço http(s)' }).optional(),
  ALERTA_WEBHOOK_FORMATO: z.enum(['auto', 'generico', 'slack', 'discord'], 'esperado auto, generico, slack ou discord').default('auto'),
  ALERTA_ANALISE_MIN: inteiro(1, 1440, 10),
  ALERTA_REPETIR_MIN: inteiro(1, 10_080, 240),
  ALERTA_ERROS: fracao(0.05),
  ALICIT_MAX_PEDIDOS: inteiro(1, 100_000, 200),
  ALICIT_MAX_ATRASO_MS: inteiro(0, 600_000, 2000),
  ALICIT_MAX_MEMORIA_MB: inteiro(0, 1_000_000, 0),
  ALICIT_RETIRADA_S: z.string().regex(/^\d{1,3}$/, 'esperado um número inteiro de 0 a 999').transform(Number).optional(),
  ALICIT_PEDIDO_TEMPO_S: inteiro(1, 3600, 120),
  ALICIT_RESPOSTAS_MB: inteiro(0, 10_000, 16),
  ALICIT_MIGRAR: z.enum(['inicio', 'comando'], 'esperado inicio ou comando').default('inicio'),
  ALICIT_PROCESSOS: inteiro(1, 10_000, 1),
  ALICIT_PULSO_S: inteiro(1, 600, 10),
};

type Lidas = z.infer<z.ZodObject<typeof camposProducao>>;
const MB = 1024 * 1024;

const tipoDe = (url: string): Exclude<ConfigExecucoes['tipo'], null> => (/^postgres/.test(url) ? 'postgres' : /^rediss?:/.test(url) ? 'redis' : 'libsql');

const parseCabecalhos = (texto: string | undefined): Record<string, Segredo> =>
  Object.fromEntries((texto ?? '').split(',').filter((p) => p.trim()).map((p) => [p.slice(0, p.indexOf('=')).trim(), new Segredo(decodeURIComponent(p.slice(p.indexOf('=') + 1).trim()))]));

export const resolveExecucoes = (v: Lidas): ConfigExecucoes => (v.MASTRA_STORAGE_URL === undefined ? { tipo: null, url: null } : { tipo: tipoDe(v.MASTRA_STORAGE_URL), url: new Segredo(v.MASTRA_STORAGE_URL) });

export const resolveTracos = (v: Lidas): ConfigTracos => ({
  endereco: v.OTEL_EXPORTER_OTLP_ENDPOINT?.replace(/\/+$/, '') ?? null, cabecalhos: parseCabecalhos(v.OTEL_EXPORTER_OTLP_HEADERS), servico: v.OTEL_SERVICE_NAME, proporcao: v.OTEL_TRACES_SAMPLER_ARG,
});

export const resolveAlertas = (v: Lidas): ConfigAlertas => ({
  url: v.ALERTA_WEBHOOK_URL === undefined ? null : new Segredo(v.ALERTA_WEBHOOK_URL), formato: v.ALERTA_WEBHOOK_FORMATO, analiseMs: v.ALERTA_ANALISE_MIN * 60_000, repetirMs: v.ALERTA_REPETIR_MIN * 60_000, erros: v.ALERTA_ERROS,
});

export const resolvePressao = (v: Lidas): ConfigPressao => ({
  maxPedidos: v.ALICIT_MAX_PEDIDOS, maxAtrasoMs: v.ALICIT_MAX_ATRASO_MS, maxMemoriaBytes: v.ALICIT_MAX_MEMORIA_MB * MB, pedidoMs: v.ALICIT_PEDIDO_TEMPO_S * 1000, respostasBytes: v.ALICIT_RESPOSTAS_MB * MB,
});
