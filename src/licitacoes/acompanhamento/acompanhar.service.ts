import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobsService } from '../../jobs/jobs.module.js';
import { FILA_ARQUIVOS, FILA_MUDANCAS } from './filas.js';
import { MudancasService } from './mudancas.service.js';

/** One turn ends after this, so that the next, in whichever process, begins on time. */
const MAX_MS = 5 * 60_000;

/** The work behind followed tenders, where jobs run. */
@Injectable()
export class AcompanharService implements OnModuleInit {
  constructor(private readonly jobs: JobsService, private readonly mudancas: MudancasService) {}

  onModuleInit(): void {
    this.jobs.schedule(FILA_MUDANCAS, '* * * * *', ({ sinal }) => this.repeat(sinal, async () => (await this.mudancas.consume()) > 0));
    this.jobs.schedule(FILA_ARQUIVOS, '* * * * *', ({ sinal }) => this.repeat(sinal, () => this.mudancas.fetchNext(AbortSignal.any([sinal, this.jobs.encerrando]))));
  }

  private async repeat(sinal: AbortSignal, passo: () => Promise<boolean>): Promise<void> {
    const fim = performance.now() + MAX_MS;
    while (!sinal.aborted && !this.jobs.encerrando.aborted && performance.now() < fim) if (!(await passo())) return;
  }
}
