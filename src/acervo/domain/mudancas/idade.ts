import { readInstante } from '../../clean-pncp.js';
import type { Bruto } from './forma.js';

const instante = (v: unknown): number | null => {
  const iso = typeof v === 'string' ? readInstante(v) : null;
  return iso === null ? null : Date.parse(iso);
};

/**
 * Which of two sightings of a record is the later, by PNCP's own clock: `dataAtualizacaoGlobal` (counts items, results and files)
 * where both have it, else `dataAtualizacao`; negative when `novo` is the older one. Null: they cannot be compared by it.
 */
export function compareIdade(antes: Bruto, novo: Bruto): number | null {
  for (const campo of ['dataAtualizacaoGlobal', 'dataAtualizacao']) {
    const igual = antes[campo] === novo[campo];
    const a = instante(antes[campo]);
    const n = igual ? a : instante(novo[campo]);
    if (a !== null && n !== null && (campo === 'dataAtualizacaoGlobal' || a !== n)) return n - a;
  }
  return null;
}
