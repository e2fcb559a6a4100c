#!/usr/bin/env node
// `npm run bench`: every performance figure of the project, measured in one run on this machine. Compare ratios, not
// absolute times. Uses the real editais of ../shared when they are there, generated PDFs otherwise.
// `npm run bench -- PARTE` measures one part alone: see PARTES below.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gerarPdf } from './gerar-pdf.mjs';
import { measureServico } from './servico.mjs';

const aqui = dirname(fileURLToPath(import.meta.url));
const raiz = join(aqui, '..');
const RODADAS = 3;
const pasta = mkdtempSync(join(tmpdir(), 'alicit-bench-'));
// Open to the user PostgreSQL runs as under root: else its data would go to, and stay in, a folder of the system.
chmodSync(pasta, 0o755);
const mediana = (v) => [...v].sort((a, b) => a - b)[Math.floor(v.length / 2)];
const linhas = [];
const diz = (nome, valor, meta = '') => {
  linhas.push([nome, valor, meta]);
  console.log(`${nome.padEnd(58)} ${String(valor).padStart(12)}  ${meta}`);
};

function node(args, env = {}) {
  const r = spawnSync(process.execPath, args, { cwd: raiz, encoding: 'utf8', maxBuffer: 1 << 28, env: { ...process.env, ...env } });
  if (r.status !== 0) throw new Error(`${args.join(' ')}: ${r.stderr || r.stdout}`);
  return r.stdout;
}
/** Wall time (ms), peak memory (MB) and CPU time (s) of one command line, as a whole process. */
function alicit(args, dados, env = {}) {
  const pico = join(pasta, 'pico');
  const t0 = performance.now();
  node(['--import', join(aqui, 'pico.mjs'), join(raiz, 'dist', 'cli.js'), ...args], { ALICIT_DATA_DIR: dados, BENCH_PICO: pico, ...env });
  const ms = performance.now() - t0;
  const [mb, cpu] = readFileSync(pico, 'utf8').split(' ').map(Number);
  return { ms, mb, cpu };
}

async function arquivosReais() {
  const reais = join(raiz, '..', 'shared', 'dados', 'editais', 'obras-2026');
  if (existsSync(reais)) return { nome: 'obras-2026', arquivos: readdirSync(reais).filter((f) => f.endsWith('.pdf')).sort().map((f) => join(reais, f)) };
  const arquivos = [];
  for (let i = 0; i < 6; i++) {
    arquivos.push(join(pasta, `gerado-${i}.pdf`));
    writeFileSync(arquivos[i], await gerarPdf(40 + i * 8));
  }
  return { nome: 'gerados', arquivos };
}

async function measureLeitura() {
  const { nome, arquivos } = await arquivosReais();
  const medidas = { leitura: [], fatos: [], esteira: [], 'pdf-parse': [] };
  for (let r = 0; r < RODADAS; r++) for (const t of Object.keys(medidas)) medidas[t].push(JSON.parse(node([join(aqui, 'tarefa.mjs'), t, ...arquivos])));
  const vazao = (t) => mediana(medidas[t].map((m) => (m.paginas / m.ms) * 1000));
  console.log(`\n${arquivos.length} PDFs (${nome}), ${medidas.leitura[0].paginas} pages, median of ${RODADAS}\n`);
  diz('leitura, uma thread (páginas/s)', vazao('leitura').toFixed(0));
  diz('leitura + fatos, uma thread (páginas/s)', vazao('fatos').toFixed(0));
  diz('leitura + fatos, como no produto: 2 threads de leitura', vazao('esteira').toFixed(0));
  diz('pdf-parse, só texto (páginas/s)', vazao('pdf-parse').toFixed(0));
  diz('leitura ÷ pdf-parse, uma thread', (vazao('leitura') / vazao('pdf-parse')).toFixed(2));
  diz('leitura + fatos ÷ pdf-parse, uma thread', (vazao('fatos') / vazao('pdf-parse')).toFixed(2), 'meta ≥ 2');
  diz('leitura + fatos ÷ pdf-parse, como no produto', (vazao('esteira') / vazao('pdf-parse')).toFixed(2), 'meta ≥ 2');
  diz('fatos por edital', (medidas.fatos[0].fatos / arquivos.length).toFixed(1));

  const sessenta = join(pasta, 'sessenta.pdf');
  writeFileSync(sessenta, await gerarPdf(60));
  const empresa = join(raiz, 'exemplos', 'empresa.json');
  const analisar = ['analisar', '--empresa', empresa, '--agora', '2026-11-23T10:00:00-03:00', '--formato', 'json', sessenta];
  const frios = [];
  const quentes = [];
  for (let r = 0; r < 5; r++) {
    const dados = join(pasta, `dados-${r}`);
    mkdirSync(dados);
    frios.push(alicit(analisar, dados).ms);
    quentes.push(alicit(analisar, dados).ms);
  }
  diz('analisar, PDF de 60 páginas, a frio (s)', (mediana(frios) / 1000).toFixed(2), 'meta ≤ 3');
  diz('analisar, o mesmo, leitura em cache (s)', (mediana(quentes) / 1000).toFixed(2));

  const grande = join(pasta, 'grande.pdf');
  writeFileSync(grande, await gerarPdf(314));
  mkdirSync(join(pasta, 'dados-314'));
  const pico = alicit(['analisar', '--empresa', empresa, '--agora', '2026-11-23T10:00:00-03:00', '--formato', 'json', grande], join(pasta, 'dados-314'));
  diz('pico de memória, PDF de 314 páginas (MB)', pico.mb.toFixed(0), 'meta ≤ 450');
  diz('analisar, PDF de 314 páginas, a frio (s)', (pico.ms / 1000).toFixed(2));

  const b = JSON.parse(node(['--expose-gc', join(aqui, 'tarefa.mjs'), 'busca', grande]));
  diz(`busca, ${b.paginas} páginas, ${b.clausulas} cláusulas: índice (ms)`, b.indiceMs.toFixed(0), `${b.indiceMB.toFixed(0)} MB`);
  diz('busca, p50 por pergunta (ms)', b.p50.toFixed(2));
  diz('busca, p95 por pergunta (ms)', b.p95.toFixed(2), 'meta ≤ 10');
}

/** Each part by name; those that measure quality take more arguments, read by their own files. */
const PARTES = {
  leitura: measureLeitura,
  servico: () => measureServico({ raiz, pasta, diz, gerarPdf, alicit }),
  carga: async (so) => {
    const { measureCarga } = await import('./carga.mjs');
    if (!(await measureCarga({ raiz, pasta, diz, gerarPdf }, so))) process.exitCode = 1;
  },
  arquivos: async (so) => {
    const { measureArquivos } = await import('./arquivos.mjs');
    process.exitCode = (await measureArquivos({ raiz, ...(so ? { pasta: so } : {}) })) ? 0 : 1;
  },
  calibracao: async () => (await import('./calibracao.mjs')).printCalibracao(),
  itens: async () => {
    const { measureItens, printItens } = await import('./itens.mjs');
    printItens(await measureItens(), { erros: process.argv.includes('--erros') });
  },
  ocr: async () => (await import('./ocr.mjs')).measureOcr({ raiz, pasta, diz, gerarPdf, alicit }),
  sincronizacao: async (so) => (await import('./sincronizacao.mjs')).measureSincronizacao({ raiz, pasta, diz }, so),
  exigencias: () => import('./exigencias.mjs'),
  perguntas: () => import('./perguntas.mjs'),
  recomendacoes: async () => {
    const { measureRecomendacoes } = await import('./recomendacoes.mjs');
    process.exitCode = (await measureRecomendacoes({ raiz, pasta, diz })) ? 0 : 1;
  },
  casamento: async (so) => (await import('./casamento.mjs')).measureCasamento({ pasta, diz, pastas: so ? process.argv.slice(3) : [] }),
  vetores: async () => (await import('./vetores.mjs')).measureVetores({ raiz, pasta, diz }),
  acervo: async () => (await import('./acervo.mjs')).measureAcervo({ raiz, pasta, diz, alicit }),
  agentes: async (mortes) => {
    const { measureAgentes } = await import('./agentes.mjs');
    if (!(await measureAgentes({ raiz, pasta, diz, gerarPdf }, mortes && Number(mortes)))) process.exitCode = 1;
  },
  'agentes-falhas': async (so) => {
    const { measureFalhas } = await import('./agentes-falhas.mjs');
    if (!(await measureFalhas({ raiz, pasta, diz, gerarPdf }, so))) process.exitCode = 1;
  },
};
/** What `npm run bench` measures when no part is named. */
const PADRAO = ['leitura', 'ocr', 'servico', 'carga', 'sincronizacao', 'acervo', 'casamento', 'recomendacoes', 'vetores', 'agentes'];

try {
  const [parte, argumento] = process.argv.slice(2);
  if (parte && !PARTES[parte]) throw new Error(`unknown part "${parte}": ${Object.keys(PARTES).join(', ')}`);
  for (const nome of parte ? [parte] : PADRAO) await PARTES[nome](argumento);
} finally {
  rmSync(pasta, { recursive: true, force: true });
}
