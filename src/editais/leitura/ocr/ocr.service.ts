import { join } from 'node:path';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config } from '../../../config/index.js';
import { openCacheOcr } from './cache-ocr.js';
import { createOcr, type DocumentoOcr, type Ocr, type OpcoesReconhecer, type PaginaOcrFeita } from './ocr.js';
import type { PaginaPendente } from './decide-ocr.js';
import type { ResultadoOcr } from './resultado-ocr.js';

/** OCR under this process's configuration: one pool of threads and one folder of pages for all who ask. Nothing is loaded before the first page. */
@Injectable()
export class OcrService implements Ocr, OnApplicationShutdown {
  readonly maxPaginas: number;
  private readonly ocr: Ocr;
  private readonly ouvintes: ((feita: PaginaOcrFeita) => void)[] = [];

  constructor(@Inject(CONFIG) { ocr, pastaDados }: Config) {
    this.ocr = createOcr({ ...ocr, cache: openCacheOcr(join(pastaDados, 'ocr')), onPagina: (feita) => this.ouvintes.forEach((o) => o(feita)) });
    this.maxPaginas = this.ocr.maxPaginas;
  }

  /** Whoever wants to hear of each page, from now on. */
  onPagina(ouvinte: (feita: PaginaOcrFeita) => void): void {
    this.ouvintes.push(ouvinte);
  }

  recognize(documento: DocumentoOcr, pendentes: readonly PaginaPendente[], opcoes?: OpcoesReconhecer): Promise<Map<number, ResultadoOcr>> {
    return this.ocr.recognize(documento, pendentes, opcoes);
  }

  close(): Promise<void> {
    return this.ocr.close();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.close();
  }
}
