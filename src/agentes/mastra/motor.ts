import { Mastra } from '@mastra/core';
import { Agent } from '@mastra/core/agent';
import { RequestContext } from '@mastra/core/request-context';
import { createTool } from '@mastra/core/tools';
import type { LanguageModelV4 } from '@ai-sdk/provider';
import { z } from 'zod';
import { AGENTES, type NomeAgente } from '../../analises/index.js';
import { DEFINICOES } from '../definicoes.js';
import { saidaDoAgente, saidaDoRelator, type SaidaDoAgente, type SaidaDoRelator } from '../domain/saida.js';
import { RespostaIlegivel, type Mensagem, type Motor, type PedidoAoModelo, type Respondido } from '../motor.js';
import { INSTRUCOES_RELATOR } from '../relator/index.js';
import { observeModelo } from './observar-modelo.js';

/** What a run of an agent is bound to: its model, and the one set of documents it may search. */
interface Amarrado {
  readonly modelo: LanguageModelV4;
  readonly buscar: ((consulta: string) => Promise<string>) | undefined;
}
const AMARRADO = 'amarrado';
const amarrado = (contexto: { get(chave: string): unknown }): Amarrado => contexto.get(AMARRADO) as Amarrado;

/** How Mastra names answers that are not what was asked for. */
const ILEGIVEIS: ReadonlySet<unknown> = new Set(['STRUCTURED_OUTPUT_SCHEMA_VALIDATION_FAILED', 'STRUCTURED_OUTPUT_TRUNCATED']);

/** Longest query taken from a model. */
const MAX_CONSULTA = 300;
const SEM_MAIS = '<trechos/>';

/** It names no tender and no company: what it searches was decided before the model was asked. */
const buscarTrechos = createTool({
  id: 'buscar_trechos',
  description: 'Busca nos documentos desta licitação, e só deles, os trechos que respondem a uma consulta. Use no máximo uma vez.',
  inputSchema: z.object({ consulta: z.string().meta({ description: 'O que procurar, com palavras que o edital usaria.' }) }),
  execute: async ({ consulta }, { requestContext }) => {
    const buscar = requestContext && amarrado(requestContext).buscar;
    const limpa = consulta.trim().slice(0, MAX_CONSULTA);
    return buscar && limpa ? buscar(limpa) : SEM_MAIS;
  },
});

const createAgente = (nome: NomeAgente): Agent =>
  new Agent({ id: nome, name: nome, instructions: DEFINICOES[nome].instrucoes, model: ({ requestContext }) => amarrado(requestContext).modelo, tools: { buscar_trechos: buscarTrechos }, maxRetries: 0 });

const toMensagem = ({ role, content }: Mensagem) => (role === 'user' ? { role, content } : { role, content });

/** A step after the first answers: an agent searches once. */
const onceOnly = ({ stepNumber }: { readonly stepNumber: number }): { toolChoice: 'none' } | undefined => (stepNumber > 0 ? { toolChoice: 'none' } : undefined);

/** Loads Mastra (some 0.4 s): only a process that asks models calls this. No memory, no telemetry, no log: a failed call would write its prompt there. */
export function openMotor(): Motor {
  const relator = new Agent({ id: 'relator', name: 'relator', instructions: INSTRUCOES_RELATOR, model: ({ requestContext }) => amarrado(requestContext).modelo, maxRetries: 0 });
  const agentes = new Map<string, Agent>([['relator', relator], ...AGENTES.map((n) => [n, createAgente(n)] as const)]);
  // Registered so that they have its logger, which is none.
  new Mastra({ logger: false, agents: Object.fromEntries(agentes) });

  const ask = async <T extends object>(nome: NomeAgente | 'relator', schema: z.ZodType<T>, { modelo, mensagens, buscar, sinal }: PedidoAoModelo): Promise<Respondido<T>> => {
    const visto = observeModelo(modelo);
    const requestContext = new RequestContext();
    requestContext.set(AMARRADO, { modelo: visto.modelo, buscar } satisfies Amarrado);
    try {
      const { object } = await agentes.get(nome)!.generate(mensagens.map(toMensagem), {
        structuredOutput: { schema }, requestContext, maxSteps: buscar ? 2 : 1, prepareStep: onceOnly, activeTools: buscar ? ['buscar_trechos'] : [], modelSettings: { maxRetries: 0 }, abortSignal: sinal,
      });
      sinal.throwIfAborted();
      // Null: searched again instead of answering, or answered with nothing.
      return { saida: schema.safeParse(object).data ?? null, texto: visto.texto() };
    } catch (erro) {
      sinal.throwIfAborted();
      const falha = visto.falha();
      if (falha !== undefined) throw falha;
      if (ILEGIVEIS.has((erro as { id?: unknown }).id)) return { saida: null, texto: visto.texto() };
      throw new RespostaIlegivel('o modelo respondeu, e a resposta não se pôde ler', { cause: erro });
    }
  };
  return {
    askAgente: (nome, pedido) => ask<SaidaDoAgente>(nome, saidaDoAgente(nome), pedido),
    askRelator: (pedido) => ask<SaidaDoRelator>('relator', saidaDoRelator, pedido),
  };
}
