import { stem } from './radical.js';
import { tokenize } from './tokens.js';
import { isVazia } from './vazias.js';

/** Terms of a text in order, empty words left out: what indexes and queries compare. */
export function analyze(texto: string): string[] {
  const termos: string[] = [];
  for (const p of tokenize(texto)) if (!isVazia(p.texto)) termos.push(stem(p.texto));
  return termos;
}
