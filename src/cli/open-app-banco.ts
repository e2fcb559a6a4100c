import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Config } from '../config/index.js';
import { ensureEsquema } from '../migrar.js';
import { openBanco } from '../storage/index.js';
import { CliBancoModule } from './banco.module.js';

/** The services over the database, migrated. */
export interface AppBanco {
  readonly app: INestApplicationContext;
  /** Closes the pools, then leaves the database: the embedded one stops when nobody else uses it. */
  close(): Promise<void>;
}

/** @throws AlicitError of `openBanco` and `ensureEsquema` */
export async function openAppBanco(config: Config): Promise<AppBanco> {
  const banco = await openBanco(config);
  try {
    await ensureEsquema(banco.url, config);
    const app = await NestFactory.createApplicationContext(CliBancoModule.register(config, banco), { logger: false, abortOnError: false });
    const close = async (): Promise<void> => {
      await app.close();
      await banco.stop();
    };
    return { app, close };
  } catch (erro) {
    await banco.stop().catch(() => undefined);
    throw erro;
  }
}
