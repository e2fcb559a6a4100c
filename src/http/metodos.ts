/** Which methods each address of the API takes. */
export interface Metodos {
  /** A route as declared (`/v1/empresas/:id`). */
  add(metodo: string | readonly string[], modelo: string): void;
  /** Methods of the routes an address fits, sorted; empty when it fits none. */
  of(url: string): readonly string[];
}

/** Only asked when no route answered: its cost is of no consequence. */
export function createMetodos(): Metodos {
  const rotas = new Map<string, { readonly regra: RegExp; readonly metodos: Set<string> }>();
  return {
    add(metodo, modelo) {
      if (modelo.includes('*')) return;
      const rota = rotas.get(modelo) ?? { regra: toRegra(modelo), metodos: new Set<string>() };
      for (const m of [metodo].flat()) rota.metodos.add(m);
      rotas.set(modelo, rota);
    },
    of(url) {
      const caminho = url.split('?', 1)[0]!.replace(/(.)\/$/, '$1');
      return [...new Set([...rotas.values()].filter((r) => r.regra.test(caminho)).flatMap((r) => [...r.metodos]))].sort();
    },
  };
}

const toRegra = (modelo: string): RegExp =>
  new RegExp(`^${modelo.replace(/(.)\/$/, '$1').split('/').map((p) => (p.startsWith(':') ? '[^/]+' : p.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))).join('/')}$`);
