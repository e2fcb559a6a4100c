// What the parts of `npm run bench -- carga` share: processes of the service over one embedded database, and their measures.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export const mediana = (v) => [...v].sort((a, b) => a - b)[Math.floor(v.length / 2)];
export const percentil = (v, p) => [...v].sort((a, b) => a - b)[Math.min(v.length - 1, Math.ceil(v.length * p) - 1)];

const portaLivre = () =>
  new Promise((resolve) => {
    const s = createServer().listen(0, '127.0.0.1', () => {
      const { port } = s.address();
      s.close(() => resolve(port));
    });
  });

/** The options `npm start` and the image give to Node. */
export const opcoesDoNode = (raiz) => /node (--[^"]*?) scripts\/start\.mjs/.exec(readFileSync(join(raiz, 'package.json'), 'utf8'))[1].split(' ');

/** What a process that is only api takes where there is room (docs/decisoes/0052); the others as `npm start`. */
export const opcoesDe = (raiz, papel) => (papel === 'api' ? opcoesDoNode(raiz).map((o) => o.replace(/(semi-space-size)=\d+/, '$1=16')) : opcoesDoNode(raiz));

/** One process of the service in its role, ready. Its log goes to /dev/null at the level `info`, as nobody changed it. */
export async function startProcesso({ raiz, banco, dados, papel, env = {}, opcoes = opcoesDe(raiz, papel) }) {
  const porta = await portaLivre();
  const t0 = performance.now();
  const filho = spawn(process.execPath, [...opcoes, join(raiz, 'dist', 'main.js')], {
    cwd: raiz, stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: process.env.PATH, MALLOC_ARENA_MAX: '2', DATABASE_URL: banco, ALICIT_DATA_DIR: dados, ALICIT_ROLE: papel, PORT: String(porta), ALICIT_HOST: '127.0.0.1', ALICIT_PNCP: 'desligado', ALICIT_PEDIDOS_POR_MINUTO: '1000000', ...env },
  });
  let avisos = '';
  filho.stderr.on('data', (d) => (avisos += d));
  const fim = new Promise((resolve) => filho.once('exit', (codigo, sinal) => resolve({ codigo, sinal })));
  const url = `http://127.0.0.1:${porta}`;
  for (;;) {
    if (filho.exitCode !== null) throw new Error(`o processo ${papel} não começou: ${avisos}`);
    if (performance.now() - t0 > 60_000) throw new Error(`o processo ${papel} não ficou pronto em 60 s`);
    if (await fetch(`${url}/health/ready`).then((r) => r.ok, () => false)) break;
    await sleep(5);
  }
  const ms = performance.now() - t0;
  return { ms, url, porta, pid: filho.pid, fim, chave: () => /alicit_[\w-]{20,}/.exec(avisos)?.[0], avisos: () => avisos, signal: (s) => filho.kill(s), stop: async () => (filho.kill('SIGTERM'), fim) };
}

const status = (pid, campo) => Number(new RegExp(`${campo}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
/** Resident memory now, and the highest it ever was, MB. */
export const rss = (pid) => status(pid, 'VmRSS');
export const pico = (pid) => status(pid, 'VmHWM');

/** Waits for an analysis to end. */
export async function waitAnalise(url, endereco, cabecalhos, limiteMs = 180_000) {
  for (const limite = performance.now() + limiteMs; performance.now() < limite; await sleep(100)) {
    const a = await fetch(new URL(endereco, url), { headers: cabecalhos }).then((r) => r.json());
    if (a.estado === 'concluida') return a;
    if (a.estado !== 'na_fila' && a.estado !== 'executando') throw new Error(`a análise terminou ${a.estado}: ${JSON.stringify(a.erro ?? a)}`);
  }
  throw new Error(`a análise não terminou em ${limiteMs / 1000} s`);
}

/** Asks for an analysis of a PDF: the answer. */
export function postAnalise(url, cabecalhos, empresa, pdf) {
  const corpo = new FormData();
  corpo.append('empresa', empresa);
  corpo.append('arquivos', new Blob([pdf], { type: 'application/pdf' }), 'edital.pdf');
  return fetch(`${url}/v1/analises`, { method: 'POST', headers: cabecalhos, body: corpo });
}
