// `npm run bench -- carga [partida|rota|relatorio|trabalho|sinal|enchente]`: the service as it runs in production, an api
// process and a worker over one database, with the settings of deploy/render.yaml, under load. A table of the goals comes
// last; the code is 1 when one is missed. About a minute and a half.
import { spawn } from 'node:child_process';
import { Agent, request } from 'node:http';
import { mkdirSync, readFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { mediana, memoriaDoBanco, opcoesDe, percentil, pico, postAnalise, rss, startProcesso, waitAnalise } from './carga-comum.mjs';

const PARTES = ['partida', 'rota', 'relatorio', 'trabalho', 'sinal', 'enchente'];
const TURNOS = 9;
const TURNO_S = 1;
const PARTIDAS = 5;
const TAXA = 200;
/** Ten seconds of 500 connections, in so many parts. */
const ENCHENTES = 8;
/** What the heap may still settle by between one flood and the next, MB. */
const CRESCE_MB = 30;

/** One request over an agent: status and time, or the error's code. */
function pede(agente, url, { metodo = 'GET', headers = {}, corpo, tempoMs = 30_000 } = {}) {
  return new Promise((resolve) => {
    const t0 = performance.now();
    const r = request(url, { method: metodo, headers, agent: agente, timeout: tempoMs }, (resposta) => {
      let bytes = 0;
      resposta.on('data', (d) => (bytes += d.length));
      resposta.on('end', () => resolve({ status: resposta.statusCode, ms: performance.now() - t0, headers: resposta.headers, bytes }));
      resposta.on('error', (erro) => resolve({ status: 0, erro: `meia resposta: ${erro.code}`, ms: performance.now() - t0 }));
    });
    r.on('timeout', () => r.destroy(Object.assign(new Error('tempo'), { code: 'TEMPO' })));
    r.on('error', (erro) => resolve({ status: 0, erro: erro.code ?? erro.message, ms: performance.now() - t0 }));
    r.end(corpo);
  });
}

/** So many requests a second, each at its time whatever became of those before: the wait counts from when it was due. */
async function openLoop({ taxa, ate, fazer }) {
  const feitos = [];
  const inicio = performance.now();
  for (let i = 0; !ate(); i++) {
    const devido = inicio + (i * 1000) / taxa;
    const falta = devido - performance.now();
    if (falta > 1) await sleep(falta);
    feitos.push(fazer(i).then((r) => ({ ...r, ms: performance.now() - devido })));
  }
  return Promise.all(feitos);
}

const contar = (respostas) => Object.entries(Object.groupBy(respostas, (r) => r.erro ?? String(r.status))).map(([nome, { length }]) => `${nome}: ${length}`).join(', ');

/** Start to ready of each role, over a database that is already there. */
async function measurePartida({ raiz, banco, dados, diz, meta }) {
  for (const papel of ['all', 'api', 'worker']) {
    const vezes = [];
    for (let i = 0; i < PARTIDAS; i++) {
      const p = await startProcesso({ raiz, banco, dados, papel });
      vezes.push(p.ms);
      await p.stop();
    }
    meta(`partida a pronto, papel ${papel} (s)`, '≤ 2', (mediana(vezes) / 1000).toFixed(2), mediana(vezes) <= 2000);
    diz(`partida a pronto, papel ${papel} (s)`, (mediana(vezes) / 1000).toFixed(2), `mediana de ${PARTIDAS}; de ${(Math.min(...vezes) / 1000).toFixed(2)} a ${(Math.max(...vezes) / 1000).toFixed(2)}`);
  }
}

/** Requests a second of a finished analysis and of a bare Fastify route with the same bytes, by turns; the median of the ratios. */
async function measureRota({ raiz, api, endereco, cabecalhos, diz, meta }) {
  const { default: autocannon } = await import('autocannon');
  const url = new URL(endereco, api.url).href;
  const corpo = Buffer.from(await fetch(url, { headers: cabecalhos }).then((r) => r.arrayBuffer()));
  const nu = spawn(process.execPath, [...(await opcoesDe('api')), join(raiz, 'bench', 'fastify-nu.mjs')], { cwd: raiz, stdio: ['pipe', 'pipe', 'inherit'] });
  try {
    nu.stdin.end(corpo);
    const porta = await new Promise((resolve) => nu.stdout.once('data', (d) => resolve(Number(d))));
    const run = async (alvo, headers) => {
      const r = await autocannon({ url: alvo, headers, connections: 8, duration: TURNO_S });
      if (r.non2xx || r.errors) throw new Error(`rota: ${r.non2xx} respostas que não são 2xx (${JSON.stringify(r.statusCodeStats)}), ${r.errors} erros`);
      return r.requests.average;
    };
    const alvos = { nu: () => run(`http://127.0.0.1:${porta}/`, {}), api: () => run(url, cabecalhos) };
    await alvos.nu();
    await alvos.api();
    const vezes = { nu: [], api: [] };
    for (let i = 0; i < TURNOS; i++) for (const alvo of i % 2 ? ['api', 'nu'] : ['nu', 'api']) vezes[alvo].push(await alvos[alvo]());
    const razoes = vezes.api.map((v, i) => v / vezes.nu[i]);
    meta('GET /v1/analises/{id} guardada ÷ rota nua do Fastify', '≥ 0,6', mediana(razoes).toFixed(2), mediana(razoes) >= 0.6);
    diz('GET /v1/analises/{id} guardada (pedidos/s)', mediana(vezes.api).toFixed(0), `${corpo.length} bytes; a rota nua: ${mediana(vezes.nu).toFixed(0)}`);
    diz('GET /v1/analises/{id} ÷ rota nua do Fastify', mediana(razoes).toFixed(2), `de ${Math.min(...razoes).toFixed(2)} a ${Math.max(...razoes).toFixed(2)} em ${TURNOS} turnos, log info em /dev/null`);
  } finally {
    nu.kill();
  }
}

/** A report in each encoding: bytes and time to make it. */
async function measureRelatorio({ api, endereco, cabecalhos, diz }) {
  for (const formato of ['json', 'html']) {
    const corpo = Buffer.from(await fetch(new URL(`${endereco}/relatorio?formato=${formato}`, api.url), { headers: { ...cabecalhos, 'accept-encoding': 'identity' } }).then((r) => r.arrayBuffer()));
    const formas = { gzip: () => promisify(gzip)(corpo), ...Object.fromEntries([4, 5, 6, 9, 11].map((q) => [`br ${q}`, () => promisify(brotliCompress)(corpo, { params: { [constants.BROTLI_PARAM_QUALITY]: q, [constants.BROTLI_PARAM_SIZE_HINT]: corpo.length } })])) };
    const ditos = [];
    for (const [nome, make] of Object.entries(formas)) {
      const vezes = [];
      let bytes;
      for (let i = 0; i < TURNOS; i++) {
        const t0 = performance.now();
        bytes = (await make()).length;
        vezes.push(performance.now() - t0);
      }
      ditos.push(`${nome}: ${bytes} em ${mediana(vezes).toFixed(1)} ms`);
    }
    diz(`relatório ${formato}, bytes`, corpo.length, ditos.join('; '));
  }
}

/** What clients ask for: mostly finished analyses, lists and reports. */
const MISTURA = (endereco) => [endereco, endereco, '/v1/analises?limite=20', `${endereco}/relatorio?formato=html`, endereco, '/v1/empresas?limite=20', endereco, '/v1/licitacoes?limite=20', endereco, `${endereco}/relatorio`];

/** 200 requests a second while two analyses of 60 pages are made: times of the answers, memory of both processes. */
async function measureTrabalho({ banco, api, worker, endereco, cabecalhos, empresa, gerarPdf, diz, meta }) {
  const agente = new Agent({ keepAlive: true, maxSockets: 64 });
  const caminhos = MISTURA(new URL(endereco, api.url).pathname);
  let fim = false;
  const picos = { api: 0, worker: 0, soma: 0 };
  const vigia = setInterval(() => {
    const [a, w] = [rss(api.pid), rss(worker.pid)];
    picos.api = Math.max(picos.api, a);
    picos.worker = Math.max(picos.worker, w);
    picos.soma = Math.max(picos.soma, a + w);
  }, 50);
  const pdfs = await Promise.all([60, 61].map((n) => gerarPdf(n)));
  const carga = openLoop({ taxa: TAXA, ate: () => fim, fazer: (i) => pede(agente, api.url + caminhos[i % caminhos.length], { headers: { ...cabecalhos, 'accept-encoding': 'br, gzip' } }) });
  await sleep(1000);
  const t0 = performance.now();
  const aceitas = await Promise.all(pdfs.map((pdf) => postAnalise(api.url, cabecalhos, empresa, pdf)));
  if (aceitas.some((r) => r.status !== 202)) throw new Error(`POST /v1/analises: ${aceitas.map((r) => r.status)}`);
  await Promise.all(aceitas.map((r) => waitAnalise(api.url, r.headers.get('location'), cabecalhos)));
  const duracao = performance.now() - t0;
  fim = true;
  const respostas = await carga;
  clearInterval(vigia);
  agente.destroy();
  const tempos = respostas.map((r) => r.ms);
  meta(`p99 a ${TAXA} pedidos/s com duas análises em curso (ms)`, '< 50', percentil(tempos, 0.99).toFixed(1), percentil(tempos, 0.99) < 50);
  meta(`respostas que não são 200 a ${TAXA} pedidos/s`, '0', respostas.filter((r) => r.status !== 200).length, respostas.every((r) => r.status === 200));
  diz(`${TAXA} pedidos/s com duas análises: p50, p99, máximo (ms)`, [0.5, 0.99, 1].map((p) => percentil(tempos, p).toFixed(1)).join(' / '), contar(respostas));
  diz('duas análises de 60 páginas durante a carga (s)', (duracao / 1000).toFixed(1));
  const [vezApi, vezWorker] = [pico(api.pid), pico(worker.pid)];
  meta('pico de memória de api + worker, RSS (MB)', '≤ 512', (vezApi + vezWorker).toFixed(0), vezApi + vezWorker <= 512);
  diz('pico de memória, api + worker, RSS (MB)', (vezApi + vezWorker).toFixed(0), `api ${vezApi.toFixed(0)}, worker ${vezWorker.toFixed(0)}, cada um no seu; juntos no mesmo instante ${picos.soma.toFixed(0)}; PostgreSQL à parte, ${memoriaDoBanco(banco).toFixed(0)}`);
}

/** SIGTERM under load, behind a balancer: kept connections and fresh ones; only a refused connection is tried again. */
async function measureSinal({ raiz, banco, dados, endereco, cabecalhos, diz, meta }) {
  const processos = await Promise.all([0, 1].map(() => startProcesso({ raiz, banco, dados, papel: 'api', env: { ALICIT_RETIRADA_S: '2' } })));
  const agente = new Agent({ keepAlive: true, maxSockets: 16 });
  const caminho = new URL(endereco, processos[0].url).pathname;
  const caminhos = MISTURA(caminho);
  let [fim, recusas] = [false, 0];
  // When the balancer, which asks every 250 ms, saw that it stops: what comes after goes to the other process.
  let fora = null;
  const fazer = async (i) => {
    const opcoes = { headers: cabecalhos };
    if (fora === null) {
      const r = await pede(i % 2 ? agente : false, processos[0].url + caminhos[i % caminhos.length], opcoes);
      if (r.erro !== 'ECONNREFUSED') return r;
      recusas += 1;
    }
    return pede(false, processos[1].url + caminhos[i % caminhos.length], opcoes);
  };
  const carga = openLoop({ taxa: 400, ate: () => fim, fazer });
  await sleep(1500);
  processos[0].signal('SIGTERM');
  const t0 = performance.now();
  const balanceador = (async () => {
    for (; fora === null && performance.now() - t0 < 5000; await sleep(250)) {
      const r = await pede(false, `${processos[0].url}/health/ready`);
      if (r.status === 503) fora = performance.now() - t0;
    }
  })();
  const { codigo } = await processos[0].fim;
  const duracao = performance.now() - t0;
  await balanceador;
  await sleep(500);
  fim = true;
  const respostas = await carga;
  agente.destroy();
  await processos[1].stop();
  const perdidos = respostas.filter((r) => r.status !== 200);
  meta('pedidos perdidos em SIGTERM sob carga', '0', perdidos.length, perdidos.length === 0 && codigo === 0 && fora !== null);
  diz('SIGTERM sob 400 pedidos/s: perdidos', perdidos.length, `de ${respostas.length} (${contar(respostas)}); ${recusas} conexões recusadas foram ao outro processo`);
  diz('SIGTERM: até a prontidão cair, até o fim (s)', `${((fora ?? NaN) / 1000).toFixed(2)} / ${(duracao / 1000).toFixed(2)}`, `código ${codigo}`);
}

/** 500 connections at once, again and again: only answers of ours, and memory that does not grow from one flood to the next. */
async function measureEnchente({ raiz, banco, dados, endereco, cabecalhos, empresa, gerarPdf, diz, meta }) {
  const p = await startProcesso({ raiz, banco, dados, papel: 'api', env: { ALICIT_MAX_PEDIDOS: '100' } });
  const caminho = new URL(endereco, p.url).pathname;
  const formulario = new FormData();
  formulario.append('empresa', empresa);
  formulario.append('arquivos', new Blob([await gerarPdf(5)], { type: 'application/pdf' }), 'edital.pdf');
  const envio = new Response(formulario);
  const [tipo, corpo] = [envio.headers.get('content-type'), Buffer.from(await envio.arrayBuffer())];
  const flood = async (segundos) => {
    const agente = new Agent({ keepAlive: true, maxSockets: 500 });
    const ate = performance.now() + segundos * 1000;
    const respostas = [];
    await Promise.all(Array.from({ length: 500 }, async (_, n) => {
      for (let i = n; performance.now() < ate; i++) {
        const posta = i % 5 === 0;
        respostas.push(await pede(agente, p.url + (posta ? '/v1/analises' : i % 5 === 1 ? caminho : i % 5 === 2 ? `${caminho}/relatorio` : '/v1/analises?limite=100'), posta ? { metodo: 'POST', headers: { ...cabecalhos, 'content-type': tipo }, corpo } : { headers: cabecalhos }));
      }
    }));
    agente.destroy();
    return respostas;
  };
  const memorias = [rss(p.pid)];
  const todas = [];
  for (let i = 0; i < ENCHENTES; i++) {
    todas.push(...(await flood(10 / ENCHENTES)));
    await sleep(1000);
    memorias.push(rss(p.pid));
  }
  const boas = todas.filter((r) => (r.status >= 200 && r.status < 300) || ((r.status === 429 || r.status === 503) && r.headers['retry-after'] !== undefined));
  const saude = await pede(false, `${p.url}/health/ready`);
  const cresceu = memorias.at(-1) - memorias.at(-2);
  meta('500 conexões: respostas fora de 2xx, 429 e 503 com Retry-After', '0', todas.length - boas.length, boas.length === todas.length && saude.status === 200);
  meta('500 conexões: RSS de uma enchente à outra (MB)', `< ${CRESCE_MB}`, cresceu.toFixed(0), cresceu < CRESCE_MB);
  diz('enchente de 500 conexões: respostas fora de 2xx, 429 e 503', todas.length - boas.length, contar(todas));
  diz('enchente: RSS antes e depois de cada uma (MB)', memorias.map((m) => m.toFixed(0)).join(' / '), `pico ${pico(p.pid).toFixed(0)}`);
  await p.stop();
}

/** The goals, one a line, each with what was measured. */
function printMetas(metas) {
  const linhas = [['Meta', 'Limite', 'Medido', ''], ...metas.map(({ nome, limite, medido, cumprida }) => [nome, limite, String(medido), cumprida ? 'cumprida' : 'NÃO CUMPRIDA'])];
  const larguras = [0, 1, 2].map((c) => Math.max(...linhas.map((l) => l[c].length)));
  console.log(`\n${linhas.map(([nome, limite, medido, fim]) => `${nome.padEnd(larguras[0])}  ${limite.padStart(larguras[1])}  ${medido.padStart(larguras[2])}  ${fim}`.trimEnd()).join('\n')}`);
}

/** @returns whether every goal was met */
export async function measureCarga({ raiz, pasta, diz, gerarPdf }, so) {
  if (so !== undefined && !PARTES.includes(so)) throw new Error(`unknown part "${so}" of carga: ${PARTES.join(', ')}`);
  const { startEmbutido } = await import('../dist/storage/index.js');
  const dados = join(pasta, 'carga');
  mkdirSync(dados);
  const t0 = performance.now();
  const banco = await startEmbutido({ pasta: join(pasta, 'carga-postgres') });
  const metas = [];
  const meta = (nome, limite, medido, cumprida) => metas.push({ nome, limite, medido, cumprida });
  const quer = (...partes) => so === undefined || partes.includes(so);
  try {
    const empresa = readFileSync(join(raiz, 'exemplos', 'empresa.json'), 'utf8');
    const inicio = await startProcesso({ raiz, banco: banco.url, dados, papel: 'all' });
    const cabecalhos = { authorization: `Bearer ${inicio.chave()}` };
    const r = await postAnalise(inicio.url, cabecalhos, empresa, await gerarPdf(20));
    const endereco = r.headers.get('location');
    await waitAnalise(inicio.url, endereco, cabecalhos);
    await inicio.stop();
    const comum = { raiz, banco: banco.url, dados, endereco, cabecalhos, empresa, gerarPdf, diz, meta };
    diz('núcleos; carga da máquina antes de começar', availableParallelism(), loadavg()[0].toFixed(1));
    if (quer('partida')) await measurePartida(comum);
    if (quer('rota', 'relatorio')) {
      const api = await startProcesso({ raiz, banco: banco.url, dados, papel: 'api' });
      if (quer('rota')) await measureRota({ ...comum, api });
      if (quer('relatorio')) await measureRelatorio({ ...comum, api });
      await api.stop();
    }
    if (quer('trabalho')) {
      const [api, worker] = await Promise.all(['api', 'worker'].map((papel) => startProcesso({ raiz, banco: banco.url, dados, papel })));
      await measureTrabalho({ ...comum, api, worker });
      await Promise.all([api.stop(), worker.stop()]);
    }
    if (quer('sinal')) await measureSinal(comum);
    if (quer('enchente')) await measureEnchente(comum);
    diz('tempo total (s)', ((performance.now() - t0) / 1000).toFixed(0));
    printMetas(metas);
    return metas.every(({ cumprida }) => cumprida);
  } finally {
    await banco.stop();
  }
}
