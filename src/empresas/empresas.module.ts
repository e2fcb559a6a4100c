import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DocumentoEntity } from './documento.entity.js';
import { DocumentosController } from './documentos.controller.js';
import { DocumentosService } from './documentos.service.js';
import { EmpresaEntity } from './empresa.entity.js';
import { EmpresasController } from './empresas.controller.js';
import { EmpresasService } from './empresas.service.js';

export { EmpresasService, type EmpresaGravada } from './empresas.service.js';

/** Companies and their documents. */
@Module({
  imports: [TypeOrmModule.forFeature([EmpresaEntity, DocumentoEntity])],
  controllers: [EmpresasController, DocumentosController],
  providers: [EmpresasService, DocumentosService],
  exports: [EmpresasService],
})
export class EmpresasModule {}
