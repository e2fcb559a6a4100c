import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { JobsModule } from '../jobs/jobs.module.js';
import { ModelosModule } from '../modelos/modelos.module.js';
import { MetricasService } from '../observacao/observacao.module.js';
import { VetoresModule } from '../vetores/vetores.module.js';
import { LicitacoesModule } from '../licitacoes/licitacoes.module.js';
import { CorrecaoEntity } from './correcoes/correcao.entity.js';
import { CorrecoesService } from './correcoes/correcoes.service.js';
import { CorrigirService } from './correcoes/corrigir.service.js';
import { FaxinaDeCaches } from './disco/faxina-de-caches.js';
import { EditaisCliModule, EditaisService, OcrService } from './editais-cli.module.js';
import { EstagiosEdital, toAmbiente } from './estagios/estagios-edital.js';
import { CorrecoesController } from './http/correcoes.controller.js';
import { ExigenciasController } from './http/exigencias.controller.js';
import { FatosController } from './http/fatos.controller.js';
import { LeituraController } from './http/leitura.controller.js';
import { Andamentos } from './leituras/andamentos.js';
import { DocumentosLocais } from './leituras/documentos-locais.js';
import { EtapasLeitura } from './leituras/etapas-leitura.js';
import { FilaLeituras } from './leituras/fila-leituras.js';
import { LeiturasService } from './leituras/leituras.service.js';
import { LerLicitacao } from './leituras/ler-licitacao.js';
import { TrabalhosLidos } from './leituras/trabalhos-lidos.js';
import { observeLeitura } from './metricas-leitura.js';
import { BuscaTrechosService } from './semantica/busca-trechos.service.js';

export { BuscaTrechosService, CorrecoesService, CorrigirService, EditaisService, EstagiosEdital, LeiturasService, toAmbiente };
export { requirePronta } from './leituras/require-pronta.js';
export type { LeRequisito } from './correcoes/corrigir.service.js';
export type { LeituraPronta } from './leituras/etapas-leitura.js';
export type { EstadoLeitura } from './leituras/leituras.service.js';
export type * from './leituras/resumos.js';

/** Readings of tenders' documents by HTTP, and people's corrections of them. */
@Module({
  imports: [EditaisCliModule, JobsModule, ModelosModule, VetoresModule, LicitacoesModule, TypeOrmModule.forFeature([CorrecaoEntity])],
  controllers: [LeituraController, FatosController, ExigenciasController, CorrecoesController],
  providers: [Andamentos, DocumentosLocais, TrabalhosLidos, EtapasLeitura, CorrecoesService, CorrigirService, LerLicitacao, LeiturasService, FilaLeituras, FaxinaDeCaches, BuscaTrechosService],
  exports: [EditaisCliModule, CorrecoesService, CorrigirService, LeiturasService, BuscaTrechosService],
})
export class EditaisModule implements OnModuleInit {
  constructor(private readonly metricas: MetricasService, private readonly estagios: EstagiosEdital, private readonly ocr: OcrService) {}

  onModuleInit(): void {
    observeLeitura(this.metricas, this.estagios, this.ocr);
  }
}
