// Writes .env.example from the program's schema and docs/configuracao.md. With --conferir it only says whether it is up to
// date. Needs the Node of node_modules/.bin: run by npm.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, isFresh, RAIZ } from './build.mjs';
import { formatEnv } from './env-exemplo.mjs';

try {
  if (!isFresh()) await build();
  const { listVariaveis } = await import(pathToFileURL(join(RAIZ, 'dist', 'config', 'index.js')).href);
  const destino = join(RAIZ, '.env.example');
  const texto = formatEnv(listVariaveis(), readFileSync(join(RAIZ, 'docs', 'configuracao.md'), 'utf8'));
  if (!process.argv.includes('--conferir')) writeFileSync(destino, texto);
  else if (!existsSync(destino) || readFileSync(destino, 'utf8') !== texto) throw new Error('.env.example está atrasado: rode npm run env:gerar.');
  process.stderr.write(`${destino}\n`);
} catch (erro) {
  process.stderr.write(`${erro.message}\n`);
  process.exit(1);
}
