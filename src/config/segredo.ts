/** A secret that does not print itself: logs, JSON and error texts show asterisks. */
export class Segredo {
  readonly #valor: string;

  constructor(valor: string) {
    this.#valor = valor;
  }

  /** The secret itself; only for whoever sends or signs with it. */
  reveal(): string {
    return this.#valor;
  }

  toString(): string {
    return '***';
  }

  toJSON(): string {
    return '***';
  }
}
