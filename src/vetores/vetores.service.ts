import { Injectable } from '@nestjs/common';
import type { ContextoDeModelo } from '../modelos/index.js';
import { ModelosService } from '../modelos/modelos.module.js';
import type { Vizinho } from './domain/vector-store.js';

/** A text and its name inside a collection. */
export interface TextoNomeado {
  readonly id: string;
  readonly texto: string;
}

/** Search by meaning. Where there is no model, or it does not answer, everything goes on by words alone. */
@Injectable()
export class VetoresService {
  constructor(private readonly modelos: ModelosService) {}

  /** Whether meaning can be searched at all. */
  get ligado(): boolean {
    return this.modelos.configurado;
  }

  /** Makes the collection whole, once, whoever asks: texts → embeddings (kept, within budget) → store. False: it could not be made now. Never throws but for an abort. */
  ensure(_colecao: string, _textos: () => Promise<readonly TextoNomeado[]>, _contexto: ContextoDeModelo): Promise<boolean> {
    return Promise.resolve(false);
  }

  /** Adds to, or changes, a collection that stays open. @returns false: not now */
  put(_colecao: string, _textos: readonly TextoNomeado[], _contexto: ContextoDeModelo): Promise<boolean> {
    return Promise.resolve(false);
  }

  /** Takes out of an open collection. */
  remove(_colecao: string, _ids: readonly string[]): Promise<void> {
    return Promise.resolve();
  }

  /** For each question, the nearest, best first; null: no vectors now. The questions are embedded in one call, kept. Never throws but for an abort. */
  nearest(_colecao: string, _perguntas: readonly string[], _opcoes: { readonly top: number; readonly contexto: ContextoDeModelo }): Promise<readonly (readonly Vizinho[])[] | null> {
    return Promise.resolve(null);
  }
}
