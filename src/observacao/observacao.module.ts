import { Global, Module } from '@nestjs/common';
import { MetricasService } from './metricas.service.js';
import { SaudeService } from './saude.service.js';
import { TracosService } from './tracos/tracos.service.js';

export { MetricasService, SaudeService };

/** Where owners tell how they are and how much they do; health/ and metrics/ show it. */
@Global()
@Module({ providers: [SaudeService, MetricasService], exports: [SaudeService, MetricasService] })
export class ObservacaoModule {}

/** Spans to a collector, for a process that serves. Apart: the command line makes none. */
@Module({ providers: [TracosService] })
export class TracosModule {}
