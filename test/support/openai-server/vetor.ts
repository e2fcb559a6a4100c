import { hashOf } from '../pncp-server/sorteio.ts';

/** Numbers of a vector of a known model when none are asked; others: 1536. */
const DIMENSOES: Readonly<Record<string, number>> = { 'text-embedding-3-large': 3072 };
export const dimensoesDe = (modelo: string): number => DIMENSOES[modelo] ?? 1536;

const VAZIAS = new Set('a o as os de da do das dos e em no na nos nas um uma por para com sem que se ao aos ou ser sera serao esta este essa esse pelo pela pelos pelas sua seu suas seus qual quais como quando onde the of to in is'.split(' '));

/** Words, without accents, cut where Portuguese inflects: near enough for singular and plural, verb and noun. */
export function radicaisDe(texto: string): readonly string[] {
  const palavras = texto.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return palavras.filter((p) => !VAZIAS.has(p)).map((p) => (/\d/.test(p) ? p : p.replace(/(?:coes|cao)$/, 'c').replace(/(?:amentos?|imentos?|adas?|ados?|idas?|idos?|mente|veis|vel|ais|eis|oes|ar|er|ir|es|as|os|s|a|o|e)$/, '').slice(0, 7) || p));
}

/** A direction of a word: ±1 at a few places of the vector that its hash chooses. */
const LUGARES = 8;

/**
 * A deterministic vector that means something: words and pairs of words, hashed to signed places, weighted by the square
 * root of their count, normalised. Texts that share words are near; nothing else is learned.
 */
export function vetorDe(texto: string, dimensoes: number): Float32Array {
  const vetor = new Float32Array(dimensoes);
  const radicais = radicaisDe(texto);
  const contagem = new Map<string, number>();
  const add = (t: string, peso: number): void => void contagem.set(t, (contagem.get(t) ?? 0) + peso);
  radicais.forEach((r, i) => {
    add(r, 1);
    if (i > 0) add(`${radicais[i - 1]!} ${r}`, 0.5);
  });
  if (!contagem.size) add(`vazio ${texto}`, 1);
  for (const [t, n] of contagem) {
    const peso = Math.sqrt(n);
    let h = hashOf(t);
    for (let i = 0; i < LUGARES; i++) {
      h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d) + i;
      h = Math.imul(h ^ (h >>> 12), 0x297a2d39);
      const x = (h ^ (h >>> 15)) >>> 0;
      const lugar = (x >>> 1) % dimensoes;
      vetor[lugar] = vetor[lugar]! + (x & 1 ? peso : -peso);
    }
  }
  const norma = Math.sqrt(vetor.reduce((t, v) => t + v * v, 0));
  if (norma === 0) vetor[0] = 1;
  return norma === 0 ? vetor : vetor.map((v) => v / norma);
}
