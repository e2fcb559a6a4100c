/** The best of what was offered, best first; of equal ones, who came first. */
export interface Melhores {
  readonly posicoes: readonly number[];
  readonly notas: readonly number[];
}

/** Keeps the `top` best of any number of scores in memory of `top`: a heap whose root is the worst kept. */
export class Selecao {
  private readonly notas: number[] = [];
  private readonly posicoes: number[] = [];

  constructor(private readonly top: number) {}

  /** Below this, or equal to it, nothing offered later is kept. */
  get piso(): number {
    return this.notas.length < this.top ? Number.NEGATIVE_INFINITY : this.notas[0]!;
  }

  /** Positions must come in increasing order. */
  offer(posicao: number, nota: number): void {
    const n = this.notas.length;
    if (n < this.top) {
      this.notas.push(nota);
      this.posicoes.push(posicao);
      this.up(n);
    } else if (nota > this.notas[0]!) {
      this.notas[0] = nota;
      this.posicoes[0] = posicao;
      this.down();
    }
  }

  take(): Melhores {
    const ordem = this.notas.map((_, i) => i).sort((a, b) => this.notas[b]! - this.notas[a]! || this.posicoes[a]! - this.posicoes[b]!);
    return { posicoes: ordem.map((i) => this.posicoes[i]!), notas: ordem.map((i) => this.notas[i]!) };
  }

  /** Whether `a` leaves before `b`. */
  private isWorse(a: number, b: number): boolean {
    return this.notas[a]! < this.notas[b]! || (this.notas[a] === this.notas[b] && this.posicoes[a]! > this.posicoes[b]!);
  }

  private swap(a: number, b: number): void {
    [this.notas[a], this.notas[b]] = [this.notas[b]!, this.notas[a]!];
    [this.posicoes[a], this.posicoes[b]] = [this.posicoes[b]!, this.posicoes[a]!];
  }

  private up(i: number): void {
    for (let filho = i; filho > 0; ) {
      const pai = (filho - 1) >> 1;
      if (!this.isWorse(filho, pai)) return;
      this.swap(filho, pai);
      filho = pai;
    }
  }

  private down(): void {
    for (let pai = 0; ; ) {
      const esquerda = 2 * pai + 1;
      if (esquerda >= this.notas.length) return;
      const direita = esquerda + 1;
      const pior = direita < this.notas.length && this.isWorse(direita, esquerda) ? direita : esquerda;
      if (!this.isWorse(pior, pai)) return;
      this.swap(pior, pai);
      pai = pior;
    }
  }
}
