import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { MetricasService } from '../observacao/observacao.module.js';
import { CaixaDeSaidaService } from './caixa-de-saida.service.js';
import { CofreService } from './cofre.service.js';
import { EntregaEntity } from './entrega.entity.js';
import { EntregadorService } from './entregador.service.js';
import { EntregasService } from './entregas.service.js';
import { collectEntregas, observeTentativas } from './metricas-webhooks.js';
import { ReservasService } from './reservas.service.js';
import { TentativaEntity } from './tentativa.entity.js';
import { VarreduraService } from './varredura.service.js';
import { WebhookEntity } from './webhook.entity.js';
import { WebhooksController } from './webhooks.controller.js';
import { WebhooksService } from './webhooks.service.js';

export { EntregasService, type Destino } from './entregas.service.js';

/** Tells clients' servers what happened. Needs the queue (JobsModule) and the events (EventosModule), which are global. */
@Module({
  imports: [TypeOrmModule.forFeature([WebhookEntity, EntregaEntity, TentativaEntity])],
  controllers: [WebhooksController],
  providers: [WebhooksService, EntregasService, CofreService, ReservasService, EntregadorService, VarreduraService, CaixaDeSaidaService],
  exports: [EntregasService],
})
export class WebhooksModule implements OnModuleInit {
  constructor(private readonly metricas: MetricasService, private readonly entregador: EntregadorService, private readonly fonte: DataSource) {}

  onModuleInit(): void {
    observeTentativas(this.metricas, (ouvinte) => this.entregador.onTentativa(ouvinte));
    collectEntregas(this.metricas, this.fonte);
  }
}
