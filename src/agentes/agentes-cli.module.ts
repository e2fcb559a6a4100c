import { Module } from '@nestjs/common';
import { ModelosModule } from '../modelos/modelos.module.js';
import { AconselharService } from './aconselhar.service.js';

export { AconselharService };
export { openEmMemoria } from './documentos/em-memoria.js';

/** Agents over a set in memory: what the command line needs. */
@Module({ imports: [ModelosModule], providers: [AconselharService], exports: [AconselharService] })
export class AgentesCliModule {}
