import { performance } from 'node:perf_hooks';
import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config } from '../../config/index.js';
import { MetricasService } from '../metricas.service.js';
import { installMotor } from './motor.js';
import { classOfPerda } from './perda.js';
import type { Sdk } from './sdk.js';

/** How long the last spans may take to go when the process ends, ms. */
const DESPEDIDA_MS = 3000;
/** A collector that is away is told of at most this often, ms. */
const CALADO_MS = 5 * 60_000;

/** Spans of this process go to a collector, where one is configured: nothing is loaded or made otherwise. */
@Injectable()
export class TracosService implements OnModuleInit, OnApplicationShutdown {
  private readonly log = new Logger('tracos');
  private sdk: Sdk | null = null;
  private uninstall: () => void = () => undefined;
  private ditoEm = Number.NEGATIVE_INFINITY;

  constructor(@Inject(CONFIG) private readonly config: Config, private readonly metricas: MetricasService) {}

  async onModuleInit(): Promise<void> {
    const { tracos: { endereco, cabecalhos, servico, proporcao }, versao, papel } = this.config;
    if (endereco === null) return;
    const contados = this.metricas.counter('alicit_tracos_total', 'Trechos de traços terminados por este processo: enviado; perdido, o coletor não o recebeu; descartado, a fila estava cheia.', ['resultado']);
    for (const resultado of ['enviado', 'perdido', 'descartado'] as const) contados.inc({ resultado }, 0);
    const { openSdk } = await import('./sdk.js');
    this.sdk = openSdk({
      endereco, proporcao, cabecalhos: Object.fromEntries(Object.entries(cabecalhos).map(([nome, valor]) => [nome, valor.reveal()])),
      recurso: { 'service.name': servico, 'service.version': versao, 'alicit.papel': papel },
      onFim: (resultado, quantos, erro) => {
        contados.inc({ resultado }, quantos);
        if (resultado !== 'enviado') this.tell(resultado, erro);
      },
    });
    this.uninstall = installMotor(this.sdk);
  }

  async onApplicationShutdown(): Promise<void> {
    this.uninstall();
    await this.sdk?.close(DESPEDIDA_MS);
  }

  private tell(resultado: string, erro: Error | null): void {
    if (performance.now() - this.ditoEm < CALADO_MS) return;
    this.ditoEm = performance.now();
    this.log.warn({ resultado, erro: classOfPerda(erro) }, 'traços não chegaram ao coletor: o serviço segue sem eles');
  }
}
