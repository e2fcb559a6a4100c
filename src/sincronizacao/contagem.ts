/** What a reading did so far. */
export interface Numeros {
  /** Windows to read, and read whole. */
  janelas: number;
  fechadas: number;
  lacunas: number;
  /** Answers of lists, and requests that failed after all tries. */
  paginas: number;
  falhas: number;
  /** Records that came and were kept, by what they were. */
  registros: number;
  novas: number;
  mudadas: number;
  invalidos: number;
  /** Lists of items and files that were due when it began, and what became of them. */
  complementos: number;
  itens: number;
  arquivos: number;
  /** Items or files that PNCP does not have (yet). */
  semComplemento: number;
}

/** How often an error came, and when last. */
export type Erros = Record<string, { vezes: number; em: string }>;

const MAX_CODIGOS = 30;

/** The numbers and the errors by code of one reading; bounded. */
export class Contagem {
  readonly numeros: Numeros = { janelas: 0, fechadas: 0, lacunas: 0, paginas: 0, falhas: 0, registros: 0, novas: 0, mudadas: 0, invalidos: 0, complementos: 0, itens: 0, arquivos: 0, semComplemento: 0 };
  readonly erros: Erros = {};

  add(parte: Partial<Numeros>): void {
    for (const [nome, n] of Object.entries(parte) as [keyof Numeros, number][]) this.numeros[nome] += n;
  }

  fail(codigo: string, em: Date): void {
    const chave = codigo in this.erros || Object.keys(this.erros).length < MAX_CODIGOS ? codigo : 'outros';
    this.erros[chave] = { vezes: (this.erros[chave]?.vezes ?? 0) + 1, em: em.toISOString() };
    this.numeros.falhas++;
  }
}
