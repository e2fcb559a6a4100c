import type { Observacao } from './observacao.js';

/** Answers of a process since it began, at an instant (ms). */
export interface Amostra {
  readonly em: number;
  readonly respostas: number;
  /** Of them, with status 5xx. */
  readonly erros: number;
}

export const JANELA_MS = 5 * 60_000;
/** Fewer answers, or fewer errors, say nothing of a rate. */
const MIN_RESPOSTAS = 20;
const MIN_ERROS = 5;

/** The samples with a new one: those of the window, and the one it is counted from. */
export function addAmostra(amostras: readonly Amostra[], nova: Amostra): readonly Amostra[] {
  const dentro = amostras.filter((a) => nova.em - a.em < JANELA_MS);
  const base = amostras.findLast((a) => nova.em - a.em >= JANELA_MS);
  return [...(base ? [base] : []), ...dentro, nova];
}

/** Whether too many answers of the window were errors. @param parte 0 to 1 */
export function judgeTaxa(amostras: readonly Amostra[], parte: number, processo: string): Observacao {
  const [primeira, ultima] = [amostras[0], amostras.at(-1)];
  const respostas = (ultima?.respostas ?? 0) - (primeira?.respostas ?? 0);
  const erros = (ultima?.erros ?? 0) - (primeira?.erros ?? 0);
  const ruim = respostas >= MIN_RESPOSTAS && erros >= MIN_ERROS && erros / respostas > parte;
  return { chave: 'http:erros', ruim, detalhe: `${erros} de ${respostas} respostas com status 5xx nos últimos 5 minutos, no processo ${processo}.` };
}
