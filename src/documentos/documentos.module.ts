import { Module } from '@nestjs/common';
import { EmpresasModule } from '../empresas/empresas.module.js';
import { DocumentosCliModule } from './documentos-cli.module.js';
import { DocumentosController } from './documentos.controller.js';
import { LerEnvio } from './ler-envio.service.js';
import { LoteService } from './lote.service.js';

/** The papers of companies by HTTP: kept, read, completed. */
@Module({ imports: [DocumentosCliModule, EmpresasModule], controllers: [DocumentosController], providers: [LerEnvio, LoteService] })
export class DocumentosModule {}
