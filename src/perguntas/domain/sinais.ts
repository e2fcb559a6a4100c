import { fold } from '../../kernel/index.js';
import type { Campo, Candidata, Consulta, Fato, Fatos, IndiceBusca } from '../../editais/index.js';
import type { Alvo } from './alvo.js';
import { campoDaPergunta } from './campo-da-pergunta.js';
import { foraDoEdital } from './fora-do-edital.js';
import { lookAtClausula, type Olhar } from './olhar-clausula.js';
import { palavrasAusentes } from './palavras-ausentes.js';
import { pecasDe } from './pecas.js';

/** What is weighed to tell whether the best passages answer a question: see `examine`. */
export const SINAIS = ['cobertura', 'ausente', 'semTipo', 'tipoPerto', 'poucas', 'score', 'folga', 'expansao', 'assuntosComuns', 'semAssunto', 'fora'] as const;
export type Sinal = (typeof SINAIS)[number];
export type Sinais = Readonly<Record<Sinal, number>>;

export interface Exame {
  readonly sinais: Sinais;
  /** The field the question asks for, when it asks for one. */
  readonly campo: Campo | null;
  /** What the facts say of that field: it was read · it was looked for and is not there · nothing (no field, no facts, not all was read, or the question is of something the document never names). */
  readonly fato: 'achado' | 'ausente' | null;
  /** Nouns of a question about a field that was read, which the document never says: the question is of something else, so they weigh as the whole of it. */
  readonly ausentes: readonly string[];
}

/** A clause found for the question, best first, with its score. */
export type CandidataComNota = Candidata & { readonly nota: number };

/** How many of the best clauses are looked at, and how much a later one is discounted. */
const OLHADAS = 3;
const DESCONTO = 0.1;
const SEM_NOTA = -5;

/** The signals of a question over the clauses found for it; most are parts of a whole, 0–1, or 0 and 1. */
export function examine(indice: IndiceBusca, consulta: Consulta, pergunta: string, alvos: readonly Alvo[], candidatas: readonly CandidataComNota[], { fatos, sujas }: { readonly fatos?: Fatos | undefined; readonly sujas?: ReadonlySet<number> } = {}): Exame {
  const dobrada = fold(pergunta);
  const pecas = pecasDe(indice, consulta, dobrada, sujas);
  const olhares = candidatas.slice(0, OLHADAS).map((c) => lookAtClausula(indice, pecas, alvos, c.id));
  const melhor = (k: keyof Olhar): number => Math.max(0, ...olhares.map((o, i) => o[k] - DESCONTO * i));
  const [a, b] = candidatas;
  const perguntado = campoDaPergunta(dobrada);
  const fato = perguntado && fatos ? fatos[perguntado.campo] : null;
  const dito = fato && toSinal(fato, perguntado?.ausenciaResponde === true);
  const ausentes = dito === 'achado' ? palavrasAusentes(indice, consulta, pergunta, perguntado?.nomeiam ?? []) : [];
  return {
    campo: perguntado?.campo ?? null,
    fato: ausentes.length ? null : dito,
    ausentes,
    sinais: {
      cobertura: melhor('cobertura'),
      ausente: ausentes.length ? 1 : pecas.reduce((s, p) => s + (p.noDocumento ? 0 : p.peso), 0),
      semTipo: alvos.length ? 1 - Math.max(0, ...olhares.map((o) => o.tipo)) : 0,
      tipoPerto: melhor(alvos.length ? 'tipoPerto' : 'janela'),
      poucas: 1 / Math.max(1, pecas.length),
      score: a ? Math.log(a.nota) : SEM_NOTA,
      folga: a && b ? Math.log(a.nota / b.nota) : 0,
      expansao: a?.sinais.expansao ?? 0,
      assuntosComuns: a?.sinais.assuntosComuns ?? 0,
      semAssunto: Number(!consulta.assuntos.length),
      fora: foraDoEdital(dobrada),
    },
  };
}

function toSinal(fato: Fato, ausenciaResponde: boolean): Exame['fato'] {
  if (fato.valor !== null || fato.evidencia) return 'achado';
  return ausenciaResponde && fato.ausencia !== 'nao_lido' ? 'ausente' : null;
}
