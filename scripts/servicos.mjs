// Real services for the tests that need them (npm run test:servicos): Redis, PostgreSQL 15, two pgbouncer and Prometheus,
// from Debian's packages, on 127.0.0.1 and free ports. `up` twice is once; `down` stops and erases all that `up` made.
import { listMudos } from './servicos/de-pe.mjs';
import { createDados, findDados, readEstado, removeDados, withTrava, writeEstado } from './servicos/pasta.mjs';
import { findConta, stopAll } from './servicos/processos.mjs';
import { requireProgramas } from './servicos/programas.mjs';
import { startPgbouncer, startPostgres, startPrometheus, startRedis } from './servicos/receitas.mjs';

const diz = (linha) => process.stdout.write(`${linha}\n`);

async function up() {
  const estado = readEstado();
  if (estado && !(await listMudos(estado)).length) return diz('Os serviços já estão de pé.');
  await down();
  const programas = requireProgramas(diz);
  const conta = findConta();
  const base = { pasta: createDados(conta), conta, programas };
  try {
    const [redis, [postgres, pgbouncer], prometheus] = await Promise.all([
      startRedis(base),
      startPostgres(base).then(async (p) => [p, await startPgbouncer(p, base)]),
      startPrometheus(base),
    ]);
    writeEstado({ redis, postgres, pgbouncer, prometheus });
  } catch (erro) {
    await down();
    throw erro;
  }
  diz(`De pé: Redis, PostgreSQL 15, pgbouncer (transação e sessão), Prometheus. Dados e registros em ${base.pasta}`);
}

async function down() {
  const dados = findDados();
  if (dados) await stopAll(dados);
  removeDados();
}

const comandos = { up, down: () => down().then(() => diz('Serviços encerrados.')) };
const comando = comandos[process.argv[2] ?? ''];
if (!comando) {
  process.stderr.write('Uso: npm run services:up | npm run services:down\n');
  process.exit(2);
}
try {
  if (process.platform !== 'linux') throw new Error('Os serviços dos testes vêm de pacotes do Debian: use Linux (ou um contêiner de Debian 12).');
  await withTrava(comando);
} catch (erro) {
  process.stderr.write(`erro: ${erro.message}\n`);
  process.exit(1);
}
