import type { CorpoVetores } from './falar-vetores.ts';

type Dado = CorpoVetores['data'][number];

/** Rewrites every vector (or one) as a list of numbers. */
function mudar(c: CorpoVetores, f: (v: readonly (number | null)[], i: number) => readonly (number | null)[]): CorpoVetores {
  const lista = (e: Dado['embedding']): readonly (number | null)[] => {
    if (typeof e !== 'string') return e;
    const b = Buffer.from(e, 'base64');
    return Array.from(new Float32Array(b.buffer.slice(b.byteOffset, b.byteOffset + b.byteLength)));
  };
  const escrita = (v: readonly (number | null)[], base64: boolean): Dado['embedding'] => (base64 ? Buffer.from(Float32Array.from(v, (x) => x ?? Number.NaN).buffer).toString('base64') : v);
  return { ...c, data: c.data.map((d, i) => ({ ...d, embedding: escrita(f(lista(d.embedding), i), typeof d.embedding === 'string') })) };
}

/** Faults of embeddings: the text of the body. What JSON cannot hold is written as servers that do so write it. */
export const FALHAS_DE_VETOR = {
  vetor_curto: (c: CorpoVetores) => JSON.stringify(mudar(c, (v) => v.slice(0, -7))),
  vetor_curto_um: (c: CorpoVetores) => JSON.stringify(mudar(c, (v, i) => (i === c.data.length - 1 ? v.slice(0, Math.floor(v.length / 2)) : v))),
  vetor_vazio: (c: CorpoVetores) => JSON.stringify(mudar(c, () => [])),
  /** The literal NaN, as Python writes it: not JSON. */
  vetor_nan: (c: CorpoVetores) => JSON.stringify(mudar(c, (v, i) => (i === 0 ? [null, ...v.slice(1)] : v))).replaceAll('null', 'NaN'),
  vetor_nulo: (c: CorpoVetores) => JSON.stringify(mudar(c, (v) => [null, ...v.slice(1)])),
  /** JSON's 1e999, which JavaScript reads as Infinity. */
  vetor_infinito: (c: CorpoVetores) => JSON.stringify(mudar(c, (v, i) => (i === 0 ? [null, ...v.slice(1)] : v))).replaceAll('null', '1e999'),
  vetor_zero: (c: CorpoVetores) => JSON.stringify(mudar(c, (v) => v.map(() => 0))),
  /** `index` tells the true order; the list is in another. */
  vetores_fora_de_ordem: (c: CorpoVetores) => JSON.stringify({ ...c, data: [...c.data].reverse() }),
  vetores_a_menos: (c: CorpoVetores) => JSON.stringify({ ...c, data: c.data.slice(0, -1) }),
  vetores_sem_uso: (c: CorpoVetores) => JSON.stringify({ object: c.object, data: c.data, model: c.model }),
} as const satisfies Record<string, (corpo: CorpoVetores) => string>;
