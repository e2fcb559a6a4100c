type Dados = Uint8Array | Uint16Array | Uint32Array;

/** A typed array that grows by half. */
export class Vetor<T extends Dados> {
  dados: T;
  tamanho = 0;

  constructor(private readonly tipo: new (n: number) => T, inicial = 16) {
    this.dados = new tipo(inicial);
  }

  push(...valores: readonly number[]): void {
    for (const v of valores) {
      if (this.tamanho === this.dados.length) {
        const maior = new this.tipo(Math.ceil(this.dados.length * 1.5) + 2);
        maior.set(this.dados as never);
        this.dados = maior;
      }
      this.dados[this.tamanho++] = v;
    }
  }
}
