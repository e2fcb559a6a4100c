import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AcervoModule } from '../acervo/acervo.module.js';
import { JobsModule } from '../jobs/jobs.module.js';
import { PncpModule } from '../pncp/pncp.module.js';
import { AcompanhamentoController } from './acompanhamento/acompanhamento.controller.js';
import { AcompanhamentosService } from './acompanhamento/acompanhamentos.service.js';
import { AcompanharService } from './acompanhamento/acompanhar.service.js';
import { ArquivosPncpService } from './acompanhamento/arquivos-pncp.service.js';
import { MudancasService } from './acompanhamento/mudancas.service.js';
import { PublicadosService } from './acompanhamento/publicados.service.js';
import { ArquivoEntity } from './arquivo.entity.js';
import { ArquivosController } from './arquivos.controller.js';
import { ArquivosLicitacaoService } from './arquivos-licitacao.service.js';
import { LicitacaoEntity } from './licitacao.entity.js';
import { LicitacoesController } from './licitacoes.controller.js';
import { LicitacoesService } from './licitacoes.service.js';

export { AcompanhamentosService, type Acompanhamento } from './acompanhamento/acompanhamentos.service.js';
export { MudancasService, type LicitacaoMudada } from './acompanhamento/mudancas.service.js';
export type { ArquivoEmMaos, ParteArquivo, ResultadoArquivo } from './arquivos-licitacao.service.js';
export { LicitacoesService, type SnapshotLicitacao } from './licitacoes.service.js';

/** Tenders and their files; those that are followed, and what PNCP changes in them. */
@Module({
  imports: [JobsModule, AcervoModule, PncpModule, TypeOrmModule.forFeature([LicitacaoEntity, ArquivoEntity])],
  controllers: [AcompanhamentoController, LicitacoesController, ArquivosController],
  providers: [LicitacoesService, ArquivosLicitacaoService, PublicadosService, ArquivosPncpService, AcompanhamentosService, MudancasService, AcompanharService],
  exports: [LicitacoesService, AcompanhamentosService, MudancasService],
})
export class LicitacoesModule {}
