// How each service is set up, started, and asked whether it answers. All on 127.0.0.1.
import { randomBytes } from 'node:crypto';
import { appendFileSync, chmodSync, chownSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { freePort, run, start } from './processos.mjs';

const LOCAL = '127.0.0.1';
const newSenha = () => randomBytes(18).toString('hex');

/** Writes a file the services' user reads; with passwords, nobody else does. */
function write(caminho, texto, conta) {
  writeFileSync(caminho, texto);
  chmodSync(caminho, 0o600);
  if (conta) chownSync(caminho, conta.uid, conta.gid);
}

/** A folder of the services' user; who runs the tests may be another, root, and writes in it all the same. */
function makePasta(caminho, conta) {
  mkdirSync(caminho);
  if (conta) chownSync(caminho, conta.uid, conta.gid);
  return caminho;
}

/** Whether a PostgreSQL, or a pooler before one, answers a query. */
export async function answersPostgres(url) {
  const cliente = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000, query_timeout: 2000 });
  cliente.on('error', () => undefined);
  try {
    await cliente.connect();
    await cliente.query('select 1');
    return true;
  } finally {
    await cliente.end().catch(() => undefined);
  }
}

/** PostgreSQL 15 with scram passwords; nothing survives the machine, so nothing is synced to the disk. Its port is in its file: a restart by pg_ctl keeps it. */
export async function startPostgres({ pasta, conta, programas }) {
  const dados = join(pasta, 'postgres');
  const senha = newSenha();
  const porta = await freePort();
  const arquivoSenha = join(pasta, 'senha-postgres');
  write(arquivoSenha, senha, conta);
  run(join(programas.postgres, 'initdb'), ['-D', dados, '--username=alicit', `--pwfile=${arquivoSenha}`, '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'], { pasta, conta });
  rmSync(arquivoSenha);
  appendFileSync(join(dados, 'postgresql.conf'), [
    '', `listen_addresses = '${LOCAL}'`, `port = ${porta}`, "unix_socket_directories = ''", 'max_connections = 150', 'shared_buffers = 64MB', 'fsync = off', 'full_page_writes = off',
    "timezone = 'UTC'", "log_timezone = 'UTC'", "log_line_prefix = '%m [%p] %u@%d %a '", '',
  ].join('\n'));
  const url = `postgres://alicit:${senha}@${LOCAL}:${porta}/postgres`;
  await start('postgres', join(programas.postgres, 'postgres'), ['-D', dados], { pasta, conta, responde: () => answersPostgres(url) });
  return { url, bin: programas.postgres, pasta: dados };
}

/**
 * A pooler over that PostgreSQL, for any database of it. Other roles than `alicit` are asked of the server (auth_query).
 * Nothing a client says at its start is ignored: what a pooler refuses in the world, this one refuses.
 */
async function startPooler(nome, modo, tamanho, postgres, { pasta, conta, programas }) {
  const { port, password } = new URL(postgres.url);
  const porta = await freePort();
  const usuarios = join(pasta, `${nome}.usuarios`);
  const ini = join(pasta, `${nome}.ini`);
  write(usuarios, `"alicit" "${password}"\n`, conta);
  write(ini, [
    '[databases]', `* = host=${LOCAL} port=${port}`, '[pgbouncer]', `listen_addr = ${LOCAL}`, `listen_port = ${porta}`, 'unix_socket_dir =', 'auth_type = scram-sha-256', `auth_file = ${usuarios}`, 'auth_user = alicit',
    'admin_users = alicit', `pool_mode = ${modo}`, `default_pool_size = ${tamanho}`, 'max_client_conn = 1000', 'server_login_retry = 1', 'log_connections = 0', 'log_disconnections = 0', '',
  ].join('\n'), conta);
  const url = `postgres://alicit:${password}@${LOCAL}:${porta}/postgres`;
  await start(nome, programas.pgbouncer, ['-q', ini], { pasta, conta, responde: () => answersPostgres(url) });
  return url;
}

/** Few connections in transaction mode, so that they really are shared; in session mode each client holds one. */
export async function startPgbouncer(postgres, base) {
  return { transacao: await startPooler('pgbouncer-transacao', 'transaction', 8, postgres, base), sessao: await startPooler('pgbouncer-sessao', 'session', 60, postgres, base) };
}

export async function startRedis({ pasta, conta, programas }) {
  const dados = makePasta(join(pasta, 'redis'), conta);
  const porta = await freePort();
  const senha = newSenha();
  const conf = join(pasta, 'redis.conf');
  // Its title is kept as it was: the processes are found by their folder.
  write(conf, [`bind ${LOCAL}`, `port ${porta}`, `dir ${dados}`, 'save ""', 'appendonly no', 'set-proc-title no', `requirepass ${senha}`, 'maxmemory 256mb', 'daemonize no', ''].join('\n'), conta);
  const url = `redis://:${senha}@${LOCAL}:${porta}`;
  await start('redis', programas.redis, [conf], { pasta, conta, responde: () => answersRedis(url) });
  return { url };
}

/** Whether a Redis answers PING with this password. */
export const answersRedis = (url) => new Promise((resolve, reject) => {
  const { port, password } = new URL(url);
  const conexao = connect({ host: LOCAL, port: Number(port), timeout: 2000 });
  let lido = '';
  const fim = (ok) => {
    conexao.destroy();
    resolve(ok);
  };
  conexao.once('connect', () => conexao.write(`AUTH ${password}\r\nPING\r\n`));
  conexao.on('data', (parte) => {
    lido += parte;
    if (/\+PONG|-/.test(lido)) fim(lido.includes('+PONG'));
  });
  conexao.once('timeout', () => fim(false));
  conexao.once('error', reject);
});

/** Reads its targets from a folder and asks them every second. */
export async function startPrometheus({ pasta, conta, programas }) {
  const alvos = makePasta(join(pasta, 'alvos'), conta);
  const porta = await freePort();
  const conf = join(pasta, 'prometheus.yml');
  write(conf, ['global:', '  scrape_interval: 1s', '  scrape_timeout: 1s', '  evaluation_interval: 1s', 'scrape_configs:', '  - job_name: alicit', '    file_sd_configs:', `      - files: ['${alvos}/*.json']`, '        refresh_interval: 1s', ''].join('\n'), conta);
  const url = `http://${LOCAL}:${porta}`;
  await start('prometheus', programas.prometheus, [`--config.file=${conf}`, `--storage.tsdb.path=${join(pasta, 'prometheus')}`, '--storage.tsdb.retention.time=6h', `--web.listen-address=${LOCAL}:${porta}`, '--log.level=warn'], { pasta, conta, responde: () => answersPrometheus(url) });
  return { url, promtool: programas.promtool, alvos };
}

export const answersPrometheus = async (url) => (await fetch(`${url}/-/ready`, { signal: AbortSignal.timeout(2000) })).ok;
