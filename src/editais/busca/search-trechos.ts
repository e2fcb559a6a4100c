import { parseConsulta } from './consulta.js';
import { fuseOrdens } from './fuse-ordens.js';
import type { IndiceBusca } from './indice.js';
import type { TrechoAchado } from './passagem.js';
import { pickTrechos } from './pick-trechos.js';
import { findCandidatas, scoreOf } from './rank.js';

export interface OpcoesBusca {
  readonly top?: number;
  /** Clauses in the order of another source (vectors), best first, as places in `IndiceBusca.clausulas`. */
  readonly outraOrdem?: readonly number[];
}

/** The passages that best answer a question in plain Portuguese, best first: at most `top`, never overlapping. */
export function searchTrechos(indice: IndiceBusca, pergunta: string, { top = 5, outraOrdem }: OpcoesBusca = {}): TrechoAchado[] {
  const notas = findCandidatas(indice, parseConsulta(pergunta)).map((c) => ({ id: c.id, nota: scoreOf(c) }));
  return pickTrechos(indice, outraOrdem ? fuseOrdens(notas, outraOrdem) : notas, top);
}
