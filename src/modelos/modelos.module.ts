import { Module } from '@nestjs/common';
import { ModelosService } from './modelos.service.js';

export { ModelosService };

/** Models of chat and of embeddings. */
@Module({ providers: [ModelosService], exports: [ModelosService] })
export class ModelosModule {}
