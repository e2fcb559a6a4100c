import { queueOptionsSymbol, type PiscinaTask } from 'piscina';

/** What a thread is looked at for when a task is given out; part of piscina's own description of a worker. */
interface Operario {
  readonly id: number;
  readonly currentUsage: number;
  readonly terminating: boolean;
  readonly destroyed: boolean;
}

/** How many sets a thread still has in memory, and of how many threads that is remembered. */
const CHAVES_POR_THREAD = 2;
const MAX_THREADS = 256;

/** The task as piscina takes it, saying which thread memory it would profit from. Symbols do not cross to the thread. */
export const withAfinidade = <E extends object>(entrada: E, chave: string | undefined): E => (chave === undefined ? entrada : { ...entrada, [queueOptionsSymbol]: { chave } });

/**
 * Gives a task to the idle thread that worked on the same key before, else to one that remembers nothing, else to any
 * idle one: an idle thread always beats waiting.
 */
export function createBalanceador(): <O extends Operario>(tarefa: PiscinaTask, operarios: readonly O[]) => O | null {
  const lembradas = new Map<number, string[]>();
  return (tarefa, operarios) => {
    const livres = operarios.filter((o) => o.currentUsage === 0 && !o.terminating && !o.destroyed);
    const chave = (tarefa[queueOptionsSymbol] as { readonly chave?: string } | null)?.chave;
    const escolhido = livres.find((o) => chave !== undefined && lembradas.get(o.id)?.includes(chave)) ?? livres.find((o) => !lembradas.has(o.id)) ?? livres[0] ?? null;
    if (escolhido && chave !== undefined) {
      if (lembradas.size >= MAX_THREADS) lembradas.clear();
      lembradas.set(escolhido.id, [chave, ...(lembradas.get(escolhido.id) ?? []).filter((c) => c !== chave)].slice(0, CHAVES_POR_THREAD));
    }
    return escolhido;
  };
}
