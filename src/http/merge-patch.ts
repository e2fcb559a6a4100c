/** Applies a JSON merge patch (RFC 7396): null removes, objects merge, everything else (lists too) replaces. Neither argument is changed. */
export function mergePatch(alvo: unknown, mudanca: unknown): unknown {
  if (!isObject(mudanca)) return mudanca;
  const novo = new Map<string, unknown>(isObject(alvo) ? Object.entries(alvo) : []);
  for (const [campo, valor] of Object.entries(mudanca)) {
    if (valor === null) novo.delete(campo);
    else novo.set(campo, mergePatch(novo.get(campo), valor));
  }
  return Object.fromEntries(novo);
}

const isObject = (v: unknown): v is Record<string, unknown> => typeof v === 'object' && v !== null && !Array.isArray(v);
