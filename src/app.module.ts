import { Module, type DynamicModule, type ModuleMetadata } from '@nestjs/common';
import type { DestinationStream } from 'pino';
import { AlertasModule } from './alertas/alertas.module.js';
import { AcessoModule } from './acesso/acesso.module.js';
import { AcervoModule } from './acervo/acervo.module.js';
import { AnalisesModule, VersoesModule } from './analises/analises.module.js';
import { VERSAO_AGENTES } from './agentes/index.js';
import { AvisosApiModule, AvisosModule } from './avisos/avisos.module.js';
import { ConfigModule, runsJobs, servesApi, type Config } from './config/index.js';
import { DocumentosModule } from './documentos/documentos.module.js';
import { EditaisModule } from './editais/editais.module.js';
import { EmpresasModule } from './empresas/empresas.module.js';
import { EventosModule } from './eventos/eventos.module.js';
import { FaxinaModule } from './faxina/faxina.module.js';
import { HealthModule } from './health/health.module.js';
import { HttpModule } from './http/http.module.js';
import { logModule } from './http/log.module.js';
import { JobsModule } from './jobs/jobs.module.js';
import { LicitacoesModule } from './licitacoes/licitacoes.module.js';
import { MetricsModule } from './metrics/metrics.module.js';
import { ModelosApiModule, ModelosModule } from './modelos/modelos.module.js';
import { ObservacaoModule, TracosModule } from './observacao/observacao.module.js';
import { PerguntasModule } from './perguntas/perguntas.module.js';
import { PncpModule } from './pncp/pncp.module.js';
import { ProcessosModule } from './processos/processos.module.js';
import { RascunhosModule } from './rascunhos/rascunhos.module.js';
import { RecomendacoesModule } from './recomendacoes/recomendacoes.module.js';
import { VERSAO_RELATORIO } from './relatorios/index.js';
import { SincronizacaoModule } from './sincronizacao/sincronizacao.module.js';
import { SancoesModule } from './sancoes/sancoes.module.js';
import type { Banco } from './storage/index.js';
import { StorageModule } from './storage/storage.module.js';
import { WebhooksModule } from './webhooks/webhooks.module.js';
import { VERSAO_WORKFLOW } from './workflows/index.js';
import { SnapshotsModule, WorkflowsModule } from './workflows/workflows.module.js';

type Modulos = NonNullable<ModuleMetadata['imports']>;

/** Answered by processes of the API only: keys, and what exists only to be asked. */
const DA_API: Modulos = [AcessoModule, SnapshotsModule, AvisosApiModule, ModelosApiModule, RascunhosModule];
/** Only where jobs run. */
const DOS_TRABALHOS: Modulos = [WorkflowsModule, FaxinaModule];
/** What decides what an analysis says: agents count where there is a model to ask. */
const versoes = ({ openai, modelos }: Config): Modulos[number] => VersoesModule.register({ relatorio: VERSAO_RELATORIO, workflow: VERSAO_WORKFLOW, ...(openai.chave === null ? {} : { agentes: `${VERSAO_AGENTES} ${modelos.chat}` }) });

/** Both sides stand on these, in the order of the flow. Their routes are closed where there is no API (observe-pedidos.ts). */
const DE_TODOS: Modulos = [JobsModule, EventosModule, PncpModule, ModelosModule, AcervoModule, SancoesModule, SincronizacaoModule, EmpresasModule, LicitacoesModule, EditaisModule, DocumentosModule, AnalisesModule, RecomendacoesModule, PerguntasModule, WebhooksModule, AvisosModule];

export interface OpcoesApp {
  /** Where the log goes instead of stdout. */
  readonly destinoLog?: DestinationStream;
}

/** The service: what every part stands on, the features its role needs, and what shows how they are. */
@Module({})
export class AppModule {
  static register(config: Config, banco: Banco, { destinoLog }: OpcoesApp = {}): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.register(config), logModule(destinoLog), ObservacaoModule, TracosModule, HttpModule, StorageModule.register(banco),
        ...(servesApi(config) ? DA_API : []), versoes(config), ProcessosModule.register({ workflow: VERSAO_WORKFLOW }), ...DE_TODOS, ...(runsJobs(config) ? DOS_TRABALHOS : []),
        AlertasModule, HealthModule, MetricsModule,
      ],
    };
  }
}
