import { Module } from '@nestjs/common';
import { OficinaModule } from '../oficina/oficina.module.js';
import { EstagiosAnalise } from './estagios/estagios-analise.js';

export { EstagiosAnalise };

@Module({ imports: [OficinaModule], providers: [EstagiosAnalise], exports: [EstagiosAnalise] })
export class AnalisesModule {}
