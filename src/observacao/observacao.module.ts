import { Global, Module } from '@nestjs/common';
import { MetricasService } from './metricas.service.js';
import { SaudeService } from './saude.service.js';

export { MetricasService, SaudeService };

/** Where owners tell how they are and how much they do; health/ and metrics/ show it. */
@Global()
@Module({ providers: [SaudeService, MetricasService], exports: [SaudeService, MetricasService] })
export class ObservacaoModule {}
