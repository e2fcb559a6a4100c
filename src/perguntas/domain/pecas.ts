import { isVazia, stem, tokenize } from '../../portugues/index.js';
import type { Conceito, Consulta, IndiceBusca } from '../../editais/index.js';
import { isDeConversa } from './palavras-de-conversa.js';

/** A content word of the question: its weight among all of them (they add to 1) and what of the document may stand for it. */
export interface Peca {
  readonly peso: number;
  /** term → how well it stands for the word, 0–1; the word itself is 1. */
  readonly opcoes: ReadonlyMap<string, number>;
  /** False when neither the word nor anything that may stand for it is anywhere in the document. */
  readonly noDocumento: boolean;
}

const SINONIMO = 0.6;
const PESO_VERBO = 0.5;

/** The content words of a question in its order, the rarer in the document the heavier; verbs at half. Clauses that are `sujas` do not count. */
export function pecasDe(indice: IndiceBusca, { conceitos }: Consulta, perguntaDobrada: string, sujas: ReadonlySet<number> = new Set()): readonly Peca[] {
  const verbos = verbosDe(perguntaDobrada);
  const cheios = conceitos.filter((c) => c.peso === 1 && !isDeConversa(c.termo));
  const brutas = (cheios.length ? cheios : conceitos).map((c) => pecaDe(indice, c, verbos.has(c.termo), sujas));
  const total = brutas.reduce((s, p) => s + p.peso, 0) || 1;
  return brutas.map((p) => ({ ...p, peso: p.peso / total }));
}

function pecaDe(indice: IndiceBusca, c: Conceito, verbo: boolean, sujas: ReadonlySet<number>): Peca {
  const df = (termo: string): number => countClausulas(indice.listas.get(termo), sujas);
  const opcoes = new Map([[c.termo, 1], ...c.alternativas.map((a) => [a.termo, SINONIMO] as const)]);
  const maior = Math.max(...[...opcoes].map(([termo, peso]) => df(termo) * peso));
  return { peso: indice.idf(Math.ceil(maior)) * (verbo ? PESO_VERBO : 1), opcoes, noDocumento: maior > 0 };
}

/** Clauses whose own text has the term, those left out aside. */
function countClausulas(lista: ReturnType<IndiceBusca['listas']['get']>, sujas: ReadonlySet<number>): number {
  if (!lista || !sujas.size) return lista?.df ?? 0;
  return lista.df - lista.ids.filter((id, k) => lista.corpo[k]! > 0 && sujas.has(id)).length;
}

/** Verbs a bidder asks with: the edital says the same with others, so that one is missing tells less than a missing noun. */
const VERBO = /(?:ar|er|ir|ando|endo|indo|aram|eram|iram|ou|aria|arem|erem|irem)$/;
const ANTES_DO_VERBO = /\b(?:onde|como|quando|se|eu|que|quem|posso|preciso|vao|vou|vai|nao|ja|me|tenho que|tenho de|tempo|dias|horas|meses) $/;

/** Terms of the folded question that are its verbs. */
function verbosDe(dobrada: string): ReadonlySet<string> {
  return new Set(tokenize(dobrada).filter((t) => VERBO.test(t.texto) || (t.texto.endsWith('o') && ANTES_DO_VERBO.test(dobrada.slice(0, t.inicio)))).map((t) => stem(t.texto)));
}

/** How much of each word stands among the terms, 0–1. */
export function grausEm(pecas: readonly Peca[], termos: readonly string[]): number[] {
  const graus = pecas.map(() => 0);
  for (const t of termos) pecas.forEach((p, i) => (graus[i] = Math.max(graus[i]!, p.opcoes.get(t) ?? 0)));
  return graus;
}

/** The part of the question that stands, 0–1. */
export const somaDe = (pecas: readonly Peca[], graus: readonly number[]): number => pecas.reduce((s, p, i) => s + p.peso * graus[i]!, 0);

/** Terms of a folded text, empty words left out. */
export const termosDe = (dobrado: string): string[] => tokenize(dobrado).filter((t) => !isVazia(t.texto)).map((t) => stem(t.texto));
