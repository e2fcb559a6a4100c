import { campoDe, toMudancaId, type CampoJulgado, type MudancaVista } from '../../licitacoes/index.js';

/** Why an analysis no longer stands on what is known, as kept with it. */
export interface Desatualizada {
  /** ISO, UTC. */
  readonly em: string;
  readonly campos: readonly CampoJulgado[];
  /** Changes of the collection, by their public ids. */
  readonly mudancas: readonly string[];
  /** The analysis that took its place; null while there is none. */
  readonly substituidaPor: string | null;
}

const MAX_MUDANCAS = 100;

/**
 * An analysis after `novos` of the fields it was judged by changed, with the changes of the collection that say how.
 * Null: nothing it was judged by did, now or before.
 */
export function joinDesatualizada(antes: Desatualizada | null, novos: readonly CampoJulgado[], mudancas: readonly MudancaVista[], agora: Date): Desatualizada | null {
  const campos = [...new Set([...(antes?.campos ?? []), ...novos])];
  if (!campos.length) return null;
  const ids = mudancas.filter((m) => campos.includes(campoDe(m.campo)!)).map((m) => toMudancaId(m.id));
  return { em: antes?.em ?? agora.toISOString(), campos, mudancas: [...new Set([...(antes?.mudancas ?? []), ...ids])].slice(-MAX_MUDANCAS), substituidaPor: antes?.substituidaPor ?? null };
}
