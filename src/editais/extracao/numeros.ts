import { Decimal } from 'decimal.js';
import { parseNumeroBr, type DecimalTexto } from '../../kernel/index.js';

/** Cardinal words up to 999 as editais write them ("cento e vinte", "uma", "zero"); null when it is not a number. */
export function parseExtenso(texto: string): number | null {
  const palavras = texto.toLowerCase().replace(/[^a-z\s]/g, ' ').split(/\s+/).filter((p) => p && p !== 'e');
  if (!palavras.length) return null;
  let soma = 0;
  for (const p of palavras) {
    const v = CARDINAIS[p];
    if (v === undefined) return null;
    soma += v;
  }
  return soma;
}

const CARDINAIS: Readonly<Record<string, number>> = {
  zero: 0, um: 1, uma: 1, hum: 1, dois: 2, duas: 2, tres: 3, quatro: 4, cinco: 5, seis: 6, sete: 7, oito: 8, nove: 9, dez: 10, onze: 11, doze: 12,
  treze: 13, quatorze: 14, catorze: 14, quinze: 15, dezesseis: 16, dezessete: 17, dezoito: 18, dezenove: 19, vinte: 20, trinta: 30, quarenta: 40,
  cinquenta: 50, sessenta: 60, setenta: 70, oitenta: 80, noventa: 90, cem: 100, cento: 100, duzentos: 200, duzentas: 200, trezentos: 300, trezentas: 300,
  quatrocentos: 400, quinhentos: 500, seiscentos: 600, setecentos: 700, oitocentos: 800, novecentos: 900,
};

/** Source of an expression for "03 (três)", "3", "três", "30(trinta)": groups `<p>d` (digits), `<p>e` (words in parentheses), `<p>w` (words alone). */
export const inteiroRx = (p: string): string => {
  const palavra = '(?:zero|h?uma?|dois|duas|tres|quatro|cinco|seis|sete|oito|nove|dez|onze|doze|treze|[qc]u?atorze|quinze|dezess?[a-z]{3,4}|dezoito|dezenove|vinte|trinta|quarenta|cinquenta|sessenta|setenta|oitenta|noventa|cento|cem|duzent[oa]s|trezent[oa]s)';
  const extenso = `${palavra}(?:\\s+e\\s+${palavra}){0,2}`;
  return `(?:(?<${p}d>\\d{1,4})(?:\\s*\\(\\s*(?<${p}e>[a-z\\s]{2,40}?)\\s*\\))?|(?<${p}w>${extenso})(?:\\s*\\(\\s*(?<${p}p>\\d{1,4})\\s*\\))?)`;
};

export interface InteiroLido {
  readonly n: number;
  /** The value in words when it disagrees with the digits: "03 (dois)". */
  readonly conflito?: number;
}

/** The number matched by `inteiroRx(p)`. Digits win; a disagreeing word is reported. */
export function readInteiro(nome: Readonly<Record<string, string | undefined>>, p: string): InteiroLido | null {
  const digitos = nome[`${p}d`] ?? nome[`${p}p`];
  const palavras = nome[`${p}e`] ?? nome[`${p}w`];
  const porExtenso = palavras ? parseExtenso(palavras) : null;
  if (digitos !== undefined) {
    const n = Number(digitos);
    return porExtenso !== null && porExtenso !== n ? { n, conflito: porExtenso } : { n };
  }
  return porExtenso === null ? null : { n: porExtenso };
}

/** Source of an amount: "R$ 1.860.573,88", "R$999,99". Group `v`. Malformed groups ("3.420,000,00") do not match. */
export const DINHEIRO = String.raw`r\$\s*(?<v>\d{1,3}(?:\.\d{3})+(?:,\d{1,4})?|\d+(?:,\d{1,4})?)(?![\d]|[.,]\d)`;
/** Source of a percentage: "5%", "0,5 %", "5 (cinco) %", "5% (cinco por cento)", "dez por cento". Groups `pct`, `pctw`. */
export const PERCENTUAL = String.raw`(?:(?<pct>\d{1,3}(?:[.,]\d{1,4})?)\s*(?:\([a-z\s,]{2,40}\)\s*)?(?:%|por\s+cento)|(?<pctw>[a-z]{2,12}(?:\s+e\s+[a-z]{3,10})?)\s+por\s+cento)`;

/** Decimal string of a percentage matched by `PERCENTUAL`; null when it is no number. */
export function readPercentual(nome: Readonly<Record<string, string | undefined>>): DecimalTexto | null {
  if (nome['pct'] !== undefined) return new Decimal(nome['pct'].replace(',', '.')).toString();
  const n = nome['pctw'] ? parseExtenso(nome['pctw']) : null;
  return n === null ? null : String(n);
}
/** Amount matched by `DINHEIRO`, two decimals or more as printed. */
export const readDinheiro = (nome: Readonly<Record<string, string | undefined>>): DecimalTexto | null => (nome['v'] === undefined ? null : parseNumeroBr(nome['v']));
