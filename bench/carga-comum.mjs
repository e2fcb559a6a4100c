// What the parts of `npm run bench -- carga` share: processes of the service over one embedded database, and their measures.
import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parse } from 'yaml';

/** The heap Node gives itself in a container of 512 MB; on a larger machine it would let garbage grow into gigabytes. */
const MONTE_512 = '--max-old-space-size=256';

export const mediana = (v) => [...v].sort((a, b) => a - b)[Math.floor(v.length / 2)];
export const percentil = (v, p) => [...v].sort((a, b) => a - b)[Math.min(v.length - 1, Math.ceil(v.length * p) - 1)];

const portaLivre = () =>
  new Promise((resolve) => {
    const s = createServer().listen(0, '127.0.0.1', () => {
      const { port } = s.address();
      s.close(() => resolve(port));
    });
  });

/** Settings of memory that `deploy/render.yaml` ships for instances of 512 MB; two analyses at once, which the goals ask for. */
export function comoImplantado(raiz) {
  const { envVarGroups } = parse(readFileSync(join(raiz, 'deploy', 'render.yaml'), 'utf8'));
  const lidas = envVarGroups[0].envVars.filter(({ key }) => /^ALICIT_(?:\w*THREADS|\w*MEMORIA_MB)$/.test(key));
  return { ...Object.fromEntries(lidas.map(({ key, value }) => [key, value])), ALICIT_CONCORRENCIA: '2' };
}

/** The options of Node a process of this role chooses for itself. */
export const opcoesDe = async (papel) => (await import('../dist/config/processo-node.js')).planNode({ ALICIT_ROLE: papel }, []).opcoes;

/** One process of the service in its role, ready. Its log goes to /dev/null at the level `info`, as nobody changed it. */
export async function startProcesso({ raiz, banco, dados, papel, env = {} }) {
  const porta = await portaLivre();
  const t0 = performance.now();
  const filho = spawn(process.execPath, [join(raiz, 'dist', 'main.js')], {
    cwd: raiz, stdio: ['ignore', 'ignore', 'pipe'],
    env: { NODE_OPTIONS: MONTE_512, PATH: process.env.PATH, DATABASE_URL: banco, ALICIT_DATA_DIR: dados, ALICIT_ROLE: papel, PORT: String(porta), ALICIT_HOST: '127.0.0.1', ALICIT_PNCP: 'desligado', ALICIT_PEDIDOS_POR_MINUTO: '1000000', ...comoImplantado(raiz), ...env },
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

/** Proportional memory (shared pages divided among who shares them) of the server behind this address and its children, MB. */
export function memoriaDoBanco(url) {
  const porta = new URL(url).port;
  const processos = readdirSync('/proc').filter((n) => /^\d+$/.test(n)).map((n) => lido(`/proc/${n}/stat`) && { pid: n, pai: lido(`/proc/${n}/stat`).replace(/^.*\) . /, '').split(' ')[0], comando: lido(`/proc/${n}/cmdline`).replaceAll('\0', ' ') }).filter(Boolean);
  const servidor = processos.find(({ comando }) => /postgres/.test(comando) && comando.includes(`port=${porta}`));
  if (!servidor) return NaN;
  return processos.filter(({ pid, pai }) => pid === servidor.pid || pai === servidor.pid).reduce((soma, { pid }) => soma + Number(/^Pss:\s+(\d+)/m.exec(lido(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0), 0) / 1024;
}
const lido = (arquivo) => {
  try {
    return readFileSync(arquivo, 'utf8');
  } catch {
    return ''; // It ended meanwhile.
  }
};

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
