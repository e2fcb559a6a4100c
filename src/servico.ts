import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ChavesService } from './acesso/acesso.module.js';
import { AppModule } from './app.module.js';
import { servesApi, type Config } from './config/index.js';
import { createHttpApp } from './http/create-app.js';
import { mountDocs } from './http/docs.js';
import { EmCurso } from './http/http.module.js';
import { SaudeService } from './observacao/observacao.module.js';
import { openBanco, type Banco } from './storage/index.js';
import { runMigrations } from './storage/storage.module.js';

/** A service that listens. */
export interface Servico {
  readonly app: NestFastifyApplication;
  readonly url: string;
  /** Finishes what is in flight, closes the pools, and stops the embedded database last. */
  stop(): Promise<void>;
}

export interface OpcoesServico {
  /** Told what a person at the terminal should know. Never a log: the first key goes through it. */
  readonly diz: (linha: string) => void;
}

/** Database, migrations, application, listening. @throws AlicitError what stops the start, to be said in one line */
export async function startServico(config: Config, { diz }: OpcoesServico): Promise<Servico> {
  const banco = await openBanco(config);
  let app: NestFastifyApplication | undefined;
  try {
    await runMigrations(banco.url, config.banco);
    app = await createHttpApp(AppModule.register(config, banco), config);
    if (servesApi(config)) await mountDocs(app);
    await app.listen(config.http.porta, config.http.host);
    app.get(SaudeService).markPronto();
    const url = (await app.getUrl()).replace(/\[::1?\]|0\.0\.0\.0/, 'localhost');
    await welcome(app, config, url, diz);
    const aberto = app;
    return { app, url, stop: () => stopServico(aberto, banco, config.http.encerramentoMs) };
  } catch (erro) {
    await app?.close().catch(() => undefined);
    await banco.stop().catch(() => undefined);
    throw erro;
  }
}

/** What may still take time once no request is open: jobs, pools. Added to the limit of the requests, ms. */
const FECHAR_MS = 5000;

/**
 * Readiness says no at once; streams end and requests in flight finish, within the limit; jobs stop and pools close;
 * the embedded database goes last, whatever became of the rest.
 */
async function stopServico(app: NestFastifyApplication, banco: Banco, limiteMs: number): Promise<void> {
  app.get(SaudeService).beginEncerramento();
  try {
    if (await app.get(EmCurso).drain(limiteMs)) app.getHttpServer().closeAllConnections();
    await within(limiteMs + FECHAR_MS, app.close());
  } finally {
    await banco.stop();
  }
}

async function within(ms: number, promessa: Promise<void>): Promise<void> {
  let relogio: NodeJS.Timeout | undefined;
  const tarde = new Promise<void>((resolve) => (relogio = setTimeout(resolve, ms)));
  await Promise.race([promessa, tarde]).finally(() => clearTimeout(relogio));
}

/** Where to look, and the first key, which is never shown again. In production keys are made by the command line only. */
async function welcome(app: NestFastifyApplication, config: Config, url: string, diz: (linha: string) => void): Promise<void> {
  if (!servesApi(config)) return diz(`ALICIT (${config.papel}) em ${url}/health`);
  diz(`ALICIT em ${url} · documentação em ${url}/docs`);
  if (config.producao) return;
  const chave = await app.get(ChavesService).createPrimeira('Minha organização');
  if (chave) diz(`Chave de API da primeira organização (guarde-a: não será mostrada de novo):\n  ${chave}`);
}
