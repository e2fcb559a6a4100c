import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AcervoModule } from '../acervo/acervo.module.js';
import { JobsModule } from '../jobs/jobs.module.js';
import { ArquivoEntity } from './arquivo.entity.js';
import { ArquivosController } from './arquivos.controller.js';
import { ArquivosLicitacaoService } from './arquivos-licitacao.service.js';
import { LicitacaoEntity } from './licitacao.entity.js';
import { LicitacoesController } from './licitacoes.controller.js';
import { LicitacoesService } from './licitacoes.service.js';

export type { ArquivoEmMaos, ParteArquivo, ResultadoArquivo } from './arquivos-licitacao.service.js';
export { LicitacoesService, type SnapshotLicitacao } from './licitacoes.service.js';

/** Tenders and their files. */
@Module({
  imports: [JobsModule, AcervoModule, TypeOrmModule.forFeature([LicitacaoEntity, ArquivoEntity])],
  controllers: [LicitacoesController, ArquivosController],
  providers: [LicitacoesService, ArquivosLicitacaoService],
  exports: [LicitacoesService],
})
export class LicitacoesModule {}
