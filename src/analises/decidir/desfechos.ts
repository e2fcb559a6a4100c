import type { Desfecho } from '../domain/analise.js';

/** From what one would rather have to what one would not. */
export const ORDEM: readonly Desfecho[] = ['GO', 'GO_CONDICIONADO', 'PENDENTE', 'IMPUGNAR_E_REAVALIAR', 'NAO_RECOMENDADO', 'NO_GO'];

/** What a company does about it. */
export type ClasseDesfecho = 'participar' | 'impugnar' | 'nao' | 'pendente';
const CLASSE: Readonly<Record<Desfecho, ClasseDesfecho>> = {
  GO: 'participar', GO_CONDICIONADO: 'participar', IMPUGNAR_E_REAVALIAR: 'impugnar', NAO_RECOMENDADO: 'nao', NO_GO: 'nao', PENDENTE: 'pendente',
};
export const classeDe = (d: Desfecho): ClasseDesfecho => CLASSE[d];

/** Each once, best first. */
export const sortDesfechos = (desfechos: Iterable<Desfecho>): Desfecho[] => {
  const todos = new Set(desfechos);
  return ORDEM.filter((d) => todos.has(d));
};
