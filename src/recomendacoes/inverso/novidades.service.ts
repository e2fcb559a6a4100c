import { performance } from 'node:perf_hooks';
import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AcervoService } from '../../acervo/acervo.module.js';
import { CONFIG, type Config } from '../../config/index.js';
import type { Fila } from '../../jobs/index.js';
import { JobsService } from '../../jobs/jobs.module.js';
import { MetricasService } from '../../observacao/observacao.module.js';
import type { CasamentoFeito } from '../motor/casar.js';
import { MotorService } from '../motor/motor.service.js';
import { isVigente, PULSO_MOTOR_MS, pulsarMotor, type Consulta } from '../motor/vigente.js';
import { readAtrasadas, type EmpresaAtrasada } from './atrasadas.js';
import { readTextosDeOutroMotor } from './outro-motor.js';
import { endPendentes, readPendentes, takePendentes } from './pendentes.js';

const NOVIDADES: Fila = { nome: 'recomendacoes-novidades', retryLimit: 0, expireInSeconds: 600 };
const EMPRESAS: Fila = { nome: 'recomendacoes-empresas', retryLimit: 0, expireInSeconds: 600 };
/** Each minute, in one process of all; two turns at once do the same twice, and no harm. */
const CRON = '* * * * *';
/** How long a turn goes on while there is work: short of the next one. */
const VEZ_MS = 50_000;
const EMPRESAS_POR_VEZ = 200;

/** What a turn did. */
export type Vez = Pick<CasamentoFeito, 'mudados' | 'casamentos' | 'novas'> & { readonly lotes: number };

/**
 * New and changed tenders meet all companies; companies whose profile, engine or statistic changed are computed again. Only where jobs run.
 * Where two versions of the engine work side by side, only the newest makes again what the other made.
 */
@Injectable()
export class NovidadesService implements OnModuleInit, OnApplicationShutdown {
  private readonly log = new Logger('recomendacoes');
  private readonly casadas;
  private pulso: NodeJS.Timeout | undefined;
  private readonly consulta: Consulta = (sql, valores) => this.fonte.query(sql, [...valores]);

  constructor(private readonly jobs: JobsService, private readonly fonte: DataSource, private readonly acervo: AcervoService, private readonly motor: MotorService, private readonly metricas: MetricasService, @Inject(CONFIG) private readonly config: Config) {
    this.casadas = metricas.counter('alicit_recomendacoes_casadas_total', 'Do casamento inverso, neste processo: textos que mudaram, casamentos gravados e novidades para avisar.', ['o_que'], (['mudados', 'casamentos', 'novas'] as const).map((o_que) => ({ o_que })));
  }

  onModuleInit(): void {
    this.jobs.schedule(NOVIDADES, CRON, async ({ sinal }) => void (await this.run(sinal)));
    this.jobs.schedule(EMPRESAS, CRON, async ({ sinal }) => void (await this.refresh(sinal)));
    if (this.config.papel !== 'api') {
      void this.pulsar();
      this.pulso = setInterval(() => void this.pulsar(), PULSO_MOTOR_MS).unref();
    }
    this.metricas.gaugeDoBanco('alicit_recomendacoes_fila', 'Novidades do acervo ainda não casadas: quantas, e a idade da mais antiga em segundos.', ['o_que'], () => this.measureFila());
  }

  onApplicationShutdown(): void {
    clearInterval(this.pulso);
  }

  /** Not told once: the next time does. */
  private pulsar(): Promise<void> {
    return pulsarMotor(this.consulta).catch(() => undefined);
  }

  /** Takes what is new until there is no more, or the turn is over. */
  async run(sinal?: AbortSignal): Promise<Vez> {
    const fim = performance.now() + VEZ_MS;
    const vez = { mudados: 0, casamentos: 0, novas: 0, lotes: 0 };
    while (performance.now() < fim && !sinal?.aborted && !this.jobs.encerrando.aborted) {
      const feito = (await this.matchLote()) ?? (await this.renew());
      if (!feito) break;
      vez.lotes++;
      for (const o_que of ['mudados', 'casamentos', 'novas'] as const) {
        vez[o_que] += feito[o_que];
        this.casadas.inc({ o_que }, feito[o_que]);
      }
    }
    if (vez.lotes) this.log.log(vez, 'novidades casadas');
    return vez;
  }

  /** Companies whose matches are not of their profile, of this engine or of the newest statistic, a few at a time. @returns how many */
  async refresh(sinal?: AbortSignal): Promise<number> {
    if (!(await isVigente(this.consulta))) return 0;
    const fim = performance.now() + VEZ_MS;
    let feitas = 0;
    const tentadas = new Set<string>();
    while (performance.now() < fim) {
      const lote = (await readAtrasadas(this.fonte, EMPRESAS_POR_VEZ)).filter((e) => !tentadas.has(e.empresaId));
      if (!lote.length) break;
      for (const empresa of lote) {
        if (sinal?.aborted || this.jobs.encerrando.aborted || performance.now() > fim) return feitas;
        tentadas.add(empresa.empresaId);
        feitas += (await this.compute(empresa)) ? 1 : 0;
      }
    }
    if (feitas) this.log.log({ empresas: feitas }, 'recomendações recalculadas');
    return feitas;
  }

  /** Matched, or seen again: what was taken waits in our list until it is. */
  private async matchLote(): Promise<CasamentoFeito | null> {
    const { lote } = this.config.recomendacoes;
    await takePendentes(this.fonte, this.acervo, lote);
    const pendentes = await readPendentes(this.fonte, lote);
    if (!pendentes.length) return null;
    const feito = await this.motor.casar(pendentes.map((p) => p.numero), Date.now());
    await endPendentes(this.fonte, pendentes);
    return feito;
  }

  /** Texts of another engine are made again, when nothing new waits; not those of a newer one. */
  private async renew(): Promise<CasamentoFeito | null> {
    if (!(await isVigente(this.consulta))) return null;
    const numeros = await readTextosDeOutroMotor(this.fonte, this.config.recomendacoes.lote);
    return numeros.length ? this.motor.casar(numeros, Date.now()) : null;
  }

  private async compute(empresa: EmpresaAtrasada): Promise<boolean> {
    try {
      return (await this.motor.calcular(empresa, Date.now())).feito;
    } catch (erro) {
      this.log.warn({ err: erro, empresa: empresa.empresaId }, 'recomendações não recalculadas: continua na próxima vez');
      return false;
    }
  }

  private async measureFila() {
    const [fila] = await this.fonte.query<{ total: number; idade: number }[]>(`select count(*)::int as total, coalesce(extract(epoch from now() - min(em)), 0)::float8 as idade from (select em from alicit.acervo_fila where consumidor = 'recomendacoes' union all select em from alicit.recomendacao_pendente) x`);
    return [{ rotulos: { o_que: 'total' }, valor: fila!.total }, { rotulos: { o_que: 'idade_s' }, valor: fila!.idade }];
  }
}
