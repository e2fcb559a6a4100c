import { Module } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { HealthController } from './health.controller.js';
import { VerificacaoService } from './verificacao.service.js';

/** /health: gathers what each owner registered in `SaudeService`. */
@Module({ imports: [TerminusModule.forRoot({ logger: false })], controllers: [HealthController], providers: [VerificacaoService] })
export class HealthModule {}
