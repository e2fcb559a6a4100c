import { Module } from '@nestjs/common';
import { AgentesModule } from '../agentes/agentes.module.js';
import { AnalisesModule } from '../analises/analises.module.js';
import { EditaisModule } from '../editais/editais.module.js';
import { RelatoriosModule } from '../relatorios/relatorios.module.js';
import { ArmazensService } from './armazem/armazens.service.js';
import { ExecucoesAoApagar } from './armazem/execucoes-ao-apagar.js';
import { PassosService } from './etapas/passos.service.js';
import { RegistroService } from './etapas/registro.service.js';
import { ExecutorService } from './executor.service.js';

export { ArmazensService, ExecutorService };

/** Where runs are kept. */
@Module({ providers: [ArmazensService], exports: [ArmazensService] })
export class ArmazemModule {}

/** Analyses run here. */
@Module({ imports: [ArmazemModule, EditaisModule, AnalisesModule, AgentesModule, RelatoriosModule], providers: [PassosService, RegistroService, ExecutorService], exports: [ExecutorService] })
export class WorkflowsModule {}

/** What runs left goes with an erased organisation; where the API is, since that is where organisations are erased. */
@Module({ imports: [ArmazemModule], providers: [ExecucoesAoApagar] })
export class SnapshotsModule {}
