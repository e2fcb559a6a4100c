import { matchConsulta } from './casar.js';
import type { Consulta } from './consulta.js';
import { lookAround } from './entorno.js';
import type { IndiceBusca } from './indice.js';
import { PESOS } from './pesos.js';
import { sinaisDe, type Sinais } from './sinais.js';

/** Clauses looked at closely: the right one is among them for all but one of 350 questions. */
const CANDIDATOS = 80;
const PESO_EXPANSAO = 0.3;
const PESO_COBERTURA = 0.3;

export interface Candidata {
  readonly id: number;
  readonly sinais: Sinais;
}

/** The clauses that share most with the question, with their signals. */
export function findCandidatas(indice: IndiceBusca, consulta: Consulta): Candidata[] {
  const m = matchConsulta(indice, consulta);
  const previas = m.base.map((b, id) => (b + PESO_EXPANSAO * m.expansao[id]!) * (1 - PESO_COBERTURA + PESO_COBERTURA * m.cobertura[id]!));
  const ids: number[] = [];
  for (let id = 0; id < previas.length; id++) if (previas[id]! > 0) ids.push(id);
  ids.sort((a, b) => previas[b]! - previas[a]! || a - b);
  const melhores = ids.slice(0, CANDIDATOS);
  const entorno = lookAround(indice, m, melhores);
  return melhores.map((id) => ({ id, sinais: sinaisDe(indice, consulta, m, entorno, id) }));
}

const pesos = Object.entries(PESOS) as [keyof typeof PESOS, number][];

/** A positive score; only its order and the ratio of two of one question mean something. */
export const scoreOf = ({ sinais }: Candidata): number => Math.exp(pesos.reduce((soma, [sinal, peso]) => soma + peso * sinais[sinal], 0));
