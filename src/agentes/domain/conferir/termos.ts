import { isVazia, stem, tokenize } from '../../../portugues/index.js';
import { CONCEITOS, LIVRES } from './vocabulario.js';

/** A word of content with its place. */
export interface Termo {
  /** Stem, or the concept that its family shares. */
  readonly raiz: string;
  readonly inicio: number;
  readonly fim: number;
}

/** Words of content of a text, numbers and words that anyone may use left out. */
export function readTermos(texto: string): Termo[] {
  const termos: Termo[] = [];
  for (const p of tokenize(texto)) {
    if (/^[\d%]/.test(p.texto) || p.texto.length < 2 || isVazia(p.texto)) continue;
    const raiz = conceptOf(p.texto);
    if (!LIVRES.has(raiz) && !/^\d/.test(raiz)) termos.push({ raiz, inicio: p.inicio, fim: p.fim });
  }
  return termos;
}

/** Stems alone, words of one family apart: what tells a fact from its neighbours. */
export function radicaisDe(texto: string): ReadonlySet<string> {
  return new Set(tokenize(texto).filter((p) => !/^[\d%]/.test(p.texto) && p.texto.length > 1 && !isVazia(p.texto)).map((p) => stem(p.texto)).filter((r) => !LIVRES.has(r) && !/^\d/.test(r)));
}

export const termosDe = (texto: string): ReadonlySet<string> => new Set(readTermos(texto).map((t) => t.raiz));

const conceptOf = (palavra: string): string => {
  const raiz = stem(palavra);
  return CONCEITOS.get(palavra) ?? CONCEITOS.get(raiz) ?? raiz;
};

/** How much of `de` is in `em`, 0 to 1; 1 when there is nothing to look for. */
export function share(de: ReadonlySet<string>, em: ReadonlySet<string>): number {
  if (!de.size) return 1;
  let n = 0;
  for (const t of de) if (em.has(t)) n++;
  return n / de.size;
}

/** A set of terms that also finds words of one root: "engenheiro" in "engenharia". */
export function createBusca(termos: Iterable<string>): (termo: string) => boolean {
  const todos = new Set(termos);
  const inicios = new Set([...todos].filter((t) => t.length >= 7 && !t.startsWith('=')).map((t) => t.slice(0, 7)));
  return (t) => todos.has(t) || (t.length >= 7 && !t.startsWith('=') && inicios.has(t.slice(0, 7)));
}

export const common = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  let n = 0;
  for (const t of a) if (b.has(t)) n++;
  return n;
};

/** Clauses of a sentence: what stands between strong marks. Offsets of the text. */
export function clausesOf(texto: string): { readonly inicio: number; readonly fim: number }[] {
  const cortes = [...texto.matchAll(/[;:()]|[.!?](?=\s|$)|,(?=\s)|\s(?:e|mas|enquanto|por[eé]m|embora|al[eé]m de|bem como|sendo que|j[aá] que)\s/gi)];
  const partes: { inicio: number; fim: number }[] = [];
  let desde = 0;
  for (const m of cortes) {
    partes.push({ inicio: desde, fim: m.index });
    desde = m.index + m[0].length;
  }
  partes.push({ inicio: desde, fim: texto.length });
  return partes.filter((p) => texto.slice(p.inicio, p.fim).trim().length > 0);
}
