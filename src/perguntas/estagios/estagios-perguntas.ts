import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../config/index.js';
import { toAmbiente } from '../../editais/editais.module.js';
import { chaveLeitura, type AmbienteEstagios, type ConjuntoPedido } from '../../editais/index.js';
import { type Oficina, type Trabalho } from '../../oficina/index.js';
import { OficinaService } from '../../oficina/oficina.module.js';
import type { RespostaPergunta } from '../domain/responder.js';

const TRABALHO: Trabalho = { modulo: new URL('./perguntas.worker.js', import.meta.url), load: () => import('./perguntas.worker.js') };

/** What a question needs of a set, off the main thread: on the one that remembers the set, when it is free. */
@Injectable()
export class EstagiosPerguntas {
  private readonly ambiente: AmbienteEstagios;

  constructor(@Inject(CONFIG) config: Config, @Inject(OficinaService) private readonly oficina: Oficina) {
    this.ambiente = toAmbiente(config);
  }

  /** The calibrated answer without a model. @throws AlicitError what the workshop throws */
  responder(pedido: ConjuntoPedido, pergunta: string, { top, signal }: { readonly top: number; readonly signal: AbortSignal }): Promise<RespostaPergunta> {
    return this.oficina.run(TRABALHO, 'responder', { pedido, ambiente: this.ambiente, pergunta, top }, { signal, chave: chaveLeitura(pedido) });
  }
}
