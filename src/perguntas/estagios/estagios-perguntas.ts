import { Inject, Injectable } from '@nestjs/common';
import type { AfirmacaoProposta, Conferencia } from '../../agentes/index.js';
import { CONFIG, type Config } from '../../config/index.js';
import { toAmbiente } from '../../editais/editais.module.js';
import { chaveLeitura, type AmbienteEstagios, type ConjuntoPedido, type CorrecaoFato } from '../../editais/index.js';
import { type Oficina, type Trabalho } from '../../oficina/index.js';
import { OficinaService } from '../../oficina/oficina.module.js';
import type { RespostaPergunta } from '../index.js';
import type { BaseDaPergunta, PedidoDePreparo, Preparo } from './tipos.js';

const TRABALHO: Trabalho = { modulo: new URL('./perguntas.worker.js', import.meta.url), load: () => import('./perguntas.worker.js') };

/** The documents of a tender as a question takes them, with what people corrected. */
export interface ConjuntoPerguntado {
  readonly pedido: ConjuntoPedido;
  readonly correcoes: readonly CorrecaoFato[];
}

/** What a question needs of a set, off the main thread: on the one that remembers the set, when it is free. */
@Injectable()
export class EstagiosPerguntas {
  private readonly ambiente: AmbienteEstagios;

  constructor(@Inject(CONFIG) config: Config, @Inject(OficinaService) private readonly oficina: Oficina) {
    this.ambiente = toAmbiente(config);
  }

  /** The calibrated answer without a model. @throws AlicitError what the workshop throws */
  responder(conjunto: ConjuntoPerguntado, pergunta: string, { top, sinal }: { readonly top: number; readonly sinal: AbortSignal }): Promise<RespostaPergunta> {
    return this.run('responder', conjunto, { pergunta, top }, sinal);
  }

  /** What a model is shown. @throws AlicitError what the workshop throws */
  preparar(conjunto: ConjuntoPerguntado, feito: PedidoDePreparo, sinal: AbortSignal): Promise<Preparo> {
    return this.run('preparar', conjunto, { feito }, sinal);
  }

  /** Whether a claim stands. @throws AlicitError what the workshop throws */
  conferir(conjunto: ConjuntoPerguntado, base: BaseDaPergunta, proposta: AfirmacaoProposta, sinal: AbortSignal): Promise<Conferencia> {
    return this.run('conferir', conjunto, { base, proposta }, sinal);
  }

  private run<S>(tarefa: string, { pedido, correcoes }: ConjuntoPerguntado, resto: object, signal: AbortSignal): Promise<S> {
    return this.oficina.run(TRABALHO, tarefa, { pedido, correcoes, ambiente: this.ambiente, ...resto }, { signal, chave: chaveLeitura(pedido) });
  }
}
