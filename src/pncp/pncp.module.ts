import { Inject, Logger, Module, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config } from '../config/index.js';
import { MetricasService, SaudeService } from '../observacao/observacao.module.js';
import { createPncp } from './create-pncp.js';
import type { Pncp } from './domain/pncp.js';
import { collectPncp, createObservador } from './metricas-pncp.js';
import { createSaudePncp } from './saude-pncp.js';
import { PNCP } from './token.js';

export { createPncp, RELOGIO_REAL, type OpcoesPncp } from './create-pncp.js';
export type { Relogio } from './domain/relogio.js';

/** The process's one client of PNCP, under the token `PNCP`, with its metrics and its health. Nothing is asked until someone asks. */
@Module({
  providers: [{ provide: PNCP, inject: [CONFIG, MetricasService], useFactory: (config: Config, metricas: MetricasService): Pncp => createPncp({ config: config.pncp, versao: config.versao, observador: createObservador(metricas, new Logger('Pncp')) }) }],
  exports: [PNCP],
})
export class PncpModule implements OnModuleInit, OnApplicationShutdown {
  constructor(@Inject(PNCP) private readonly pncp: Pncp, private readonly metricas: MetricasService, private readonly saude: SaudeService) {}

  onModuleInit(): void {
    const estado = () => this.pncp.estado();
    collectPncp(this.metricas, estado);
    this.saude.register(createSaudePncp(estado));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pncp.close();
  }
}
