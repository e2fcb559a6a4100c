import { isMesmo, isObjeto, type Bruto } from './forma.js';

/** A field that changed: a path, and its values. Null: nothing was known. */
export interface CampoMudado {
  readonly campo: string;
  readonly antes: unknown;
  readonly depois: unknown;
}

/** Fields of ours, each with PNCP's fields it is made of (paths joined by "/"). */
export type Fontes<T> = { readonly [K in keyof T]?: readonly string[] };

/**
 * What changed from one record to the next, in our words where there is one; a field of PNCP that has none, or whose change
 * leaves ours as it was, appears as `pncp/<path>`. No change of the raw record is lost, none is told twice.
 */
export function diffCampos<T extends object>(fontes: Fontes<T>, antes: { readonly bruto: Bruto; readonly lido: T }, depois: { readonly bruto: Bruto; readonly lido: T }): readonly CampoMudado[] {
  const nossos = new Map<string, CampoMudado>();
  const crus: CampoMudado[] = [];
  for (const cru of diffBruto(antes.bruto, depois.bruto)) {
    const campos = (Object.keys(fontes) as (keyof T & string)[]).filter((c) => fontes[c]?.includes(cru.campo) && antes.lido[c] !== depois.lido[c]);
    for (const c of campos) nossos.set(c, { campo: c, antes: antes.lido[c] ?? null, depois: depois.lido[c] ?? null });
    if (!campos.length) crus.push({ ...cru, campo: `pncp/${cru.campo}` });
  }
  return [...nossos.values(), ...crus].sort((a, b) => (a.campo < b.campo ? -1 : 1));
}

/** Paths of the leaves that differ; lists are leaves. What a fuller shape brings for the first time is news to us, not a change of the tender. */
function diffBruto(antes: Bruto, depois: Bruto, pai = ''): readonly CampoMudado[] {
  return Object.keys({ ...antes, ...depois }).flatMap((k): readonly CampoMudado[] => {
    const [a, d] = [antes[k], depois[k]];
    if (a === undefined || isMesmo(a, d)) return [];
    if (isObjeto(a) && isObjeto(d)) return diffBruto(a, d, `${pai}${k}/`);
    return [{ campo: `${pai}${k}`, antes: a ?? null, depois: d ?? null }];
  });
}
