import { existsSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Jest's globalTeardown: stops this run's PostgreSQL, if a test started it, and deletes what the run made. */
export default async function desce() {
  const pasta = process.env.ALICIT_TESTE_PASTA;
  if (process.env.ALICIT_TESTE_DATABASE_URL) await dropBancos(process.env.ALICIT_TESTE_DATABASE_URL, basename(pasta));
  await removeRodada(pasta);
}

/** Stops the server whose data lies in a run's folder (immediately: the data goes away) and deletes the folder. */
export async function removeRodada(pasta) {
  const arquivo = join(pasta, 'postgres', 'dados', 'postmaster.pid');
  if (existsSync(arquivo)) {
    const pid = Number(readFileSync(arquivo, 'utf8').split('\n')[0]);
    try {
      process.kill(pid, 'SIGQUIT');
      for (let i = 0; i < 500 && existsSync(arquivo) && process.kill(pid, 0); i++) await pause(10);
    } catch (erro) {
      if (erro.code !== 'ESRCH') throw erro;
    }
  }
  rmSync(pasta, { recursive: true, force: true, maxRetries: 5 });
}

async function dropBancos(url, rodada) {
  const { default: pg } = await import('pg');
  const cliente = new pg.Client({ connectionString: url });
  await cliente.connect();
  const { rows } = await cliente.query('SELECT datname FROM pg_database WHERE starts_with(datname, $1)', [`${rodada.replaceAll('-', '_').toLowerCase()}_`]);
  for (const { datname } of rows) await cliente.query(`DROP DATABASE IF EXISTS ${cliente.escapeIdentifier(datname)} WITH (FORCE)`);
  await cliente.end();
}
