// The model server of the tests, which can be cut, made to hang or to fail, and brought back at the same address. Its ledger, kept
// across all of that, tells who asked (which life of which process), what, and whether the answer left it whole.
import { responderHonesto, startOpenAiServer } from '../../test/support/openai-server/index.ts';

export class Modelo {
  #servidores = [];
  #vivo = null;

  constructor(latenciaMs) {
    this.latenciaMs = latenciaMs;
    this.porta = 0;
  }

  async start() {
    this.#vivo = await startOpenAiServer({ porta: this.porta, latenciaMs: this.latenciaMs, responder: responderHonesto, ritmo: { penduradaMs: 60_000, esperaMs: 200 } });
    this.#servidores.push(this.#vivo);
    this.porta = this.#vivo.porta;
    this.url = this.#vivo.url;
  }

  /** Its address refuses connections; what was being answered is cut. */
  async cut() {
    const s = this.#vivo;
    this.#vivo = null;
    await s?.close();
  }

  /** Takes requests and never answers, or answers 500, until `heal`. @param falha `pendurada` | `erro_500` | `cortada_no_meio` */
  spoil(falha) {
    this.#vivo?.script({ vezes: Infinity }, falha);
  }

  heal() {
    this.#vivo?.clear();
  }

  get linhas() {
    return this.#servidores.flatMap((s) => s.ledger);
  }
}
