import { isVazia, tokenize } from '../../portugues/index.js';
import type { Natureza } from './natureza.js';
import { radicalDeClasse } from './radical.js';
import { ALIMENTOS } from './ramos/alimentos.js';
import { OBRAS } from './ramos/obras.js';
import { SAUDE } from './ramos/saude.js';
import { SERVICOS } from './ramos/servicos.js';
import { TI } from './ramos/ti.js';
import { VEICULOS } from './ramos/veiculos.js';

/** A class of things public bodies contract, with what it belongs to. */
export interface Ramo {
  readonly id: string;
  readonly numero: number;
  readonly pais: readonly number[];
  readonly filhos: number[];
  readonly natureza: Natureza;
  /** Who sells one of its children usually sells the others. */
  readonly junto: boolean;
  /** Who sells the wider class often does not serve this one. */
  readonly especial: boolean;
  /** How people call it: the first expression. */
  readonly nome: string;
}

/** Words → the classes they may name (more than one: homonyms; the company of other words decides). */
export interface No {
  readonly filhos: Map<string, No>;
  ramos: number[] | null;
}

interface Linha { readonly id: string; readonly pais: readonly string[]; readonly natureza: Natureza | null; readonly junto: boolean; readonly especial: boolean; readonly expressoes: readonly string[] }

/** `id < parent, parent * [nature] : expression | expression`, one class a line; `*` = children are sold together, `!` = a speciality. */
function parse(texto: string): Linha[] {
  return texto.trim().split('\n').filter((l) => l.trim()).map((linha) => {
    const m = /^(?<id>[a-z0-9-]+)(?:\s*<\s*(?<pais>[a-z0-9-]+(?:\s*,\s*[a-z0-9-]+)*))?(?<marcas>[^:]*):(?<resto>.*)$/.exec(linha.trim());
    if (!m?.groups) throw new Error(`classe mal escrita: ${linha}`);
    const { id, pais, marcas, resto } = m.groups as { id: string; pais?: string; marcas: string; resto: string };
    const natureza = /\[(\w)\]/.exec(marcas)?.[1] as Natureza | undefined;
    return { id, pais: pais ? pais.split(',').map((p) => p.trim()) : [], natureza: natureza ?? null, junto: marcas.includes('*'), especial: marcas.includes('!'), expressoes: resto.split('|').map((e) => e.trim()).filter(Boolean) };
  });
}

const linhas = [SAUDE, OBRAS, ALIMENTOS, TI, VEICULOS, SERVICOS].flatMap(parse);
const numeroPorId = new Map(linhas.map((l, i) => [l.id, i]));

function toRamos(): Ramo[] {
  const ramos: Ramo[] = [];
  const natureza = (l: Linha): Natureza => {
    if (l.natureza) return l.natureza;
    const pai = l.pais[0] === undefined ? undefined : linhas[numeroPorId.get(l.pais[0]) ?? -1];
    return pai ? natureza(pai) : '?';
  };
  linhas.forEach((l, numero) => {
    const pais = l.pais.map((p) => {
      const n = numeroPorId.get(p);
      if (n === undefined) throw new Error(`classe ${l.id}: pai desconhecido ${p}`);
      return n;
    });
    ramos.push({ id: l.id, numero, pais, filhos: [], natureza: natureza(l), junto: l.junto, especial: l.especial, nome: l.expressoes[0] ?? l.id });
  });
  for (const r of ramos) for (const p of r.pais) ramos[p]!.filhos.push(r.numero);
  return ramos;
}

/** Every class, by number. */
export const RAMOS: readonly Ramo[] = toRamos();
export const numeroDoRamo = (id: string): number => {
  const n = numeroPorId.get(id);
  if (n === undefined) throw new Error(`classe desconhecida: ${id}`);
  return n;
};

/** The terms of an expression as the trie knows them. */
export const termosDe = (expressao: string): string[] => tokenize(expressao).filter((p) => !isVazia(p.texto)).map((p) => radicalDeClasse(p.texto));

function toTrie(): No {
  const raiz: No = { filhos: new Map(), ramos: null };
  linhas.forEach((l, numero) => {
    for (const e of l.expressoes) {
      let no = raiz;
      for (const t of termosDe(e)) {
        let filho = no.filhos.get(t);
        if (!filho) no.filhos.set(t, (filho = { filhos: new Map(), ramos: null }));
        no = filho;
      }
      if (no === raiz) throw new Error(`classe ${l.id}: expressão vazia “${e}”`);
      no.ramos ??= [];
      if (!no.ramos.includes(numero)) no.ramos.push(numero);
    }
  });
  return raiz;
}

/** All expressions, by their terms. */
export const TRIE: No = toTrie();

/** The outermost classes a class belongs to. */
export const areasDe: readonly (readonly number[])[] = RAMOS.map((r) => {
  const topo = (n: number): number[] => (RAMOS[n]!.pais.length ? RAMOS[n]!.pais.flatMap(topo) : [n]);
  return [...new Set(topo(r.numero))];
});

/** Stands for a thing that no class knows. */
export const DESCONHECIDO = 0xffff;
