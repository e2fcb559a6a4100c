import { Pool } from 'pg';
import { createClient } from 'redis';
import { parseConfig } from '../../../src/config/index.js';
import { runMigrations } from '../../../src/storage/storage.module.js';
import { ArmazemPostgres } from '../../../src/workflows/armazem/postgres.js';
import { ArmazemRedis } from '../../../src/workflows/armazem/redis.js';
import { createBancoDeServico, readServicos, type BancoDeServico } from '../../support/servicos.js';
import { describeArmazem, type LojaDeTeste } from './contrato.js';
import { startMudo } from './servidor-mudo.js';

const nada = (): void => undefined;
async function migrado(): Promise<BancoDeServico> {
  const banco = await createBancoDeServico();
  await runMigrations(banco.url, parseConfig({}, '.').banco);
  return banco;
}

const openPostgres = (porOnde: 'url' | 'transacao' | 'sessao') => async (): Promise<LojaDeTeste> => {
  const banco = await createBancoDeServico();
  const mudo = await startMudo();
  return {
    create: () => ArmazemPostgres.open(banco[porOnde], nada),
    fora: () => ArmazemPostgres.open('postgres://a:b@127.0.0.1:9/c', nada),
    muda: () => ArmazemPostgres.open(`postgres://a:b@127.0.0.1:${mudo.porta}/c`, nada),
    close: async () => {
      await mudo.stop();
      await banco.drop();
    },
  };
};

describeArmazem('PostgreSQL 15', openPostgres('url'), migrado);
describeArmazem('PostgreSQL 15 through pgbouncer, a connection per transaction', openPostgres('transacao'), migrado);
describeArmazem('PostgreSQL 15 through pgbouncer, a connection per session', openPostgres('sessao'), migrado);
describeArmazem("the application's PostgreSQL through pgbouncer, a connection per transaction", async (url) => {
  const transacao = new URL(readServicos().pgbouncer.transacao);
  transacao.pathname = new URL(url).pathname;
  const pool = new Pool({ connectionString: transacao.href, max: 4 });
  pool.on('error', nada);
  const ninguem = new Pool({ connectionString: 'postgres://a:b@127.0.0.1:9/c' });
  return {
    create: () => ArmazemPostgres.ofAplicacao(pool), fora: () => ArmazemPostgres.ofAplicacao(ninguem), muda: null,
    close: async () => {
      await pool.end();
      await ninguem.end();
    },
  };
}, migrado);
describeArmazem('Redis', async () => {
  const { redis } = readServicos();
  const mudo = await startMudo();
  // A database of the server of its own; the others are other tests'.
  const url = `${redis.url}/7`;
  const cliente = createClient({ url });
  await cliente.connect();
  await cliente.flushDb();
  return {
    create: () => new ArmazemRedis(url, nada),
    fora: () => new ArmazemRedis('redis://127.0.0.1:9', nada),
    muda: () => new ArmazemRedis(`redis://127.0.0.1:${mudo.porta}`, nada),
    close: async () => {
      await cliente.flushDb();
      await cliente.close();
      await mudo.stop();
    },
  };
}, migrado);
