import { join } from 'node:path';
import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config } from '../../config/index.js';
import { dropUnused } from './pasta-limitada.js';

const HORA_MS = 3_600_000;
/** What nobody read for this long goes, ms: the reading itself is in the database while its files are. */
const SEM_USO_MS = 24 * HORA_MS;

/**
 * What clients erased leaves this machine's disk too: readings and documents out of ZIPs lie there under hashes that say
 * nothing of whose they are, in every process's own folder, so they go by how long they were not used.
 */
@Injectable()
export class FaxinaDeCaches implements OnModuleInit, OnApplicationShutdown {
  private readonly log = new Logger('caches');
  private relogio: NodeJS.Timeout | undefined;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  onModuleInit(): void {
    this.relogio = setInterval(() => void this.sweep(new Date()).catch((erro: unknown) => this.log.warn({ err: erro }, 'a faxina dos caches não terminou: será tentada de novo')), HORA_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.relogio);
  }

  /** @returns how many files were removed */
  async sweep(agora: Date): Promise<number> {
    const antes = new Date(agora.getTime() - SEM_USO_MS);
    let apagados = 0;
    for (const pasta of ['leituras', 'documentos', 'ocr']) apagados += await dropUnused(join(this.config.pastaDados, pasta), antes);
    return apagados;
  }
}
