import { Module } from '@nestjs/common';
import { ModelosService } from './modelos.service.js';
import { UsoController } from './uso.controller.js';
import { UsoService } from './uso.service.js';

export { ModelosService };
export { sweepModelos } from './sweep-modelos.js';

/** Models of chat and of embeddings: needs configuration, database and metrics, no server. */
@Module({ providers: [ModelosService], exports: [ModelosService] })
export class ModelosModule {}

/** What an organisation used of them. Only where the API is answered. */
@Module({ controllers: [UsoController], providers: [UsoService] })
export class ModelosApiModule {}
