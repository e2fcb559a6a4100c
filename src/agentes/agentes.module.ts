import { Module, type OnModuleInit } from '@nestjs/common';
import { EditaisModule } from '../editais/editais.module.js';
import { ModelosModule } from '../modelos/modelos.module.js';
import { MetricasService } from '../observacao/observacao.module.js';
import { OficinaModule } from '../oficina/oficina.module.js';
import { AconselharService, AgentesCliModule } from './agentes-cli.module.js';
import { DocumentosEmThreads } from './documentos/em-threads.service.js';
import { EstagiosAgentes } from './estagios/estagios-agentes.js';
import { observeAgentes } from './metricas-agentes.js';

export { AconselharService, DocumentosEmThreads, EstagiosAgentes };

/** Agents that explain, over facts that rules established. */
@Module({ imports: [OficinaModule, EditaisModule, ModelosModule, AgentesCliModule], providers: [EstagiosAgentes, DocumentosEmThreads], exports: [AgentesCliModule, EstagiosAgentes, DocumentosEmThreads] })
export class AgentesModule implements OnModuleInit {
  constructor(private readonly metricas: MetricasService, private readonly aconselhar: AconselharService) {}

  onModuleInit(): void {
    observeAgentes(this.metricas, this.aconselhar);
  }
}
