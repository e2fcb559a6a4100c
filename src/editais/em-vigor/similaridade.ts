import { lettersOf } from '../../kernel/index.js';
import type { DocumentoLido } from '../domain/documento.js';

const MINIMO_LETRAS = 15;

/** Lines long enough to be someone's own words. */
export const linhasProprias = (d: DocumentoLido): ReadonlySet<string> =>
  new Set(d.paginas.flatMap((p) => p.texto.split('\n')).map(lettersOf).filter((l) => l.length >= MINIMO_LETRAS));

/** Share of the smaller one's lines that the other has too, 0 to 1. */
export function shareOfLinhas(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [menor, maior] = a.size <= b.size ? [a, b] : [b, a];
  if (!menor.size) return 0;
  let comuns = 0;
  for (const l of menor) if (maior.has(l)) comuns++;
  return comuns / menor.size;
}
