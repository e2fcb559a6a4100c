import { lerDossie, type CitacaoDada, type Dossie } from './ler-dossie.ts';
import type { PedidoModelo, RespostaModelo } from './tipos.ts';

type Objeto = Readonly<Record<string, unknown>>;
const objeto = (v: unknown): Objeto => (typeof v === 'object' && v !== null && !Array.isArray(v) ? (v as Objeto) : {});

/** A claim as an answer holds it; `tipo` is not in the chat's. */
export interface Dita {
  readonly texto: string;
  readonly tipo?: string;
  readonly citacoes: readonly CitacaoDada[];
}

/** What makes an answer false: the change, given each claim (or all of them). */
export type Falsificar = (resposta: RespostaModelo, pedido: PedidoModelo) => RespostaModelo | null;

const ondeEstao = (json: unknown): 'afirmacoes' | 'sintese' | null => (Array.isArray(objeto(json)['sintese']) ? 'sintese' : Array.isArray(objeto(json)['afirmacoes']) ? 'afirmacoes' : null);

/** Changes the list of claims of an answer; null when it has none, or the change does not apply. */
export const todas = (mudar: (ditas: readonly Dita[], dossie: Dossie, p: PedidoModelo) => readonly unknown[] | null): Falsificar => (r, p) => {
  const onde = ondeEstao(r.json);
  const ditas = onde === null ? [] : (objeto(r.json)[onde] as readonly Dita[]);
  if (onde === null || !ditas.length) return null;
  const mudadas = mudar(ditas, lerDossie(p), p);
  return mudadas ? { ...r, json: { ...objeto(r.json), [onde]: mudadas } } : null;
};

/** Changes each claim. */
export const cada = (mudar: (dita: Dita, i: number, dossie: Dossie) => unknown): Falsificar => todas((ditas, dossie) => ditas.map((d, i) => mudar(d, i, dossie)));

/** Changes each quote. */
export const cadaCitacao = (mudar: (c: CitacaoDada, dossie: Dossie) => unknown): Falsificar => cada((d, _, dossie) => ({ ...d, citacoes: d.citacoes.map((c) => mudar(c, dossie)) }));

/** Says something else on the ground of each claim's true quotes. */
export const dizendo = (texto: (d: Dita, i: number, dossie: Dossie) => string): Falsificar => cada((d, i, dossie) => ({ ...d, texto: texto(d, i, dossie) }));

/** Changes the adjustments of an agent's answer; null for who makes none. */
export const ajustando = (mudar: (ajustes: readonly Objeto[], p: PedidoModelo) => readonly unknown[]): Falsificar => (r, p) => {
  const ajustes = objeto(r.json)['ajustes'];
  return Array.isArray(ajustes) && ondeEstao(r.json) ? { ...r, json: { ...objeto(r.json), ajustes: mudar(ajustes as readonly Objeto[], p) } } : null;
};

/** Other digits in the place of each number's: never the same, never growing a zero in front. */
export const trocarNumeros = (texto: string): string => texto.replace(/\d/g, (d, onde: number) => String(((Number(d) + 3 + (onde % 4)) % 9) + 1));

const CONTRARIOS: readonly (readonly [RegExp, string])[] = [
  [/(?<!\p{L})n[ãa]o\s+(?=ser[áã]|poder|dever|é(?!\p{L})|h[áa](?!\p{L})|haver|ter[áã])/giu, ''], [/\bobrigat[óo]ri([oa]s?)\b/giu, 'facultativ$1'], [/\bfacultativ([oa]s?)\b/giu, 'obrigatóri$1'], [/\bvedad([oa]s?)\b/giu, 'permitid$1'], [/\bproibid([oa]s?)\b/giu, 'permitid$1'],
  [/\bpermitid([oa]s?)\b/giu, 'vedad$1'], [/\badmitid([oa]s?)\b/giu, 'vedad$1'], [/\bdever[áa](?![\p{L}])/giu, 'não precisará'], [/\bdever[ãa]o(?![\p{L}])/giu, 'não precisarão'], [/\bpoder[áa](?![\p{L}])/giu, 'não poderá'], [/\bexige\b/giu, 'dispensa'],
  [/\bser[áa](?![\p{L}])/giu, 'não será'], [/\bser[ãa]o(?![\p{L}])/giu, 'não serão'], [/\bmaior\b/giu, 'menor'], [/\bmenor\b/giu, 'maior'], [/\bm[áa]ximo\b/giu, 'mínimo'], [/\bm[íi]nimo\b/giu, 'máximo'], [/\bm[ée]dia\b/giu, 'máxima'],
];

/** The contrary of a sentence: the first word that has one is turned; null when none does. */
export function contrario(texto: string): string | null {
  for (const [padrao, troca] of CONTRARIOS) {
    padrao.lastIndex = 0;
    const virado = texto.replace(padrao, troca);
    if (virado !== texto) return virado;
  }
  return null;
}
