import { PALAVRA, classNumber } from './classes-de-caractere.js';
import { oncePorExpressao } from './once.js';
import { TAMANHO, readPrefixos, type Prefixo } from './prefixos.js';

/** Classes of three characters, five bits each. */
const CODIGOS = 1 << (5 * TAMANHO);
/** Where the class of the first character stands in a code. */
const PRIMEIRO = 5 * (TAMANHO - 1);
/** An expression that may begin in more ways than this is scanned for as usual. */
const MAX_CODIGOS = 4000;
/** Trying a place costs as much as scanning past this many characters. */
const CUSTO_DE_TENTAR = 40;

/** Places of a text by the classes of the three characters that stand there. */
interface Indice {
  /** Places of code k: `lugares` from `inicios[k]` to `inicios[k + 1]`, ascending. */
  readonly inicios: Uint32Array;
  readonly lugares: Uint32Array;
}

/** Where a match may begin in a text: lets an expression be tried there only, instead of scanned for. */
export class IndiceInicios {
  private readonly palavras: Indice;
  private readonly todos: Indice;
  private readonly limite: number;

  constructor(texto: string) {
    const codigos = codesOf(texto);
    this.palavras = index(codigos, true);
    this.todos = index(codigos, false);
    this.limite = texto.length / CUSTO_DE_TENTAR;
  }

  /** Every place where a match of `padrao` may begin, ascending; null when there are so many that a scan is faster. */
  find(padrao: RegExp): Uint32Array | null {
    const inicio = inicioDe(padrao);
    if (!inicio) return null;
    const { inicios, lugares } = inicio.palavra ? this.palavras : this.todos;
    let total = 0;
    for (const k of inicio.codigos) if ((total += inicios[k + 1]! - inicios[k]!) > this.limite) return null;
    const achados = new Uint32Array(total);
    let n = 0;
    for (const k of inicio.codigos) for (let i = inicios[k]!; i < inicios[k + 1]!; i++) achados[n++] = lugares[i]!;
    return achados.sort();
  }
}

/** The code of each place: the class of its character in the highest bits, then those of the ones that follow. */
function codesOf(texto: string): Uint16Array {
  const codigos = new Uint16Array(texto.length);
  let codigo = 0;
  for (let i = texto.length - 1; i >= 0; i--) codigos[i] = codigo = (codigo >> 5) | (classNumber(texto.charCodeAt(i)) << PRIMEIRO);
  return codigos;
}

/** Counting sort of the places by code; `soPalavras`: only where a word begins. */
function index(codigos: Uint16Array, soPalavras: boolean): Indice {
  const inicios = new Uint32Array(CODIGOS + 1);
  for (let i = 0; i < codigos.length; i++) if (!soPalavras || beginsWord(codigos, i)) inicios[codigos[i]! + 1]!++;
  for (let k = 0; k < CODIGOS; k++) inicios[k + 1]! += inicios[k]!;
  const proximo = inicios.slice();
  const lugares = new Uint32Array(inicios[CODIGOS]!);
  for (let i = 0; i < codigos.length; i++) if (!soPalavras || beginsWord(codigos, i)) lugares[proximo[codigos[i]!]!++] = i;
  return { inicios, lugares };
}

const isPalavra = (codigo: number): boolean => (PALAVRA & (1 << (codigo >> PRIMEIRO))) !== 0;
const beginsWord = (codigos: Uint16Array, i: number): boolean => isPalavra(codigos[i]!) && (i === 0 || !isPalavra(codigos[i - 1]!));

interface Inicio {
  readonly codigos: readonly number[];
  /** Only at the beginning of a word. */
  readonly palavra: boolean;
}

const inicioDe = oncePorExpressao((padrao) => computeInicio(readPrefixos(padrao)));

function computeInicio(prefixos: readonly Prefixo[] | null): Inicio | null {
  if (!prefixos) return null;
  const codigos = new Set<number>();
  for (const p of prefixos) {
    expand(p.mascaras, 0, 0, codigos);
    if (codigos.size > MAX_CODIGOS) return null;
  }
  return { codigos: [...codigos], palavra: prefixos.every((p) => p.palavra && p.mascaras.length > 0 && (p.mascaras[0]! & ~PALAVRA) === 0) };
}

/** Adds every code that the masks allow; past the last mask any character will do. */
function expand(mascaras: readonly number[], k: number, codigo: number, codigos: Set<number>): void {
  if (k === TAMANHO) return void codigos.add(codigo);
  const mascara = mascaras[k] ?? -1;
  for (let c = 0; c < 32 && codigos.size <= MAX_CODIGOS; c++) if (mascara & (1 << c)) expand(mascaras, k + 1, (codigo << 5) | c, codigos);
}
