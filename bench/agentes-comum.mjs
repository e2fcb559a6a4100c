// What bench/agentes.mjs and bench/avaliar-agentes.mjs share: the service as a process over a database that outlives it, and
// a client of its analyses.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export const freePort = () => new Promise((resolve) => {
  const s = createServer().listen(0, '127.0.0.1', () => {
    const { port } = s.address();
    s.close(() => resolve(port));
  });
});

/** Waits until `feito` says something other than false, or fails after `limiteMs`. */
export async function until(feito, limiteMs, oQue, passoMs = 20) {
  for (const fim = performance.now() + limiteMs; performance.now() < fim; await sleep(passoMs)) {
    const r = await feito();
    if (r !== false) return r;
  }
  throw new Error(`${oQue}: não em ${limiteMs / 1000} s`);
}

/** The service: started, killed and started again at the same address, over the same database. */
export class Servico {
  /** @param env what differs from a service without a model; undefined takes a variable away */
  constructor({ raiz, dados, banco, porta, env = {} }) {
    Object.assign(this, { raiz, dados, banco, porta, env, url: `http://127.0.0.1:${porta}`, chave: null, filho: null });
  }

  async start(env = this.env) {
    this.env = env;
    const limpo = Object.fromEntries(Object.entries(process.env).filter(([nome]) => !/^(?:OPENAI_|PINECONE_|ALICIT_|DATABASE_URL|PORT$|NODE_ENV$)/.test(nome)));
    const filho = spawn(process.execPath, ['--max-semi-space-size=2', join(this.raiz, 'dist', 'main.js')], {
      cwd: this.raiz, stdio: ['ignore', process.env.BENCH_REGISTRO ? 'inherit' : 'ignore', 'pipe'],
      env: { ...limpo, DATABASE_URL: this.banco, ALICIT_DATA_DIR: this.dados, PORT: String(this.porta), ALICIT_HOST: '127.0.0.1', ALICIT_LOG: process.env.BENCH_REGISTRO ? 'info' : 'silent', ALICIT_PNCP: 'desligado', ALICIT_PEDIDOS_POR_MINUTO: '1000000', ALICIT_MAX_TENTATIVAS: '100', ...env },
    });
    this.filho = filho;
    let texto = '';
    filho.stderr.on('data', (d) => {
      texto = (texto + d).slice(-100_000);
      this.chave ??= /alicit_[\w-]{20,}/.exec(texto)?.[0] ?? null;
      if (process.env.BENCH_REGISTRO) process.stderr.write(d);
    });
    await until(async () => {
      if (filho.exitCode !== null || filho.signalCode !== null) throw new Error(`o serviço não começou: ${texto}`);
      return (await fetch(`${this.url}/health/ready`, { signal: AbortSignal.timeout(2000) }).then((r) => r.ok, () => false)) && this.chave !== null;
    }, 60_000, 'o serviço ficar pronto');
  }

  async kill(sinal = 'SIGTERM') {
    const { filho } = this;
    this.filho = null;
    if (!filho || filho.exitCode !== null || filho.signalCode !== null) return;
    const fim = new Promise((resolve) => filho.once('exit', resolve));
    filho.kill(sinal);
    await fim;
  }

  get #cabecalhos() {
    return { authorization: `Bearer ${this.chave}` };
  }

  /** Asks for an analysis; its id. @param pedido {arquivos: [{nome, bytes}], empresa, agora} */
  async post({ arquivos, empresa, agora }) {
    const corpo = new FormData();
    for (const { nome, bytes } of arquivos) corpo.append('arquivos', new Blob([bytes]), nome);
    corpo.append('empresa', JSON.stringify(empresa));
    corpo.append('agora', agora);
    const r = await fetch(`${this.url}/v1/analises`, { method: 'POST', headers: this.#cabecalhos, body: corpo });
    const lido = await r.json();
    if (r.status !== 202 && r.status !== 200) throw new Error(`POST /v1/analises: ${r.status} ${JSON.stringify(lido).slice(0, 500)}`);
    return lido.id;
  }

  /** Until it ends, across restarts; its report as JSON. */
  async wait(id, limiteMs = 180_000) {
    await until(async () => {
      const a = await fetch(`${this.url}/v1/analises/${id}`, { headers: this.#cabecalhos }).then((r) => r.json(), () => null);
      if (a && a.estado !== 'na_fila' && a.estado !== 'executando' && a.estado !== 'concluida') throw new Error(`a análise terminou ${a.estado}: ${JSON.stringify(a.erro)}`);
      return a?.estado === 'concluida';
    }, limiteMs, 'a análise terminar', 10);
  }

  async report(id) {
    const r = await fetch(`${this.url}/v1/analises/${id}/relatorio`, { headers: { ...this.#cabecalhos, accept: 'application/json' } });
    if (r.status !== 200) throw new Error(`relatório: ${r.status}`);
    return r.json();
  }

  /** From the request to the end, ms, and the report. */
  async analyse(pedido) {
    const t0 = performance.now();
    const id = await this.post(pedido);
    await this.wait(id);
    return { ms: performance.now() - t0, id, analise: await this.report(id) };
  }
}

/** Rows of a ledger from a place on, by route. */
export function countChamadas(linhas) {
  const respondidas = linhas.filter((l) => l.status === 200 && !l.abortado && !l.falha);
  const de = (rota) => respondidas.filter((l) => (rota === 'chat' ? l.rota === 'chat' || l.rota === 'responses' : l.rota === rota));
  return { chat: de('chat').length, embeddings: de('embeddings').length, promptTokens: de('chat').reduce((t, l) => t + l.promptTokens, 0), completionTokens: de('chat').reduce((t, l) => t + l.completionTokens, 0), textos: de('embeddings').reduce((t, l) => t + l.textos, 0) };
}
