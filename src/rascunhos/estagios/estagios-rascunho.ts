import { Inject, Injectable } from '@nestjs/common';
import { type Oficina, type Trabalho } from '../../oficina/index.js';
import { OficinaService } from '../../oficina/oficina.module.js';
import type { TipoRascunho } from '../domain/documento.js';
import type { Forma } from '../formas.js';

const TRABALHO: Trabalho = { modulo: new URL('./rascunho.worker.js', import.meta.url), load: () => import('./rascunho.worker.js') };

export interface PedidoRascunho {
  /** Gzip of the JSON of an `Analise`. */
  readonly analise: Uint8Array;
  readonly tipo: TipoRascunho;
  readonly forma: Forma;
  /** The present moment (ISO with offset); null: the analysis's own, which a person chose. */
  readonly agora: string | null;
  readonly pontos: readonly string[] | null;
  readonly avisos: readonly string[];
}

export interface RascunhoPronto {
  readonly nome: string;
  readonly bytes: Uint8Array;
}

/** Drafts off the main thread. */
@Injectable()
export class EstagiosRascunho {
  constructor(@Inject(OficinaService) private readonly oficina: Oficina) {}

  /** @throws AlicitError `nada_a_esclarecer`, `nada_a_impugnar`, `ponto_desconhecido` */
  redigir(pedido: PedidoRascunho, { signal }: { readonly signal?: AbortSignal } = {}): Promise<RascunhoPronto> {
    return this.oficina.run(TRABALHO, 'redigir', pedido, { signal });
  }
}
