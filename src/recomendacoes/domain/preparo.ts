import { raridade, type Estatistica } from './estatistica.js';
import type { PerfilCompilado } from './compile-perfil.js';

/** The words of a product no class knows, weighed by rarity. */
export interface ProdutoSolto {
  readonly termos: Uint32Array;
  readonly raridades: Float64Array;
  readonly total: number;
  readonly peso: number;
  readonly serve: Float64Array;
}

/** A profile with the rarity of its words in one collection: what the score reads. */
export interface Preparo {
  readonly perfil: PerfilCompilado;
  /** Word → its weight times its rarity. */
  readonly palavras: ReadonlyMap<number, number>;
  readonly soltos: readonly ProdutoSolto[];
}

const feitos = new WeakMap<PerfilCompilado, { readonly e: Estatistica; readonly preparo: Preparo }>();

/** Prepares a profile for a collection; the last preparation of each profile is kept. */
export function preparePerfil(perfil: PerfilCompilado, e: Estatistica): Preparo {
  const feito = feitos.get(perfil);
  if (feito?.e === e) return feito.preparo;
  const palavras = new Map([...perfil.palavras].map(([termo, peso]) => [termo, peso * raridade(e, termo)] as const));
  const soltos = perfil.produtos.filter((x) => x.teto > 0).map((x): ProdutoSolto => {
    const raridades = Float64Array.from(x.termos, (t) => raridade(e, t) ** 2);
    return { termos: x.termos, raridades, total: raridades.reduce((s, r) => s + r, 0), peso: perfil.fontes[x.fonte]!.peso * x.teto, serve: x.serve };
  });
  const preparo = { perfil, palavras, soltos };
  feitos.set(perfil, { e, preparo });
  return preparo;
}
