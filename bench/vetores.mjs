// Stores of vectors: how long the passages of an edital and a large collection take to be asked, and what memory that needs. Pinecone is
// our own server of its protocol, so only what this side costs shows; pgvector is measured on the server of DATABASE_URL_PGVECTOR, else in WebAssembly.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { join } from 'node:path';

const MB = 1024 * 1024;
const quantil = (v, q) => [...v].sort((a, b) => a - b)[Math.min(v.length - 1, Math.floor(v.length * q))];

/** Numbers that repeat (mulberry32). */
function createSorteio(semente) {
  let estado = semente;
  return () => {
    estado = (estado + 0x6d2b79f5) | 0;
    let t = Math.imul(estado ^ (estado >>> 15), 1 | estado);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
const vetorDe = (dimensoes, sorteio) => Float32Array.from({ length: dimensoes }, () => sorteio() * 2 - 1);

async function fill(store, colecao, quantos, dimensoes) {
  const sorteio = createSorteio(quantos);
  const inicio = performance.now();
  for (let i = 0; i < quantos; i += 1000) await store.upsert(colecao, Array.from({ length: Math.min(1000, quantos - i) }, (_, k) => ({ id: `v${String(i + k).padStart(6, '0')}`, vetor: vetorDe(dimensoes, sorteio) })));
  return performance.now() - inicio;
}

/** Times of questions and what each took of this process's CPU (ms), the most memory above what there was (MB), and the longest the event loop stood still (ms). */
async function ask(store, colecao, dimensoes, vezes, perguntas = 1) {
  const sorteio = createSorteio(99);
  globalThis.gc?.();
  const antes = process.memoryUsage().rss;
  let pico = antes;
  const olha = setInterval(() => (pico = Math.max(pico, process.memoryUsage().rss)), 5);
  const parado = monitorEventLoopDelay({ resolution: 1 });
  parado.enable();
  const ms = [];
  const cpu = process.cpuUsage();
  for (let i = 0; i < vezes; i++) {
    const vetores = Array.from({ length: perguntas }, () => vetorDe(dimensoes, sorteio));
    const inicio = performance.now();
    await store.query(colecao, vetores, { top: 10 });
    ms.push(performance.now() - inicio);
  }
  clearInterval(olha);
  parado.disable();
  const { user, system } = process.cpuUsage(cpu);
  return { ms, cpu: (user + system) / 1000 / vezes, mb: (Math.max(pico, process.memoryUsage().rss) - antes) / MB, parado: parado.max / 1e6 };
}

export async function measureVetores({ raiz, pasta, diz }) {
  const load = (caminho) => import(join(raiz, 'dist', ...caminho.split('/')));
  const [{ startEmbutido }, { runMigrations }, { createOpcoes }, { parseConfig }, { Oficina }, { ExactVectors }] = await Promise.all([
    load('storage/index.js'), load('storage/storage.module.js'), load('storage/data-source.js'), load('config/index.js'), load('oficina/index.js'), load('vetores/exact-vectors.js'),
  ]);
  const { DataSource } = await import('typeorm');
  const config = parseConfig({ ALICIT_DATA_DIR: join(pasta, 'vetores') }, '/');
  const banco = await startEmbutido({ pasta: join(pasta, 'vetores', 'postgres') });
  await runMigrations(banco.url, config.banco);
  const fonte = await new DataSource(createOpcoes(banco.url, config.banco, () => undefined)).initialize();
  const oficina = new Oficina({ ...config.oficina, threads: 2 });
  const exact = (memoriaBytes) => new ExactVectors(fonte, oficina, { memoriaBytes, tempoMs: 60_000 });
  const quantis = (ms) => `p95 ${quantil(ms, 0.95).toFixed(2)}`;
  try {
    console.log('\nvetores: exact\n');
    const padrao = exact(config.vetores.memoriaBytes);
    diz('200 trechos × 1536: gravar (ms)', (await fill(padrao, 'edital', 200, 1536)).toFixed(0));
    const frio = await ask(exact(config.vetores.memoriaBytes), 'edital', 1536, 1);
    diz('200 trechos × 1536: primeira pergunta, do banco (ms)', frio.ms[0].toFixed(1));
    await ask(padrao, 'edital', 1536, 20);
    for (const perguntas of [1, 6]) {
      const { ms, cpu } = await ask(padrao, 'edital', 1536, 200, perguntas);
      diz(`200 trechos × 1536: ${perguntas} pergunta(s), p50 (ms)`, quantil(ms, 0.5).toFixed(2), `${quantis(ms)}; CPU ${cpu.toFixed(2)}, meta < 10`);
    }
    await fill(padrao, 'media', 10_000, 512);
    await ask(padrao, 'media', 512, 5);
    const media = await ask(padrao, 'media', 512, 50);
    diz('10.000 × 512, na memória, em thread: p50 (ms)', quantil(media.ms, 0.5).toFixed(1), `${quantis(media.ms)}; laço parado no máximo ${media.parado.toFixed(0)} ms`);
    diz('100.000 × 512: gravar (s)', ((await fill(padrao, 'grande', 100_000, 512)) / 1000).toFixed(1));
    const grande = await ask(padrao, 'grande', 512, 5);
    diz('100.000 × 512, lida em blocos: p50 (ms)', quantil(grande.ms, 0.5).toFixed(0), `CPU ${grande.cpu.toFixed(0)} ms, mais ${grande.mb.toFixed(0)} MB; laço parado no máximo ${grande.parado.toFixed(0)} ms`);
    const folgado = exact(512 * MB);
    await ask(folgado, 'grande', 512, 2);
    const lembrada = await ask(folgado, 'grande', 512, 20);
    diz('100.000 × 512, com ALICIT_VETORES_MEMORIA_MB=512: p50 (ms)', quantil(lembrada.ms, 0.5).toFixed(0), `${quantis(lembrada.ms)}; laço parado no máximo ${lembrada.parado.toFixed(0)} ms`);
    await measurePinecone({ raiz, load, diz });
    await measurePgvector({ load, diz });
  } finally {
    await oficina.close(0);
    await fonte.destroy();
    await banco.stop();
  }
}

async function measurePinecone({ raiz, load, diz }) {
  const [{ startPineconeServer }, { PineconeVectors }] = await Promise.all([import(join(raiz, 'test', 'support', 'pinecone-server', 'index.ts')), load('vetores/pinecone-vectors.js')]);
  const servidor = await startPineconeServer();
  const store = new PineconeVectors({ chave: servidor.chave, url: servidor.url, indice: 'alicit', tempoMs: 10_000 });
  console.log('\nvetores: pinecone (servidor nosso, na mesma máquina)\n');
  diz('200 trechos × 1536: criar o índice e gravar (ms)', (await fill(store, 'edital', 200, 1536)).toFixed(0), `${servidor.ledger.length} pedidos`);
  const { ms } = await ask(store, 'edital', 1536, 50);
  diz('200 trechos × 1536: 1 pergunta, p50 (ms)', quantil(ms, 0.5).toFixed(1), `p95 ${quantil(ms, 0.95).toFixed(1)}`);
  await servidor.close();
}

/** The server of DATABASE_URL_PGVECTOR, else PGlite: the same extension in WebAssembly, on one thread. */
async function openPgvector() {
  const rowsOf = (c) => async (sql, valores = []) => (await c.query(sql, [...valores])).rows;
  if (!process.env.DATABASE_URL_PGVECTOR) {
    const [{ PGlite }, { vector }] = await Promise.all([import('@electric-sql/pglite'), import('@electric-sql/pglite-pgvector')]);
    const db = await PGlite.create({ extensions: { vector } });
    await db.exec('create schema alicit');
    return { nome: 'PGlite, WebAssembly', casos: [[200, 1536]], query: rowsOf(db), transaction: (fazer) => db.transaction((t) => fazer({ query: rowsOf(t) })), close: () => db.close() };
  }
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL_PGVECTOR, max: 4 });
  await pool.query('create schema if not exists alicit');
  return {
    nome: 'servidor de DATABASE_URL_PGVECTOR', casos: [[200, 1536], [100_000, 512]], query: rowsOf(pool), close: () => pool.end(),
    async transaction(fazer) {
      const c = await pool.connect();
      try {
        await c.query('begin');
        const feito = await fazer({ query: rowsOf(c) });
        await c.query('commit');
        return feito;
      } catch (erro) {
        await c.query('rollback');
        throw erro;
      } finally {
        c.release();
      }
    },
  };
}

async function measurePgvector({ load, diz }) {
  const [{ PgvectorVectors }, banco] = await Promise.all([load('vetores/pgvector-vectors.js'), openPgvector()]);
  const store = new PgvectorVectors(banco, { tempoMs: 60_000 });
  console.log(`\nvetores: pgvector (${banco.nome})\n`);
  try {
    for (const [quantos, dimensoes] of banco.casos) {
      diz(`${quantos} × ${dimensoes}: gravar, com o índice (s)`, ((await fill(store, 'bench', quantos, dimensoes)) / 1000).toFixed(1));
      const { ms } = await ask(store, 'bench', dimensoes, 20);
      diz(`${quantos} × ${dimensoes}: p50 (ms)`, quantil(ms, 0.5).toFixed(1), `p95 ${quantil(ms, 0.95).toFixed(1)}`);
      await store.deleteColecao('bench');
    }
  } finally {
    await banco.close();
  }
}
