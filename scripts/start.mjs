// Starts the service, compiling first when needed. Needs the Node of node_modules/.bin: run by npm.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, isFresh, RAIZ } from './build.mjs';

try {
  if (!isFresh()) await build();
} catch (erro) {
  process.stderr.write(`${erro.message}\n`);
  process.exit(1);
}
await import(pathToFileURL(join(RAIZ, 'dist', 'main.js')).href);
