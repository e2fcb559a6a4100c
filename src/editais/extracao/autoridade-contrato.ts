import type { TipoRegiao } from '../domain/estrutura.js';
import type { TextoEdital } from '../domain/texto-edital.js';
import type { Candidato } from './candidato.js';

/**
 * How much a part of the set speaks for a term of the contract, as a factor of the reading's weight. The edital's body
 * prevails (art. 92 II of Lei 14.133/2021 ties the contract to it); terms are often only in the TR or in the draft.
 */
const AUTORIDADE: Readonly<Record<TipoRegiao, number>> = { edital: 1, tr: 0.985, minuta: 0.97, anexo: 0.97, planilha: 0.96, modelo: 0.94, etp: 0.8, sumario: 0 };

export const weighRegiao = (regiao: TipoRegiao, peso: number): number => Math.round(peso * AUTORIDADE[regiao] * 1000) / 1000;

type Same<V> = (a: V, b: V) => boolean;

/** Two expressions may match the same words: the best reading of a value at a place counts once. */
export const mergeSobrepostos = <V>(candidatos: readonly Candidato<V>[], same: Same<V>): Candidato<V>[] =>
  candidatos.filter((c, i) => !candidatos.some((k, j) => i !== j && same(k.valor, c.valor) && k.inicio < c.fim && c.inicio < k.fim && (k.peso > c.peso || (k.peso === c.peso && j < i))));

/** What the edital's body says clearly prevails over another reading of its annexes, which stays as an alternative. */
export function preferEdital<V>(t: TextoEdital, candidatos: readonly Candidato<V>[], same: Same<V>): Candidato<V>[] {
  const doCorpo = candidatos.filter((c) => c.peso >= 0.8 && t.regiaoEm(c.inicio).tipo === 'edital');
  if (!doCorpo.length) return [...candidatos];
  return candidatos.map((c) => (t.regiaoEm(c.inicio).tipo === 'edital' || doCorpo.some((k) => same(k.valor, c.valor)) ? c : { ...c, peso: c.peso * 0.88 }));
}

export const isEqual = <V>(a: V, b: V): boolean => JSON.stringify(a) === JSON.stringify(b);
