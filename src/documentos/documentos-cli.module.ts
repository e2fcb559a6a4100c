import { Module } from '@nestjs/common';
import { OficinaModule } from '../oficina/oficina.module.js';
import { EstagiosDocumentos } from './estagios/estagios-documentos.js';

export { EstagiosDocumentos };

/** Reading the company's papers without a database: what the command line needs. */
@Module({ imports: [OficinaModule], providers: [EstagiosDocumentos], exports: [EstagiosDocumentos] })
export class DocumentosCliModule {}
