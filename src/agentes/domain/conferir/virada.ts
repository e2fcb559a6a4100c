import { fold } from '../../../kernel/index.js';
import { withoutPlural } from './modalidade-deontica.js';
import { sameWords } from './polaridade.js';

const NEGA: ReadonlySet<string> = new Set(['nao', 'nem', 'sem', 'nunca', 'jamais', 'tampouco']);
/** "quem não apresentar…", "se não houver…": a condition, not a denial. */
const CONDICAO: ReadonlySet<string> = new Set(['quem', 'que', 'se', 'caso', 'quando', 'ou', 'ao', 'desde', 'enquanto', 'salvo', 'exceto']);
const LIGA: ReadonlySet<string> = new Set('a o as os de da do das dos e em na no nas nos ao aos um uma para por com que se ou'.split(' '));
/** Words that a negation reaches, and from which it surely does not. */
const ALCANCE = 5;
const FORA = 8;

const OUTRA_NEGACAO = /\b(?:ausencia|inexist\w+|vedad\w+|proib\w+|dispens\w+|imped\w+|isent\w+|sem)\b/;

interface Palavras {
  /** Words without the negations. */
  readonly lista: readonly string[];
  /** Whether a negation reaches each; null when it cannot be told. */
  readonly negada: readonly (boolean | null)[];
}

function readPalavras(texto: string): Palavras {
  const lista: string[] = [];
  const negada: (boolean | null)[] = [];
  const nega: number[] = [];
  let virgula = false;
  let desde = Number.NEGATIVE_INFINITY;
  let anterior = '';
  for (const m of sameWords(fold(withoutPlural(texto))).matchAll(/[a-z0-9]+|[.;,]/g)) {
    const p = m[0];
    if (p === '.' || p === ';') desde = Number.NEGATIVE_INFINITY;
    else if (p === ',') virgula = true;
    else if (NEGA.has(p)) { nega.push(lista.length); if (!CONDICAO.has(anterior)) { desde = lista.length; virgula = false; } }
    else {
      const longe = lista.length - desde;
      negada.push(longe >= FORA ? false : longe < ALCANCE && !virgula ? true : null);
      lista.push(p);
    }
    anterior = p;
  }
  // What comes before a "não" of its clause, or beside another word that denies, is not surely affirmed.
  const outra = OUTRA_NEGACAO.test(fold(texto));
  return { lista, negada: negada.map((n, i) => (n === false && (outra || nega.some((lugar) => lugar > i && lugar - i <= FORA)) ? null : n)) };
}

/** Words that deny each other; endings of gender and number are left out. */
const OPOSTAS: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:vedad[oa]s?|proibid[oa]s?)$/, /^(?:permitid|admitid|facultad|autorizad|aceit)[oa]s?$/], [/^obrigatori[oa]s?$/, /^(?:facultativ|opcion)\w+$/], [/^exig\w+$/, /^dispensa\w*$/], [/^maior(?:es)?$/, /^menor(?:es)?$/], [/^maxim[oa]s?$/, /^(?:minim|medi)[oa]s?$/], [/^superior(?:es)?$/, /^inferior(?:es)?$/],
  [/^antes$/, /^(?:depois|apos)$/], [/^inclui\w*|inclus[oa]s?$/, /^exclui\w*|exclus[oa]s?$/], [/^integral(?:mente)?$/, /^parcial(?:mente)?$/], [/^primeir[oa]s?$/, /^ultim[oa]s?$/], [/^anterior(?:es)?$/, /^posterior(?:es)?$/],
];
const opostaDe = (p: string): RegExp | undefined => OPOSTAS.flatMap(([a, b]) => (a.test(p) ? [b] : b.test(p) ? [a] : []))[0];

const key = (a: string, b: string): string => `${a} ${b}`;

const MODAL: ReadonlySet<string> = new Set('sera serao seria e sao foi foram podera poderao pode podem devera deverao deve devem tera terao tem ha havera cabera cabe fica ficara ficam'.split(' '));
const wordsOf = (texto: string): string[] => sameWords(fold(withoutPlural(texto))).match(/[a-z0-9]+/g) ?? [];

/** Words before, among which a negation still reaches. */
const PERTO = 3;
/** A "não" of one text whose next three words stand in the others without it. */
function hasNaoAMais(a: readonly string[], outros: readonly (readonly string[])[]): boolean {
  return a.some((p, i) => {
    if (p !== 'nao' || (CONDICAO.has(a[i - 1] ?? '') && !MODAL.has(a[i + 1] ?? ''))) return false;
    const alvo = a.slice(i + 1, i + 4);
    if (alvo.length < 3) return false;
    const antes = outros.flatMap((b) => b.flatMap((q, j) => (q === alvo[0] && b[j + 1] === alvo[1] && b[j + 2] === alvo[2] ? [b.slice(Math.max(0, j - PERTO), j)] : [])));
    return antes.length > 0 && antes.every((q) => !q.some((p2) => NEGA.has(p2)));
  });
}

/** True when a sentence retells its quotes, read together, with a "não" more or less, or with a word turned into its contrary. */
export function isVirada(frase: string, citacoes: readonly string[]): boolean {
  const ditas = wordsOf(frase);
  const citadas = citacoes.map(wordsOf);
  if (hasNaoAMais(ditas, citadas) || citadas.some((c, i) => hasNaoAMais(c, [ditas]) && !citadas.some((o, j) => j !== i && hasNaoAMais(c, [o])))) return true;
  const f = readPalavras(frase);
  const lidas = citacoes.map(readPalavras);
  const naCitacao = new Map<string, Set<boolean | null>>();
  for (const c of lidas) {
    c.lista.forEach((p, i) => {
      const proxima = c.lista[i + 1];
      if (proxima === undefined) return;
      (naCitacao.get(key(p, proxima)) ?? naCitacao.set(key(p, proxima), new Set()).get(key(p, proxima))!).add(c.negada[i]!);
    });
  }
  const negacaoTrocada = f.lista.some((p, i) => {
    const proxima = f.lista[i + 1];
    if (proxima === undefined || LIGA.has(p) || LIGA.has(proxima) && LIGA.has(f.lista[i + 2] ?? 'a')) return false;
    const sinais = naCitacao.get(key(p, proxima));
    return sinais !== undefined && f.negada[i] !== null && !sinais.has(null) && !sinais.has(f.negada[i]!);
  });
  return negacaoTrocada || f.lista.some((p, i) => f.negada[i] !== true && isTrocada(p, f.lista[i - 1], f.lista[i + 1], lidas, naCitacao));
}

/** The word is not in the quotes, and its contrary stands there between the same neighbours. */
function isTrocada(p: string, antes: string | undefined, depois: string | undefined, lidas: readonly Palavras[], pares: ReadonlyMap<string, unknown>): boolean {
  const oposta = opostaDe(p);
  if (!oposta || lidas.some((c) => c.lista.includes(p))) return false;
  return lidas.some(({ lista, negada }) => lista.some((q, i) => oposta.test(q) && negada[i] !== true && ((antes !== undefined && pares.has(key(antes, q))) || (depois !== undefined && pares.has(key(q, depois))))));
}
