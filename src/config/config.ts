import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { invalido } from '../kernel/index.js';
import { resolveArquivos } from './arquivos.js';
import { parseArquivosUrl } from './arquivos-url.js';
import { parseSmtpUrl, requireEmailCompleto } from './email.js';
import { inteiro } from './inteiro.js';
import { camposModelos, camposVetores, resolveModelos, resolveVetores } from './modelos.js';
import { camposProducao, hasSenhaLegivel, resolveAlertas, resolveExecucoes, resolvePressao, resolveTracos } from './producao.js';
import { Segredo } from './segredo.js';
import { camposSincronizacao, resolveSincronizacao } from './sincronizacao.js';
import { threadsDaqui } from './threads.js';
import type { Config } from './tipos.js';

type Ambiente = Readonly<Record<string, string | undefined>>;

const MB = 1024 * 1024;
/** Balancers ask for readiness every second or few. On somebody's machine nobody balances, and Ctrl-C should be quick. */
const RETIRADA_S = 5;
/** The project's folder, from dist/config or src/config. The default data folder lies in it: it exists, is the user's own and needs no HOME. */
const RAIZ = resolve(import.meta.dirname, '..', '..');

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

/** An address pg can read. */
function isEnderecoDeBanco(url: string): boolean {
  return /^postgres(?:ql)?:\/\//.test(url) && hasSenhaLegivel(url);
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

/** The configuration of this process. */
export const readConfig = (): Config => parseConfig(process.env, process.cwd());
