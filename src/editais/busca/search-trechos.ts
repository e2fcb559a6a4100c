import { parseConsulta } from './consulta.js';
import { chooseClausulas } from './cut-passagens.js';
import { fuseOrdens } from './fuse-ordens.js';
import type { IndiceBusca } from './indice.js';
import type { TrechoAchado } from './passagem.js';
import { pickTrechos } from './pick-trechos.js';
import { findCandidatas, scoreOf } from './rank.js';

export interface OpcoesBusca {
  readonly top?: number;
  /** Passages (`cutPassagens`) in the order of their meaning, best first. */
  readonly porSentido?: readonly string[] | undefined;
}

/** The passages that best answer a question in plain Portuguese, best first: at most `top`, never overlapping. */
export function searchTrechos(indice: IndiceBusca, pergunta: string, { top = 5, porSentido }: OpcoesBusca = {}): TrechoAchado[] {
  const notas = findCandidatas(indice, parseConsulta(pergunta)).map((c) => ({ id: c.id, nota: scoreOf(c) }));
  const sentido = chooseClausulas(notas, porSentido ?? []).filter((id) => id < indice.clausulas.length);
  return pickTrechos(indice, sentido.length ? fuseOrdens(notas, sentido) : notas, top);
}
