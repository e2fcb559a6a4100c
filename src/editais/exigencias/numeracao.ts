import type { Clausula } from './clausula.js';
import type { Marca } from './cut-linhas.js';

interface Aberta {
  readonly clausula: Clausula;
  readonly marca: Marca;
}

/** Where a clause stands: its full number, what it is under (nearest first), and its depth (1 = section). */
export interface Lugar {
  readonly numero: string | null;
  readonly pais: readonly Clausula[];
  readonly nivel: number;
}

/**
 * Reads the marks of clauses in order and tells what each stands under: "8.2.1" under "8.2", "b)" under the number
 * before the list, "b.1)" under "b)", "ii." under "b)" when the list of romans began inside it.
 */
export function createNumeracao(): { readonly place: (marca: Marca | null, titulo: boolean) => Lugar; readonly opened: (c: Clausula, titulo: boolean) => void } {
  let pilha: Aberta[] = [];
  let ultima: Marca | null = null;
  /** What an unnumbered line that looks like a heading closed: the next number may go on from it. */
  let fechadas: Aberta[] = [];
  const nivelDe = (m: Marca): number => (m.tipo === 'secao' ? 1 : m.tipo === 'numero' ? m.rotulo.split('.').length : 6);
  const place = (lida: Marca | null, titulo: boolean): Lugar => {
    const marca = (ultima = lida && asLetra(lida, pilha));
    if (!marca || marca.tipo === 'travessao') return { numero: null, pais: pilha.map((a) => a.clausula).reverse(), nivel: titulo ? 2 : 7 };
    if (fechadas.length && marca.tipo === 'numero') [pilha, fechadas] = [resume(pilha, fechadas, marca), []];
    pilha = pilha.filter((a) => isAbove(a.marca, marca, pilha));
    const pais = pilha.map((a) => a.clausula).reverse();
    const acima = marca.tipo === 'letra' || marca.tipo === 'romano' ? pilha.findLast((a) => a.clausula.numero !== null) : undefined;
    const rotulo = marca.tipo === 'romano' ? marca.rotulo.toUpperCase() : marca.rotulo;
    return { numero: acima ? joinNumero(acima, rotulo) : rotulo, pais, nivel: nivelDe(marca) };
  };
  const opened = (c: Clausula, titulo: boolean): void => {
    const marca = ultima;
    if (marca && marca.tipo !== 'travessao') pilha.push({ clausula: c, marca });
    // A heading without a number closes the lists above it, not the sections.
    else if (titulo) {
      if (pilha.some((a) => a.marca.tipo === 'numero')) fechadas = pilha;
      pilha = pilha.filter((a) => a.marca.tipo === 'secao');
    }
  };
  return { place, opened };
}

/** "9.4.2.3" after a formula's line that looked like a heading still stands under 9.4. */
const resume = (pilha: readonly Aberta[], fechadas: readonly Aberta[], m: Marca): Aberta[] =>
  pilha.some((a) => a.marca.tipo === 'numero') || !fechadas.some((a) => a.marca.tipo === 'numero' && m.rotulo.startsWith(`${a.marca.rotulo}.`)) ? [...pilha] : [...fechadas];

/** "a.1)" under "8.2.a" is 8.2.a.1: the letter is not said twice. */
function joinNumero({ clausula, marca }: Aberta, rotulo: string): string {
  const proprio = rotulo.startsWith(marca.rotulo) && marca.tipo === 'letra' ? rotulo.slice(marca.rotulo.length).replace(/^\./, '') : rotulo;
  return `${clausula.numero}.${proprio}`;
}

function isAbove(acima: Marca, m: Marca, pilha: readonly Aberta[]): boolean {
  if (m.tipo === 'secao') return false;
  if (m.tipo === 'numero') return acima.tipo === 'secao' ? m.rotulo.startsWith(`${acima.rotulo}.`) : acima.tipo === 'numero' && m.rotulo.startsWith(`${acima.rotulo}.`);
  if (acima.tipo === 'secao' || acima.tipo === 'numero') return true;
  // "a.1)" goes under "a)"
  if (m.rotulo.length > acima.rotulo.length && m.rotulo.startsWith(acima.rotulo) && /\d$/.test(m.rotulo)) return true;
  if (acima.tipo === m.tipo) return false;
  const primeiro = pilha.findIndex((a) => a.marca.tipo === m.tipo);
  return primeiro < 0 || primeiro > pilha.findIndex((a) => a.marca === acima);
}

/** "i)" right after "h)" is a letter. */
function asLetra(m: Marca, pilha: readonly Aberta[]): Marca {
  if (m.tipo !== 'romano' || m.rotulo.length !== 1) return m;
  const letra = pilha.findLast((a) => a.marca.tipo === 'letra')?.marca.rotulo;
  return letra?.length === 1 && m.rotulo.charCodeAt(0) - letra.charCodeAt(0) <= 1 && m.rotulo >= letra ? { ...m, tipo: 'letra' } : m;
}
