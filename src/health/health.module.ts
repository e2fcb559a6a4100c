import { Inject, Module, type OnModuleInit } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { CONFIG, type Config } from '../config/index.js';
import { SaudeService } from '../observacao/observacao.module.js';
import { HealthController } from './health.controller.js';
import { createProvedores } from './provedores.js';
import { VerificacaoService } from './verificacao.service.js';

/** /health: gathers what each owner registered in `SaudeService`, and the vendors nobody owns yet. */
@Module({ imports: [TerminusModule.forRoot({ logger: false })], controllers: [HealthController], providers: [VerificacaoService] })
export class HealthModule implements OnModuleInit {
  constructor(private readonly saude: SaudeService, @Inject(CONFIG) private readonly config: Config) {}

  onModuleInit(): void {
    for (const indicador of createProvedores(this.config)) this.saude.register(indicador);
  }
}
