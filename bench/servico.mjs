// The service, as a whole process over the embedded database: start, memory, event loop, analyses over HTTP.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const mediana = (v) => [...v].sort((a, b) => a - b)[Math.floor(v.length / 2)];
const PARTIDAS = 5;
const OCIOSO_MS = 5000;

const freePort = () =>
  new Promise((resolve) => {
    const s = createServer().listen(0, '127.0.0.1', () => {
      const { port } = s.address();
      s.close(() => resolve(port));
    });
  });

/** Starts `npm start`'s command and waits until it is ready. */
async function start(raiz, dados) {
  const porta = await freePort();
  const t0 = performance.now();
  const filho = spawn(process.execPath, ['--max-semi-space-size=2', join(raiz, 'scripts', 'start.mjs')], {
    cwd: raiz, stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, NODE_ENV: '', DATABASE_URL: '', ALICIT_DATA_DIR: dados, PORT: String(porta), ALICIT_HOST: '127.0.0.1', ALICIT_LOG: 'warn', ALICIT_PEDIDOS_POR_MINUTO: '1000000' },
  });
  let avisos = '';
  filho.stderr.on('data', (d) => (avisos += d));
  const fim = new Promise((resolve) => filho.once('close', resolve));
  const url = `http://127.0.0.1:${porta}`;
  for (;;) {
    if (filho.exitCode !== null) throw new Error(`o serviço não começou: ${avisos}`);
    if (performance.now() - t0 > 60_000) throw new Error('o serviço não ficou pronto em 60 s');
    if (await fetch(`${url}/health/ready`).then((r) => r.ok, () => false)) break;
    await sleep(10);
  }
  return {
    ms: performance.now() - t0, url, pid: filho.pid, chave: () => /alicit_[\w-]{20,}/.exec(avisos)?.[0],
    async stop() {
      filho.kill('SIGTERM');
      await fim;
    },
  };
}

const rss = (pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

/** PostgreSQL's processes share most of their memory: proportional set size (MB), of the postmaster and its children. */
async function pssPostgres(dados) {
  const { findLugar } = await import('../dist/storage/embutido/find-lugar.js');
  const pai = Number(readFileSync(join(findLugar(join(dados, 'postgres')).dados, 'postmaster.pid'), 'utf8').split('\n')[0]);
  const filhos = readdirSync('/proc').filter((p) => /^\d+$/.test(p)).map(Number).filter((p) => {
    try {
      return Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${p}/stat`, 'utf8'))?.[1]) === pai;
    } catch {
      return false;
    }
  });
  return [pai, ...filhos].reduce((soma, p) => soma + Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${p}/smaps_rollup`, 'utf8'))?.[1]) / 1024, 0);
}

/** p99 of the event loop's delay (ms) since the last reading. */
async function readLaco(url) {
  const texto = await fetch(`${url}/metrics`).then((r) => r.text());
  return Number(/^alicit_laco_eventos_atraso_segundos\{quantil="0\.99"\} (\S+)/m.exec(texto)?.[1]) * 1000;
}

/** A client of /v1/analises. */
function createCliente(url, chave, empresa) {
  const cabecalhos = { authorization: `Bearer ${chave}` };
  const post = (pdf) => {
    const corpo = new FormData();
    corpo.append('empresa', readFileSync(empresa, 'utf8'));
    corpo.append('arquivos', new Blob([readFileSync(pdf)], { type: 'application/pdf' }), 'edital.pdf');
    return fetch(`${url}/v1/analises`, { method: 'POST', headers: cabecalhos, body: corpo });
  };
  const wait = async (endereco) => {
    for (const limite = performance.now() + 120_000; performance.now() < limite; await sleep(20)) {
      const a = await fetch(new URL(endereco, url), { headers: cabecalhos }).then((r) => r.json());
      if (a.estado === 'concluida') return;
      if (a.estado !== 'na_fila' && a.estado !== 'executando') throw new Error(`a análise terminou ${a.estado}: ${JSON.stringify(a.erro)}`);
    }
    throw new Error('a análise não terminou em 120 s');
  };
  return {
    cabecalhos, post,
    /** From the request to the result, ms, and where it is. */
    async analyse(pdf) {
      const t0 = performance.now();
      const r = await post(pdf);
      await r.arrayBuffer();
      if (r.status !== 202) throw new Error(`POST /v1/analises: ${r.status}`);
      const endereco = r.headers.get('location');
      await wait(endereco);
      return { ms: performance.now() - t0, endereco };
    },
  };
}

/** Requests a second of the API's answer and of a bare Fastify route with the same bytes, by turns. */
async function compareRota(raiz, endereco, cabecalhos) {
  const { default: autocannon } = await import('autocannon');
  const corpo = Buffer.from(await fetch(endereco, { headers: cabecalhos }).then((r) => r.arrayBuffer()));
  const arquivo = join(raiz, 'bench', 'fastify-nu.mjs');
  const nu = spawn(process.execPath, ['--max-semi-space-size=2', arquivo], { cwd: raiz, stdio: ['pipe', 'pipe', 'inherit'] });
  try {
    nu.stdin.end(corpo);
    const porta = await new Promise((resolve) => nu.stdout.once('data', (d) => resolve(Number(d))));
    const run = async (url, headers) => (await autocannon({ url, headers, connections: 8, duration: 3 })).requests.average;
    const vezes = { api: [], nu: [] };
    for (let i = 0; i < 3; i++) {
      vezes.nu.push(await run(`http://127.0.0.1:${porta}/`, {}));
      vezes.api.push(await run(endereco, cabecalhos));
    }
    return { api: mediana(vezes.api), nu: mediana(vezes.nu), bytes: corpo.length };
  } finally {
    nu.kill();
  }
}

/** @param alicit times a command line with a cold cache: (args, pasta de dados) → {ms} */
export async function measureServico({ raiz, pasta, diz, gerarPdf, alicit }) {
  const dados = join(pasta, 'servico');
  mkdirSync(dados);
  const primeiro = await start(raiz, dados);
  const chave = primeiro.chave();
  await primeiro.stop();
  diz('serviço: da partida a pronto, banco novo (s)', (primeiro.ms / 1000).toFixed(2));
  const partidas = [];
  for (let i = 0; i < PARTIDAS; i++) {
    const s = await start(raiz, dados);
    partidas.push(s.ms);
    await s.stop();
  }
  diz('serviço: da partida a pronto, banco já criado (s)', (mediana(partidas) / 1000).toFixed(2), 'meta ≤ 2,5');

  const servico = await start(raiz, dados);
  try {
    await sleep(OCIOSO_MS);
    if (process.platform === 'linux') {
      diz('serviço ocioso: memória do Node, RSS (MB)', rss(servico.pid).toFixed(0), 'meta ≤ 220');
      diz('serviço ocioso: memória do PostgreSQL, PSS (MB)', (await pssPostgres(dados)).toFixed(0));
    }
    const empresa = join(raiz, 'exemplos', 'empresa.json');
    const cliente = createCliente(servico.url, chave, empresa);
    const sonda = await fetch(`${servico.url}/v1/analises?limite=1`, { headers: cliente.cabecalhos });
    if (sonda.status !== 200) {
      diz('análises por HTTP', '-', `GET /v1/analises respondeu ${sonda.status}: não medidas`);
      return;
    }
    await measureAnalises({ raiz, pasta, diz, gerarPdf, alicit, servico, cliente, empresa });
  } finally {
    await servico.stop();
  }
}

async function measureAnalises({ raiz, pasta, diz, gerarPdf, alicit, servico, cliente, empresa }) {
  const write = async (paginas) => {
    const pdf = join(pasta, `http-${paginas}.pdf`);
    writeFileSync(pdf, await gerarPdf(paginas));
    return pdf;
  };
  await cliente.analyse(await write(20));
  const grande = await write(300);
  await readLaco(servico.url);
  await cliente.analyse(grande);
  diz('atraso do laço de eventos lendo 300 páginas, p99 (ms)', (await readLaco(servico.url)).toFixed(1), 'meta ≤ 50');

  const http = [];
  const cli = [];
  let ultima;
  for (const paginas of [60, 61, 62]) {
    const pdf = await write(paginas);
    ultima = { pdf, ...(await cliente.analyse(pdf)) };
    http.push(ultima.ms);
    const vazia = join(pasta, `cli-${paginas}`);
    mkdirSync(vazia);
    cli.push(alicit(['analisar', '--empresa', empresa, '--formato', 'json', pdf], vazia).ms);
  }
  diz('análise a frio por HTTP, 60 páginas (s)', (mediana(http) / 1000).toFixed(2));
  diz('análise a frio: HTTP ÷ linha de comando', (mediana(http) / mediana(cli)).toFixed(2), 'meta ≤ 1');
  const repetidas = [];
  for (let i = 0; i < 10; i++) {
    const t0 = performance.now();
    const r = await cliente.post(ultima.pdf);
    await r.arrayBuffer();
    if (r.status !== 200) throw new Error(`a análise repetida respondeu ${r.status}`);
    repetidas.push(performance.now() - t0);
  }
  diz('análise repetida por HTTP (ms)', mediana(repetidas).toFixed(1), 'meta ≤ 50');
  const { api, nu, bytes } = await compareRota(raiz, new URL(ultima.endereco, servico.url).href, cliente.cabecalhos);
  diz('GET /v1/analises/{id} (pedidos/s)', api.toFixed(0), `${bytes} bytes`);
  diz('GET /v1/analises/{id} ÷ rota nua do Fastify', (api / nu).toFixed(2), 'meta ≥ 0,25');
}
