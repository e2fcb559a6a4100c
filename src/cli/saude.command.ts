import { Command } from 'commander';
import type { Config } from '../config/index.js';
import type { Perguntavel } from '../processos/index.js';
import type { ContextoCli } from './contexto.js';
import { renderProcessos, renderSaude, type SaudeVista } from './render-saude.js';

interface Opcoes { readonly pronto?: boolean; readonly banco?: boolean; readonly processo?: boolean; readonly json?: boolean }

/** Longer than the slowest item of /health may take, ms. */
const LIMITE_MS = 10_000;
const MAX_RESPOSTA = 1024 * 1024;

/** `saude`: how the service is, for a person and for probes that have no HTTP. Ends with 0 when it is well, 1 when not. */
export const saudeCommand = (ctx: ContextoCli): Command =>
  new Command('saude')
    .description('Diz como está o serviço desta máquina: 0 quando atende, 1 quando não.')
    .option('--pronto', 'só o indispensável (/health/ready)')
    .option('--banco', 'os processos que dão sinal de vida no banco; 1 quando nenhum trabalha na fila')
    .option('--processo', 'o sinal de vida do processo sem HTTP (ALICIT_HTTP=0) desta máquina, sem banco nem rede')
    .option('--json', 'a resposta como veio')
    .action(async ({ pronto = false, banco = false, processo = false, json = false }: Opcoes) => {
      const { readConfig } = await import('../config/index.js');
      const config = readConfig();
      if (processo) return showBatida(ctx, config);
      if (banco) return showProcessos(ctx, config, json);
      return showSaude(ctx, config, { pronto, json });
    });

/** Asks the service of this machine. @throws AlicitError `servico_nao_responde` */
export async function showSaude(ctx: Pick<ContextoCli, 'print' | 'fail'>, { http: { porta, host } }: { readonly http: Pick<Config['http'], 'porta' | 'host'> }, { pronto, json }: { readonly pronto: boolean; readonly json: boolean }): Promise<void> {
  const url = `http://${hostDe(host)}:${porta}/health${pronto ? '/ready' : ''}`;
  const { indisponivel } = await import('../kernel/index.js');
  const resposta = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(LIMITE_MS) }).catch(() => {
    throw indisponivel('servico_nao_responde', `Nenhum serviço responde em ${url}. Está de pé? A porta é a de PORT, e o endereço o de ALICIT_HOST.`);
  });
  const texto = (await resposta.text()).slice(0, MAX_RESPOSTA);
  const vista = parseSaude(texto);
  if (!vista) throw indisponivel('servico_nao_responde', `O que responde em ${url} não é o ALICIT (HTTP ${resposta.status}).`);
  ctx.print(json ? `${texto}\n` : renderSaude(vista, Date.now()));
  if (!resposta.ok) ctx.fail();
}

async function showProcessos(ctx: ContextoCli, config: Config, json: boolean): Promise<void> {
  const [{ readLinhas, trabalha, vivos }, { openBanco }, { Client }] = await Promise.all([import('../processos/index.js'), import('../storage/index.js'), import('pg').then((m) => m.default)]);
  const { indisponivel } = await import('../kernel/index.js');
  const banco = await openBanco(config);
  const cliente = new Client({ connectionString: banco.url, application_name: 'alicit-saude', connectionTimeoutMillis: LIMITE_MS, query_timeout: LIMITE_MS });
  cliente.on('error', () => undefined);
  try {
    await cliente.connect();
    const vistos = vivos(await readLinhas(cliente satisfies Perguntavel));
    ctx.print(json ? `${JSON.stringify(vistos, null, 1)}\n` : renderProcessos(vistos));
    if (!vistos.some(trabalha)) ctx.fail();
  } catch (erro) {
    const { classOf } = await import('../observacao/index.js');
    const classe = classOf(erro);
    throw indisponivel('banco_indisponivel', classe === 'sql_42p01' || classe === 'sql_3f000' ? 'O banco ainda não tem o esquema desta versão: inicie o serviço, que migra.' : `O banco não respondeu (${classe}). Confira DATABASE_URL e se o servidor está de pé.`);
  } finally {
    await cliente.end().catch(() => undefined);
    await banco.stop();
  }
}

async function showBatida(ctx: ContextoCli, { pastaDados, processos: { pulsoMs } }: Config): Promise<void> {
  const { PULSOS_DE_SILENCIO, readSilencio } = await import('../processos/index.js');
  const silencioMs = await readSilencio(pastaDados, Date.now());
  if (silencioMs !== null && silencioMs <= pulsoMs * PULSOS_DE_SILENCIO) return ctx.print(`vivo: deu sinal há ${Math.round(silencioMs / 1000)} s\n`);
  ctx.print(silencioMs === null ? 'sem sinal: nenhum processo sem HTTP (ALICIT_HTTP=0) deu sinal de vida nesta máquina\n' : `sem sinal há ${Math.round(silencioMs / 1000)} s: está parado ou preso\n`);
  ctx.fail();
}

/** Where a service that listens everywhere is reached from its own machine. */
const hostDe = (host: string): string => (host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '[::1]' : host.includes(':') ? `[${host}]` : host);

function parseSaude(texto: string): SaudeVista | null {
  try {
    const lida = JSON.parse(texto) as Partial<SaudeVista> | null;
    return typeof lida?.estado === 'string' && typeof lida.itens === 'object' ? (lida as SaudeVista) : null;
  } catch {
    return null;
  }
}
