import { Module } from '@nestjs/common';
import { OficinaModule } from '../oficina/oficina.module.js';
import { EstagiosRelatorio } from './estagios/estagios-relatorio.js';

export { EstagiosRelatorio };

@Module({ imports: [OficinaModule], providers: [EstagiosRelatorio], exports: [EstagiosRelatorio] })
export class RelatoriosModule {}
