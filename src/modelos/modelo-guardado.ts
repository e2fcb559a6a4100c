import type { LanguageModelV4, LanguageModelV4CallOptions, LanguageModelV4GenerateResult, LanguageModelV4StreamPart, LanguageModelV4StreamResult } from '@ai-sdk/provider';
import type { Conversa } from './conversa.service.js';
import { toPedido } from './domain/pedido.js';
import { toPartes, toResultado, type Resposta } from './domain/resposta.js';
import type { ContextoDeModelo } from './domain/tipos.js';
import { openPrazo } from './prazo.js';

export interface OpcoesModelo {
  readonly modelo: string;
  readonly api: 'chat' | 'responses';
  /** Most tokens of one answer. */
  readonly maxSaida: number;
}

/** Models that think before they answer: what they think is paid for as answered. */
const PENSA = /^(?:gpt-5(?!.*chat)|o\d)/;

/**
 * The chat model as a Mastra agent takes it. Every call, also each step of a tool, is a call of `Conversa`. A stream is read to
 * its end before a part of it is given: what users see was verified as a whole first, and a cut one can be asked again.
 */
export class ModeloGuardado implements LanguageModelV4 {
  readonly specificationVersion = 'v4';
  readonly provider = 'alicit';
  readonly supportedUrls = {};
  readonly modelId: string;

  constructor(private readonly opcoes: OpcoesModelo, private readonly conversa: Conversa, private readonly contexto: ContextoDeModelo) {
    this.modelId = opcoes.modelo;
  }

  async doGenerate(opcoes: LanguageModelV4CallOptions): Promise<LanguageModelV4GenerateResult> {
    return toResultado(await this.answer(opcoes, false));
  }

  async doStream(opcoes: LanguageModelV4CallOptions): Promise<LanguageModelV4StreamResult> {
    const partes = toPartes(await this.answer(opcoes, true));
    return {
      stream: new ReadableStream<LanguageModelV4StreamPart>({
        start(controle) {
          for (const parte of partes) controle.enqueue(parte);
          controle.close();
        },
      }),
    };
  }

  private async answer(opcoes: LanguageModelV4CallOptions, emFluxo: boolean): Promise<Resposta> {
    const { api, maxSaida, modelo } = this.opcoes;
    const pedido = toPedido({ ...opcoes, ...(opcoes.reasoning === undefined && PENSA.test(modelo) ? { reasoning: 'low' as const } : {}) }, maxSaida);
    // Nothing of a client stays at the provider, and a server need not keep what it answered.
    const semGuarda = api === 'responses' ? { ...pedido, providerOptions: { ...pedido.providerOptions, openai: { store: false, ...pedido.providerOptions?.['openai'] } } } : pedido;
    const prazo = openPrazo(null, [opcoes.abortSignal, this.contexto.sinal]);
    try {
      return await this.conversa.answer(semGuarda, this.contexto, prazo.sinal, emFluxo);
    } finally {
      prazo.close();
    }
  }
}
