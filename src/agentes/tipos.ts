import type { Parecer } from '../analises/index.js';
import type { DocumentosDoParecer } from './documentos/tipos.js';
import type { Preparo } from './estagios/tipos.js';

/** Where what was prepared is kept, so that who goes on after a crash sends the same bytes. */
export interface GuardaPreparo {
  find(chave: string): Promise<Preparo | null>;
  put(chave: string, preparo: Preparo): Promise<void>;
}

/** One judgement to be advised on. */
export interface PedidoDeParecer {
  /** Who pays; null: the command line. */
  readonly organizacaoId: string | null;
  /** The piece of work whose budget of calls this is: the analysis's id. */
  readonly trabalhoId: string;
  readonly documentos: DocumentosDoParecer;
  readonly guarda: GuardaPreparo;
  readonly sinal: AbortSignal;
}

/** The opinion on a judgement. */
export interface Aconselhado {
  readonly parecer: Parecer;
  /** There is something a model wrote in it. */
  readonly usouModelo: boolean;
  /** Models were down, or out of budget, for some of it: an equal request later should try again. */
  readonly provisorio: boolean;
}
