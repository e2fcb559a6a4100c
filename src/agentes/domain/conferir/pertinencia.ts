import { lettersOf } from '../../../kernel/index.js';
import type { Conhecidos } from './conhecidos.js';
import { readNumeros } from './numeros/read-numeros.js';
import type { ProvaLida } from './provar-numeros.js';
import { common, share, termosDe } from './termos.js';
import { recusa, type Recusa } from './tipos.js';

/** Words in common that make a quote one about the claim: one of a short claim, else this share of its words. */
const CURTA = 5;
const PARTE = 0.25;
/** A known thing is the claim's when so much of its label is said. */
const DO_ASSUNTO = 0.6;
/** Letters of a known thing's own quote, to find it in another. */
const PEDACO = 24;

/**
 * Whoever opens the page must find there what is claimed: a claim that rules support is still refused when none of its quotes speaks of
 * it, by its words, by a number of it, or by being the place where the rule itself read it.
 */
export function checkPertinencia(texto: string, provas: readonly ProvaLida[], { todos }: Conhecidos): Recusa | null {
  const ditos = termosDe(texto);
  const chaves = new Set(readNumeros(texto).flatMap((n) => n.chaves));
  const proprios = todos.filter((k) => k.termos.size > 0 && share(k.termos, ditos) >= DO_ASSUNTO).flatMap((k) => (k.de.texto === undefined ? [] : [lettersOf(k.de.texto)]));
  const precisa = ditos.size <= CURTA ? Math.min(1, ditos.size) : Math.max(2, Math.ceil(ditos.size * PARTE));
  const speaks = (p: ProvaLida): boolean => {
    const letras = lettersOf(p.texto);
    return common(ditos, new Set([...p.termos, ...p.contexto])) >= precisa || p.numeros.some((n) => n.chaves.some((c) => chaves.has(c))) || proprios.some((t) => t.includes(letras.slice(0, PEDACO)) || letras.includes(t.slice(0, PEDACO)));
  };
  return provas.some(speaks) ? null : recusa('sem_apoio', 'As citações não falam do que a afirmação diz: cite o lugar em que o documento o diz.');
}
