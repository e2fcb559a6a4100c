import { Module } from '@nestjs/common';
import { OficinaModule } from '../oficina/oficina.module.js';
import { EditaisService } from './editais.service.js';
import { EstagiosEdital } from './estagios/estagios-edital.js';

export { EditaisService, EstagiosEdital };
export { toAmbiente } from './estagios/estagios-edital.js';

@Module({ imports: [OficinaModule], providers: [EditaisService, EstagiosEdital], exports: [EditaisService, EstagiosEdital] })
export class EditaisModule {}
