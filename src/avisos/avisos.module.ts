import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { EmpresasModule } from '../empresas/empresas.module.js';
import { MetricasService, SaudeService } from '../observacao/observacao.module.js';
import { WebhooksModule } from '../webhooks/webhooks.module.js';
import { EntregadorEmailService } from './correio/entregador-email.service.js';
import { MensagensService } from './correio/mensagens.service.js';
import { PrepararService } from './correio/preparar.service.js';
import { TransporteService } from './correio/transporte.service.js';
import { ConteudoService } from './feeds/conteudo.service.js';
import { FeedEntity } from './feeds/feed.entity.js';
import { FeedsController } from './feeds/feeds.controller.js';
import { FeedsService } from './feeds/feeds.service.js';
import { PublicosController } from './feeds/publicos.controller.js';
import { AgendaService } from './geracao/agenda.service.js';
import { NOVAS_RECOMENDACOES, novasRecomendacoesSql } from './geracao/novas-recomendacoes.js';
import { PrazosService } from './geracao/prazos.service.js';
import { RecomendacoesService } from './geracao/recomendacoes.service.js';
import { RodadaService } from './geracao/rodada.service.js';
import { registerMetricasDeAvisos } from './metricas-avisos.js';
import { AvisosController } from './preferencias/avisos.controller.js';
import { EnderecosService } from './preferencias/enderecos.service.js';
import { LinksController } from './preferencias/links.controller.js';
import { PreferenciasService } from './preferencias/preferencias.service.js';
import { AvisosService } from './registro/avisos.service.js';
import { HistoricoService } from './registro/historico.service.js';

export { readAvisosParados, type AvisosParados } from './parados.js';
export { sweepAvisos } from './sweep-avisos.js';

const CORREIO = [TransporteService, MensagensService, EntregadorEmailService, PrepararService];

/** Tells companies what arrived, what is due and what changed, by e-mail, webhook, feed and calendar. The routes are in `AvisosApiModule`. */
@Module({
  imports: [EmpresasModule, WebhooksModule, TypeOrmModule.forFeature([FeedEntity])],
  providers: [
    ...CORREIO, AvisosService, HistoricoService, EnderecosService, PreferenciasService, FeedsService, ConteudoService, AgendaService, RecomendacoesService, PrazosService, RodadaService,
    { provide: NOVAS_RECOMENDACOES, useValue: novasRecomendacoesSql },
  ],
  exports: [HistoricoService, EnderecosService, PreferenciasService, FeedsService, ConteudoService],
})
export class AvisosModule implements OnModuleInit {
  constructor(private readonly fonte: DataSource, private readonly metricas: MetricasService, private readonly saude: SaudeService, private readonly transporte: TransporteService) {}

  onModuleInit(): void {
    registerMetricasDeAvisos(this.metricas, this.fonte);
    this.saude.register({ nome: 'email', obrigatorio: false, validadeMs: 60_000, limiteMs: 5000, check: () => this.transporte.check() });
  }
}

/** Where companies say how they are told, and what is read without a key. Only where the API is answered: it counts what addresses ask. */
@Module({ imports: [AvisosModule], controllers: [AvisosController, LinksController, FeedsController, PublicosController] })
export class AvisosApiModule {}
