import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config } from '../config/index.js';
import type { Fila, Servico } from '../jobs/index.js';
import { JobsService } from '../jobs/jobs.module.js';
import { AlicitError, asErroPublico } from '../kernel/index.js';
import { ExecucoesService, type NovaExecucao } from './execucoes.service.js';
import { SincronizadorService, type ResultadoSincronizacao } from './sincronizador.service.js';

/** A reading may be long: whoever dies is noticed by the heartbeat, not by the time. */
const FILA_FREQUENTE: Fila = { nome: 'sincronizacao', retryLimit: 3, expireInSeconds: 6 * 3600 };
const FILA_FUNDA: Fila = { nome: 'sincronizacao-funda', retryLimit: 3, expireInSeconds: 12 * 3600 };
const FILA_COMPLEMENTOS: Fila = { nome: 'sincronizacao-complementos', retryLimit: 0, expireInSeconds: 3600 };
/** Each minute, for as long as there is something to fetch, up to so long. */
const CRON_COMPLEMENTOS = '* * * * *';
const TURNO_MS = 10 * 60_000;
const FOLGA_MS = 60_000;
/** Somebody else is at it, or took over: nothing is wrong. */
const QUIETOS: ReadonlySet<string> = new Set(['sincronizacao_em_curso', 'sincronizacao_perdida', 'encerrando', 'pncp_encerrado', 'pncp_cancelado']);

/** Reads PNCP on a schedule, in one process of all, only where that was asked for. */
@Injectable()
export class AgendaService implements OnModuleInit {
  private readonly log = new Logger('sincronizacao');

  constructor(private readonly jobs: JobsService, private readonly sincronizador: SincronizadorService, private readonly execucoes: ExecucoesService, @Inject(CONFIG) private readonly config: Config) {}

  onModuleInit(): void {
    const { ativa, cron, cronFundo, dias, diasFundo, itens } = this.config.sincronizacao;
    if (!ativa) return;
    this.jobs.schedule(FILA_FREQUENTE, cron, (s) => this.readListas(s, 'agenda', dias));
    this.jobs.schedule(FILA_FUNDA, cronFundo, (s) => this.readListas(s, 'agenda_funda', diasFundo));
    if (itens) this.jobs.schedule(FILA_COMPLEMENTOS, CRON_COMPLEMENTOS, (s) => this.quietly(() => this.sincronizador.readComplementos('agenda', { sinal: this.sinalDe(s), ate: new Date(Date.now() + TURNO_MS) })));
  }

  private readListas(servico: Servico<object>, motivo: NovaExecucao['motivo'], sobreposicao: number): Promise<void> {
    return this.quietly(async () => {
      // Turns that piled up behind a long one.
      if (motivo === 'agenda' && (await this.execucoes.endedWithin('janelas', FOLGA_MS))) return;
      const r = await this.sincronizador.readListas({ motivo, de: null, ate: null, ufs: null, modalidades: null, sobreposicao, reler: false, atualizadasDesde: null, abertasAte: null, comPendentes: true }, { sinal: this.sinalDe(servico) });
      this.tell(r);
    });
  }

  private sinalDe({ sinal }: Servico<object>): AbortSignal {
    return AbortSignal.any([sinal, this.jobs.encerrando]);
  }

  /** What failed is told and left to the next turn; only a process that died is replaced at once. */
  private async quietly(fazer: () => Promise<unknown>): Promise<void> {
    try {
      await fazer();
    } catch (erro) {
      const { codigo } = asErroPublico(erro);
      if (!QUIETOS.has(codigo)) this.log.warn({ codigo, ...(erro instanceof AlicitError ? {} : { err: erro }) }, 'sincronização não terminada: continua na próxima');
    }
  }

  private tell({ numeros, incompletas }: ResultadoSincronizacao): void {
    this.log[incompletas ? 'warn' : 'log']({ ...numeros, incompletas }, 'sincronização');
  }
}
