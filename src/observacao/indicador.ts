/**
 * How one part of the service is. `nao_configurado` is not a fault: nothing was asked of it. `degradado`: it works, but not
 * as it should: never a reason to refuse requests, even where the part is required.
 */
export const ESTADOS_ITEM = ['ok', 'nao_configurado', 'degradado', 'chave_invalida', 'limite', 'indisponivel'] as const;
export type EstadoItem = (typeof ESTADOS_ITEM)[number];

/** What a check found. */
export interface Verificacao {
  readonly estado: EstadoItem;
  /** Class of the error, snake_case and without details: `conexao_recusada`, `http_500`… Null when there is none. */
  readonly erro: string | null;
  /** What was measured, by name with its unit: `atrasoS`, `vivos`. */
  readonly numeros?: Readonly<Record<string, number>> | undefined;
}

export const BEM: Verificacao = { estado: 'ok', erro: null };

/** How the last real request to a dependency ended: known without asking it anything. */
export interface Uso extends Pick<Verificacao, 'estado' | 'erro'> {
  readonly em: Date;
  /** Of that request, ms; null when it is not known. */
  readonly latenciaMs: number | null;
  readonly ultimoSucesso: Date | null;
  /** Whether a later probe that goes well disproves this failure. A probe reaches the address with the key; it proves nothing of quotas, nor of what it does not ask for. */
  readonly desmentivel: boolean;
}

/**
 * The health of one dependency, told by its owner. `check` may throw: that is `indisponivel`, with a class made from
 * the error. It should give up when the signal says so.
 */
export interface Indicador {
  /** Key of the item in /health: `banco`, `fila`, `arquivos`, `openai`… */
  readonly nome: string;
  /** Without it the service cannot work: readiness fails. Optional ones only degrade. */
  readonly obrigatorio: boolean;
  check(sinal: AbortSignal): Promise<Verificacao>;
  /** How long an answer counts, ms (1000). */
  readonly validadeMs?: number;
  /** How long whoever asks waits, ms (3000). */
  readonly limiteMs?: number;
  /** The last real request of this process, where the owner knows it: while it is recent it says how the dependency is, and nothing is probed. */
  readonly uso?: () => Uso | null;
  /** How long it is recent, ms (5 minutes). */
  readonly usoValeMs?: number;
}
