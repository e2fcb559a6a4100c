import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import desce from './desce-postgres.mjs';

const SUFIXO = '.servicos-spec.ts';

/** Jest's globalTeardown of the whole suite: what it did not run, by name. Nothing when a path was asked for. */
export default async function diz(global, { rootDir }) {
  await desce();
  const pulados = readdirSync(join(rootDir, 'test'), { recursive: true }).filter((f) => f.endsWith(SUFIXO)).map((f) => basename(f, SUFIXO)).sort();
  if (pulados.length && !global.nonFlagArgs.length && global.testPathPatterns.patterns.length === 0) {
    process.stdout.write(`Pulados, por precisarem de Redis, PostgreSQL 15, pgbouncer e Prometheus de verdade (npm run services:up && npm run test:servicos): ${pulados.join(', ')}\n`);
  }
}
