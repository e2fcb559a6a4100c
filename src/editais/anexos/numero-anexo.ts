/** Number of an annex; `unico` for the only one. */
export type NumeroAnexo = number | 'unico';

const ROMANOS: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 };

/** "iii", "3", "unico" → 3, 3, unico; null when it is none. */
export function numeroDoAnexo(id: string): NumeroAnexo | null {
  if (id === 'unico') return id;
  if (/^\d+$/.test(id)) return Number(id);
  let total = 0;
  for (let i = 0; i < id.length; i++) {
    const [v, proximo] = [ROMANOS[id[i]!], ROMANOS[id[i + 1] ?? '']];
    if (v === undefined) return null;
    total += proximo !== undefined && proximo > v ? -v : v;
  }
  return total;
}
