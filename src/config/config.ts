import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { invalido } from '../kernel/index.js';
import { resolveArquivos, type ConfigArquivos } from './arquivos.js';
import { parseArquivosUrl } from './arquivos-url.js';
import { parseSmtpUrl, requireEmailCompleto, type ConfigEmail } from './email.js';
import { camposModelos, camposVetores, resolveModelos, resolveVetores, type ConfigModelos, type ConfigVetores } from './modelos.js';
import { camposProducao, resolveAlertas, resolveExecucoes, resolvePressao, resolveTracos, type ConfigAlertas, type ConfigExecucoes, type ConfigPressao, type ConfigTracos } from './producao.js';
import { Segredo } from './segredo.js';
import { camposSincronizacao, resolveSincronizacao, type ConfigSincronizacao } from './sincronizacao.js';
import { threadsDaqui } from './threads.js';

/** Everything the program takes from its surroundings. Sizes in bytes, times in milliseconds, paths absolute. */
export interface Config {
  /** Where this machine's data is: the embedded database, files, and readings (a cache). */
  readonly pastaDados: string;
  /** `diasSemUso`: readings that nobody asked for in so many days are erased, and made again when asked for. */
  readonly leitura: { readonly threads: number; readonly tempoMs: number; readonly maxPaginas: number; readonly maxBytesCache: number; readonly diasSemUso: number };
  /** Pages without readable text: `threads` recognised at once (0: none ever), so many of a document, each in so much time. */
  readonly ocr: { readonly threads: number; readonly maxPaginas: number; readonly tempoPaginaMs: number };
  /** Threads in which the stages run; 0 runs them in the main thread. */
  readonly oficina: { readonly threads: number; readonly maxFila: number; readonly memoriaMb: number; readonly tempoMs: number };
  /** Documents taken out of ZIPs, kept for the stages that follow; may be deleted at any time. */
  readonly maxBytesDocumentos: number;
  readonly reunir: { readonly maxNiveis: number; readonly maxEntradas: number; readonly maxBytesArquivo: number; readonly maxBytesTotal: number; readonly maxRazao: number };
  /** `production` demands an explicit choice of database. */
  readonly producao: boolean;
  readonly papel: 'all' | 'api' | 'worker';
  readonly http: {
    readonly porta: number; readonly host: string;
    /** False: a worker that listens on no port. */
    readonly escuta: boolean;
    /** How clients reach the service, for links; null: relative links. */
    readonly urlPublica: string | null;
    readonly maxBytesCorpo: number; readonly maxBytesArquivo: number; readonly maxArquivos: number;
    /** Requests a minute of one API key, per process. */
    readonly pedidosPorMinuto: number;
    /** Requests a minute of one address with keys that are not good, per process. */
    readonly falhasPorMinuto: number;
    /** Proxies whose `X-Forwarded-For` tells the client's address (addresses, networks); null: nobody's. */
    readonly proxies: string | null;
    /** How long requests in flight may take once the process is asked to stop. */
    readonly encerramentoMs: number;
    /** How long it goes on serving before that, so that whoever balances takes it out. */
    readonly retiradaMs: number;
  };
  readonly banco: {
    /** Null: the embedded one. */
    readonly url: string | null;
    readonly conexoes: number; readonly tempoMs: number;
    /** Behind a pooler in transaction mode: nothing may be set on a session, not even at its start. */
    readonly pooler: boolean;
    /** Another way to the same database, not through a transaction pooler: for the one connection that listens. Null: none. */
    readonly diretoUrl: string | null;
  };
  /** `ALICIT_BANCO=embutido` was given. */
  readonly bancoEmbutidoPedido: boolean;
  readonly analises: {
    /** Analyses this process works on at once. */
    readonly concorrencia: number;
    /** Accepted and not finished, of all and of one organisation: above these, 429. */
    readonly maxFila: number; readonly maxFilaOrganizacao: number;
    readonly maxTentativas: number;
  };
  /** A followed tender is asked for again at PNCP after so many minutes, when nothing else saw it meanwhile. */
  readonly acompanhamento: { readonly conferirMin: number };
  readonly recomendacoes: {
    /** Matches kept of one company, the best first, and the least topic (0 to 1) worth keeping. */
    readonly maxPorEmpresa: number; readonly minimo: number;
    /** Days a tender stays after it closed. */
    readonly diasEncerradas: number;
    /** How long a request waits for the first list of a company. */
    readonly esperaMs: number;
    /** Texts and compiled profiles a thread keeps in memory, and its JavaScript memory, MB. */
    readonly maxTextos: number; readonly maxPerfis: number; readonly memoriaMb: number;
    /** Tenders matched at once with all companies. */
    readonly lote: number;
    /** From this topic on (0 to 1) a new match is remembered for who tells of it. */
    readonly avisoMinimo: number;
  };
  /** Days for which an imported register of sanctions proves that there is nothing in it. */
  readonly sancoes: { readonly maxDias: number };
  /** Bearer token `/metrics` asks for; null: open. */
  readonly metricas: { readonly token: string | null };
  /** Of this program, from package.json. */
  readonly versao: string;
  /** Streams of events open at once: of one key, and of all. */
  readonly eventos: { readonly maxPorChave: number; readonly maxPorProcesso: number };
  readonly log: { readonly nivel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent' };
  readonly openai: { readonly chave: string | null; readonly url: string };
  readonly pinecone: { readonly chave: string | null; readonly url: string };
  readonly webhooks: {
    /** Private addresses and plain http may be called: for tests and local use. */
    readonly permitePrivado: boolean;
    readonly tempoMs: number;
    /** Deliveries this process makes at once; endpoints that answer slowly have half as many, of their own. */
    readonly concorrencia: number;
    /** Days without any success after which a webhook is turned off, and days the delivery log is kept. */
    readonly diasFalha: number; readonly diasRegistro: number;
  };
  readonly email: ConfigEmail;
  /** `maxPorMensagem`: told in one e-mail, the rest behind a link; `diasRegistro`: days the record of what was told is kept. */
  readonly avisos: { readonly maxPorMensagem: number; readonly diasRegistro: number };
  /** PNCP, the federal registry of tenders. Addresses without a slash at the end. */
  readonly pncp: {
    /** False: nothing outside is ever asked. */
    readonly ligado: boolean;
    /** Of the query API, and of the integration and reading API. */
    readonly consultaUrl: string; readonly url: string;
    /** Until connected; and of each request, to its last byte. */
    readonly conexaoMs: number; readonly tempoMs: number;
    /** Requests for one call, the first included, and the first ceiling of the random wait between them. */
    readonly tentativas: number; readonly esperaMs: number;
    /** How long everything waits after a 429 that does not say how long. */
    readonly pausaMs: number;
    readonly concorrencia: { readonly minimo: number; readonly maximo: number };
    /** Calls that may wait for a place. */
    readonly maxFila: number;
    /** Share of the last requests of an endpoint that may fail, and how long it is then left alone. */
    readonly disjuntor: { readonly proporcao: number; readonly abertoMs: number };
    readonly arquivo: { readonly maxBytes: number; readonly tempoMs: number };
    readonly maxBytesResposta: number;
  };
  /** Keys of 32 bytes, base64, that seal secrets kept in the database: the first seals, all open. Null: none was given. */
  readonly segredoMestre: readonly Segredo[] | null;
  /** Folders relative paths of the command line are looked for in: where the user typed it (npm changes folder), then the current one. */
  readonly pastasDeTrabalho: readonly string[];
  /** Where the files clients send are kept. */
  readonly arquivos: ConfigArquivos;
  readonly sincronizacao: ConfigSincronizacao;
  readonly modelos: ConfigModelos;
  readonly vetores: ConfigVetores;
  readonly execucoes: ConfigExecucoes;
  readonly tracos: ConfigTracos;
  readonly alertas: ConfigAlertas;
  readonly pressao: ConfigPressao;
  /** Who migrates: each process at its start, under one lock, or `alicit migrar` alone; then a process waits for the schema. */
  readonly migrar: 'inicio' | 'comando';
  /** How many processes share the database, for the budget of connections, and how often each says that it lives. */
  readonly processos: { readonly total: number; readonly pulsoMs: number };
}

type Ambiente = Readonly<Record<string, string | undefined>>;

const MB = 1024 * 1024;
/** Balancers ask for readiness every second or few. On somebody's machine nobody balances, and Ctrl-C should be quick. */
const RETIRADA_S = 5;
/** The project's folder, from dist/config or src/config. The default data folder lies in it: it exists, is the user's own and needs no HOME. */
const RAIZ = resolve(import.meta.dirname, '..', '..');

const inteiro = (minimo: number, maximo: number, padrao: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `esperado um número inteiro de ${minimo} a ${maximo}`)
    .transform(Number)
    .refine((n) => n >= minimo && n <= maximo, `esperado um número inteiro de ${minimo} a ${maximo}`)
    .default(padrao);

/** Variables whose value is never repeated in an error: they hold secrets. */
export const SECRETAS: ReadonlySet<string> = new Set(['DATABASE_URL', 'ALICIT_BANCO_DIRETO_URL', 'OPENAI_API_KEY', 'PINECONE_API_KEY', 'ALICIT_ARQUIVOS_URL', 'ALICIT_S3_CHAVE', 'ALICIT_S3_SEGREDO', 'ALICIT_METRICS_TOKEN', 'ALICIT_SEGREDO_MESTRE', 'SMTP_URL', 'MASTRA_STORAGE_URL', 'OTEL_EXPORTER_OTLP_HEADERS', 'ALERTA_WEBHOOK_URL']);

const ENDERECO_DE_BANCO = 'esperado um endereço postgres://usuario:senha@maquina:5432/banco, com os caracteres especiais da senha codificados (%40 para @)';

/** The environment, for what describes it. */
export const AMBIENTE = z.object({
  ALICIT_DATA_DIR: z.string().optional(),
  ALICIT_THREADS: inteiro(0, 64, threadsDaqui(4)),
  ALICIT_LEITURA_TEMPO_S: inteiro(1, 3600, 120),
  ALICIT_MAX_PAGINAS: inteiro(1, 100_000, 2000),
  ALICIT_CACHE_MB: inteiro(0, 1_000_000, 500),
  ALICIT_LEITURAS_DIAS: inteiro(7, 36_500, 180),
  ALICIT_OCR_THREADS: inteiro(0, 64, threadsDaqui(2)),
  ALICIT_OCR_MAX_PAGINAS: inteiro(0, 100_000, 300),
  ALICIT_OCR_TEMPO_PAGINA_MS: inteiro(1, 3_600_000, 120_000),
  ALICIT_OFICINA_THREADS: inteiro(0, 64, threadsDaqui(2)),
  ALICIT_OFICINA_FILA: inteiro(0, 10_000, 64),
  ALICIT_OFICINA_MEMORIA_MB: inteiro(64, 16_000, 512),
  ALICIT_OFICINA_TEMPO_S: inteiro(1, 3600, 120),
  ALICIT_DOCUMENTOS_MB: inteiro(1, 1_000_000, 1000),
  ALICIT_MAX_NIVEIS_ZIP: inteiro(1, 10, 4),
  ALICIT_MAX_ENTRADAS: inteiro(1, 100_000, 500),
  ALICIT_MAX_MB_ARQUIVO: inteiro(1, 2000, 100),
  ALICIT_MAX_MB_TOTAL: inteiro(1, 8000, 300),
  ALICIT_MAX_RAZAO_ZIP: inteiro(10, 1100, 200),
  NODE_ENV: z.string().optional(),
  ALICIT_ROLE: z.enum(['all', 'api', 'worker'], 'esperado all, api ou worker').default('all'),
  PORT: inteiro(0, 65_535, 3000),
  ALICIT_HTTP: z.enum(['0', '1'], 'esperado 0 ou 1').default('1'),
  ALICIT_HOST: z.string().regex(/^[0-9a-zA-Z.:_-]{1,100}$/, 'esperado um endereço ou nome de máquina').default('0.0.0.0'),
  ALICIT_URL_PUBLICA: z.url({ protocol: /^https?$/, error: 'esperado um endereço http(s)' }).optional(),
  ALICIT_MAX_MB_CORPO: inteiro(1, 100, 5),
  ALICIT_MAX_MB_ENVIO: inteiro(1, 2000, 30),
  ALICIT_MAX_ARQUIVOS: inteiro(1, 1000, 50),
  ALICIT_PEDIDOS_POR_MINUTO: inteiro(1, 1_000_000, 600),
  ALICIT_FALHAS_POR_MINUTO: inteiro(1, 1_000_000, 30),
  ALICIT_PROXIES: z.string().regex(/^(?:loopback|linklocal|uniquelocal|[0-9a-fA-F.:]{2,45}(?:\/\d{1,3})?)(?:,(?:loopback|linklocal|uniquelocal|[0-9a-fA-F.:]{2,45}(?:\/\d{1,3})?)){0,50}$/, 'esperados endereços ou redes separados por vírgula, como 10.0.0.0/8,loopback').optional(),
  ALICIT_ENCERRAMENTO_S: inteiro(0, 600, 20),
  DATABASE_URL: z.string().refine(isEnderecoDeBanco, ENDERECO_DE_BANCO).optional(),
  ALICIT_BANCO: z.enum(['embutido', 'externo'], 'esperado embutido ou externo').optional(),
  ALICIT_BANCO_CONEXOES: inteiro(2, 500, 10),
  ALICIT_BANCO_TEMPO_S: inteiro(1, 600, 30),
  ALICIT_BANCO_POOLER: z.enum(['0', '1'], 'esperado 0 ou 1').default('0'),
  ALICIT_BANCO_DIRETO_URL: z.string().refine(isEnderecoDeBanco, ENDERECO_DE_BANCO).optional(),
  ALICIT_CONCORRENCIA: inteiro(1, 64, 2),
  ALICIT_MAX_FILA: inteiro(1, 1_000_000, 1000),
  ALICIT_MAX_FILA_ORGANIZACAO: inteiro(1, 1_000_000, 100),
  ALICIT_MAX_TENTATIVAS: inteiro(1, 100, 25),
  ALICIT_ACOMPANHA_MIN: inteiro(5, 10_080, 60),
  ALICIT_RECOMENDACOES_MAX: inteiro(10, 100_000, 1000),
  ALICIT_RECOMENDACOES_MINIMO: inteiro(1, 100, 35),
  ALICIT_RECOMENDACOES_DIAS: inteiro(0, 365, 7),
  ALICIT_RECOMENDACOES_ESPERA_S: inteiro(0, 60, 10),
  ALICIT_RECOMENDACOES_TEXTOS: inteiro(1000, 10_000_000, 150_000),
  ALICIT_RECOMENDACOES_PERFIS: inteiro(100, 1_000_000, 10_000),
  ALICIT_RECOMENDACOES_MEMORIA_MB: inteiro(64, 16_000, 256),
  ALICIT_RECOMENDACOES_LOTE: inteiro(1, 5000, 1000),
  ALICIT_RECOMENDACOES_AVISO: inteiro(1, 100, 50),
  ALICIT_SANCOES_DIAS: inteiro(1, 3650, 30),
  ALICIT_METRICS_TOKEN: z.string().regex(/^[\x21-\x7e]{16,200}$/, 'esperados de 16 a 200 caracteres visíveis, sem espaços').optional(),
  ALICIT_EVENTOS_POR_CHAVE: inteiro(1, 10_000, 20),
  ALICIT_EVENTOS_MAX: inteiro(1, 100_000, 500),
  ALICIT_LOG: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], 'esperado fatal, error, warn, info, debug ou silent').default('info'),
  OPENAI_API_KEY: z.string().max(500, 'chave longa demais').optional(),
  OPENAI_BASE_URL: z.url({ protocol: /^https?$/, error: 'esperado um endereço http(s)' }).default('https://api.openai.com/v1'),
  PINECONE_API_KEY: z.string().max(500, 'chave longa demais').optional(),
  PINECONE_CONTROLLER_URL: z.url({ protocol: /^https?$/, error: 'esperado um endereço http(s)' }).default('https://api.pinecone.io'),
  ALICIT_WEBHOOK_PERMITE_PRIVADO: z.enum(['0', '1'], 'esperado 0 ou 1').default('0'),
  ALICIT_WEBHOOK_TEMPO_S: inteiro(1, 60, 10),
  ALICIT_WEBHOOK_CONCORRENCIA: inteiro(1, 64, 4),
  ALICIT_WEBHOOK_DIAS_FALHA: inteiro(1, 365, 5),
  ALICIT_WEBHOOK_DIAS_REGISTRO: inteiro(3, 3650, 30),
  SMTP_URL: z
    .string()
    .transform((texto, ctx) => {
      const lida = parseSmtpUrl(texto);
      if (typeof lida !== 'string') return lida;
      ctx.addIssue({ code: 'custom', message: lida });
      return z.NEVER;
    })
    .optional(),
  ALICIT_EMAIL_REMETENTE: z.email('esperado um endereço de e-mail').max(254, 'endereço longo demais').optional(),
  ALICIT_EMAIL_CONCORRENCIA: inteiro(1, 20, 2),
  ALICIT_EMAIL_POR_MINUTO: inteiro(1, 100_000, 60),
  ALICIT_EMAIL_TEMPO_S: inteiro(1, 120, 20),
  ALICIT_AVISOS_POR_EMAIL: inteiro(1, 200, 20),
  ALICIT_AVISOS_DIAS: inteiro(7, 3650, 180),
  ALICIT_PNCP: z.enum(['ligado', 'desligado'], 'esperado ligado ou desligado').default('ligado'),
  PNCP_CONSULTA_URL: z.url({ protocol: /^https?$/, error: 'esperado um endereço http(s)' }).default('https://pncp.gov.br/api/consulta'),
  PNCP_URL: z.url({ protocol: /^https?$/, error: 'esperado um endereço http(s)' }).default('https://pncp.gov.br/api/pncp'),
  ALICIT_PNCP_CONEXAO_S: inteiro(1, 120, 10),
  ALICIT_PNCP_TEMPO_S: inteiro(1, 600, 60),
  ALICIT_PNCP_TENTATIVAS: inteiro(1, 20, 6),
  ALICIT_PNCP_ESPERA_MS: inteiro(1, 60_000, 1000),
  ALICIT_PNCP_PAUSA_MS: inteiro(1, 600_000, 60_000),
  ALICIT_PNCP_CONCORRENCIA_MIN: inteiro(1, 20, 2),
  ALICIT_PNCP_CONCORRENCIA_MAX: inteiro(1, 20, 5),
  ALICIT_PNCP_FILA: inteiro(1, 1_000_000, 1000),
  ALICIT_PNCP_DISJUNTOR_FALHAS: inteiro(10, 99, 80),
  ALICIT_PNCP_DISJUNTOR_S: inteiro(1, 3600, 60),
  ALICIT_PNCP_ARQUIVO_MB: inteiro(1, 2000, 30),
  ALICIT_PNCP_ARQUIVO_TEMPO_S: inteiro(1, 3600, 300),
  ALICIT_PNCP_RESPOSTA_MB: inteiro(1, 200, 20),
  ALICIT_SEGREDO_MESTRE: z
    .string()
    .regex(/^[\w+/-]{43}=?(?:,[\w+/-]{43}=?){0,3}$/, 'esperados 32 bytes em base64 (openssl rand -base64 32); durante uma troca, a chave nova e as anteriores, separadas por vírgula')
    .optional(),
  ALICIT_ARQUIVOS_URL: z
    .string()
    .transform((texto, ctx) => {
      const lida = parseArquivosUrl(texto);
      if (typeof lida !== 'string') return lida;
      ctx.addIssue({ code: 'custom', message: lida });
      return z.NEVER;
    })
    .optional(),
  ALICIT_S3_CHAVE: z.string().max(256, 'esperados até 256 caracteres').optional(),
  ALICIT_S3_SEGREDO: z.string().max(256, 'esperados até 256 caracteres').optional(),
  ALICIT_COPIAS_MB: inteiro(0, 1_000_000, 500),
  ...camposSincronizacao,
  ...camposModelos,
  ...camposVetores,
  ...camposProducao,
  /** Set by npm: the folder the user was in. */
  INIT_CWD: z.string().optional(),
});

/** An address pg can read: a password with a loose % or # would only fail later, and obscurely. */
function isEnderecoDeBanco(url: string): boolean {
  if (!/^postgres(?:ql)?:\/\//.test(url) || !URL.canParse(url)) return false;
  const { username, password } = new URL(url);
  try {
    return decodeURIComponent(username + password) !== null;
  } catch {
    return false;
  }
}

const readVersao = (): string => (JSON.parse(readFileSync(join(RAIZ, 'package.json'), 'utf8')) as { version: string }).version;

/**
 * Reads the environment; empty variables count as absent.
 * @throws AlicitError `config_invalida`, naming the variable
 */
export function parseConfig(ambiente: Ambiente, cwd: string): Config {
  const lido = AMBIENTE.safeParse(Object.fromEntries(Object.entries(ambiente).filter(([, v]) => v !== undefined && v !== '')));
  if (!lido.success) {
    const { path, message } = lido.error.issues[0]!;
    const variavel = String(path[0]);
    const veio = SECRETAS.has(variavel) ? '' : `; veio “${(ambiente[variavel] ?? '').slice(0, 40)}”`;
    throw invalido('config_invalida', `A variável de ambiente ${variavel} não é válida: ${message}${veio}.`, { variavel });
  }
  const v = lido.data;
  const semBarra = (url: string): string => url.replace(/\/+$/, '');
  const smtp = { smtp: v.SMTP_URL ?? null, remetente: v.ALICIT_EMAIL_REMETENTE ?? null };
  requireEmailCompleto(smtp, v.ALICIT_URL_PUBLICA ?? null);
  if (v.ALICIT_HTTP === '0' && v.ALICIT_ROLE !== 'worker') throw invalido('config_invalida', 'ALICIT_HTTP=0 só vale com ALICIT_ROLE=worker: os outros papéis existem para atender HTTP.', { variavel: 'ALICIT_HTTP' });
  return {
    pastaDados: v.ALICIT_DATA_DIR ? resolve(v.INIT_CWD ?? cwd, v.ALICIT_DATA_DIR) : join(RAIZ, '.alicit'),
    leitura: { threads: v.ALICIT_THREADS, tempoMs: v.ALICIT_LEITURA_TEMPO_S * 1000, maxPaginas: v.ALICIT_MAX_PAGINAS, maxBytesCache: v.ALICIT_CACHE_MB * MB, diasSemUso: v.ALICIT_LEITURAS_DIAS },
    ocr: { threads: v.ALICIT_OCR_THREADS, maxPaginas: v.ALICIT_OCR_THREADS ? v.ALICIT_OCR_MAX_PAGINAS : 0, tempoPaginaMs: v.ALICIT_OCR_TEMPO_PAGINA_MS },
    oficina: { threads: v.ALICIT_OFICINA_THREADS, maxFila: v.ALICIT_OFICINA_FILA, memoriaMb: v.ALICIT_OFICINA_MEMORIA_MB, tempoMs: v.ALICIT_OFICINA_TEMPO_S * 1000 },
    maxBytesDocumentos: v.ALICIT_DOCUMENTOS_MB * MB,
    reunir: {
      maxNiveis: v.ALICIT_MAX_NIVEIS_ZIP, maxEntradas: v.ALICIT_MAX_ENTRADAS, maxBytesArquivo: v.ALICIT_MAX_MB_ARQUIVO * MB, maxBytesTotal: v.ALICIT_MAX_MB_TOTAL * MB,
      maxRazao: v.ALICIT_MAX_RAZAO_ZIP,
    },
    producao: v.NODE_ENV === 'production',
    papel: v.ALICIT_ROLE,
    http: {
      porta: v.PORT, host: v.ALICIT_HOST, escuta: v.ALICIT_HTTP === '1', urlPublica: v.ALICIT_URL_PUBLICA ? semBarra(v.ALICIT_URL_PUBLICA) : null,
      maxBytesCorpo: v.ALICIT_MAX_MB_CORPO * MB, maxBytesArquivo: v.ALICIT_MAX_MB_ENVIO * MB, maxArquivos: v.ALICIT_MAX_ARQUIVOS,
      pedidosPorMinuto: v.ALICIT_PEDIDOS_POR_MINUTO, falhasPorMinuto: v.ALICIT_FALHAS_POR_MINUTO, proxies: v.ALICIT_PROXIES ?? null, encerramentoMs: v.ALICIT_ENCERRAMENTO_S * 1000, retiradaMs: (v.ALICIT_RETIRADA_S ?? (v.NODE_ENV === 'production' ? RETIRADA_S : 0)) * 1000,
    },
    banco: { url: chooseBanco(v), conexoes: v.ALICIT_BANCO_CONEXOES, tempoMs: v.ALICIT_BANCO_TEMPO_S * 1000, pooler: v.ALICIT_BANCO_POOLER === '1', diretoUrl: v.ALICIT_BANCO_DIRETO_URL ?? null },
    bancoEmbutidoPedido: v.ALICIT_BANCO === 'embutido',
    analises: { concorrencia: v.ALICIT_CONCORRENCIA, maxFila: v.ALICIT_MAX_FILA, maxFilaOrganizacao: v.ALICIT_MAX_FILA_ORGANIZACAO, maxTentativas: v.ALICIT_MAX_TENTATIVAS },
    acompanhamento: { conferirMin: v.ALICIT_ACOMPANHA_MIN },
    recomendacoes: {
      maxPorEmpresa: v.ALICIT_RECOMENDACOES_MAX, minimo: v.ALICIT_RECOMENDACOES_MINIMO / 100, diasEncerradas: v.ALICIT_RECOMENDACOES_DIAS, esperaMs: v.ALICIT_RECOMENDACOES_ESPERA_S * 1000,
      maxTextos: v.ALICIT_RECOMENDACOES_TEXTOS, maxPerfis: v.ALICIT_RECOMENDACOES_PERFIS, memoriaMb: v.ALICIT_RECOMENDACOES_MEMORIA_MB, lote: v.ALICIT_RECOMENDACOES_LOTE, avisoMinimo: v.ALICIT_RECOMENDACOES_AVISO / 100,
    },
    sancoes: { maxDias: v.ALICIT_SANCOES_DIAS },
    metricas: { token: v.ALICIT_METRICS_TOKEN ?? null },
    versao: readVersao(),
    eventos: { maxPorChave: v.ALICIT_EVENTOS_POR_CHAVE, maxPorProcesso: v.ALICIT_EVENTOS_MAX },
    log: { nivel: v.ALICIT_LOG },
    openai: { chave: v.OPENAI_API_KEY ?? null, url: semBarra(v.OPENAI_BASE_URL) },
    pinecone: { chave: v.PINECONE_API_KEY ?? null, url: semBarra(v.PINECONE_CONTROLLER_URL) },
    webhooks: { permitePrivado: v.ALICIT_WEBHOOK_PERMITE_PRIVADO === '1', tempoMs: v.ALICIT_WEBHOOK_TEMPO_S * 1000, concorrencia: v.ALICIT_WEBHOOK_CONCORRENCIA, diasFalha: v.ALICIT_WEBHOOK_DIAS_FALHA, diasRegistro: v.ALICIT_WEBHOOK_DIAS_REGISTRO },
    email: { ...smtp, concorrencia: v.ALICIT_EMAIL_CONCORRENCIA, porMinuto: v.ALICIT_EMAIL_POR_MINUTO, tempoMs: v.ALICIT_EMAIL_TEMPO_S * 1000 },
    avisos: { maxPorMensagem: v.ALICIT_AVISOS_POR_EMAIL, diasRegistro: v.ALICIT_AVISOS_DIAS },
    pncp: {
      ligado: v.ALICIT_PNCP === 'ligado', consultaUrl: semBarra(v.PNCP_CONSULTA_URL), url: semBarra(v.PNCP_URL), conexaoMs: v.ALICIT_PNCP_CONEXAO_S * 1000, tempoMs: v.ALICIT_PNCP_TEMPO_S * 1000, tentativas: v.ALICIT_PNCP_TENTATIVAS, esperaMs: v.ALICIT_PNCP_ESPERA_MS,
      pausaMs: v.ALICIT_PNCP_PAUSA_MS, concorrencia: { minimo: Math.min(v.ALICIT_PNCP_CONCORRENCIA_MIN, v.ALICIT_PNCP_CONCORRENCIA_MAX), maximo: v.ALICIT_PNCP_CONCORRENCIA_MAX }, maxFila: v.ALICIT_PNCP_FILA,
      disjuntor: { proporcao: v.ALICIT_PNCP_DISJUNTOR_FALHAS / 100, abertoMs: v.ALICIT_PNCP_DISJUNTOR_S * 1000 }, arquivo: { maxBytes: v.ALICIT_PNCP_ARQUIVO_MB * MB, tempoMs: v.ALICIT_PNCP_ARQUIVO_TEMPO_S * 1000 },
      maxBytesResposta: v.ALICIT_PNCP_RESPOSTA_MB * MB,
    },
    segredoMestre: v.ALICIT_SEGREDO_MESTRE?.split(',').map((c) => new Segredo(c)) ?? null,
    pastasDeTrabalho: [...new Set([v.INIT_CWD, cwd].filter((p) => p !== undefined))],
    arquivos: resolveArquivos(v.ALICIT_ARQUIVOS_URL, v.ALICIT_S3_CHAVE, v.ALICIT_S3_SEGREDO, v.ALICIT_COPIAS_MB * MB),
    sincronizacao: resolveSincronizacao(v),
    modelos: resolveModelos(v),
    vetores: resolveVetores(v),
    execucoes: resolveExecucoes(v),
    tracos: resolveTracos(v),
    alertas: resolveAlertas(v),
    pressao: resolvePressao(v),
    migrar: v.ALICIT_MIGRAR,
    processos: { total: v.ALICIT_PROCESSOS, pulsoMs: v.ALICIT_PULSO_S * 1000 },
  };
}

/** `DATABASE_URL` wins unless the embedded database is asked for by name. */
function chooseBanco(v: { ALICIT_BANCO?: 'embutido' | 'externo' | undefined; DATABASE_URL?: string | undefined }): string | null {
  if (v.ALICIT_BANCO === 'externo' && !v.DATABASE_URL) throw invalido('config_invalida', 'A variável de ambiente DATABASE_URL é obrigatória com ALICIT_BANCO=externo.', { variavel: 'DATABASE_URL' });
  return v.ALICIT_BANCO === 'embutido' ? null : (v.DATABASE_URL ?? null);
}

/**
 * The embedded database in production only when asked for by name: on an ephemeral disk it would lose data silently.
 * Asked by what opens the database, not by the command line's reading commands.
 * @throws AlicitError `banco_nao_escolhido`
 */
export function requireBanco(config: Pick<Config, 'producao' | 'banco' | 'bancoEmbutidoPedido'>): void {
  if (!config.producao || config.banco.url !== null || config.bancoEmbutidoPedido) return;
  throw invalido('banco_nao_escolhido', 'Em produção o banco precisa ser escolhido: informe DATABASE_URL ou, se o disco é persistente, ALICIT_BANCO=embutido.', { variavel: 'DATABASE_URL' });
}

/** Whether this process answers `/v1`. */
export const servesApi = ({ papel }: Pick<Config, 'papel'>): boolean => papel !== 'worker';
/** Whether this process takes work from the queue. */
export const runsJobs = ({ papel }: Pick<Config, 'papel'>): boolean => papel !== 'api';

/** The configuration of this process: the only place where its environment is read. */
export const readConfig = (): Config => parseConfig(process.env, process.cwd());
