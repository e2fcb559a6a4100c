/** How one part of the service is. `nao_configurado` is not a fault: nothing was asked of it. */
export const ESTADOS_ITEM = ['ok', 'nao_configurado', 'chave_invalida', 'limite', 'indisponivel'] as const;
export type EstadoItem = (typeof ESTADOS_ITEM)[number];

/** What a check found. */
export interface Verificacao {
  readonly estado: EstadoItem;
  /** Class of the error, snake_case and without details: `conexao_recusada`, `http_500`… Null when there is none. */
  readonly erro: string | null;
}

export const BEM: Verificacao = { estado: 'ok', erro: null };

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
}
