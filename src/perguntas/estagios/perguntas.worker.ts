import { createBaseDeConferencia, type AfirmacaoProposta, type BaseDeConferencia, type Conferencia } from '../../agentes/index.js';
import { applyCorrecoes, openConjuntoPedido, type AmbienteEstagios, type ConjuntoPedido, type CorrecaoFato, type Fatos } from '../../editais/index.js';
import { asTarefa } from '../../oficina/index.js';
import { checkAfirmacao } from '../agente/check-afirmacao.js';
import { preparePergunta } from '../agente/prepare-pergunta.js';
import { responderSemModelo, type RespostaPergunta } from '../index.js';
import type { BaseDaPergunta, PedidoDePreparo, Preparo } from './tipos.js';

interface SobreConjunto {
  readonly pedido: ConjuntoPedido;
  readonly ambiente: AmbienteEstagios;
  readonly correcoes: readonly CorrecaoFato[];
}

/** The set, with people's corrections in place of the facts. */
async function open({ pedido, ambiente, correcoes }: SobreConjunto) {
  const { conjunto, leitura, indice } = await openConjuntoPedido(pedido, ambiente);
  const fatos: Fatos = applyCorrecoes(leitura, correcoes, conjunto.documentos.map((d) => d.documento)).leitura.fatos;
  return { conjunto, fatos, indice };
}

/** The calibrated answer without a model, from the passages and the facts. */
export const responder = asTarefa(async ({ pergunta, top, ...sobre }: SobreConjunto & { readonly pergunta: string; readonly top: number }): Promise<RespostaPergunta> => {
  const { indice, fatos } = await open(sobre);
  return responderSemModelo(indice, pergunta, { top, fatos });
});

/** What a model is shown for a question, and what its claims are checked against. */
export const preparar = asTarefa(async ({ feito, ...sobre }: SobreConjunto & { readonly feito: PedidoDePreparo }): Promise<Preparo> => {
  const { conjunto, fatos } = await open(sobre);
  return preparePergunta(feito, { documentos: conjunto.documentos.map(({ documento: d, classe }) => ({ nome: d.nome, classe, paginas: d.totalPaginas })), fatos });
});

/** The question whose claims were checked last: its pages are made ready once. It holds its set, so one only. */
let ultima: { readonly perguntaId: string; readonly base: BaseDeConferencia } | null = null;

/** A claim against the pages of the set and what is known. */
export const conferir = asTarefa(async ({ pedido, ambiente, base: { perguntaId, conhecidos, agora }, proposta }: SobreConjunto & { readonly base: BaseDaPergunta; readonly proposta: AfirmacaoProposta }): Promise<Conferencia> => {
  if (ultima?.perguntaId !== perguntaId) {
    const { conjunto } = await openConjuntoPedido(pedido, ambiente);
    ultima = { perguntaId, base: createBaseDeConferencia({ documentos: conjunto.documentos.map((d) => d.documento), conhecidos, decisao: null, agora }) };
  }
  return checkAfirmacao(proposta, ultima.base);
});
