import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DocumentoEntity } from './documento.entity.js';
import { DocumentosService } from './documentos.service.js';
import { EmpresaEntity } from './empresa.entity.js';
import { EmpresasController } from './empresas.controller.js';
import { EmpresasService } from './empresas.service.js';

export { arquivoGuardadoSchema, documentoRespostaSchema, documentosRespostaSchema, toDocumento, type DocumentoResposta } from './api.schema.js';
export { DocumentosService, type DocumentoEnviado } from './documentos.service.js';
export type { DocumentoEntity } from './documento.entity.js';
export { EmpresasService, type EmpresaGravada } from './empresas.service.js';
export { parseDocumento, parseDocumentoParcial } from './parse-documento.js';
export { documentoEntradaSchema } from './perfil.schema.js';
export { naoLidoSchema } from './leitura.schema.js';

/** Companies and their documents; reading the documents' files, and their routes, are of documentos/. */
@Module({
  imports: [TypeOrmModule.forFeature([EmpresaEntity, DocumentoEntity])],
  controllers: [EmpresasController],
  providers: [EmpresasService, DocumentosService],
  exports: [EmpresasService, DocumentosService],
})
export class EmpresasModule {}
