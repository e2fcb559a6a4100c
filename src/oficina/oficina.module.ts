import { Module } from '@nestjs/common';
import { OficinaService } from './oficina.service.js';

export { OficinaService };

/** One pool of threads for the whole process. */
@Module({ providers: [OficinaService], exports: [OficinaService] })
export class OficinaModule {}
