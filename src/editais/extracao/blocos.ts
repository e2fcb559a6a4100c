import { isInicioDeLinhaPropria } from '../domain/inicio-de-linha.js';
import type { TextoEdital } from '../domain/texto-edital.js';

/** A stretch of the text, [inicio, fim) in offsets of `TextoEdital.texto`. */
export interface Intervalo {
  readonly inicio: number;
  readonly fim: number;
}

/** Start of a numbered item ("8.1.3 ", "10. Do"), letter ("b.1)", "a)"), roman number, paragraph, clause or bullet, at the start of a line. */
const INICIO_ITEM =
  /^[ \t]{0,8}(?:\d{1,2}(?:\s?\.\s?\d{1,2}(?!\d)){1,6}\s?[.)]?\s?[-:]?\s?(?![\d%])|\d{1,2}\s?[.)-]{1,2}\s+["(a-z]|[a-z]{1,2}\d{0,2}(?:\.\d{1,2}){0,3}\s?\)|[a-z](?:\.\d{1,2}){1,3}[.\s]|[ivx]{1,5}\s?[-.)]\s|paragrafo\s|§|clausula\s|[-*■▪●]\s+["(a-z]|anexo\s+[ivx\d]+\s)/;

const FIM_DE_FRASE = /[.;?!]/;
const ABREVIATURA = /(?:^|[^a-z])(?:art|arts|inc|incs|nr|dr|dra|sr|sra|eng|av|pag|fl|fls|ex|cf|tel|min|ref|qtd|qtde|quant|und|vr|[a-z])$/;

/** True when an item or a paragraph starts at `i`. A page break alone is no start: items run over pages. */
function isInicio(t: TextoEdital, i: number): boolean {
  const anterior = t.dobrado[i - 1];
  if (anterior === undefined) return true;
  if (anterior !== '\n' && anterior !== '\f') return false;
  return (anterior === '\n' && t.dobrado[i - 2] === '\n') || INICIO_ITEM.test(t.dobrado.slice(i, i + 40)) || isInicioDeLinhaPropria(t.texto, i);
}

/** The numbered item, letter or paragraph around [inicio, fim), over page breaks; at most `maximo` characters each way. */
export function blocoEm(t: TextoEdital, inicio: number, fim = inicio, maximo = 900): Intervalo {
  let a = inicio;
  while (a > 0 && inicio - a < maximo && !isInicio(t, a)) a--;
  let b = Math.max(fim, inicio + 1);
  while (b < t.dobrado.length && b - fim < maximo && !isInicio(t, b)) b++;
  return trim(t, a, b);
}

/** Without white space at the ends: a page break there would put the end on the next page. */
function trim(t: TextoEdital, inicio: number, fim: number): Intervalo {
  let a = inicio;
  let b = fim;
  while (b > a && /\s/.test(t.dobrado[b - 1]!)) b--;
  while (a < b && /\s/.test(t.dobrado[a]!)) a++;
  return { inicio: a, fim: b };
}

/** The sentence around [inicio, fim) inside its item: up to a full stop or semicolon that ends one, not an abbreviation's. */
export function fraseEm(t: TextoEdital, inicio: number, fim = inicio, maximo = 900): Intervalo {
  const bloco = blocoEm(t, inicio, fim, maximo);
  let a = inicio;
  while (a > bloco.inicio && !isFimDeFrase(t, a - 1)) a--;
  let b = Math.max(fim, inicio + 1);
  while (b < bloco.fim && !isFimDeFrase(t, b - 1)) b++;
  return trim(t, a, b);
}

function isFimDeFrase(t: TextoEdital, i: number): boolean {
  const c = t.dobrado[i]!;
  if (!FIM_DE_FRASE.test(c) || !/\s/.test(t.dobrado[i + 1] ?? ' ')) return false;
  if (c === ';') return true;
  const proximo = /\S/.exec(t.texto.slice(i + 1, i + 8))?.[0] ?? '';
  return !/\p{Ll}/u.test(proximo) && !(c === '.' && ABREVIATURA.test(t.dobrado.slice(Math.max(0, i - 6), i)));
}

/** Folded text of an interval with white space collapsed, for tests that need no offsets. */
export const dobradoDe = (t: TextoEdital, { inicio, fim }: Intervalo): string => t.dobrado.slice(inicio, fim).replace(/\s+/g, ' ').trim();

const MAIOR_PROVA = 360;
/** The stretch to quote: the whole when it fits on one page and in a quote, else only the part that shows the value. */
export function chooseProva(t: TextoEdital, todo: Intervalo, valor: Intervalo): Intervalo {
  const cabe = todo.fim - todo.inicio <= MAIOR_PROVA && t.paginaEm(todo.inicio) === t.paginaEm(Math.max(todo.inicio, todo.fim - 1));
  const { inicio, fim } = cabe ? todo : valor;
  return { inicio, fim };
}
