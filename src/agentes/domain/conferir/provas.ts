import type { CitacaoAchada } from './conferir-citacoes.js';
import { findInstrucoes, type ZonaInstrucao } from './instrucoes/find-instrucoes.js';
import { readNumeros } from './numeros/read-numeros.js';
import { paginaDobrada } from './paginas.js';
import type { ProvaLida } from './provar-numeros.js';
import { termosDe } from './termos.js';
import type { BaseDeConferencia } from './tipos.js';

const zonasDaBase = new WeakMap<BaseDeConferencia, Map<string, readonly ZonaInstrucao[]>>();

/** True when the quote shares a character with text that talks to a model. */
export function tocaInstrucao({ evidencia: { documento, pagina, trecho }, zona }: CitacaoAchada, base: BaseDeConferencia): boolean {
  const zonas = zonasDaBase.get(base) ?? new Map<string, readonly ZonaInstrucao[]>();
  zonasDaBase.set(base, zonas);
  const chave = `${pagina}\u0000${documento}`;
  let daPagina = zonas.get(chave);
  if (!daPagina) zonas.set(chave, (daPagina = findInstrucoes(paginaDobrada(base, documento, pagina)?.texto ?? '')));
  return daPagina.some((z) => zona.inicio < z.fim && z.inicio < zona.fim) || findInstrucoes(trecho).length > 0;
}

/** Quotes read for what they prove. */
export function readProvas(achadas: readonly CitacaoAchada[], base: BaseDeConferencia): ProvaLida[] {
  return achadas.map(({ evidencia: { documento, pagina, trecho }, zona }) => ({
    texto: trecho, numeros: readNumeros(trecho), termos: termosDe(trecho), pagina,
    clausulas: clausulasDe(paginaDobrada(base, documento, pagina)?.dobrado ?? '', zona.inicio),
  }));
}

const MAX_ANTES = 6000;
/** The number of the clause where a place stands, and the clauses that hold it: "8.1.2" → 8.1.2, 8.1, 8. */
function clausulasDe(dobrado: string, lugar: number): string[] {
  const de = Math.max(0, lugar - MAX_ANTES);
  const antes = [...dobrado.slice(de, lugar + 12).matchAll(/(?:^|\n)[ \t]*(?:clausula\s+|item\s+)?(\d{1,2}(?:\.\d{1,3})*)\.?[ \t)-]/g)];
  const ultima = antes.at(-1)?.[1];
  if (ultima === undefined) return [];
  const partes = ultima.split('.').map((x) => String(Number(x)));
  return partes.map((_, i) => partes.slice(0, i + 1).join('.'));
}
