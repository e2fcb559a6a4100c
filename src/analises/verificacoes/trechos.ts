import { findAchados, isCondicional, isNegado, type Achado, type TextoEdital } from '../../editais/index.js';
import { TRECHO_MAXIMO, type Evidencia } from '../../kernel/index.js';
import type { Contexto } from '../contexto/contexto.js';
import { textoDaFrase } from '../contexto/frase.js';
import type { Veredito } from './regra.js';

/** A clause that matters to a rule, with its proof. */
export interface Trecho {
  readonly achado: Achado;
  readonly evidencia: Evidencia;
  /** Folded sentence around the match. */
  readonly frase: string;
}

type Regioes = NonNullable<Parameters<typeof findAchados>[2]>['regioes'];

export interface OpcoesTrecho {
  /** Default: the parts that bind (edital, TR, minuta, other annexes): neither models to fill in, nor studies, nor the summary. */
  readonly regioes?: Regioes;
  /** The sentence must say this… */
  readonly requer?: RegExp;
  /** …and must not say this. */
  readonly exceto?: RegExp;
  /** Section title. */
  readonly secao?: RegExp;
  /** Keep matches that are negated ("não será exigida"). */
  readonly negado?: true;
  /** Drop matches introduced by "caso", "quando". */
  readonly semCondicao?: true;
}

const REGIOES: Regioes = ['edital', 'tr', 'anexo', 'minuta'];

/** Clauses of the binding parts that match, in order, each with a quote. */
export function findTrechos(t: TextoEdital, padrao: RegExp, o: OpcoesTrecho = {}): Trecho[] {
  const trechos: Trecho[] = [];
  for (const achado of findAchados(t, padrao, { regioes: o.regioes ?? REGIOES, ...(o.secao ? { secao: o.secao } : {}) })) {
    if (!o.negado && isNegado(achado)) continue;
    if (o.semCondicao && isCondicional(achado)) continue;
    const frase = textoDaFrase(t, achado.inicio, achado.fim);
    if (o.requer && !o.requer.test(frase)) continue;
    if (o.exceto?.test(frase)) continue;
    const evidencia = citar(t, achado.inicio, achado.fim);
    if (evidencia) trechos.push({ achado, evidencia, frase });
  }
  return trechos;
}

/** Source of a gap of up to `n` characters inside one clause: stops at a semicolon and at the next numbered item ("4.2.5."). */
export const dentro = (n: number): string => String.raw`(?:(?!\n\s*\d{1,2}(?:\.\d{1,3}){1,4}(?:\.?\s|\.?[a-z]))[^;]){0,${n}}?`;

/** A quote for a match, cut at the end of the page and at the longest that is allowed. */
export function citar(t: TextoEdital, inicio: number, fim: number): Evidencia | null {
  const limite = Math.min(fim, t.paginaEm(inicio).fim, inicio + TRECHO_MAXIMO - 20);
  return t.trechoEm(inicio, limite);
}

/** Nothing of the kind was found: `ok` over a text that was read whole, otherwise not measurable. `oQue`: "exija visita sem alternativa". */
export const semClausula = (c: Contexto, oQue: string): Veredito =>
  c.texto.incompleto
    ? { resultado: 'nao_aferivel', motivo: `Há páginas que não puderam ser lidas; nas lidas não há cláusula que ${oQue}.` }
    : { resultado: 'ok', motivo: `Não foi achada no texto lido cláusula que ${oQue}.` };

/** Mentioned anywhere in the set, whatever the part. */
export const mentions = (t: TextoEdital, padrao: RegExp): boolean => padrao.test(t.dobrado);
