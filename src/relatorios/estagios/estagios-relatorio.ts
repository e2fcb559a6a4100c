import { Inject, Injectable } from '@nestjs/common';
import { type Oficina, type Trabalho } from '../../oficina/index.js';
import { OficinaService } from '../../oficina/oficina.module.js';

const TRABALHO: Trabalho = { modulo: new URL('./relatorio.worker.js', import.meta.url), load: () => import('./relatorio.worker.js') };

/** A body ready to be served with `Content-Encoding: gzip`. */
export interface CorpoPronto {
  readonly gzip: Uint8Array;
  /** Of the uncompressed content: the ETag, whatever compressed it. */
  readonly sha256: string;
  /** Uncompressed. */
  readonly bytes: number;
}

export interface RelatorioPronto {
  /** The analysis itself, compact. */
  readonly json: CorpoPronto;
  readonly md: CorpoPronto;
  readonly html: CorpoPronto;
}

/** Reports off the main thread. */
@Injectable()
export class EstagiosRelatorio {
  constructor(@Inject(OficinaService) private readonly oficina: Oficina) {}

  /** Gzip of the JSON of an `Analise` → the report in every format. */
  relatar(analise: Uint8Array, { signal }: { readonly signal?: AbortSignal } = {}): Promise<RelatorioPronto> {
    return this.oficina.run(TRABALHO, 'relatar', { analise }, { signal });
  }
}
