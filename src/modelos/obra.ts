import type { EntityManager } from 'typeorm';
import type { ChamadaFeita, ContextoDeModelo } from './domain/tipos.js';

/** What one request brought, and its tokens. */
export interface Trazida<T> {
  readonly valor: T;
  readonly entrada: number;
  readonly saida: number;
  readonly recusada?: boolean;
}

/** A call: what to ask, of whom, and what to do with what comes. */
export interface Obra<T> {
  readonly contexto: ContextoDeModelo;
  readonly tipo: 'chat' | 'embedding';
  /** The one asked, then its fallback. */
  readonly modelos: readonly string[];
  /** Tokens from above. */
  readonly estimativa: { readonly entrada: number; readonly saida: number };
  readonly sinal: AbortSignal;
  pedir(modelo: string, sinal: AbortSignal): Promise<Trazida<T>>;
  /** Written before anything else, in one statement; again when that failed, which changes nothing. */
  guardar(m: EntityManager, trazida: Trazida<T>, chamada: ChamadaFeita): Promise<void>;
}

/** A call that ended well. */
export interface Feita<T> {
  readonly trazida: Trazida<T>;
  readonly chamada: ChamadaFeita;
}
