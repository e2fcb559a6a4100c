/** A record as it arrives and leaves. */
export interface Registro {
  readonly id: string;
  readonly values: readonly number[];
  readonly metadata?: Readonly<Record<string, unknown>>;
}

type Escrita = { readonly em: number } & ({ readonly por: Registro } | { readonly tira: readonly string[] } | { readonly tudo: true });

/** A namespace whose writes are seen a while after they were acknowledged, in their order. */
export class Espaco {
  private readonly registros = new Map<string, Registro>();
  private readonly pendentes: Escrita[] = [];

  write(escritas: readonly (Registro | { readonly tira: readonly string[] } | { readonly tudo: true })[], em: number): void {
    for (const e of escritas) this.pendentes.push('id' in e ? { em, por: e } : { em, ...e });
  }

  /** What is seen at a moment, by id. */
  seen(agora: number): ReadonlyMap<string, Registro> {
    while (this.pendentes.length && this.pendentes[0]!.em <= agora) {
      const e = this.pendentes.shift()!;
      if ('por' in e) this.registros.set(e.por.id, e.por);
      else if ('tira' in e) for (const id of e.tira) this.registros.delete(id);
      else this.registros.clear();
    }
    return this.registros;
  }

  /** In the order of their bytes. */
  ids(agora: number): string[] {
    return [...this.seen(agora).keys()].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  }
}

/** Cosine similarity, as the index scores. */
export function cosine(a: readonly number[], b: readonly number[]): number {
  let [ab, aa, bb] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    ab += a[i]! * b[i]!;
    aa += a[i]! * a[i]!;
    bb += b[i]! * b[i]!;
  }
  return aa && bb ? ab / Math.sqrt(aa * bb) : 0;
}
