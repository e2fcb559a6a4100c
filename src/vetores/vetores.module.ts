import { Module } from '@nestjs/common';
import { ModelosModule } from '../modelos/modelos.module.js';
import { VetoresService } from './vetores.service.js';

export { VetoresService };
export type { TextoNomeado } from './vetores.service.js';

/** Vectors of passages and of tenders. */
@Module({ imports: [ModelosModule], providers: [VetoresService], exports: [VetoresService] })
export class VetoresModule {}
