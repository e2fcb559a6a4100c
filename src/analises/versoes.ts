import { Global, Module, type DynamicModule } from '@nestjs/common';
import { VERSOES_JULGAMENTO } from './estagios/chave-julgamento.js';
import type { VersoesAnalise } from './domain/execucao.js';

/** Injection token of the `VersoesAnalise` of this process. */
export const VERSOES = Symbol('versoes');

/** Given by the root: the report, the workflow and the agents come after this feature in the flow. */
@Global()
@Module({})
export class VersoesModule {
  static register(outras: Pick<VersoesAnalise, 'relatorio' | 'workflow' | 'agentes'>): DynamicModule {
    return { module: VersoesModule, providers: [{ provide: VERSOES, useValue: { ...VERSOES_JULGAMENTO, ...outras } satisfies VersoesAnalise }], exports: [VERSOES] };
  }
}
