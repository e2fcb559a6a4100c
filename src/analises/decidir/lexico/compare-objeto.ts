import type { Empresa } from '../../../empresas/index.js';
import { areasOf } from './areas.js';
import { wordsOfCnae } from './cnae.js';
import { headOf, keysOf, nameOf, type Chaves } from './palavras.js';

/** What a company does, as stems and trades. */
export interface PerfilLexico {
  readonly chaves: Chaves;
  readonly areas: ReadonlySet<string>;
  /** Enough is told to say that something is *not* sold: description, three products or more, CNAE, a trade recognised. */
  readonly rico: boolean;
  /** Excluded words, each as the stems that must all be there. */
  readonly excluidas: readonly { readonly texto: string; readonly chaves: readonly string[] }[];
  /** Comparisons already made: the same rows are asked for under each hypothesis. */
  readonly feitas: Map<string, Comparacao>;
}

/** `forte`: a word of the trade is shared · `area`: only the trade · `generica`: only words that many trades use, or what the object is for · `nenhuma`: nothing. */
export type Grau = 'forte' | 'area' | 'generica' | 'nenhuma';

export interface Comparacao {
  readonly grau: Grau;
  /** Nothing in common, and both trades are known and different: the only case in which a text is outside the portfolio. */
  readonly fora: boolean;
  /** Every trade recognised in the text is the company's: what is bought under it belongs there, whatever a word of a row suggests. */
  readonly soDoRamo: boolean;
  /** The excluded word of the company that stands in the text. */
  readonly excluida: string | null;
}

/** Reads the profile once for a judgement. */
export function readPerfil(e: Empresa): PerfilLexico {
  const produtos = (e.produtos ?? []).map((p) => [p.descricao, ...(p.palavras ?? [])].join(' '));
  const cnaes = e.cnaes ?? [];
  const textos = [e.descricao, ...produtos, ...cnaes.map(wordsOfCnae)];
  const chaves = union(textos.map(keysOf));
  const areas = areasOf([...chaves.proprias, ...chaves.genericas]);
  const rico = allKeys(keysOf(e.descricao)).length >= 2 && produtos.length >= 3 && cnaes.length > 0 && areas.size > 0;
  const excluidas = (e.palavrasExcluidas ?? [])
    .map((texto) => ({ texto, chaves: allKeys(keysOf(texto)) }))
    .filter((x) => x.chaves.length > 0);
  return { chaves, areas, rico, excluidas, feitas: new Map() };
}

/** Compares an object or an item with what the company does. What the object is *for* only counts as a weak sign. */
export function compareObjeto(perfil: PerfilLexico, texto: string): Comparacao {
  let feita = perfil.feitas.get(texto);
  if (!feita) perfil.feitas.set(texto, (feita = compare(perfil, texto)));
  return feita;
}

/** Compares a row of the object by what it is, not by its specification. */
export const compareItem = (perfil: PerfilLexico, descricao: string): Comparacao => compareObjeto(perfil, nameOf(descricao));

function compare(perfil: PerfilLexico, texto: string): Comparacao {
  const inteiro = keysOf(texto);
  const nucleo = keysOf(headOf(texto));
  const excluida = perfil.excluidas.find((x) => x.chaves.every((c) => nucleo.proprias.has(c) || nucleo.genericas.has(c)))?.texto ?? null;
  const areas = areasOf([...nucleo.proprias, ...nucleo.genericas]);
  const mesmaArea = shares(areas, perfil.areas);
  const soDoRamo = areas.size > 0 && [...areas].every((a) => perfil.areas.has(a));
  const areasAlheias = areas.size > 0 && perfil.areas.size > 0 && !mesmaArea;
  const propria = shares(nucleo.proprias, perfil.chaves.proprias);
  if (propria && !areasAlheias) return { grau: 'forte', fora: false, soDoRamo, excluida };
  if (mesmaArea) return { grau: 'area', fora: false, soDoRamo, excluida };
  const algo = propria || shares(inteiro.proprias, perfil.chaves.proprias) || shares(nucleo.genericas, perfil.chaves.genericas);
  if (algo) return { grau: 'generica', fora: false, soDoRamo, excluida };
  return { grau: 'nenhuma', fora: areasAlheias && perfil.rico, soDoRamo, excluida };
}

const allKeys = (c: Chaves): string[] => [...c.proprias, ...c.genericas];
const union = (lista: readonly Chaves[]): Chaves => ({
  proprias: new Set(lista.flatMap((c) => [...c.proprias])),
  genericas: new Set(lista.flatMap((c) => [...c.genericas])),
});
function shares(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const x of a) if (b.has(x)) return true;
  return false;
}
