import { Module } from '@nestjs/common';
import { AgentesModule } from '../agentes/agentes.module.js';
import { AnalisesModule } from '../analises/analises.module.js';
import { EditaisModule } from '../editais/editais.module.js';
import { RelatoriosModule } from '../relatorios/relatorios.module.js';
import { PassosService } from './etapas/passos.service.js';
import { RegistroService } from './etapas/registro.service.js';
import { ExecutorService } from './executor.service.js';
import { SnapshotsAoApagar } from './snapshots-ao-apagar.js';

export { ExecutorService };
export { sweepSnapshots } from './snapshots.js';

/** Analyses run here. */
@Module({ imports: [EditaisModule, AnalisesModule, AgentesModule, RelatoriosModule], providers: [PassosService, RegistroService, ExecutorService], exports: [ExecutorService] })
export class WorkflowsModule {}

/** What runs left goes with an erased organisation; where the API is, since that is where organisations are erased. */
@Module({ providers: [SnapshotsAoApagar] })
export class SnapshotsModule {}
