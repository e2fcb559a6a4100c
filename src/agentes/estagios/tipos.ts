import type { NomeAgente, Parecer } from '../../analises/index.js';
import type { TrechoAchado } from '../../editais/index.js';
import type { BaseGuardada } from '../domain/base/build-base.js';
import type { Placar } from '../domain/parecer/placar.js';

/** The judgement as agents need it, before passages are added. */
export interface Rascunho {
  /** Hash of what agents will be told and checked against: the same for equal judgements on one day. */
  readonly conteudo: string;
  readonly dossies: Readonly<Record<NomeAgente, string>>;
  /** Document name → id. */
  readonly ids: readonly (readonly [nome: string, id: string])[];
  readonly base: BaseGuardada;
  readonly alertas: Parecer['alertas'];
  readonly placar: Placar;
}

/** Passages found for each question of each agent. */
export type TrechosPorAgente = Readonly<Record<NomeAgente, readonly (readonly TrechoAchado[])[]>>;

/** Everything the agents are sent and what checks them: kept, so that a restart sends the same bytes. */
export interface Preparo extends Omit<Rascunho, 'dossies' | 'conteudo'> {
  /** User messages. */
  readonly prompts: Readonly<Record<NomeAgente, string>>;
  /** Passages shown to each: ids of a later search go on from there. */
  readonly trechos: Readonly<Record<NomeAgente, number>>;
}
