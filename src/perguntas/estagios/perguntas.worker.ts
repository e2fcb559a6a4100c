import { openConjuntoPedido, type AmbienteEstagios, type ConjuntoPedido } from '../../editais/index.js';
import { asTarefa } from '../../oficina/index.js';
import { responderSemModelo, type RespostaPergunta } from '../domain/responder.js';

interface SobreConjunto {
  readonly pedido: ConjuntoPedido;
  readonly ambiente: AmbienteEstagios;
}

/** The calibrated answer without a model. */
export const responder = asTarefa(async ({ pedido, ambiente, pergunta, top }: SobreConjunto & { readonly pergunta: string; readonly top: number }): Promise<RespostaPergunta> =>
  responderSemModelo((await openConjuntoPedido(pedido, ambiente)).indice, pergunta, { top }));
