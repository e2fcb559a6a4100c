// The synchronisation, as the real command line over the embedded database, from the test server on loopback: through
// faults and three kill -9, while records move, how fast, and the two snapshots of Rio. Uses the real tenders of
// ../shared when they are there, generated ones otherwise.
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import pg from 'pg';

const LIMITE_MS = 180_000;
const FALHAS = 0.2;
const MORTES = 3;
const TOTAL = 8423;
const DIA_MS = 86_400_000;
/** Short waits, so that faults cost little time; the protocol is the same. */
const PRESSA = { ALICIT_PNCP_ESPERA_MS: '20', ALICIT_PNCP_PAUSA_MS: '50', ALICIT_PNCP_TEMPO_S: '2', ALICIT_SINC_ESPERA_MS: '20', ALICIT_SINC_POSSE_S: '2' };
const RITMO = { semRespostaMs: 300, lentidaoMs: 50, esperaS: 0 };

const dia = (ms) => new Date(ms).toISOString().slice(0, 10);
const agoraLocal = () => new Date(Date.now() - 3 * 3_600_000).toISOString().slice(0, 19);

/** One folder, one database, one server; `run` is the command line in a process of its own. */
async function createBancada({ raiz, pasta, nome, registros, falhas = 0, antes, ambiente = {} }) {
  const { startPncpServer } = await import('../test/support/pncp-server/index.ts');
  const servidor = await startPncpServer({ registros, falhas, ritmo: RITMO, semente: 7, ...(antes ? { antes } : {}) });
  const dados = join(pasta, `sinc-${nome}`);
  mkdirSync(dados);
  chmodSync(dados, 0o755);
  const env = { ...process.env, NODE_ENV: '', DATABASE_URL: '', ALICIT_DATA_DIR: dados, PNCP_URL: servidor.url, PNCP_CONSULTA_URL: servidor.consultaUrl, ...PRESSA, ...ambiente };
  const { startEmbutido } = await import('../dist/storage/index.js');
  // Up during the whole bench, so that what is measured is not the start of the database.
  const banco = await startEmbutido({ pasta: join(dados, 'postgres') });
  const query = async (sql) => {
    const cliente = new pg.Client({ connectionString: banco.url });
    await cliente.connect();
    try {
      return (await cliente.query(sql)).rows;
    } finally {
      await cliente.end();
    }
  };
  return {
    servidor, query,
    /** @returns its exit code and what it said; null: killed */
    start(...args) {
      const filho = spawn(process.execPath, [join(raiz, 'dist', 'cli.js'), 'sincronizar', ...args], { cwd: raiz, env, stdio: ['ignore', 'pipe', 'pipe'] });
      let saida = '';
      let avisos = '';
      filho.stdout.on('data', (d) => (saida += d));
      filho.stderr.on('data', (d) => (avisos += d));
      const relogio = setTimeout(() => filho.kill('SIGKILL'), LIMITE_MS);
      const fim = new Promise((resolve) => filho.once('close', (codigo) => (clearTimeout(relogio), resolve({ codigo, saida, avisos }))));
      return { kill: () => filho.kill('SIGKILL'), fim };
    },
    async run(...args) {
      const r = await this.start(...args).fim;
      if (r.codigo !== 0) throw new Error(`sincronizar ${args.join(' ')}: ${r.codigo} ${r.saida}${r.avisos.slice(-500)}`);
      return r;
    },
    /** How the collection differs from the server. */
    async compare() {
      const doAcervo = new Map((await query('select numero, bruto from alicit.acervo_licitacao')).map((l) => [l.numero, l.bruto]));
      const numeros = servidor.numeros();
      return {
        total: numeros.length, faltam: numeros.filter((n) => !doAcervo.has(n)).length, sobram: [...doAcervo.keys()].filter((n) => !servidor.get(n)).length,
        diferentes: numeros.filter((n) => doAcervo.has(n) && !isDeepStrictEqual(doAcervo.get(n), JSON.parse(JSON.stringify(servidor.get(n))))).length,
      };
    },
    async close() {
      await servidor.close();
      await banco.stop();
    },
  };
}

/** Real tenders made full, else generated. */
async function readRegistros(raiz) {
  const { completarRegistro, gerarRegistros } = await import('../test/support/pncp-server/index.ts');
  const arquivo = join(raiz, '..', 'shared', 'gold', 'matching', 'licitacoes.jsonl');
  if (!existsSync(arquivo)) return gerarRegistros({ quantidade: TOTAL, de: '2025-06-01', ate: dia(Date.now() - DIA_MS) });
  return readFileSync(arquivo, 'utf8').trim().split('\n').map((l) => completarRegistro(JSON.parse(l))).filter(Boolean);
}

const periodo = (registros) => {
  const dias = registros.map((r) => r.dataPublicacaoPncp.slice(0, 10)).sort();
  return ['--de', dias[0], '--ate', dias.at(-1)];
};
const tell = ({ faltam, sobram, diferentes }) => `${faltam} / ${sobram} / ${diferentes}`;

/** Faults on a fifth of the requests, three kill -9 at moments of chance. */
async function measureMortes({ raiz, pasta, diz, registros }) {
  const b = await createBancada({ raiz, pasta, nome: 'mortes', registros, falhas: FALHAS });
  try {
    const inicio = performance.now();
    const args = [...periodo(registros), '--sem-itens'];
    const momentos = [];
    for (let i = 0; i < MORTES; i++) {
      const antes = b.servidor.ledger.length;
      const rodada = b.start(...args);
      while (b.servidor.ledger.length === antes) await Promise.race([sleep(20), rodada.fim.then((r) => { throw new Error(`acabou antes da morte: ${r.saida}${r.avisos}`); })]);
      await sleep(500 + Math.random() * 5000);
      rodada.kill();
      await rodada.fim;
      momentos.push((await b.query('select count(*)::int as n from alicit.acervo_licitacao'))[0].n);
    }
    await b.run(...args);
    const falhas = b.servidor.ledger.filter((p) => p.falha).length;
    diz('sincronização com falhas e kill -9: licitações do servidor', (await b.compare()).total, `${b.servidor.ledger.length} pedidos, ${((100 * falhas) / b.servidor.ledger.length).toFixed(0)} % com falha; mortes com ${momentos.join(', ')} guardadas; ${((performance.now() - inicio) / 1000).toFixed(0)} s`);
    diz('… faltam / sobram / diferem', tell(await b.compare()), 'meta 0 / 0 / 0');
  } finally {
    await b.close();
  }
}

/** The same while the server publishes and changes, then once more after it stopped. */
async function measureMovimento({ raiz, pasta, diz, registros }) {
  const { gerarRegistros } = await import('../test/support/pncp-server/index.ts');
  const novos = gerarRegistros({ quantidade: 400, semente: 99, de: dia(Date.now()), ate: dia(Date.now()) });
  const numeros = registros.map((r) => r.numeroControlePNCP);
  let mudados = 0;
  let publicados = 0;
  const antes = ({ n }, servidor) => {
    const quando = agoraLocal();
    if (n % 10 === 0 && novos.length) {
      publicados++;
      servidor.publish({ ...novos.pop(), dataPublicacaoPncp: quando, dataAtualizacao: quando, dataAtualizacaoGlobal: quando });
    }
    if (n % 15 === 0 && mudados < 300) servidor.change(numeros[(mudados++ * 28) % numeros.length], { objetoCompra: `objeto que mudou no pedido ${n}` });
  };
  const b = await createBancada({ raiz, pasta, nome: 'movimento', registros, falhas: FALHAS, antes });
  try {
    const args = [...periodo(registros), '--sem-itens'];
    await b.start(...args).fim;
    const durante = await b.compare();
    novos.length = 0;
    mudados = Number.POSITIVE_INFINITY;
    await b.run(...args);
    diz('sincronização com o servidor em movimento: licitações', (await b.compare()).total, `${publicados} publicadas durante; antes da seguinte: ${tell(durante)}`);
    diz('… faltam / sobram / diferem depois da seguinte', tell(await b.compare()), 'meta 0 / 0 / 0');
  } finally {
    await b.close();
  }
}

/** As many a day as PNCP publishes, without faults: the lists alone, then a part of them with items and files. */
async function measureVazao({ raiz, pasta, diz, registros }) {
  const POR_DIA = 2000;
  const base = Date.parse('2026-03-02T00:00:00Z');
  const densos = registros.map((r, i) => ({ ...r, dataPublicacaoPncp: `${dia(base + Math.floor(i / POR_DIA) * DIA_MS)}T10:00:00`, dataAtualizacao: `${dia(base + Math.floor(i / POR_DIA) * DIA_MS)}T10:00:00`, dataAtualizacaoGlobal: `${dia(base + Math.floor(i / POR_DIA) * DIA_MS)}T10:00:00` }));
  const medir = async (nome, quais, ...args) => {
    const b = await createBancada({ raiz, pasta, nome, registros: quais });
    try {
      const inicio = performance.now();
      await b.run(...periodo(quais), ...args);
      const total = (performance.now() - inicio) / 1000;
      const { faltam, diferentes } = await b.compare();
      const [{ n }] = await b.query(`select count(*)::int as n from alicit.acervo_complemento where estado = 'completo'`);
      if (n !== (args.length ? 0 : 2 * quais.length)) throw new Error(`vazão: ${n} listas completas`);
      if (faltam || diferentes) throw new Error(`vazão: faltam ${faltam}, diferem ${diferentes}`);
      const [{ s }] = await b.query(`select extract(epoch from max(terminada_em) - min(iniciada_em))::float8 as s from alicit.sinc_execucao`);
      return { total, s, pedidos: b.servidor.ledger.length };
    } finally {
      await b.close();
    }
  };
  const listas = await medir('listas', densos, '--sem-itens');
  diz('licitações por segundo, das listas', (densos.length / listas.s).toFixed(0), `meta ≥ 400; ${densos.length} em ${listas.s.toFixed(1)} s (${listas.total.toFixed(1)} s com a partida), ${listas.pedidos} pedidos`);
  const parte = densos.slice(0, 1000);
  const completas = await medir('completas', parte);
  diz('licitações por segundo, com itens e arquivos', (parte.length / completas.s).toFixed(0), `meta ≥ 40; ${parte.length} em ${completas.s.toFixed(1)} s, ${completas.pedidos} pedidos`);
}

/** Rio at two moments: what the second reading finds is what a plain comparison finds. */
async function measureRio({ raiz, pasta, diz }) {
  const de = join(raiz, '..', 'shared', 'dados', 'pncp-api', 'contratacoes');
  const read = (momento) => JSON.parse(readFileSync(join(de, `rio-de-janeiro_cnpj_42498733000148_${momento}.json`), 'utf8'));
  const [t1, t2] = existsSync(de) ? [read('T1-anterior'), read('T2')] : await gerarMomentos();
  const antes = new Map(t1.map((r) => [r.numeroControlePNCP, r]));
  const novas = t2.filter((r) => !antes.has(r.numeroControlePNCP)).length;
  const mudadas = t2.filter((r) => antes.has(r.numeroControlePNCP) && !isDeepStrictEqual(r, antes.get(r.numeroControlePNCP))).length;
  const b = await createBancada({ raiz, pasta, nome: 'rio', registros: t1, falhas: FALHAS });
  try {
    const desde = t1.map((r) => r.dataAtualizacaoGlobal ?? r.dataAtualizacao).sort().at(-1).slice(0, 10);
    await b.run(...periodo(t1), '--modalidades', '6', '--sem-itens');
    b.servidor.publish(...t2);
    await b.run(...periodo(t2), '--modalidades', '6', '--sem-itens', '--atualizadas-desde', desde);
    const [{ contagem }] = await b.query(`select contagem from alicit.sinc_execucao where tipo = 'janelas' order by id desc limit 1`);
    const [{ n }] = await b.query(`select count(distinct numero)::int as n from alicit.acervo_mudanca`);
    diz('Rio, dois momentos: mudadas / novas na segunda leitura', `${contagem.mudadas} / ${contagem.novas}`, `uma comparação simples: ${mudadas} / ${novas}; com mudanças guardadas: ${n}`);
    diz('… faltam / sobram / diferem', tell(await b.compare()), 'meta 0 / 0 / 0');
  } finally {
    await b.close();
  }
}

/** The same shape as the two real moments, where they are not at hand. */
async function gerarMomentos() {
  const { gerarRegistros } = await import('../test/support/pncp-server/index.ts');
  const todos = gerarRegistros({ quantidade: 896, semente: 5, de: '2025-06-16', ate: '2026-06-15' }).map((r) => ({ ...r, modalidadeId: 6, dataAtualizacaoGlobal: r.dataPublicacaoPncp, dataAtualizacao: r.dataPublicacaoPncp }));
  const t1 = todos.slice(300, 647);
  return [t1, todos.map((r) => (t1.slice(0, 10).includes(r) ? { ...r, objetoCompra: 'mudou', dataAtualizacaoGlobal: '2026-06-16T10:00:00' } : r))];
}

const PARTES = { mortes: measureMortes, movimento: measureMovimento, vazao: measureVazao, rio: measureRio };

/** All of them, or one by name. */
export async function measureSincronizacao({ raiz, pasta, diz }, so) {
  const registros = await readRegistros(raiz);
  for (const [nome, medir] of Object.entries(PARTES)) if (!so || so === nome) await medir({ raiz, pasta, diz, registros });
}
