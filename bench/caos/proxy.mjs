// What stands between the service and PostgreSQL: connections through it can be cut, refused, held still, and let go on.
import { connect, createServer } from 'node:net';

export class Proxy {
  #pares = new Set();
  #parado = false;
  #recusa = false;

  /** @param destino () => port of PostgreSQL now */
  constructor(destino) {
    this.servidor = createServer({ pauseOnConnect: true }, (de) => {
      if (this.#recusa) return de.resetAndDestroy();
      const para = connect(destino(), '127.0.0.1');
      const par = { de, para };
      this.#pares.add(par);
      const fim = () => {
        this.#pares.delete(par);
        de.destroy();
        para.destroy();
      };
      for (const s of [de, para]) s.setNoDelay(true).on('error', fim).on('close', fim);
      de.on('data', (b) => para.write(b) || de.pause());
      para.on('data', (b) => de.write(b) || para.pause());
      para.on('drain', () => this.#parado || de.resume());
      de.on('drain', () => this.#parado || para.resume());
      if (!this.#parado) de.resume();
      else para.pause();
    });
  }

  async listen() {
    await new Promise((ok, falha) => this.servidor.once('error', falha).listen(0, '127.0.0.1', ok));
    this.porta = this.servidor.address().port;
  }

  get abertas() {
    return this.#pares.size;
  }

  /** Every connection ends with a reset; until `resume`, new ones too. */
  cut() {
    this.#recusa = true;
    for (const { de, para } of [...this.#pares]) {
      de.resetAndDestroy();
      para.destroy();
    }
  }

  /** Nothing goes either way; new connections are taken and say nothing. */
  stall() {
    this.#parado = true;
    for (const { de, para } of this.#pares) {
      de.pause();
      para.pause();
    }
  }

  resume() {
    this.#recusa = false;
    this.#parado = false;
    for (const { de, para } of this.#pares) {
      de.resume();
      para.resume();
    }
  }

  close() {
    this.cut();
    return new Promise((ok) => this.servidor.close(() => ok()));
  }
}
