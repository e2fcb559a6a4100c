import type { Caso, Unidade } from './caso.js';

/**
 * Keeps what a pure function of the case answered, for as long as the case lives. A tender of two thousand rows is
 * judged row by row under several hypotheses: what does not depend on the row is computed once.
 */
export function oncePerCaso<T>(f: (c: Caso) => T): (c: Caso) => T {
  const feitos = new WeakMap<Caso, { readonly valor: T }>();
  return (c) => {
    let feito = feitos.get(c);
    if (!feito) feitos.set(c, (feito = { valor: f(c) }));
    return feito.valor;
  };
}

/** The same, for functions of the case and one of its units. */
export function oncePerUnidade<T>(f: (c: Caso, u: Unidade) => T): (c: Caso, u: Unidade) => T {
  const porUnidade = new WeakMap<Unidade, (c: Caso) => T>();
  return (c, u) => {
    let doCaso = porUnidade.get(u);
    if (!doCaso) porUnidade.set(u, (doCaso = oncePerCaso((x) => f(x, u))));
    return doCaso(c);
  };
}
