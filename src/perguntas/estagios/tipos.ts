import type { Conhecido } from '../../agentes/index.js';
import type { TrechoAchado } from '../../editais/index.js';
import type { Empresa } from '../../empresas/index.js';
import type { Fala } from '../agente/write-dossie.js';

/** What a prompt is made of, the set aside. */
export interface PedidoDePreparo {
  readonly trechos: readonly TrechoAchado[];
  readonly pergunta: string;
  readonly perguntaEntendida: string | null;
  readonly empresa: Empresa | null;
  readonly conversa: readonly Fala[];
}

/** A question made ready for a model. */
export interface Preparo {
  /** The user message. */
  readonly mensagem: string;
  /** Id of a document in it (D1) → its name. */
  readonly nomes: readonly (readonly [id: string, nome: string])[];
  /** What claims may repeat and may not contradict. */
  readonly conhecidos: readonly Conhecido[];
}

/** What the claims of one question are checked against, the pages aside. */
export interface BaseDaPergunta {
  readonly perguntaId: string;
  readonly conhecidos: readonly Conhecido[];
  /** ISO day. */
  readonly agora: string;
}
