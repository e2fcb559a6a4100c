import { join } from 'node:path';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { CONFIG, type Config } from '../config/index.js';
import { openCacheLeituras, SEM_CACHE } from './leitura/cache-leituras.js';
import { createLeitor, type Leitor } from './leitura/leitor.js';
import { OcrService } from './leitura/ocr/ocr.service.js';
import { openConjunto, type Conjunto } from './open-conjunto.js';
import type { Entrada } from './reunir/reunir.js';

/** Stages 1 and 2 under this process's configuration: one pool of reading threads and one cache for all who ask. */
@Injectable()
export class EditaisService implements OnModuleDestroy {
  private readonly leitor: Leitor;
  private emCurso = 0;

  constructor(@Inject(CONFIG) private readonly config: Config, private readonly ocr: OcrService) {
    const { threads, tempoMs, maxPaginas, maxBytesCache } = config.leitura;
    const cache = maxBytesCache ? openCacheLeituras(join(config.pastaDados, 'leituras'), maxBytesCache) : SEM_CACHE;
    this.leitor = createLeitor({ threads, tempoMs, limites: { maxPaginas }, cache, ocr });
  }

  /** @see openConjunto */
  async open(entradas: readonly (string | Entrada)[], onProgresso?: (mensagem: string) => void, onOcr = onProgresso): Promise<Conjunto> {
    this.emCurso++;
    try {
      return await openConjunto(entradas, { leitor: this.leitor, limites: this.config.reunir, ...(onProgresso ? { onProgresso } : {}), ...(onOcr ? { onOcr } : {}) });
    } finally {
      this.emCurso--;
    }
  }

  /** Ends the threads that read and recognise, unless some set is being read: what comes next needs their memory more than they do. */
  async release(): Promise<void> {
    if (!this.emCurso) await Promise.all([this.leitor.close(), this.ocr.close()]);
  }

  async onModuleDestroy(): Promise<void> {
    await this.leitor.close();
  }
}
