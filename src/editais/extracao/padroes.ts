import type { TextoEdital } from '../domain/texto-edital.js';
import { findAchados, isModeloEmBranco, type Achado } from './achados.js';
import type { Candidato } from './candidato.js';
import { DESCONTO_LUGAR, lugarEm, type Lugar } from './lugar.js';

/** One way editais state a field: the expression, how much it is worth on the cover, and the value it gives. */
export interface Padrao<V> {
  readonly rx: RegExp;
  /** Weight of a reading on the cover; the place takes from it (`DESCONTO_LUGAR`, or `desconto` where it differs). */
  readonly peso: number;
  /** Null: this match says nothing. */
  readonly valor: (a: Achado) => V | null;
  readonly desconto?: Partial<Readonly<Record<Lugar, number>>>;
  /** Group that bounds the quote; default: the whole match. */
  readonly grupo?: string;
  readonly nota?: string;
}

/** A ticked box: "[X]", "(x)". It chooses; beside it an empty one only tells what was not chosen. */
const MARCADO = /[[(]\s?x\s?[\])]/g;
const CAIXAS = /[[(]\s*x?\s*[\])]/g;
const isEmBranco = (texto: string): boolean => isModeloEmBranco(texto.search(MARCADO) >= 0 ? texto.replace(CAIXAS, ' ') : texto);

/** Readings by every pattern, forms left blank aside. */
export function readPadroes<V>(t: TextoEdital, padroes: readonly Padrao<V>[]): Candidato<V>[] {
  return padroes.flatMap((p) => findAchados(t, p.rx).flatMap((a) => toCandidato(t, p, a)));
}

function toCandidato<V>(t: TextoEdital, p: Padrao<V>, a: Achado): Candidato<V>[] {
  if (isEmBranco(a.g[0] ?? '')) return [];
  const lugar = lugarEm(t, a.inicio);
  const peso = p.peso - (p.desconto?.[lugar] ?? DESCONTO_LUGAR[lugar]);
  if (peso <= 0) return [];
  const valor = p.valor(a);
  if (valor === null) return [];
  const { inicio, fim } = (p.grupo && a.span(p.grupo)) || a;
  // the break before a label belongs to the line above: quoting it would pull that line in
  const margem = /^[\s.;]*/.exec(t.dobrado.slice(inicio, Math.min(fim, inicio + 20)))![0].length;
  return [{ valor, inicio: inicio + margem, fim, peso, ...(p.nota ? { nota: p.nota } : {}) }];
}
