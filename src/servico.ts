import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ChavesService } from './acesso/acesso.module.js';
import { AppModule } from './app.module.js';
import type { Config } from './config/index.js';
import { createHttpApp } from './http/create-app.js';
import { mountDocs } from './http/docs.js';
import { openBanco } from './storage/index.js';
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
    await mountDocs(app);
    await app.listen(config.http.porta, config.http.host);
    const url = (await app.getUrl()).replace(/\[::1?\]|0\.0\.0\.0/, 'localhost');
    await welcome(app, config, url, diz);
    const aberto = app;
    return {
      app, url,
      async stop() {
        await aberto.close();
        await banco.stop();
      },
    };
  } catch (erro) {
    await app?.close().catch(() => undefined);
    await banco.stop().catch(() => undefined);
    throw erro;
  }
}

/** Where to look, and the first key, which is never shown again. In production keys are made by the command line only. */
async function welcome(app: NestFastifyApplication, config: Config, url: string, diz: (linha: string) => void): Promise<void> {
  diz(`ALICIT em ${url} · documentação em ${url}/docs`);
  if (config.producao) return;
  const chave = await app.get(ChavesService).createPrimeira('Minha organização');
  if (chave) diz(`Chave de API da primeira organização (guarde-a: não será mostrada de novo):\n  ${chave}`);
}
