import { fold } from '../../kernel/index.js';
import { parseExtenso } from './numeros.js';

const ORDINAIS = ['primeiro', 'segundo', 'terceiro', 'quarto', 'quinto', 'sexto', 'setimo', 'oitavo', 'nono', 'decimo'];

/** True when a quote shows an integer: its digits, its cardinal ("três") or its ordinal ("terceiro"). */
export function mostraInteiro(n: number, trecho: string): boolean {
  const texto = fold(trecho);
  if ((texto.match(/\d+/g) ?? []).some((d) => Number(d) === n)) return true;
  const palavras = texto.split(/[^a-z]+/);
  return palavras.some((p) => p !== 'um' && p !== 'uma' && parseExtenso(p) === n) || (n === 1 && /\bum(?:a)?\b/.test(texto)) || (ORDINAIS[n - 1] !== undefined && palavras.includes(ORDINAIS[n - 1]!));
}

/** Cardinal of an ordinal word ("terceiro" → 3); null when it is none. */
export const parseOrdinal = (palavra: string): number | null => {
  const i = ORDINAIS.indexOf(palavra);
  return i < 0 ? null : i + 1;
};
