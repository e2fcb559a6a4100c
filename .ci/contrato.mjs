#!/usr/bin/env node
// Fails when docs/openapi.json breaks programs written against the one of the last release (or of the default
// branch), unless docs/versoes-da-api.md announced it and its Sunset date has come. `ALICIT_CONTRATO_BASE` names another commit or tag.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findAnunciadas, findQuebras } from './compara-contrato.mjs';

const raiz = join(dirname(fileURLToPath(import.meta.url)), '..');
const git = (...args) => spawnSync('git', args, { cwd: raiz, encoding: 'utf8', maxBuffer: 1 << 28 });

/** The last release (tag `v*`); before the first one, the default branch's last commit, which on that branch itself is the parent. */
function findBase() {
  if (process.env.ALICIT_CONTRATO_BASE) return process.env.ALICIT_CONTRATO_BASE;
  const tag = git('describe', '--tags', '--abbrev=0', '--match', 'v*', 'HEAD^');
  if (tag.status === 0) return tag.stdout.trim();
  const cabeca = git('rev-parse', 'HEAD').stdout.trim();
  for (const ref of ['origin/HEAD', 'origin/main', 'main', 'HEAD^']) {
    const { status, stdout } = git('merge-base', 'HEAD', ref);
    if (status === 0 && stdout.trim() !== cabeca) return stdout.trim();
  }
  return null;
}

const base = findBase();
const antes = base ? git('show', `${base}:docs/openapi.json`) : { status: 1 };
if (antes.status !== 0) {
  if (process.env.ALICIT_CONTRATO_BASE) {
    console.error(`docs/openapi.json not found in ${base}`);
    process.exit(1);
  }
  console.log('contract: no earlier description to compare with');
  process.exit(0);
}
const depois = JSON.parse(readFileSync(join(raiz, 'docs', 'openapi.json'), 'utf8'));
const anunciadas = findAnunciadas(readFileSync(join(raiz, 'docs', 'versoes-da-api.md'), 'utf8'), new Date().toISOString().slice(0, 10));
const quebras = findQuebras(JSON.parse(antes.stdout), depois);
const novas = quebras.filter(({ onde }) => !anunciadas.includes(onde));
for (const { onde, mensagem } of quebras) console.log(`${anunciadas.includes(onde) ? 'announced' : 'BREAKS   '} ${onde}: ${mensagem}`);
if (novas.length) {
  console.error(`${novas.length} breaking change(s) since ${base.slice(0, 12)}: undo, or follow docs/versoes-da-api.md`);
  process.exit(1);
}
console.log(`contract: nothing breaks since ${base.slice(0, 12)}`);
