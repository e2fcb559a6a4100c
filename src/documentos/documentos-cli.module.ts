import { Module } from '@nestjs/common';
import { EditaisCliModule } from '../editais/editais-cli.module.js';
import { OficinaModule } from '../oficina/oficina.module.js';
import { EstagiosDocumentos } from './estagios/estagios-documentos.js';
import { PassagemService } from './passagem.service.js';

export { EstagiosDocumentos };

/** Reading the company's papers without a database: what the command line needs. */
@Module({ imports: [OficinaModule, EditaisCliModule], providers: [PassagemService, EstagiosDocumentos], exports: [PassagemService, EstagiosDocumentos] })
export class DocumentosCliModule {}
