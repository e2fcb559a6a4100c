// Writes docs/openapi.json, the committed description of the API, from the compiled service. Nothing runs: no database,
// no port (Nest's preview). Needs the Node of node_modules/.bin: run by npm.
import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, isFresh, RAIZ } from './build.mjs';

const dist = (...partes) => import(pathToFileURL(join(RAIZ, 'dist', ...partes)).href);
try {
  if (!isFresh()) await build();
  const [{ AppModule }, { describeApi, formatOpenApi }, { parseConfig }] = await Promise.all([dist('app.module.js'), dist('http', 'openapi', 'index.js'), dist('config', 'index.js')]);
  const semBanco = { url: 'postgres://localhost/nenhum', embutido: false, stop: async () => undefined };
  const destino = join(RAIZ, 'docs', 'openapi.json');
  writeFileSync(destino, formatOpenApi(await describeApi(AppModule.register(parseConfig({}, RAIZ), semBanco))));
  process.stderr.write(`${destino}\n`);
  process.exit(0);
} catch (erro) {
  process.stderr.write(`${erro instanceof Error ? (erro.stack ?? erro.message) : String(erro)}\n`);
  process.exit(1);
}
