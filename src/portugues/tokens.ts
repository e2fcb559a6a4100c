import { fold } from '../kernel/index.js';

/** A word, number or code with its place in the text it came from. */
export interface Palavra {
  /** Folded and normalised: "14.133" → "14133", "05" → "5", "1.000,00" → "1000", "m²" → "m2", "e-mail" → "email", "por cento" → "%". */
  readonly texto: string;
  readonly inicio: number;
  readonly fim: number;
}

/** CNPJ (letters too), "8.1.2", 14.133, 2,5, "m²", "e-mail", "por cento", words. A hyphen parts words. */
const PALAVRA = /\b[\da-z]{2}\.[\da-z]{3}\.[\da-z]{3}\/[\da-z]{4}-\d{2}\b|\d+(?:[.,]\d+)*|\be-mails?\b|\bpor\s+cento\b|\b[ckm]?m(?:[²³]|[23]\b)|[a-z]+|%/g;
const CODIGO = /^\d{1,2}(?:\.\d{1,3}){2,}$/;
const MILHARES = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/;

/** Words, numbers and codes of a text, in order. */
export function tokenize(texto: string): Palavra[] {
  const palavras: Palavra[] = [];
  for (const m of fold(texto).matchAll(PALAVRA)) palavras.push({ texto: normalize(m[0]), inicio: m.index, fim: m.index + m[0].length });
  return palavras;
}

function normalize(palavra: string): string {
  if (palavra.charCodeAt(0) < 58 && palavra.includes('/')) return palavra.replace(/[./-]/g, '');
  if (/^\d/.test(palavra)) return normalizeNumero(palavra);
  if (palavra.startsWith('por') && /\s/.test(palavra)) return '%';
  if (palavra.startsWith('e-')) return 'email';
  return palavra.replace('²', '2').replace('³', '3').replace(/[./-]/g, '');
}

/** Thousands without dots, no leading zeros, no empty decimals; the number of an item ("8.1.2") as it is. */
function normalizeNumero(numero: string): string {
  if (MILHARES.test(numero)) return numero.replaceAll('.', '').replace(/,0+$/, '');
  if (CODIGO.test(numero)) return numero;
  return numero.replace(/,0+$/, '').replace(/^0+(?=\d)/, '');
}
