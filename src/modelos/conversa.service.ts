import { Logger } from '@nestjs/common';
import { APICallError, type LanguageModelV4, type LanguageModelV4CallOptions } from '@ai-sdk/provider';
import { FalhaDeModelo, modeloRecusou } from './domain/falha.js';
import { estimateChat, nameResposta, type Pedido } from './domain/pedido.js';
import { estimateTokens } from './domain/estimar-tokens.js';
import { fromCorpoNaoLido, isCortada, textOf, toUtil } from './domain/resposta-util.js';
import { fromResultado, fromStream, type Recebida, type Resposta } from './domain/resposta.js';
import type { ChamadaFeita, ContextoDeModelo } from './domain/tipos.js';
import { poll } from './esperar.js';
import type { Executor } from './executor.js';
import type { Observador } from './metricas-modelos.js';
import type { Trazida } from './obra.js';
import type { Posses } from './posses.js';
import type { Provedor } from './provedor.js';
import type { Guardada, NomeResposta, Respostas } from './respostas.service.js';
import { UmaSo } from './uma-so.js';

export interface OpcoesConversa {
  readonly chat: string;
  readonly reserva: string | null;
  /** Which server and protocol: part of the name of an answer. */
  readonly servidor: string;
  /** How long one waits for another process that asks the same, ms. */
  readonly limiteMs: number;
}

interface Respondida { readonly guardada: Guardada; readonly chamada: ChamadaFeita }

/** Answers of the chat model: found kept, else asked once by whoever comes first, in this process or in any. */
export class Conversa {
  private readonly emCurso = new UmaSo<Respondida>();
  private readonly log = new Logger('modelos');

  constructor(private readonly opcoes: OpcoesConversa, private readonly executor: Executor, private readonly respostas: Respostas, private readonly posses: Posses, private readonly observador: Observador, private readonly provedor: () => Promise<Provedor>) {}

  /** @throws AlicitError `modelo_indisponivel`, `orcamento_esgotado`, `modelo_recusou`; the signal's reason */
  async answer(pedido: Pedido, contexto: ContextoDeModelo, sinal: AbortSignal, emFluxo: boolean): Promise<Resposta> {
    const { organizacaoId, trabalhoId, versaoPrompt } = contexto;
    const nome: NomeResposta = { organizacaoId, trabalhoId, modelo: this.opcoes.chat, versaoPrompt, chave: nameResposta(pedido, { organizacaoId, versaoPrompt, servidor: this.opcoes.servidor, modelo: this.opcoes.chat }) };
    const { guardada, chamada } = await this.once(nome, pedido, contexto, sinal, emFluxo);
    contexto.onChamada?.(chamada);
    if (guardada.recusada) throw modeloRecusou();
    return guardada.resposta;
  }

  private async once(nome: NomeResposta, pedido: Pedido, contexto: ContextoDeModelo, sinal: AbortSignal, emFluxo: boolean): Promise<Respondida> {
    for (;;) {
      let minha = false;
      try {
        const { valor, primeira } = await this.emCurso.run(nome.chave, sinal, (comum) => {
          minha = true;
          return this.resolve(nome, pedido, contexto, comum, emFluxo);
        });
        return primeira ? valor : { ...valor, chamada: this.deCache(contexto, valor.guardada, this.opcoes.chat) };
      } catch (erro) {
        // The first was stopped by its own budget, or by its own end: that is not this one's.
        if (minha || sinal.aborted || !isDoOutro(erro)) throw erro;
      }
    }
  }

  private async resolve(nome: NomeResposta, pedido: Pedido, contexto: ContextoDeModelo, sinal: AbortSignal, emFluxo: boolean): Promise<Respondida> {
    const posse = this.posses.open();
    try {
      const achada = await poll(async () => (await this.respostas.find(nome)) ?? ((await this.respostas.claim(nome, posse, this.posses.duracaoMs)) ? null : undefined), sinal, this.opcoes.limiteMs);
      this.observador.guardada('resposta', achada ? 1 : 0, achada ? 0 : 1, contexto.finalidade);
      if (achada) return { guardada: achada, chamada: this.deCache(contexto, achada, this.opcoes.chat) };
      try {
        return await this.ask(nome, pedido, contexto, sinal, emFluxo);
      } catch (erro) {
        await this.respostas.release(nome.chave, posse).catch((e: unknown) => this.log.warn({ err: e }, 'posse de uma chamada a modelo não devolvida: expira sozinha'));
        throw erro;
      }
    } finally {
      this.posses.close(posse);
    }
  }

  private async ask(nome: NomeResposta, pedido: Pedido, contexto: ContextoDeModelo, sinal: AbortSignal, emFluxo: boolean): Promise<Respondida> {
    const provedor = await this.provedor();
    const toGuardada = ({ valor }: Trazida<Recebida>, c: ChamadaFeita): Guardada => ({ resposta: valor.resposta, recusada: valor.recusada, respondeu: c.modelo, tokensEntrada: c.tokensEntrada, tokensSaida: c.tokensSaida });
    const { trazida, chamada } = await this.executor.run<Recebida>({
      contexto, tipo: 'chat', sinal, estimativa: estimateChat(pedido), modelos: [this.opcoes.chat, ...(this.opcoes.reserva === null || this.opcoes.reserva === this.opcoes.chat ? [] : [this.opcoes.reserva])],
      pedir: (modelo, s) => requestChat(provedor.chat(modelo), pedido, s, emFluxo, contexto.onParcial),
      guardar: (m, feita, c) => this.respostas.keep(m, nome, toGuardada(feita, c)),
    });
    return { guardada: toGuardada(trazida, chamada), chamada };
  }

  private deCache({ finalidade, versaoPrompt }: ContextoDeModelo, g: Guardada, principal: string): ChamadaFeita {
    return { finalidade, versaoPrompt, modelo: g.respondeu, tokensEntrada: g.tokensEntrada, tokensSaida: g.tokensSaida, custoUsd: '0', deCache: true, reserva: g.respondeu !== principal, tentativas: 0, ms: 0 };
  }
}

const isDoOutro = (erro: unknown): boolean => (erro as { codigo?: unknown }).codigo === 'orcamento_esgotado' || (erro as { name?: unknown }).name === 'AbortError';

/** One request, read to its end. @throws FalhaDeModelo when what came cannot be used; what the provider throws */
async function requestChat(modelo: LanguageModelV4, pedido: Pedido, abortSignal: AbortSignal, emFluxo: boolean, onParcial: ContextoDeModelo['onParcial']): Promise<Trazida<Recebida>> {
  const recebida = emFluxo ? await fromStream((await modelo.doStream({ ...pedido, abortSignal, includeRawChunks: true })).stream, onParcial) : await generate(modelo, { ...pedido, abortSignal });
  const { usage } = recebida.resposta;
  const [entrada, saida] = [usage.inputTokens.total ?? null, usage.outputTokens.total ?? null];
  const gasto = { entrada: entrada ?? estimateChat(pedido).entrada, saida: saida ?? estimateTokens(textOf(recebida.resposta)) };
  const falha = (causa: 'resposta_cortada' | 'resposta_invalida', terminada = false): FalhaDeModelo => new FalhaDeModelo({ causa, status: null, esperarMs: null, talvezPago: true, gasto, terminada });
  if (recebida.recusada) return { valor: recebida, ...gasto, recusada: true };
  if (!recebida.inteira) throw falha('resposta_cortada');
  const querJson = pedido.responseFormat?.type === 'json';
  if (isCortada(recebida.resposta, querJson)) throw falha('resposta_cortada', true);
  const util = toUtil(recebida.resposta, querJson);
  if (!util) throw falha('resposta_invalida');
  return { valor: { ...recebida, resposta: util }, ...gasto };
}

async function generate(modelo: LanguageModelV4, opcoes: LanguageModelV4CallOptions): Promise<Recebida> {
  try {
    return fromResultado(await modelo.doGenerate(opcoes));
  } catch (erro) {
    const recusa = APICallError.isInstance(erro) && erro.statusCode === 200 ? fromCorpoNaoLido(erro.responseBody) : null;
    if (recusa) return recusa;
    throw erro;
  }
}
