/** A queue: declared by its owner, made when the process first works with the database. */
export interface Fila {
  readonly nome: string;
  /** How often a job may be taken again after its process died. */
  readonly retryLimit: number;
  /** A job that runs longer is taken from its process, seconds; default one hour. */
  readonly expireInSeconds?: number;
  /** Whether a process that dies is noticed within seconds (a small write every few); default yes. */
  readonly batida?: boolean;
  /** How long a job may wait for its turn before that is told as a fault, ms; default: it may wait. For queues somebody waits for. */
  readonly maxAtrasoMs?: number;
}

export interface OpcoesEnvio {
  /** Higher first; among equals, the older. */
  readonly prioridade?: number;
  /** Not before this many seconds. */
  readonly depoisDeS?: number;
  /** One job of this key at a time within a slot of `umPorS` seconds. */
  readonly chave?: string;
  readonly umPorS?: number;
  /** The job goes on with the trace of whoever asks for it; default no: it begins its own. */
  readonly traco?: boolean;
}

/** A job given to this process. */
export interface Servico<D> {
  readonly id: string;
  readonly dados: D;
  /** 0 the first time. */
  readonly retomada: number;
  /** Aborted when the lease was lost, or when the process is stopping and the time to finish is over. */
  readonly sinal: AbortSignal;
}

export type Operario<D> = (servico: Servico<D>) => Promise<void>;

export interface OpcoesTrabalho {
  /** Jobs at once in this process; default 1. */
  readonly concorrencia?: number;
}
