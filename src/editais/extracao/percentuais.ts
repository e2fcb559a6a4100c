import { Decimal } from 'decimal.js';
import type { DecimalTexto } from '../../kernel/index.js';
import { parseExtenso } from './numeros.js';

const UNIDADE = '(?:meio|zero|h?um|dois|tres|quatro|cinco|seis|sete|oito|nove|dez|doze|quinze|vinte|trinta|quarenta|cinquenta)';
const EXTENSO = String.raw`${UNIDADE}(?:\s+(?:e\s+)?${UNIDADE}){0,2}(?:\s+(?:decimos?|centesimos?|milesimos?))?`;
/** Source of a percentage on folded text: "0,5% (cinco décimos por cento)", "5 (cinco) %", "meio por cento". */
export const PERCENTUAL_ESCRITO = String.raw`(?<![\d.,])(?<pct>\d{1,3}(?:[.,]\d{1,4})?)\s*(?:\((?<antes>[^()%]{2,70})\)\s*)?(?:%|por\s+cento)(?:\s*\((?<apos>[^()%]{2,80})\))?|\b(?<palavras>${EXTENSO})\s+por\s+cento`;

export interface PercentualLido {
  readonly valor: DecimalTexto;
  /** The value in words, when it disagrees with the digits. */
  readonly conflito?: DecimalTexto;
  readonly inicio: number;
  readonly fim: number;
}

const FRACOES: readonly [RegExp, number][] = [[/\s*decimos?\b/, 1], [/\s*centesimos?\b/, 2], [/\s*milesimos?\b/, 3]];

/** "cinco décimos" → 0.5, "zero vírgula zero cinco" → 0.05, "um inteiro e cinco décimos" → 1.5, "meio" → 0.5; null when it is no number. */
export function parsePercentualExtenso(texto: string): DecimalTexto | null {
  const t = texto.toLowerCase().replace(/\s*por\s*cento|%/g, '').replace(/\s+/g, ' ').trim();
  if (t === 'meio') return '0.5';
  const virgula = /^(.+?) virgula (.+)$/.exec(t);
  if (virgula) return joinVirgula(virgula[1]!, virgula[2]!);
  const inteiro = /^(.+?) inteiros? e (.+)$/.exec(t);
  if (inteiro) return sum(parseExtenso(inteiro[1]!), parsePercentualExtenso(inteiro[2]!));
  const emeio = /^(.+?) e meio$/.exec(t);
  if (emeio) return sum(parseExtenso(emeio[1]!), '0.5');
  for (const [r, casas] of FRACOES) {
    if (!r.test(t)) continue;
    const n = parseExtenso(t.replace(r, ''));
    return n === null ? null : new Decimal(n).div(10 ** casas).toString();
  }
  const n = parseExtenso(t);
  return n === null ? null : String(n);
}

const sum = (a: number | null, b: DecimalTexto | null): DecimalTexto | null => (a === null || b === null ? null : new Decimal(a).plus(b).toString());

function joinVirgula(inteiro: string, casas: string): DecimalTexto | null {
  const a = parseExtenso(inteiro);
  const zeros = /^(?:zero )*/.exec(casas)![0].length / 5;
  const resto = casas.replace(/^(?:zero )*/, '');
  const b = parseExtenso(resto);
  return a === null || b === null ? null : new Decimal(`${a}.${'0'.repeat(zeros)}${b}`).toString();
}

function readPercentualEscrito(g: Readonly<Record<string, string | undefined>>): { valor: DecimalTexto; conflito?: DecimalTexto } | null {
  if (g['pct'] === undefined) {
    const valor = g['palavras'] ? parsePercentualExtenso(g['palavras']) : null;
    return valor === null ? null : { valor };
  }
  const valor = new Decimal(g['pct'].replace(',', '.')).toString();
  const escrito = g['antes'] ?? g['apos'];
  const extenso = escrito ? parsePercentualExtenso(escrito) : null;
  return extenso !== null && !new Decimal(extenso).eq(valor) ? { valor, conflito: extenso } : { valor };
}

/** No edital has more; a hostile text is not read to its end. */
const MAX_PERCENTUAIS = 3000;

/** Every percentage of the folded text, in order. */
export function findPercentuais(dobrado: string): PercentualLido[] {
  const lidos: PercentualLido[] = [];
  for (const m of dobrado.matchAll(new RegExp(PERCENTUAL_ESCRITO, 'g'))) {
    const lido = readPercentualEscrito(m.groups ?? {});
    if (lido) lidos.push({ ...lido, inicio: m.index, fim: m.index + m[0].length });
    if (lidos.length >= MAX_PERCENTUAIS) break;
  }
  return lidos;
}
