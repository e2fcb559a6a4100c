// What was opened is closed in reverse order, once, whatever ends the run: its end, an error, a signal.

/** A list of ends; `run` calls each, the last added first, and tells which failed. */
export class Limpeza {
  #fins = [];
  #feita = null;

  add(nome, fim) {
    this.#fins.push([nome, fim]);
  }

  run() {
    return (this.#feita ??= this.#all());
  }

  async #all() {
    const falhas = [];
    for (const [nome, fim] of this.#fins.reverse()) await Promise.resolve().then(fim).catch((erro) => falhas.push(`${nome}: ${erro.message}`));
    return falhas;
  }
}
