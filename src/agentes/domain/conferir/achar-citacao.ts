import { fold, normalizeText, squeeze, TRECHO_MAXIMO, TRECHO_MINIMO } from '../../../kernel/index.js';
import { lettersDobradas, type PaginaDobrada } from './dobrar-pagina.js';

/** A stretch of a page. */
export interface Zona {
  readonly inicio: number;
  readonly fim: number;
}

/** A quote made ready to be looked for on many pages. */
export interface CitacaoPreparada {
  readonly inteira: Parte;
  /** What stands between "[...]"; empty when it does not jump. */
  readonly partes: readonly Parte[];
}
interface Parte {
  readonly letras: string;
  readonly sinais: string;
  /** It ends with a mark of its own, which is kept. */
  readonly fechada: boolean;
}

export function prepararCitacao(trecho: string): CitacaoPreparada {
  const dado = fold(normalizeText(trecho));
  const partes = RETICENCIAS.test(dado) ? dado.split(RETICENCIAS).map(prepararParte).filter((p) => p.letras) : [];
  return { inteira: prepararParte(dado), partes };
}
const prepararParte = (dado: string): Parte => ({ letras: lettersDobradas(dado), sinais: signsOf(dado), fechada: /[).,;:!?\]]\s*$/.test(dado) });

/** The zones of the page that the quote is made of (one; more when it jumps with "[...]"); null when it does not stand there. */
export function acharCitacao(p: PaginaDobrada, { inteira, partes }: CitacaoPreparada): Zona[] | null {
  const zona = acharParte(p, inteira, 0);
  if (zona) return [zona];
  return partes.length ? acharPartes(p, partes) : null;
}

const RETICENCIAS = /\s*(?:[[(]\s*(?:\.{3,}|…|\.\.)\s*[\])]|…|\.{3,})\s*/;

/** Each part after the one before it: the whole span when it fits in a quote, else the parts that are quotes by themselves. */
function acharPartes(p: PaginaDobrada, partes: readonly Parte[]): Zona[] | null {
  const zonas: Zona[] = [];
  let desde = 0;
  for (const parte of partes) {
    const zona = acharParte(p, parte, desde);
    if (!zona) return null;
    zonas.push(zona);
    desde = zona.fim;
  }
  if (!zonas.length) return null;
  const toda = { inicio: zonas[0]!.inicio, fim: zonas.at(-1)!.fim };
  if (squeeze(p.texto.slice(toda.inicio, toda.fim)).length <= TRECHO_MAXIMO) return [toda];
  const longas = zonas.filter((z) => z.fim - z.inicio >= TRECHO_MINIMO);
  return longas.length ? longas : null;
}

/** First place at or after `desde` where the letters stand with the same numbers and signs, opened to whole words. */
function acharParte(p: PaginaDobrada, { letras, sinais, fechada }: Parte, desde: number): Zona | null {
  if (!letras) return null;
  for (let i = p.letras.indexOf(letras); i >= 0; i = p.letras.indexOf(letras, i + 1)) {
    const inicio = p.lugares[i]!;
    if (inicio < desde) continue;
    const fim = closeFim(p.dobrado, p.lugares[i + letras.length - 1]! + 1, fechada);
    if (signsOf(p.dobrado.slice(openInicio(p.dobrado, inicio), fim)) === sinais) return fit(p, inicio, fim);
  }
  return null;
}

const NUMERO = /\d+(?:\s*[.,:/-]\s*\d+)*(?:\s*%)?|r\s?\$|%/g;
/** Numbers as written, per cent and currency signs: what letters alone would let change. */
const signsOf = (dobrado: string): string => (dobrado.match(NUMERO) ?? []).map((x) => x.replace(/\s+/g, '')).join(' ');

/** A currency sign just before, a per cent sign just after, belong to the stretch. */
const openInicio = (t: string, inicio: number): number => (t[inicio - 1] === '$' ? inicio - 1 : inicio);
function closeFim(t: string, fim: number, fechado: boolean): number {
  const depois = (fechado ? /^\s{0,2}%|^[)\].,;:!?"'ºª]+/ : /^\s{0,2}%|^[ºª]/).exec(t.slice(fim, fim + 4));
  return depois ? fim + depois[0].trimEnd().length : fim;
}

const PALAVRA = /[\p{L}\p{N}]/u;
/** Small words before the quote that would turn it round: they come with it. */
const VIRADA = /(?:^|[^a-z])((?:nao|nem|sem|nunca|jamais|tampouco|salvo|exceto)\s+(?:se\s+|lhe\s+|sera\s+|serao\s+|e\s+)?)$/;

/** Whole words and whole numbers, with the negation that stands right before; cut at the last whole word when too long. */
function fit(p: PaginaDobrada, de: number, ate: number): Zona {
  let inicio = de;
  while (inicio > 0 && joins(p.texto, inicio - 1, inicio)) inicio--;
  let fim = ate;
  while (fim < p.texto.length && joins(p.texto, fim - 1, fim)) fim++;
  const virada = VIRADA.exec(p.dobrado.slice(Math.max(0, inicio - 24), inicio).replace(/\s/g, ' '));
  if (virada) inicio -= virada[1]!.length;
  while (squeeze(p.texto.slice(inicio, fim)).length > TRECHO_MAXIMO) {
    const corte = p.texto.slice(inicio, fim).trimEnd().search(/\s+\S+$/);
    if (corte <= 0) return { inicio, fim: inicio + TRECHO_MAXIMO };
    fim = inicio + corte;
  }
  return { inicio, fim };
}

/** Two neighbouring characters of one word, or of one number ("1.000" of "1.000.000,00"). */
function joins(t: string, a: number, b: number): boolean {
  const x = t[a]!;
  const y = t[b]!;
  if (PALAVRA.test(x) && PALAVRA.test(y)) return true;
  if (/\d/.test(x)) return /[.,/]/.test(y) && /\d/.test(t[b + 1] ?? '');
  return /[.,/]/.test(x) && /\d/.test(y) && /\d/.test(t[a - 1] ?? '');
}
