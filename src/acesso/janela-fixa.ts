/** How a window stands after a request. */
export interface Saldo {
  readonly coube: boolean;
  readonly restam: number;
  /** Until the window ends, whole seconds, at least 1. */
  readonly reposicaoS: number;
}

interface Janela {
  usados: number;
  fim: number;
}

/** Above so many windows the ended ones are dropped: there is one for each key that asked within a minute. */
const LIMPAR_ACIMA = 10_000;

/**
 * So many requests of each name in a window that begins with its first one. Synchronous and without timers: this is asked
 * at every request. `agora` is in milliseconds and never goes back.
 */
export class JanelaFixa {
  private readonly janelas = new Map<string, Janela>();
  private limparAcima = LIMPAR_ACIMA;

  constructor(readonly pedidos: number, private readonly janelaMs: number) {}

  get tamanho(): number {
    return this.janelas.size;
  }

  /** One request more. */
  spend(nome: string, agora: number): Saldo {
    const janela = this.janelas.get(nome);
    const desta = janela && janela.fim > agora ? janela : this.open(nome, agora);
    desta.usados += 1;
    return { coube: desta.usados <= this.pedidos, restam: Math.max(0, this.pedidos - desta.usados), reposicaoS: Math.max(1, Math.ceil(Math.round(desta.fim - agora) / 1000)) };
  }

  /** Whether one request more would fit. Spends nothing. */
  fits(nome: string, agora: number): boolean {
    const janela = this.janelas.get(nome);
    return !janela || janela.fim <= agora ? this.pedidos > 0 : janela.usados < this.pedidos;
  }

  private open(nome: string, agora: number): Janela {
    if (this.janelas.size >= this.limparAcima) {
      for (const [n, { fim }] of this.janelas) if (fim <= agora) this.janelas.delete(n);
      this.limparAcima = Math.max(LIMPAR_ACIMA, this.janelas.size * 2);
    }
    const nova = { usados: 0, fim: agora + this.janelaMs };
    this.janelas.set(nome, nova);
    return nova;
  }
}
