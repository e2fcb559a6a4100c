import { TRIE, type No } from './read-ramos.js';

/** A word of a text with what stands around it. */
export interface Ficha {
  readonly palavra: string;
  readonly termo: string;
  /** The same, synonyms of the names of classes made one. */
  readonly termoDeClasse: string;
  readonly inicio: number;
  readonly fim: number;
  readonly vazia: boolean;
  readonly ruido: boolean;
  /** A full stop, semicolon, colon, bracket or dash stands before it. */
  readonly corte: boolean;
  readonly virgula: boolean;
  /** A comma or bar stands before it, or it is "e", "ou". */
  readonly coordena: boolean;
}

/** An expression found: the words it took. */
export interface Casamento {
  readonly ramos: readonly number[];
  readonly palavras: readonly number[];
  readonly ultima: number;
}

const MAX_SALTO = 4;
/** Words that say something: "serviço" in "serviço de limpeza" does not. */
const cheias = (fichas: readonly Ficha[], palavras: readonly number[]): number => palavras.filter((p) => !fichas[p]!.ruido).length + palavras.length / 100;

/** Every expression of the classes in a text, the longest at each place; words inside one do not begin another. */
export function matchRamos(fichas: readonly Ficha[]): Casamento[] {
  const achados: Casamento[] = [];
  const dentro = new Set<number>();
  for (let i = 0; i < fichas.length; i++) {
    const anterior = achados.at(-1);
    const fecha = anterior?.ultima === i && anterior.palavras.length > 1;
    if (fichas[i]!.vazia || (dentro.has(i) && !fecha)) continue;
    const primeiro = TRIE.filhos.get(fichas[i]!.termoDeClasse);
    if (!primeiro) continue;
    const melhor = longest(fichas, primeiro, [i], false);
    if (!melhor || (melhor.palavras.length === 1 && fichas[i]!.ruido)) continue;
    if (dentro.has(i)) {
      // "coleta de resíduos" ends where "resíduos de serviços de saúde" begins: the one that says more is what is meant.
      if (cheias(fichas, melhor.palavras) <= cheias(fichas, anterior!.palavras)) continue;
      achados.pop();
    }
    const palavras = dentro.has(i) ? [...anterior!.palavras, ...melhor.palavras.slice(1)] : melhor.palavras;
    achados.push({ ramos: melhor.ramos, palavras, ultima: palavras.at(-1)! });
    if (melhor.junto) for (const p of melhor.palavras) dentro.add(p);
  }
  return achados.filter((a) => !achados.some((b) => b !== a && (a.palavras.every((p) => b.palavras.includes(p)) || (a.palavras.length > 1 && b.palavras[0] === a.ultima)) && cheias(fichas, b.palavras) > cheias(fichas, a.palavras)));
}

interface Achado { readonly ramos: readonly number[]; readonly palavras: readonly number[]; readonly junto: boolean }

function longest(fichas: readonly Ficha[], no: No, palavras: readonly number[], saltou: boolean): Achado | null {
  let melhor: Achado | null = no.ramos ? { ramos: no.ramos, palavras, junto: !saltou } : null;
  if (no.filhos.size === 0) return melhor;
  const de = palavras.at(-1)!;
  let coordenou = false;
  let cheias = 0;
  for (let j = de + 1; j < fichas.length && cheias < MAX_SALTO; j++) {
    const f = fichas[j]!;
    if (f.corte || f.palavra === 'sem') break;
    coordenou ||= f.coordena;
    if (f.vazia) continue;
    const filho = no.filhos.get(f.termoDeClasse);
    if (filho && (cheias === 0 || (coordenou && !saltou && !fichas[palavras[0]!]!.ruido))) {
      const a = longest(fichas, filho, [...palavras, j], saltou || cheias > 0);
      if (a && (!melhor || a.palavras.length > melhor.palavras.length)) melhor = a;
    }
    if (!f.ruido) cheias++;
  }
  return melhor;
}
