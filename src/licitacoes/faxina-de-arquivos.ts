import { Injectable } from '@nestjs/common';
import type { Fila } from '../jobs/index.js';
import { JobsService } from '../jobs/jobs.module.js';
import { ArquivosService } from '../storage/storage.module.js';

export const FILA_ARQUIVOS: Fila = { nome: 'arquivos.faxina', retryLimit: 0, expireInSeconds: 600, batida: false };
const CRON = '*/15 * * * *';

/** Files that were received and never referred to, and those an erasure could not reach, go. */
@Injectable()
export class FaxinaDeArquivos {
  constructor(jobs: JobsService, arquivos: ArquivosService) {
    jobs.schedule(FILA_ARQUIVOS, CRON, async () => void (await arquivos.sweep()));
  }
}
