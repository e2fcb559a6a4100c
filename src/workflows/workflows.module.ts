import { Module } from '@nestjs/common';
import { AnalisesModule } from '../analises/analises.module.js';
import { EditaisModule } from '../editais/editais.module.js';
import { RelatoriosModule } from '../relatorios/relatorios.module.js';
import { ConjuntoService } from './etapas/conjunto.service.js';
import { PassosService } from './etapas/passos.service.js';
import { ExecutorService } from './executor.service.js';

export { ExecutorService };

/** Analyses run here. */
@Module({ imports: [EditaisModule, AnalisesModule, RelatoriosModule], providers: [ConjuntoService, PassosService, ExecutorService], exports: [ExecutorService] })
export class WorkflowsModule {}
