import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { BuscaTrechosService } from '../../editais/editais.module.js';
import { chaveLeitura, type ConjuntoPedido } from '../../editais/index.js';
import type { Empresa } from '../../empresas/index.js';
import { EstagiosAgentes } from '../estagios/estagios-agentes.js';
import type { TrechosPorAgente } from '../estagios/tipos.js';
import { byAgente, PERGUNTAS, TOP } from './nucleo.js';
import type { ContextoDeBusca, DocumentosDoParecer } from './tipos.js';

export interface JulgadoEmDisco {
  /** Gzip of the JSON of an `Analise`. */
  readonly analise: Uint8Array;
  readonly empresa: Empresa;
  /** Does something over the set that was judged, with its documents at hand. */
  readonly useConjunto: <T>(fazer: (pedido: ConjuntoPedido) => Promise<T>) => Promise<T>;
  readonly sinal: AbortSignal;
}

/** Sets of the service: read, searched and checked in the workshop's threads. */
@Injectable()
export class DocumentosEmThreads {
  /** Some 100 KB each. Not for long: vectors that were missing may have come. */
  private readonly lembrados = new LRUCache<string, TrechosPorAgente>({ max: 8, ttl: 10 * 60_000 });

  constructor(private readonly busca: BuscaTrechosService, private readonly estagios: EstagiosAgentes) {
    busca.expect(PERGUNTAS);
  }

  open({ analise, empresa, useConjunto, sinal }: JulgadoEmDisco): DocumentosDoParecer {
    return {
      rascunhar: () => useConjunto((c) => this.estagios.rascunhar(c, { analise, empresa }, sinal)),
      search: (contexto) => useConjunto((c) => this.search(c, contexto)),
      fechar: (rascunho, achados) => this.estagios.fechar(rascunho, achados, sinal),
      buscar: (busca) => useConjunto((c) => this.estagios.buscar(c, busca, sinal)),
      conferir: (propostas) => useConjunto((c) => this.estagios.conferir(c, propostas, sinal)),
      conferirAjustes: (ajustes) => useConjunto((c) => this.estagios.conferirAjustes(c, ajustes, sinal)),
    };
  }

  /** Looked for once for companies that come one after another. */
  private async search(conjunto: ConjuntoPedido, contexto: ContextoDeBusca): Promise<TrechosPorAgente> {
    const chave = chaveLeitura(conjunto);
    const lembrados = this.lembrados.get(chave);
    if (lembrados) return lembrados;
    // The questions' vectors, the same for every set and kept, are asked for beside the set's own, not after them.
    await this.busca.prepare(conjunto, contexto);
    const achados = byAgente(await this.busca.search(conjunto, PERGUNTAS, { top: TOP, contexto }));
    this.lembrados.set(chave, achados);
    return achados;
  }
}
