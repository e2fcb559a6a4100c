import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { NomeAgente } from '../analises/index.js';
import type { SaidaDoAgente, SaidaDoRelator } from './domain/saida.js';

/** A turn of what a model is sent after its instructions. */
export interface Mensagem {
  readonly role: 'user' | 'assistant';
  readonly content: string;
}

/** The turns of a second question: what was asked, what was answered, what is wrong with it. */
export const writeSegunda = ({ mensagens, texto }: { readonly mensagens: readonly Mensagem[]; readonly texto: string }, pergunta: string): readonly Mensagem[] =>
  [...mensagens, ...(texto ? [{ role: 'assistant', content: texto } as const] : []), { role: 'user', content: pergunta }];

export interface PedidoAoModelo {
  readonly modelo: LanguageModelV4;
  readonly mensagens: readonly Mensagem[];
  /** The search an agent may do once; absent: it may not. */
  readonly buscar?: ((consulta: string) => Promise<string>) | undefined;
  readonly sinal: AbortSignal;
}

/** What came back; `saida` null: it could not be read. */
export interface Respondido<T> {
  readonly saida: T | null;
  readonly texto: string;
}

/** What came of a model could not be made into an answer, for a reason nobody foresaw; `cause` has it, for the log. */
export class RespostaIlegivel extends Error {
  override readonly name = 'RespostaIlegivel';
}

/** Agents as this feature uses them. Throws what the model threw, RespostaIlegivel, or the signal's reason. */
export interface Motor {
  askAgente(nome: NomeAgente, pedido: PedidoAoModelo): Promise<Respondido<SaidaDoAgente>>;
  askRelator(pedido: PedidoAoModelo): Promise<Respondido<SaidaDoRelator>>;
}
