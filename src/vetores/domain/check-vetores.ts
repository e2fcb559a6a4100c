import { invalido } from '../../kernel/index.js';
import type { VetorNomeado } from './vector-store.js';

const ID = /^[\x21-\x7e]{1,200}$/;
/** Of the largest embeddings there are, and more. */
export const MAX_DIMENSOES = 16_000;
export const MAX_TOP = 1000;

/** @returns how many dimensions they all have; null when there are none. @throws AlicitError `vetor_invalido`, `dimensoes_diferentes` */
export function checkVetores(vetores: readonly VetorNomeado[]): number | null {
  for (const { id } of vetores) if (!ID.test(id)) throw invalido('vetor_invalido', 'Um vetor precisa de um nome de 1 a 200 caracteres ASCII visíveis.');
  return checkNumeros(vetores.map((v) => v.vetor));
}

/** The same of vectors without names. */
export function checkNumeros(vetores: readonly Float32Array[]): number | null {
  const [primeiro] = vetores;
  if (!primeiro) return null;
  if (primeiro.length < 1 || primeiro.length > MAX_DIMENSOES) throw invalido('vetor_invalido', `Um vetor precisa ter de 1 a ${MAX_DIMENSOES} números.`);
  for (const vetor of vetores) {
    requireDimensoes(vetor.length, primeiro.length);
    let quadrados = 0;
    for (const x of vetor) quadrados += x * x;
    if (!Number.isFinite(quadrados) || quadrados === 0) throw invalido('vetor_invalido', 'Um vetor não pode ter números infinitos ou só zeros.');
  }
  return primeiro.length;
}

/** @throws AlicitError `dimensoes_diferentes` */
export function requireDimensoes(veio: number, esperado: number): void {
  if (veio !== esperado) throw invalido('dimensoes_diferentes', `Os vetores desta coleção têm ${esperado} números e veio um com ${veio}: outro modelo precisa de outra coleção.`);
}

/** Of each name the last, as writing them one after the other would leave it. */
export const lastOfEach = (vetores: readonly VetorNomeado[]): VetorNomeado[] => [...new Map(vetores.map((v) => [v.id, v])).values()];

export const boundTop = (top: number): number => Math.min(MAX_TOP, Math.max(1, Math.trunc(top)));
