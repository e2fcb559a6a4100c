import { Global, Module } from '@nestjs/common';
import { JobsService } from './jobs.service.js';

export { MIGRADOR_FILA } from './migrador-fila.js';
export { JobsService };

/** The queue of work, shared by all processes. */
@Global()
@Module({ providers: [JobsService], exports: [JobsService] })
export class JobsModule {}
