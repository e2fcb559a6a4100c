import 'reflect-metadata';
import { resolve } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import type { AppBanco } from './cli/open-app-banco.js';
import { resolveEntrada } from './cli/contexto.js';
import { runPrograma } from './cli/programa.js';
import { readConfig, readDesconhecidas, type Config } from './config/index.js';
import { asErroPublico, showable } from './kernel/index.js';

/** The door of the command line. A broken pipe (`alicit … | head`) ends it quietly. */
process.stdout.on('error', (erro: NodeJS.ErrnoException) => process.exit(erro.code === 'EPIPE' ? 0 : 1));

const tell = (mensagem: string): void => void process.stderr.write(`${showable(mensagem)}\n`);

async function main(config: Config): Promise<number> {
  let app: Promise<INestApplicationContext> | undefined;
  let banco: Promise<AppBanco> | undefined;
  const startApp = async (): Promise<INestApplicationContext> => {
    const [{ NestFactory }, { CliModule }] = await Promise.all([import('@nestjs/core'), import('./cli/cli.module.js')]);
    return NestFactory.createApplicationContext(CliModule.register(config), { logger: false, abortOnError: false });
  };
  try {
    return await runPrograma(process.argv.slice(2), {
      app: () => (app ??= startApp()),
      banco: async () => (await (banco ??= import('./cli/open-app-banco.js').then((m) => m.openAppBanco(config)))).app,
      entrada: (caminho, outras = []) => resolveEntrada(caminho, [...config.pastasDeTrabalho, ...outras]),
      saida: (caminho) => resolve(config.pastasDeTrabalho[0] ?? '.', caminho),
      // What goes to a file or another program stays as it is.
      print: (texto) => void process.stdout.write(process.stdout.isTTY ? showable(texto) : texto),
      tell,
    });
  } finally {
    await (await app?.catch(() => undefined))?.close();
    await (await banco?.catch(() => undefined))?.close();
  }
}

try {
  const config = readConfig();
  for (const aviso of readDesconhecidas()) tell(`Atenção: ${aviso}`);
  process.exitCode = await main(config);
} catch (erro) {
  const { codigo, mensagem } = asErroPublico(erro);
  tell(`${codigo}: ${mensagem}`);
  process.exitCode = 1;
}
