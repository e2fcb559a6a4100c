import type { Verificacao } from '../../observacao/index.js';

/** A process of the service, as it told of itself. */
export interface Processo {
  readonly id: string;
  readonly papel: string;
  /** Of the program, and of the workflow its analyses run. */
  readonly versao: string;
  readonly versaoWorkflow: string;
  /** Name of the machine or container. */
  readonly maquina: string;
  readonly iniciadoEm: Date;
  readonly vistoEm: Date;
  /** How often it says that it lives, and for how long it has not, by the database's clock; ms. */
  readonly pulsoMs: number;
  readonly silencioMs: number;
  /** It was asked to stop: it finishes what it has and takes nothing new. */
  readonly encerrando: boolean;
}

/** Silent for so many pulses, a process is taken for dead. */
export const PULSOS_DE_SILENCIO = 3;

export const isVivo = ({ pulsoMs, silencioMs }: Pick<Processo, 'pulsoMs' | 'silencioMs'>): boolean => silencioMs <= pulsoMs * PULSOS_DE_SILENCIO;
/** Whether it takes work from the queue. */
export const trabalha = ({ papel, encerrando }: Pick<Processo, 'papel' | 'encerrando'>): boolean => papel !== 'api' && !encerrando;

/**
 * Whether somebody does the work that is accepted.
 * @param vivos of all processes
 * @param eu this one: whether it works, and whether its own heartbeat arrives
 */
export function judgeTrabalhadores(vivos: readonly Pick<Processo, 'papel' | 'encerrando'>[], eu: { readonly trabalha: boolean; readonly batendo: boolean }): Verificacao {
  const numeros = { vivos: vivos.filter(trabalha).length, processos: vivos.length };
  if (!eu.batendo) return { estado: 'degradado', erro: 'sem_batimento', numeros };
  return eu.trabalha || numeros.vivos > 0 ? { estado: 'ok', erro: null, numeros } : { estado: 'indisponivel', erro: 'sem_trabalhador', numeros };
}
