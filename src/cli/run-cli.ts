import { resolve } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import type { Config } from '../config/index.js';
import { resolveEntrada, type ContextoCli } from './contexto.js';
import type { AppBanco } from './open-app-banco.js';
import { runPrograma } from './programa.js';

/**
 * One command line (without node and script) over this configuration. What a command needs is started when it first asks
 * for it, and closed at the end. @returns the exit code
 */
export async function runCli(argv: readonly string[], config: Config, { print, tell }: Pick<ContextoCli, 'print' | 'tell'>): Promise<number> {
  let app: Promise<INestApplicationContext> | undefined;
  let banco: Promise<AppBanco> | undefined;
  const startApp = async (): Promise<INestApplicationContext> => {
    const [{ NestFactory }, { CliModule }] = await Promise.all([import('@nestjs/core'), import('./cli.module.js')]);
    return NestFactory.createApplicationContext(CliModule.register(config), { logger: false, abortOnError: false });
  };
  try {
    return await runPrograma(argv, {
      app: () => (app ??= startApp()),
      banco: async () => (await (banco ??= import('./open-app-banco.js').then((m) => m.openAppBanco(config)))).app,
      entrada: (caminho, outras = []) => resolveEntrada(caminho, [...config.pastasDeTrabalho, ...outras]),
      saida: (caminho) => resolve(config.pastasDeTrabalho[0] ?? '.', caminho),
      print, tell, versao: config.versao,
    });
  } finally {
    await (await app?.catch(() => undefined))?.close();
    await (await banco?.catch(() => undefined))?.close();
  }
}
