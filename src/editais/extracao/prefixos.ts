import { CLASSE, DIGITO, LETRA, QUALQUER, classOf } from './classes-de-caractere.js';

/** Characters of a prefix that are looked at. */
export const TAMANHO = 3;
/** More ways to begin than this tell little: the expression is scanned for as usual. */
const MAX_PREFIXOS = 600;

/** One way a match may begin: for each of its first characters the classes it may have, as bits. */
export interface Prefixo {
  readonly mascaras: readonly number[];
  /** Begins with `\b`. */
  readonly palavra: boolean;
}

const NADA: Prefixo = { mascaras: [], palavra: false };

class Desistencia extends Error {}

/**
 * Every way a match of the expression may begin, never fewer than there are: what is not understood counts as any
 * character. Null when there are too many, or the expression has flags that change what its characters mean.
 */
export function readPrefixos(padrao: RegExp): readonly Prefixo[] | null {
  if (/[imsuvy]/.test(padrao.flags)) return null;
  try {
    return new Leitor(padrao.source).readTudo();
  } catch (erro) {
    if (erro instanceof Desistencia) return null;
    throw erro;
  }
}

/** Reads an expression's source from left to right. */
class Leitor {
  private i = 0;
  constructor(private readonly s: string) {}

  readTudo(): readonly Prefixo[] {
    const prefixos = this.readAlternativas();
    if (this.i < this.s.length) throw new Desistencia();
    return prefixos;
  }

  private readAlternativas(): readonly Prefixo[] {
    let todas = this.readSequencia();
    while (this.s[this.i] === '|') {
      this.i++;
      todas = unite([...todas, ...this.readSequencia()]);
    }
    return todas;
  }

  private readSequencia(): readonly Prefixo[] {
    let prefixos: readonly Prefixo[] = [NADA];
    while (this.i < this.s.length && this.s[this.i] !== '|' && this.s[this.i] !== ')') prefixos = concat(prefixos, this.readQuantificado());
    return prefixos;
  }

  private readQuantificado(): readonly Prefixo[] {
    const atomo = this.readAtomo();
    const m = /^(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/.exec(this.s.slice(this.i, this.i + 16));
    if (!m) return atomo;
    this.i += m[0].length;
    const min = m[1] ? Number(m[1] === '+') : Number(m[2]);
    const max = m[1] ? (m[1] === '?' ? 1 : TAMANHO) : m[4] ? Number(m[4]) : m[3] ? TAMANHO : min;
    return repeat(atomo, Math.min(min, TAMANHO), Math.min(max, TAMANHO));
  }

  private readAtomo(): readonly Prefixo[] {
    const c = this.s[this.i++]!;
    if (c === '(') return this.readGrupo();
    if (c === '[') return unidade(this.readClasse());
    if (c === '\\') return this.readEscape();
    if (c === '^' || c === '$') return [NADA];
    return unidade(c === '.' ? QUALQUER : classOf(c));
  }

  private readGrupo(): readonly Prefixo[] {
    const abre = /^\?(?:<?[=!]|:|<\w+>)/.exec(this.s.slice(this.i, this.i + 40))?.[0] ?? '';
    if (!abre && this.s[this.i] === '?') throw new Desistencia();
    this.i += abre.length;
    const dentro = this.readAlternativas();
    if (this.s[this.i++] !== ')') throw new Desistencia();
    return /[=!]/.test(abre) ? [NADA] : dentro;
  }

  private readEscape(): readonly Prefixo[] {
    const c = this.s[this.i]!;
    if (c === 'b' || c === 'B') {
      this.i++;
      return [{ mascaras: [], palavra: c === 'b' }];
    }
    return unidade(this.readClasseEscapada());
  }

  /** What stands after a backslash, as classes. */
  private readClasseEscapada(): number {
    const c = this.s[this.i++]!;
    if (CLASSE[c] !== undefined) return CLASSE[c];
    // references, \x41, \u0041, \p{L}
    if (/[0-9kxupPcbB]/.test(c)) throw new Desistencia();
    return /[a-z]/i.test(c) ? QUALQUER : classOf(c);
  }

  private readClasse(): number {
    const negada = this.s[this.i] === '^';
    let classes = 0;
    while (this.i < this.s.length && this.s[this.i] !== ']') {
      const c = this.s[this.i++]!;
      if (this.s[this.i] === '-' && this.s[this.i + 1] !== ']' && c !== '\\') {
        classes |= rangeOf(c, this.s[this.i + 1]!);
        this.i += 2;
      } else classes |= c === '\\' ? this.readClasseEscapada() : classOf(c);
    }
    this.i++;
    // A class may hold more characters than the ones excluded.
    return negada ? QUALQUER : classes;
  }
}

function rangeOf(a: string, b: string): number {
  if (b === '\\' || a > b) throw new Desistencia();
  if (a === 'a' && b === 'z') return LETRA;
  if (a >= '0' && b <= '9') return DIGITO;
  if (b.charCodeAt(0) > 127) return QUALQUER;
  let classes = 0;
  for (let k = a.charCodeAt(0); k <= b.charCodeAt(0); k++) classes |= classOf(String.fromCharCode(k));
  return classes;
}

const unidade = (classes: number): readonly Prefixo[] => [{ mascaras: [classes], palavra: false }];

function concat(a: readonly Prefixo[], b: readonly Prefixo[]): readonly Prefixo[] {
  if (a.every((x) => x.mascaras.length >= TAMANHO)) return a;
  return unite(a.flatMap((x) => (x.mascaras.length >= TAMANHO ? [x] : b.map((y) => ({
    mascaras: [...x.mascaras, ...y.mascaras].slice(0, TAMANHO), palavra: x.palavra || (!x.mascaras.length && y.palavra),
  })))));
}

function repeat(atomo: readonly Prefixo[], min: number, max: number): readonly Prefixo[] {
  let vezes: readonly Prefixo[] = [NADA];
  let todas: readonly Prefixo[] = min === 0 ? vezes : [];
  for (let n = 1; n <= max; n++) {
    vezes = concat(vezes, atomo);
    if (n >= min) todas = unite([...todas, ...vezes]);
  }
  return todas;
}

function unite(prefixos: readonly Prefixo[]): readonly Prefixo[] {
  const unicos = new Map(prefixos.map((p) => [`${p.palavra ? 1 : 0}${p.mascaras.join()}`, p]));
  if (unicos.size > MAX_PREFIXOS) throw new Desistencia();
  return [...unicos.values()];
}

