import { Inject, Module, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config } from '../config/index.js';
import { SaudeService } from '../observacao/observacao.module.js';
import { ModelosService } from './modelos.service.js';
import { createSaudeOpenai } from './saude-openai.js';
import { UsoController } from './uso.controller.js';
import { UsoService } from './uso.service.js';

export { ModelosService };
export { readGastoDoDia } from './gasto-do-dia.js';
export { sweepModelos } from './sweep-modelos.js';

/** Models of chat and of embeddings, with their health: needs configuration, database and metrics, no server. */
@Module({ providers: [ModelosService], exports: [ModelosService] })
export class ModelosModule implements OnModuleInit {
  constructor(private readonly modelos: ModelosService, private readonly saude: SaudeService, @Inject(CONFIG) private readonly config: Config) {}

  onModuleInit(): void {
    this.saude.register(createSaudeOpenai(this.config.openai, () => this.modelos.ultima));
  }
}

/** What an organisation used of them. Only where the API is answered. */
@Module({ controllers: [UsoController], providers: [UsoService] })
export class ModelosApiModule {}
