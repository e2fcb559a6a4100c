import { parseNumeroBr, toDinheiro, type DecimalTexto } from '../../kernel/index.js';
import type { TextoEdital } from '../domain/texto-edital.js';
import { parseDinheiroExtenso } from './dinheiro-extenso.js';
import { readRotulos } from './rotulos.js';

/** An amount of money in the text. */
export interface Quantia {
  readonly valor: DecimalTexto;
  readonly inicio: number;
  readonly fim: number;
  /** The words in parentheses after it: they agree, disagree (`extenso` holds them) or are missing. */
  readonly conferencia: 'confere' | 'diverge' | 'sem_extenso';
  readonly extenso: DecimalTexto | null;
  /** End of the words in parentheses; `fim` when there are none. */
  readonly fimExtenso: number;
  /** Digits such as "3.420,000,00": the value is that of the words. */
  readonly malformada: boolean;
  /** Printed with "R$". */
  readonly comCifrao: boolean;
  /** Nearest first (see `readRotulos`), none of them from before the previous amount. */
  readonly rotulos: readonly string[];
  /** Amounts with nothing between them ("TOTAL 1.200,00 14.400,00") make a row: index of its first and of its last in the list. */
  readonly linha: { readonly de: number; readonly ate: number };
}

const NUMERO = String.raw`(?<![\d.,/-]|us\s?\$\s?|u\$\s?)(?<n>\d{1,3}(?:\.\d{3})+,\d{2,4}|\d+,\d{2,4})(?![\d]|[.,]\d|\s?%|/\d)`;
const COM_CIFRAO = String.raw`(?<!u)r\s?\$\s*\)?\s*:?\s*(?:r\$\s*)?(?<v>\d{1,3}(?:[.,]\d{3})*(?:[.,]\d{1,4})?|\d+(?:,\d{1,4})?)(?![\d]|[.,]\d)`;
const EXTENSO = /^\s*[-–:]?\s*\(\s*([a-z\s,;.-]{6,260}?)\s*(?:\)|$)/;
const ENTRE = /^[ \t|/–-]*\n?[ \t|/–-]*(?:r\s?\$)?[\s|–-]*$/;
const MAX_QUANTIAS = 6000;
const MAX_LINHA = 10;

/** Amounts of the text in order: after "R$", or bare numbers with cents. */
export function findQuantias(t: TextoEdital): Quantia[] {
  const brutas: Omit<Quantia, 'rotulos' | 'linha'>[] = [];
  for (const m of t.dobrado.matchAll(new RegExp(`${COM_CIFRAO}|${NUMERO}`, 'g'))) {
    const lida = readQuantia(t, m);
    if (lida) brutas.push(lida);
    if (brutas.length >= MAX_QUANTIAS) break;
  }
  const juntas = brutas.map((q, i) => i > 0 && ENTRE.test(t.dobrado.slice(brutas[i - 1]!.fim, q.inicio)));
  return brutas.map((q, i) => {
    let de = i;
    while (juntas[de] && i - de < MAX_LINHA) de--;
    let ate = i;
    while (juntas[ate + 1] && ate - i < MAX_LINHA) ate++;
    return { ...q, rotulos: juntas[i] ? [] : readRotulos(t, q.inicio, brutas[i - 1]?.fim ?? 0), linha: { de, ate } };
  });
}

function readQuantia(t: TextoEdital, m: RegExpMatchArray): Omit<Quantia, 'rotulos' | 'linha'> | null {
  const inicio = m.index!;
  const fim = inicio + m[0].length;
  const digitos = m.groups!['v'] ?? m.groups!['n']!;
  const palavras = EXTENSO.exec(t.dobrado.slice(fim, fim + 320));
  const extenso = palavras ? parseDinheiroExtenso(palavras[1]!) : null;
  const bruto = parseNumeroBr(digitos);
  const base = { inicio, fim, extenso, fimExtenso: fim + (extenso !== null ? palavras![0].length : 0), comCifrao: m.groups!['v'] !== undefined };
  if (bruto === null) return extenso === null ? null : { ...base, valor: extenso, conferencia: 'confere', malformada: true };
  const valor = toDinheiro(bruto);
  return { ...base, valor, malformada: false, conferencia: extenso === null ? 'sem_extenso' : extenso === valor ? 'confere' : 'diverge' };
}

/** True when a quote shows an amount: as digits, or in words. */
export function mostraDinheiro(valor: DecimalTexto, trecho: string): boolean {
  const numeros = trecho.match(/\d[\d.]*(?:,\d+)?/g) ?? [];
  if (numeros.some((n) => { const v = parseNumeroBr(n); return v !== null && toDinheiro(v) === valor; })) return true;
  return [...trecho.matchAll(/\(([^()]{6,260})\)?/g)].some((m) => parseDinheiroExtenso(m[1]!) === valor);
}
