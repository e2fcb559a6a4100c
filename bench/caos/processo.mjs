// A process of the service as a supervisor keeps it: when it ends it is started again at the same address, until told to stop.
// Each life has a key of its own for the model server, so that its ledger tells which life asked.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as espera } from 'node:timers/promises';

const MAX_TEXTO = 60_000;

export const freePort = () => new Promise((resolve) => {
  const s = createServer().listen(0, '127.0.0.1', () => {
    const { port } = s.address();
    s.close(() => resolve(port));
  });
});

export class Processo {
  #parado = true;
  #texto = '';

  /** @param env of every life of it */
  constructor({ raiz, nome, papel, porta, env, registro }) {
    Object.assign(this, { raiz, nome, papel, porta, env, registro, filho: null, pronto: false, chave: null });
    /** Of each life: when it began, was ready, and ended, ms of the clock; how; what it used. */
    this.vidas = [];
    /** Lines of its log that tell of a defect, by message: how often. */
    this.defeitos = new Map();
  }

  start() {
    this.#parado = false;
    this.#live();
  }

  get url() {
    return `http://127.0.0.1:${this.porta}`;
  }

  get vida() {
    return this.vidas.at(-1);
  }

  #live() {
    const vida = { quem: `${this.nome}-${this.vidas.length + 1}`.padStart(12, '.'), inicio: Date.now(), pronto: null, fim: null, morto: false, codigo: null, amostras: [] };
    this.vidas.push(vida);
    const filho = spawn(process.execPath, ['--max-semi-space-size=2', join(this.raiz, 'dist', 'main.js')], { cwd: this.raiz, stdio: ['ignore', 'pipe', 'pipe'], env: { ...this.env, ALICIT_ROLE: this.papel, PORT: String(this.porta), OPENAI_API_KEY: vida.quem } });
    this.filho = filho;
    this.pronto = false;
    this.#texto = '';
    let resto = '';
    const ler = (d) => {
      if (this.registro) process.stderr.write(d);
      this.#texto = (this.#texto + d).slice(-MAX_TEXTO);
      this.chave ??= /alicit_[\w-]{20,}/.exec(this.#texto)?.[0] ?? null;
      const linhas = (resto + d).split('\n');
      resto = linhas.pop().slice(-MAX_TEXTO);
      for (const l of linhas) this.#note(l);
    };
    filho.stdout.on('data', ler);
    filho.stderr.on('data', ler);
    filho.on('error', () => undefined);
    filho.once('exit', (codigo, sinal) => {
      Object.assign(vida, { fim: Date.now(), codigo: sinal ?? codigo, texto: this.#texto.slice(-1500) });
      if (this.filho !== filho) return;
      this.filho = null;
      this.pronto = false;
      const tomada = /^porta_em_uso:/m.test(vida.texto);
      // Another program of this machine took the port meanwhile: who answered there was not this life.
      if (tomada) vida.pronto = null;
      if (!this.#parado) void this.#again(tomada);
    });
    void this.#watch(filho, vida);
  }

  async #again(outraPorta) {
    await espera(this.pausaMs ?? 300);
    if (outraPorta) this.porta = await freePort();
    if (!this.#parado) this.#live();
  }

  /** Errors it tells of itself; not those of what was broken around it. */
  #note(linha) {
    if (!/"level":(?:50|60|"error"|"fatal")/.test(linha)) return;
    const { msg, err } = JSON.parse(linha);
    const nome = `${msg ?? ''}${err ? ` [${err.type ?? ''} ${err.code ?? err.codigo ?? ''} ${String(err.message ?? err.name ?? '').slice(0, 120)} ${String(err.stack ?? '').split('\n').slice(0, 4).join(' ').slice(0, 300)}]` : ''}`;
    this.defeitos.set(nome, (this.defeitos.get(nome) ?? 0) + 1);
  }

  async #watch(filho, vida) {
    while (this.filho === filho) {
      const ok = await fetch(`${this.url}/health/ready`, { signal: AbortSignal.timeout(5000) }).then((r) => r.body?.cancel().then(() => r.ok) ?? r.ok, () => false);
      if (this.filho !== filho) return;
      this.pronto = ok;
      if (ok) vida.pronto ??= Date.now();
      const rss = readRss(filho.pid);
      if (rss !== null && vida.pronto !== null) vida.amostras.push([Date.now(), rss]);
      await espera(ok ? 1000 : 100);
    }
  }

  /** SIGKILL. @returns the life that ended; null when there was none */
  async kill() {
    const { filho, vida } = this;
    if (!filho) return null;
    vida.morto = true;
    const fim = new Promise((resolve) => filho.once('exit', resolve));
    filho.kill('SIGKILL');
    await fim;
    return vida;
  }

  /** SIGTERM, and no other life. @returns {Promise<string | number | null>} how it ended */
  async stop(limiteMs = 40_000) {
    this.#parado = true;
    const { filho, vida } = this;
    if (!filho) return null;
    const fim = new Promise((resolve) => filho.once('exit', resolve));
    filho.kill('SIGTERM');
    const relogio = setTimeout(() => filho.kill('SIGKILL'), limiteMs);
    await fim;
    clearTimeout(relogio);
    return vida.codigo;
  }

  /** At once, and no other life. */
  end() {
    this.#parado = true;
    return this.kill();
  }

  get texto() {
    return this.#texto;
  }
}

/** Resident memory in MB; null when the process is gone or the machine does not tell. */
function readRss(pid) {
  try {
    return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
  } catch {
    return null;
  }
}
