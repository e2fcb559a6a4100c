import { scorePontos } from './score.js';
import type { PerfilCompilado } from './compile-perfil.js';
import type { TextoCompilado } from './textos.js';
import type { Estatistica } from './estatistica.js';

/** A tender's place for a company. */
export interface Colocado {
  /** numeroControlePNCP, or whatever names the text. */
  readonly numero: string;
  readonly score: number;
}

/** By score, ties by number: the order never depends on the order of the input. */
export const compareColocados = (a: Colocado, b: Colocado): number => b.score - a.score || (a.numero < b.numero ? -1 : a.numero > b.numero ? 1 : 0);

/** The best `top` tenders for a company, one by one: what the indexes must equal. */
export function rankTextos(p: PerfilCompilado, textos: Iterable<{ readonly numero: string; readonly texto: TextoCompilado }>, e: Estatistica, top: number): Colocado[] {
  const todos: Colocado[] = [];
  for (const { numero, texto } of textos) {
    const { score } = scorePontos(p, texto, e);
    if (score > 0) todos.push({ numero, score });
  }
  return todos.sort(compareColocados).slice(0, top);
}
