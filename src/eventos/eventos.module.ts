import { Global, Module } from '@nestjs/common';
import { EventosService } from './eventos.service.js';
import { FluxosService } from './fluxos.service.js';

export { EventosService, type OuvinteEvento } from './eventos.service.js';
export { FluxosService, type Fluxo } from './fluxos.service.js';

/** What happened, recorded and told. */
@Global()
@Module({ providers: [EventosService, FluxosService], exports: [EventosService, FluxosService] })
export class EventosModule {}
