/** How one list of a contratação is read. */
export interface LeituraLista {
  /** Page `n`, from 1; an empty array when there is none. */
  pagina(n: number): Promise<readonly unknown[]>;
  /** How many PNCP says there are; null when it does not say. */
  quantidade(): Promise<number | null>;
  /** What identifies an entry; null: nothing does, all are kept. */
  chave(entrada: unknown): string | number | null;
  /** Before another pass, from 1. */
  esperar(passada: number): Promise<void>;
  readonly tamanho: number;
}

/** What came, and how many PNCP says there are when that is more. */
export interface ListaLida {
  readonly entradas: readonly unknown[];
  /** Null: all that PNCP says it has arrived, or it does not say. */
  readonly faltam: number | null;
  readonly quantidade: number | null;
}

const PASSADAS = 3;
/** 2,000 items are included at a time, and more than once: a list beyond this is no list. */
const MAX_PAGINAS = 1000;

/**
 * Bare arrays without an envelope: read until a page shorter than asked, then held against `/quantidade`. While PNCP says
 * there are more, further pages are asked (it may serve shorter pages than asked), and the whole is read again, since
 * the list may have moved while it was paged.
 */
export async function readListaCompleta(leitura: LeituraLista): Promise<ListaLida> {
  for (let passada = 1; ; passada++) {
    const lista = new Lista(leitura);
    await lista.readAte((ultima) => ultima >= leitura.tamanho);
    const quantidade = await leitura.quantidade();
    if (quantidade !== null && lista.total < quantidade) await lista.readAte((ultima) => ultima > 0 && lista.total < quantidade);
    const falta = quantidade === null ? 0 : quantidade - lista.total;
    if (falta === 0 || passada === PASSADAS) return { entradas: lista.entradas(), faltam: falta > 0 ? falta : null, quantidade };
    await leitura.esperar(passada);
  }
}

class Lista {
  private readonly porChave = new Map<string | number, unknown>();
  private lidas = 0;

  constructor(private readonly leitura: LeituraLista) {}

  get total(): number {
    return this.porChave.size;
  }

  entradas(): readonly unknown[] {
    return [...this.porChave.values()];
  }

  /** Reads pages while `continua(size of the last one)`; a page that brings nothing new is the last. */
  async readAte(continua: (ultima: number) => boolean): Promise<void> {
    for (;;) {
      if (this.lidas >= MAX_PAGINAS) return;
      const entradas = await this.leitura.pagina(++this.lidas);
      const antes = this.total;
      for (const entrada of entradas) this.porChave.set(this.leitura.chave(entrada) ?? `sem chave ${this.total}`, entrada);
      if (this.total === antes || !continua(entradas.length)) return;
    }
  }
}
