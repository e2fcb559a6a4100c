import type { Observacao } from '../../../src/sincronizacao/domain/prove-completa.js';

/** A random sequence that repeats itself: mulberry32. */
export function createSorte(semente: number): () => number {
  let a = semente >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface Movimento {
  readonly inicial: number;
  readonly tamanhoPagina: number;
  /** Chances between two requests. What is removed never comes back. */
  readonly entra: number;
  readonly sai: number;
  readonly embaralha: number;
  /** Chances of a request: failing, a wrong 204, a wrong total; the last two never twice in a row. */
  readonly falha: number;
  readonly vazia: number;
  readonly mente: number;
}

/** A list in pages that moves while it is read, and how it was at each request. */
export class ServidorQueMuda {
  readonly retratos: (readonly string[])[] = [];
  private lista: string[];
  private proximo: number;
  private errou = false;

  constructor(private readonly m: Movimento, private readonly sorte: () => number) {
    this.lista = Array.from({ length: m.inicial }, (_, i) => `r${i}`);
    this.proximo = m.inicial;
  }

  /** @returns null when the request failed */
  ask(pagina: number): Observacao | null {
    this.move();
    const pedidaEm = new Date(this.retratos.length);
    this.retratos.push([...this.lista]);
    if (this.sorte() < this.m.falha) return null;
    if (!this.lista.length) return { pagina, total: 0, totalPaginas: 0, chaves: [], pedidaEm };
    const podeErrar = !this.errou;
    this.errou = false;
    if (podeErrar && this.sorte() < this.m.vazia) {
      this.errou = true;
      return { pagina, total: 0, totalPaginas: 0, chaves: [], pedidaEm };
    }
    const { tamanhoPagina } = this.m;
    const total = this.lista.length;
    this.errou = podeErrar && this.sorte() < this.m.mente;
    return {
      pagina, total: this.errou ? Math.max(1, total + Math.floor(this.sorte() * 7) - 3) : total, totalPaginas: Math.ceil(total / tamanhoPagina),
      chaves: this.lista.slice((pagina - 1) * tamanhoPagina, pagina * tamanhoPagina), pedidaEm,
    };
  }

  private move(): void {
    const { entra, sai, embaralha } = this.m;
    if (this.lista.length && this.sorte() < sai) this.lista.splice(Math.floor(this.sorte() * this.lista.length), 1);
    if (this.sorte() < entra) this.lista.splice(Math.floor(this.sorte() * (this.lista.length + 1)), 0, `r${this.proximo++}`);
    if (this.sorte() < embaralha) this.lista = this.lista.map((r) => [this.sorte(), r] as const).sort(([a], [b]) => a - b).map(([, r]) => r);
  }
}
