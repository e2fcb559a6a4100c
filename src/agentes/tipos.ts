import type { ConjuntoPedido } from '../editais/index.js';
import type { Empresa } from '../empresas/index.js';
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
  /** Gzip of the JSON of an `Analise`. */
  readonly analise: Uint8Array;
  readonly empresa: Empresa;
  /** Does something over the set that was judged, with its documents at hand. */
  readonly useConjunto: <T>(fazer: (pedido: ConjuntoPedido) => Promise<T>) => Promise<T>;
  readonly guarda: GuardaPreparo;
  readonly sinal: AbortSignal;
}

/** The judgement with its opinion. */
export interface Aconselhado {
  /** Gzip of the JSON of an `Analise`. */
  readonly analise: Uint8Array;
  /** Models were down, or out of budget, for some of it: an equal request later should try again. */
  readonly provisorio: boolean;
}
