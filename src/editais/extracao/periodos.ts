import type { Periodo } from '../domain/fato.js';
import { parseExtenso } from './numeros.js';

const PALAVRA =
  '(?:h?uma?|dois|duas|tres|quatro|cinco|seis|sete|oito|nove|dez|onze|doze|treze|[qc]u?atorze|quinze|dezess?eis|dezess?ete|dezoito|dezenove|vinte|trinta|quarenta|cinquenta|sessenta|setenta|oitenta|noventa|cento|cem|duzentos|trezentos)';
const EXTENSO = String.raw`${PALAVRA}(?:\s+e\s+${PALAVRA}){0,2}`;
const DIGITOS = String.raw`(?<![\d.,/-])(?:\(\s?)?(?<digitos>\d{1,4})\s?\)?\s?(?:º|ª|o\b)?\s*(?:\(\s*(?<parenteses>[^()]{1,45})\s*\)|(?<solto>${EXTENSO}))?`;
const PALAVRAS = String.raw`\b(?<palavras>${EXTENSO})\s*(?:\(\s*(?<cifra>\d{1,4})\s*\))?`;
/** Source of a period on folded text: "30 (trinta) dias úteis", "01 (um) ano", "dez dias", "10º (décimo) dia útil", "24h". */
export const PERIODO = String.raw`(?:${DIGITOS}|${PALAVRAS})\s*(?<unidade>dias?|ddl|mes(?:es)?|anos?|horas?|hs?)\b(?<uteis>\s*\(?\s?(?:uteis|util)\b)?`;

export interface PeriodoLido {
  readonly valor: Periodo;
  /** The number in words, when it disagrees with the digits. */
  readonly conflito?: number;
  readonly inicio: number;
  readonly fim: number;
}

type Grupos = Readonly<Record<string, string | undefined>>;

/** Unit of the field's type and how many of them one printed unit is: years become months. */
function readUnidade(g: Grupos): { unidade: Periodo['unidade']; fator: number } {
  const u = g['unidade']!;
  if (u.startsWith('a')) return { unidade: 'meses', fator: 12 };
  if (u.startsWith('m')) return { unidade: 'meses', fator: 1 };
  if (u.startsWith('h')) return { unidade: 'horas', fator: 1 };
  return { unidade: g['uteis'] ? 'dias_uteis' : 'dias', fator: 1 };
}

/** The period of a match of `PERIODO`; null when it is no number above zero. Digits win over words. */
export function readPeriodo(g: Grupos): { valor: Periodo; conflito?: number } | null {
  const cifras = g['digitos'] ?? g['cifra'];
  const escrito = g['parenteses'] ?? g['solto'] ?? g['palavras'];
  const porExtenso = escrito ? parseExtenso(escrito.replace(/\b(?:dias?|meses|mes|anos?|horas?|uteis)\b/g, ' ')) : null;
  const n = cifras !== undefined ? Number(cifras) : porExtenso;
  if (!n || n > 3660) return null;
  const { unidade, fator } = readUnidade(g);
  const valor = { n: n * fator, unidade };
  return cifras !== undefined && porExtenso !== null && porExtenso !== n ? { valor, conflito: porExtenso } : { valor };
}

/** Every period of [inicio, fim) of the folded text, in order. */
export function findPeriodos(dobrado: string, inicio: number, fim: number): PeriodoLido[] {
  const lidos: PeriodoLido[] = [];
  for (const m of dobrado.slice(inicio, fim).matchAll(new RegExp(PERIODO, 'g'))) {
    const lido = readPeriodo(m.groups ?? {});
    if (!lido) continue;
    lidos.push({ ...lido, inicio: inicio + m.index, fim: inicio + m.index + m[0].length });
  }
  return lidos;
}

/** "12 meses", "1 ano" and "365 dias" are the same term. */
export function samePeriodo(a: Periodo, b: Periodo): boolean {
  const k = (p: Periodo): string => (p.unidade === 'dias' && p.n % 365 === 0 ? `${(p.n / 365) * 12}meses` : `${p.n}${p.unidade}`);
  return k(a) === k(b);
}

/** Portuguese note for digits and words that disagree. */
export const notaConflito = (p: { valor: Periodo; conflito?: number }): string | undefined =>
  p.conflito === undefined ? undefined : `CONFLITO: o número (${p.valor.n}) e o extenso (${p.conflito}) divergem.`;
