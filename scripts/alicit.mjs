#!/usr/bin/env node
// Starts the command line. Builds first when dist/ is missing or older than src/ (a fresh clone after
// `npm ci`), so that every documented command works on its own. Needs the Node of node_modules/.bin: run by npm.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const raiz = join(dirname(fileURLToPath(import.meta.url)), '..');
const entrada = join(raiz, 'dist', 'cli.js');

/** Latest modification time (ms) of the files below a folder. */
function newest(pasta) {
  let tempo = 0;
  for (const f of readdirSync(pasta, { withFileTypes: true })) {
    const caminho = join(pasta, f.name);
    tempo = Math.max(tempo, f.isDirectory() ? newest(caminho) : statSync(caminho).mtimeMs);
  }
  return tempo;
}

if (existsSync(join(raiz, 'src')) && (!existsSync(entrada) || newest(join(raiz, 'src')) > statSync(entrada).mtimeMs)) {
  const nest = join(raiz, 'node_modules', '@nestjs', 'cli', 'bin', 'nest.js');
  const r = spawnSync(process.execPath, [nest, 'build'], { cwd: raiz, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8' });
  if (r.status !== 0) {
    process.stderr.write(`${r.stdout ?? ''}${r.stderr ?? ''}\nNão foi possível compilar o projeto (npm run build).\n`);
    process.exit(1);
  }
}
await import(pathToFileURL(entrada).href);
