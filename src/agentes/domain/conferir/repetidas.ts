import { lettersOf } from '../../../kernel/index.js';
import { readNumeros } from './numeros/read-numeros.js';
import { common, termosDe } from './termos.js';

/** Share of words in common above which two claims say the same. */
const MESMA = 0.8;

/** True when a claim says what an accepted one says already: the same words, or nearly, and the same numbers. */
export function isRepetida(texto: string, aceitas: readonly { readonly texto: string }[]): boolean {
  const termos = termosDe(texto);
  const numeros = numerosDe(texto);
  const letras = lettersOf(texto);
  return aceitas.some((a) => {
    if (lettersOf(a.texto) === letras) return true;
    const outros = termosDe(a.texto);
    const uniao = termos.size + outros.size - common(termos, outros);
    return uniao > 0 && common(termos, outros) / uniao >= MESMA && numerosDe(a.texto) === numeros;
  });
}
const numerosDe = (texto: string): string => [...new Set(readNumeros(texto).map((n) => n.chaves[0]!))].sort().join(' ');
