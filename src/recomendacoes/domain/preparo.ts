import { informacaoDaFamilia, raridade, type Estatistica } from './estatistica.js';
import type { PerfilCompilado } from './compile-perfil.js';
import { familiaDe } from './termo.js';

/** The words of a product no class knows, weighed by rarity. */
export interface ProdutoSolto {
  readonly total: number;
  readonly peso: number;
  readonly serve: Float64Array;
}

/** A profile with the rarity of its words in one collection: what the score reads. */
export interface Preparo {
  readonly perfil: PerfilCompilado;
  /** Word → its weight times its rarity. */
  readonly palavras: ReadonlyMap<number, number>;
  /** Family of words → what it tells, as a share of what the best few tell together. */
  readonly familias: ReadonlyMap<number, number>;
  /** A bit for each family of the company's words: most words of a text are left at a glance. */
  readonly crivo: Uint32Array;
  readonly soltos: readonly ProdutoSolto[];
  /** Word → the products that have it, and how rare it is. */
  readonly porPalavra: ReadonlyMap<number, readonly { readonly solto: number; readonly raridade: number }[]>;
  /** Room to add up in, one place a product. */
  readonly rascunho: Float64Array;
  /** The most that words alone can give. */
  readonly tetoSoltos: number;
}

/** Words more common than this bring no tender on their own. */
const RARA = 0.4;

const feitos = new WeakMap<PerfilCompilado, { readonly e: Estatistica; readonly preparo: Preparo }>();

/** Prepares a profile for a collection; the last preparation of each profile is kept. */
export function preparePerfil(perfil: PerfilCompilado, e: Estatistica): Preparo {
  const feito = feitos.get(perfil);
  if (feito?.e === e) return feito.preparo;
  const palavras = new Map([...perfil.palavras].map(([termo, peso]) => [termo, peso * raridade(e, termo)] as const));
  const soltos = perfil.produtos.filter((x) => x.teto > 0).map((x): ProdutoSolto => {
    const total = x.termos.reduce((s, t) => s + raridade(e, t) ** 2, 0);
    return { total, peso: perfil.fontes[x.fonte]!.peso * x.teto, serve: x.serve };
  });
  const porPalavra = new Map<number, { solto: number; raridade: number }[]>();
  perfil.produtos.filter((x) => x.teto > 0).forEach((x, solto) => {
    for (const t of x.termos) if (raridade(e, t) >= RARA) porPalavra.set(t, [...(porPalavra.get(t) ?? []), { solto, raridade: raridade(e, t) ** 2 }]);
  });
  const preparo = { perfil, palavras, familias: toFamilias(perfil, e), crivo: toCrivo(perfil), soltos, porPalavra, rascunho: new Float64Array(soltos.length), tetoSoltos: Math.max(0, ...soltos.map((s) => s.peso)) };
  feitos.set(perfil, { e, preparo });
  return preparo;
}

/** A text with this many of the most telling families is as near as words can tell. */
const MELHORES = 8;

function toFamilias(perfil: PerfilCompilado, e: Estatistica): Map<number, number> {
  const dizem = [...perfil.familias].map(([familia, vezes]) => [familia, vezes * informacaoDaFamilia(e, familia)] as const);
  const tudo = dizem.map(([, d]) => d).sort((a, b) => b - a).slice(0, MELHORES).reduce((s, d) => s + d, 0);
  return new Map(dizem.map(([familia, d]) => [familia, tudo > 0 ? d / tudo : 0] as const));
}

const BITS = 2048;

function toCrivo(perfil: PerfilCompilado): Uint32Array {
  const crivo = new Uint32Array(BITS / 32);
  const add = (familia: number): void => {
    crivo[(familia & (BITS - 1)) >>> 5]! |= 1 << (familia & 31);
  };
  for (const termo of perfil.palavras.keys()) add(familiaDe(termo));
  for (const familia of perfil.familias.keys()) add(familia);
  return crivo;
}

/** False: neither the word nor its family is the company's. */
export const mayBeOwn = (crivo: Uint32Array, familia: number): boolean => (crivo[(familia & (BITS - 1)) >>> 5]! & (1 << (familia & 31))) !== 0;
