import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { JobsService } from '../../jobs/jobs.module.js';
import { MensagensService } from '../correio/mensagens.service.js';
import { PrepararService } from '../correio/preparar.service.js';
import { findMensagensPerdidas } from '../correio/varredura-emails.js';
import { CRON_PRAZOS, CRON_RODADA, FILA_PRAZOS, FILA_RODADA } from '../filas.js';
import { EnderecosService } from '../preferencias/enderecos.service.js';
import { AgendaService } from './agenda.service.js';
import { PrazosService } from './prazos.service.js';
import { RecomendacoesService } from './recomendacoes.service.js';

/** Analyses opened in one round: each is a whole report. */
const ANALISES_POR_RODADA = 50;
/** One more job for a lost message at most so often, seconds. */
const UM_POR_S = 120;

/** What happens on a schedule, in one process of all. */
@Injectable()
export class RodadaService {
  private readonly log = new Logger('avisos');

  constructor(
    private readonly fonte: DataSource, private readonly agenda: AgendaService, private readonly recomendacoes: RecomendacoesService, private readonly preparar: PrepararService,
    private readonly mensagens: MensagensService, private readonly prazos: PrazosService, private readonly enderecos: EnderecosService, jobs: JobsService,
  ) {
    jobs.schedule(FILA_RODADA, CRON_RODADA, ({ sinal }) => this.run(new Date(), sinal));
    jobs.schedule(FILA_PRAZOS, CRON_PRAZOS, async ({ sinal }) => void (await this.prazos.run(new Date(), sinal)));
  }

  /** New analyses, new recommendations, e-mails that are due, messages left behind. The failure of one does not stop the others. */
  async run(agora: Date, sinal?: AbortSignal): Promise<void> {
    const partes: readonly (readonly [string, () => Promise<unknown>])[] = [
      ['agenda', () => this.agenda.take(ANALISES_POR_RODADA)], ['recomendacoes', () => this.recomendacoes.take(agora, sinal)], ['confirmacoes', () => this.enderecos.askEsquecidas(agora)], ['emails', () => this.preparar.prepare(agora, sinal)], ['perdidas', () => this.wakePerdidas(agora)],
    ];
    for (const [parte, fazer] of partes) {
      if (sinal?.aborted) return;
      await fazer().catch((erro: unknown) => this.log.warn({ err: erro, parte }, 'rodada de avisos não terminada: continua na próxima'));
    }
  }

  private async wakePerdidas(agora: Date): Promise<void> {
    for (const id of await findMensagensPerdidas(this.fonte, agora)) await this.mensagens.ask(null, id, { umPorS: UM_POR_S });
  }
}
