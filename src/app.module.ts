import { Module, type DynamicModule } from '@nestjs/common';
import { AnalisesModule, VersoesModule } from './analises/analises.module.js';
import { AcessoModule } from './acesso/acesso.module.js';
import { ConfigModule, type Config } from './config/index.js';
import { EmpresasModule } from './empresas/empresas.module.js';
import { EditaisModule } from './editais/editais.module.js';
import { EventosModule } from './eventos/eventos.module.js';
import { logModule } from './http/log.module.js';
import { JobsModule } from './jobs/jobs.module.js';
import { LicitacoesModule } from './licitacoes/licitacoes.module.js';
import { VERSAO_RELATORIO } from './relatorios/index.js';
import type { Banco } from './storage/index.js';
import { StorageModule } from './storage/storage.module.js';

import { WebhooksModule } from './webhooks/webhooks.module.js';
import { VERSAO_WORKFLOW } from './workflows/index.js';
import { WorkflowsModule } from './workflows/workflows.module.js';

/** The service: what every part stands on, then the features in the order of the flow. */
@Module({})
export class AppModule {
  static register(config: Config, banco: Banco): DynamicModule {
    return {
      module: AppModule,
      imports: [ConfigModule.register(config), logModule(), StorageModule.register(banco), AcessoModule, JobsModule, EventosModule,
        VersoesModule.register({ relatorio: VERSAO_RELATORIO, workflow: VERSAO_WORKFLOW }), EmpresasModule, LicitacoesModule, EditaisModule, AnalisesModule, WorkflowsModule, WebhooksModule],
    };
  }
}
