import { constants, getPriority, setPriority } from 'node:os';

/** How Node runs a process of the service: what must be decided before it starts. */
export interface PlanoDoNode {
  /** Options of Node itself. */
  readonly opcoes: readonly string[];
  /** What its environment has besides what it was given. */
  readonly ambiente: Readonly<Record<string, string>>;
}

const JOVENS = '--max-semi-space-size';
/** Half the room of short-lived objects, MB, where only requests are answered: most of an answer is such objects. */
const JOVENS_API_MB = 16;
/** Where documents are read as well: more makes no reading faster, and each of its processes would hold tens of MB more. */
const JOVENS_MB = 2;
/** The allocator's regions, which threads leave half empty. */
const REGIOES = '2';
/** A reading can wait for an answer; an answer cannot wait for a reading. */
export const PRIORIDADE_DO_TRABALHO: number = constants.priority.PRIORITY_BELOW_NORMAL;

/**
 * What the role asks of Node (docs/decisoes/0052, 0053). Null: the room of short-lived objects was chosen by whoever
 * started the process, with an option or NODE_OPTIONS, or here before.
 */
export function planNode(ambiente: Readonly<Record<string, string | undefined>>, opcoes: readonly string[]): PlanoDoNode | null {
  const dito = (texto: string): boolean => texto.replaceAll('_', '-').includes(JOVENS.slice(2));
  if (opcoes.some(dito) || dito(ambiente['NODE_OPTIONS'] ?? '')) return null;
  const papel = ambiente['ALICIT_ROLE'];
  return {
    opcoes: [...opcoes, `${JOVENS}=${papel === 'api' ? JOVENS_API_MB : JOVENS_MB}`],
    ambiente: { MALLOC_ARENA_MAX: ambiente['MALLOC_ARENA_MAX'] || REGIOES },
  };
}

/**
 * Puts the role's plan in place of this process: the same id, files and signals, Node begun again with the options, which
 * it takes only at its start. Returns where there is nothing to change, or no such call (Windows).
 * @param arquivo what Node runs: the door of the service
 */
export function restartAsPlanned(arquivo: string): void {
  const plano = planNode(process.env, process.execArgv);
  if (plano === null) return;
  process.execve?.(process.execPath, [process.execPath, ...plano.opcoes, arquivo, ...process.argv.slice(2)], { ...process.env, ...plano.ambiente });
}

/** Others go first from here on, never the other way round: for a worker that is ready, since its start is waited for. On Linux, of this thread. */
export function yieldToOthers(): void {
  try {
    setPriority(0, Math.max(getPriority(), PRIORIDADE_DO_TRABALHO));
  } catch {
    // A system that does not let it: it works as fast as the others, which may then wait for it.
  }
}
