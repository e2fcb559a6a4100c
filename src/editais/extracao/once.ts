/**
 * Keeps what a pure function gives for each object, as long as the object lives: readers of several fields need the
 * same scan of the text. What it gives is shared: never change it.
 */
export function once<K extends object, V>(read: (chave: K) => V): (chave: K) => V {
  const memoria = new WeakMap<K, { readonly valor: V }>();
  return (chave) => {
    let lido = memoria.get(chave);
    if (!lido) memoria.set(chave, (lido = { valor: read(chave) }));
    return lido.valor;
  };
}

/** Expressions built from a document's own values must not pile up. */
const MAX_EXPRESSOES = 2000;

/** The same for expressions, one value for all those written alike. */
export function oncePorExpressao<V>(read: (padrao: RegExp) => V): (padrao: RegExp) => V {
  const memoria = new Map<string, { readonly valor: V }>();
  return (padrao) => {
    const chave = `${padrao.flags}/${padrao.source}`;
    let lido = memoria.get(chave);
    if (!lido) {
      if (memoria.size >= MAX_EXPRESSOES) memoria.clear();
      memoria.set(chave, (lido = { valor: read(padrao) }));
    }
    return lido.valor;
  };
}
