import { applyCorrecoes, openConjuntoPedido, type AmbienteEstagios, type ConjuntoPedido, type CorrecaoFato } from '../../editais/index.js';
import { asTarefa } from '../../oficina/index.js';
import { responderSemModelo, type RespostaPergunta } from '../index.js';

interface SobreConjunto {
  readonly pedido: ConjuntoPedido;
  readonly ambiente: AmbienteEstagios;
}

/** The calibrated answer without a model, from the passages and from the facts with people's corrections in place. */
export const responder = asTarefa(async ({ pedido, ambiente, pergunta, top, correcoes }: SobreConjunto & { readonly pergunta: string; readonly top: number; readonly correcoes: readonly CorrecaoFato[] }): Promise<RespostaPergunta> => {
  const { conjunto, leitura, indice } = await openConjuntoPedido(pedido, ambiente);
  const { fatos } = applyCorrecoes(leitura, correcoes, conjunto.documentos.map((d) => d.documento)).leitura;
  return responderSemModelo(indice, pergunta, { top, fatos });
});
