const INTERVALO_MS = 60_000;
/** Classes come from error codes, which are few; were they not, the oldest is forgotten and told again. */
const MAX_CLASSES = 50;

interface Vista {
  readonly ditaEm: number;
  readonly caladas: number;
}

/**
 * What to log of failures that repeat: a database that is out fails every polling of every queue, dozens a second. The
 * first of each class is told at once, then one a minute that says how many were not. The clock is the caller's, in milliseconds.
 */
export class Falhas {
  private readonly vistas = new Map<string, Vista>();

  /** The line to log, or null when this one is only counted. */
  note(classe: string, agora: number): string | null {
    const vista = this.vistas.get(classe);
    if (vista && agora - vista.ditaEm < INTERVALO_MS) {
      this.vistas.set(classe, { ...vista, caladas: vista.caladas + 1 });
      return null;
    }
    this.vistas.delete(classe);
    if (this.vistas.size >= MAX_CLASSES) this.vistas.delete(this.vistas.keys().next().value!);
    this.vistas.set(classe, { ditaEm: agora, caladas: 0 });
    return vista?.caladas ? `${classe} (e mais ${vista.caladas} desde a última linha)` : classe;
  }
}
