import { Server } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ChavesService } from './acesso/acesso.module.js';
import { AppModule } from './app.module.js';
import { conferirBanco } from './conferir-banco.js';
import { servesApi, type Config } from './config/index.js';
import { throwEscuta, withEspera } from './espera.js';
import { FluxosService } from './eventos/eventos.module.js';
import { createHttpApp } from './http/create-app.js';
import { mountDocs } from './http/docs.js';
import { EmCurso } from './http/http.module.js';
import { ensureEsquema, isMigrado } from './migrar.js';
import { SaudeService } from './observacao/observacao.module.js';
import type { Banco } from './storage/index.js';
import { POOL } from './storage/storage.module.js';

/** What still takes time once no request is open: jobs, pools. Added to the limit of the requests, ms. */
const FECHAR_MS = 5000;

/** How long the schema may take to come where another command makes it; then the process ends, and who keeps it running starts it again. */
const ESQUEMA_MS = 300_000;

/** An application that runs. */
export interface Aplicacao {
  readonly app: NestFastifyApplication;
  /** Null: it listens nowhere. */
  readonly url: string | null;
  /**
   * Readiness says no at once, and jobs stop being taken; requests are served for the time to be taken out of the balancer;
   * then nobody comes in, streams end, requests in flight finish within the limit, and pools close.
   */
  close(): Promise<void>;
}

/** Schema, application, listening. @throws AlicitError what stops the start; nothing stays open */
export async function openAplicacao(config: Config, banco: Banco, diz: (linha: string) => void): Promise<Aplicacao> {
  if (!(await isMigrado(banco.url, config))) await withEspera(config, () => ensureEsquema(banco.url, config, ESQUEMA_MS));
  const app = await createHttpApp(AppModule.register(config, banco), config);
  try {
    await sayConferencia(app, config, diz);
    if (servesApi(config)) await mountDocs(app);
    const url = await listen(app, config.http);
    app.get(SaudeService).markPronto();
    await welcome(app, config, url, diz);
    return { app, url, close: () => closeAplicacao(app, config.http) };
  } catch (erro) {
    await app.close().catch(() => undefined);
    throw erro;
  }
}

/** @returns its address; null: it listens on none, by choice */
async function listen(app: NestFastifyApplication, http: Config['http']): Promise<string | null> {
  if (!http.escuta) {
    await app.init();
    return null;
  }
  await app.listen(http.porta, http.host).catch((erro: unknown) => throwEscuta(erro, http));
  return (await app.getUrl()).replace(/\[::1?\]|0\.0\.0\.0/, 'localhost');
}

async function sayConferencia(app: NestFastifyApplication, config: Config, diz: (linha: string) => void): Promise<void> {
  const log = new Logger('banco');
  const { avisos, notas } = await conferirBanco(app.get(POOL), config);
  for (const nota of notas) log.log(nota);
  for (const aviso of avisos) {
    log.warn(aviso);
    diz(`Atenção: ${aviso}`);
  }
}

async function closeAplicacao(app: NestFastifyApplication, { retiradaMs, encerramentoMs: limiteMs }: Config['http']): Promise<void> {
  app.get(SaudeService).beginEncerramento();
  // Whoever balances has not seen it yet: requests are served, and each answer closes its connection.
  await sleep(retiradaMs);
  // Not http's own close, which cuts idle connections at once: a request may be on its way through one.
  Server.prototype.close.call(app.getHttpServer());
  app.get(FluxosService).closeAll();
  if (await app.get(EmCurso).drain(limiteMs)) app.getHttpServer().closeAllConnections();
  let relogio: NodeJS.Timeout | undefined;
  const tarde = new Promise<void>((resolve) => (relogio = setTimeout(resolve, limiteMs + FECHAR_MS)));
  await Promise.race([app.close(), tarde]).finally(() => clearTimeout(relogio));
}

/** Where to look, and the first key, which is never shown again. In production keys are made by the command line only. */
async function welcome(app: NestFastifyApplication, config: Config, url: string | null, diz: (linha: string) => void): Promise<void> {
  if (url === null) return diz(`ALICIT (${config.papel}) sem HTTP · sinal de vida: alicit saude --processo`);
  if (!servesApi(config)) return diz(`ALICIT (${config.papel}) em ${url}/health`);
  diz(`ALICIT em ${url} · documentação em ${url}/docs`);
  if (config.producao) return;
  const chave = await app.get(ChavesService).createPrimeira('Minha organização');
  if (chave) diz(`Chave de API da primeira organização (guarde-a: não será mostrada de novo):\n  ${chave}`);
}
