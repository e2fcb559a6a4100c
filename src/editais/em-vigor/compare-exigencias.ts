import { lettersOf } from '../../kernel/index.js';
import type { Exigencia } from '../domain/exigencia.js';
import type { Mudanca } from '../domain/mudanca.js';
import type { TextoEdital } from '../domain/texto-edital.js';
import { readExigencias } from '../exigencias/index.js';
import { cutTexto } from './citar.js';

/** Words that two wordings of one requirement share, at least. */
const PARECIDAS = 0.5;

/** A change and the whole texts it is made of, to tell what says the same elsewhere. */
export interface MudancaDeExigencia {
  readonly mudanca: Mudanca;
  readonly textos: readonly string[];
}

/**
 * Requirements taken out, brought in or worded otherwise. What stands in both versions word for word, wherever, did not
 * change. A demand of several kinds in one clause counts once.
 */
export function compareExigencias(antes: TextoEdital, depois: TextoEdital): MudancaDeExigencia[] {
  const [letrasAntes, letrasDepois] = [lettersOf(antes.texto), lettersOf(depois.texto)];
  const sumiram = onlyThere(readExigencias(antes), letrasDepois);
  const surgiram = onlyThere(readExigencias(depois), letrasAntes);
  const usados = new Set<Exigencia>();
  const pares = sumiram.map((a) => {
    const d = surgiram.filter((x) => !usados.has(x)).map((x) => ({ x, nota: likeness(a, x) })).sort((p, q) => q.nota - p.nota)[0];
    if (!d || d.nota < PARECIDAS) return toMudanca(a, null);
    usados.add(d.x);
    return toMudanca(a, d.x);
  });
  return [...pares, ...surgiram.filter((x) => !usados.has(x)).map((x) => toMudanca(null, x))];
}

function onlyThere(lista: readonly Exigencia[], letrasDaOutra: string): Exigencia[] {
  const vistos = new Set<string>();
  return lista.filter((x) => {
    const letras = lettersOf(x.texto);
    if (vistos.has(letras) || letrasDaOutra.includes(letras)) return false;
    vistos.add(letras);
    return true;
  });
}

/** 1: the same words; a kind of its own and its number in the edital weigh too. */
function likeness(a: Exigencia, b: Exigencia): number {
  const [x, y] = [words(a), words(b)];
  let comuns = 0;
  for (const p of x) if (y.has(p)) comuns++;
  return comuns / Math.max(1, Math.min(x.size, y.size)) - (a.tipo === b.tipo ? 0 : 0.25) + (a.clausula !== null && a.clausula === b.clausula ? 0.1 : 0);
}
const words = (x: Exigencia): ReadonlySet<string> => new Set(x.texto.toLowerCase().split(/[^\p{L}\d]+/u).filter((p) => p.length > 2));

const toMudanca = (a: Exigencia | null, d: Exigencia | null): MudancaDeExigencia => ({
  mudanca: { campo: 'exigencias', de: a && cutTexto(a.texto), para: d && cutTexto(d.texto), evidenciaDe: a?.evidencia ?? null, evidenciaPara: d?.evidencia ?? null },
  textos: [a?.texto, d?.texto].flatMap((t) => t ?? []),
});
