import { performance } from 'node:perf_hooks';
import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { sweepRespostas } from '../acesso/acesso.module.js';
import { sweepAvisos } from '../avisos/avisos.module.js';
import { CONFIG, type Config } from '../config/index.js';
import type { Fila } from '../jobs/index.js';
import { JobsService } from '../jobs/jobs.module.js';
import { sweepModelos } from '../modelos/modelos.module.js';
import { sweepConversas } from '../perguntas/perguntas.module.js';
import { sweepProcessos } from '../processos/processos.module.js';
import { sweepRecomendacoes } from '../recomendacoes/recomendacoes.module.js';
import { ArquivosService, sweepAndamentos, sweepLeiturasSemUso, sweepOrfaos } from '../storage/storage.module.js';
import { VarreduraService } from '../vetores/vetores.module.js';
import { ArmazensService } from '../workflows/workflows.module.js';

const FILA: Fila = { nome: 'faxina', retryLimit: 0, expireInSeconds: 1000 };
/** Three times an hour, in one process of all, away from the full hour. */
const CRON = '7,27,47 * * * *';

/** What is swept, and how many of each; each owner bounds its own work. */
type Vassouras = Readonly<Record<'arquivos' | 'respostas' | 'orfaos' | 'leituras' | 'andamentos' | 'snapshots' | 'recomendacoes' | 'avisos' | 'modelos' | 'vetores' | 'conversas' | 'processos', () => Promise<number>>>;
/** How many were erased of each; null where it failed, and is tried at the next turn. */
export type Faxina = Readonly<Record<keyof Vassouras, number | null>>;

/** The one place where what nobody needs any more is erased on a schedule. Deliveries of webhooks have a sweep of their own, and pg-boss erases its ended jobs. */
@Injectable()
export class FaxinaService implements OnModuleInit {
  private readonly log = new Logger('faxina');
  private readonly vassouras: Vassouras;

  constructor(private readonly jobs: JobsService, arquivos: ArquivosService, fonte: DataSource, @Inject(CONFIG) { leitura, recomendacoes, avisos, modelos }: Config, vetores: VarreduraService, armazens: ArmazensService) {
    this.vassouras = {
      arquivos: () => arquivos.sweep(), respostas: () => sweepRespostas(fonte), orfaos: () => sweepOrfaos(fonte), leituras: () => sweepLeiturasSemUso(fonte, leitura.diasSemUso), andamentos: () => sweepAndamentos(fonte),
      snapshots: () => armazens.sweep(), recomendacoes: () => sweepRecomendacoes(fonte, recomendacoes), avisos: () => sweepAvisos(fonte, avisos.diasRegistro),
      modelos: () => sweepModelos(fonte, modelos.diasSemUso), vetores: () => vetores.sweep(), conversas: () => sweepConversas(fonte), processos: () => sweepProcessos(fonte),
    };
  }

  onModuleInit(): void {
    this.jobs.schedule(FILA, CRON, async ({ sinal }) => void (await this.run(sinal)));
  }

  /** All of them, one after the other; the failure of one does not stop the others. */
  async run(sinal?: AbortSignal): Promise<Partial<Faxina>> {
    const inicio = performance.now();
    const feita: Partial<Record<keyof Vassouras, number | null>> = {};
    for (const [nome, varrer] of Object.entries(this.vassouras) as [keyof Vassouras, () => Promise<number>][]) {
      if (sinal?.aborted || this.jobs.encerrando.aborted) break;
      feita[nome] = await varrer().catch((erro: unknown) => {
        this.log.warn({ err: erro, faxina: nome }, 'faxina não terminada: continua na próxima');
        return null;
      });
    }
    const apagou = Object.values(feita).some(Boolean);
    this.log[apagou ? 'log' : 'debug']({ apagados: feita, ms: Math.round(performance.now() - inicio) }, 'faxina');
    return feita;
  }
}
