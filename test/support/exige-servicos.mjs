import { listMudos } from '../../scripts/servicos/de-pe.mjs';
import { readEstado } from '../../scripts/servicos/pasta.mjs';
import sobe from './sobe-postgres.mjs';

/** Jest's globalSetup where real services are needed: every one answers, or nothing runs. */
export default async function exige() {
  const estado = readEstado();
  // Where it was thrown helps nobody.
  Error.stackTraceLimit = 0;
  if (!estado) throw new Error('Os serviços dos testes não estão de pé (redis, postgres, pgbouncer, prometheus): npm run services:up');
  const mudos = await listMudos(estado);
  if (mudos.length) throw new Error(`Não respondem: ${mudos.join(', ')}. Refaça-os: npm run services:up`);
  Error.stackTraceLimit = 10;
  await sobe();
}
