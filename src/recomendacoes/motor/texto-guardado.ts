/** A text as it is kept: what the index takes of it. */
export interface TextoGuardado {
  readonly numero: string;
  readonly revisao: number;
  /** Of `packTexto`. */
  readonly compilado: Uint8Array;
  readonly uf: string | null;
  /** Milliseconds; null: not known. */
  readonly encerramento: number | null;
}

/** A text that suits a company. `topico`: without the exclusions, when a word takes it out. */
export interface TextoAchado {
  readonly numero: string;
  readonly revisao: number;
  readonly uf: string | null;
  readonly topico: number;
  readonly excluida: boolean;
}
