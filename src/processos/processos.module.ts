import { Global, Inject, Module, type DynamicModule, type OnModuleInit } from '@nestjs/common';
import { CONFIG, runsJobs, type Config } from '../config/index.js';
import { MetricasService, SaudeService } from '../observacao/observacao.module.js';
import { judgeTrabalhadores } from './domain/processo.js';
import { ProcessosService } from './processos.service.js';
import { VERSAO_DO_WORKFLOW } from './token.js';

export { ProcessosService };
export { sweepProcessos } from './sweep-processos.js';

const PAPEIS = ['all', 'api', 'worker'] as const;

/** Which processes of the service live, in the database they share. */
@Global()
@Module({})
export class ProcessosModule implements OnModuleInit {
  static register({ workflow }: { readonly workflow: string }): DynamicModule {
    return { module: ProcessosModule, providers: [ProcessosService, { provide: VERSAO_DO_WORKFLOW, useValue: workflow }], exports: [ProcessosService] };
  }

  constructor(private readonly processos: ProcessosService, private readonly saude: SaudeService, private readonly metricas: MetricasService, @Inject(CONFIG) private readonly config: Config) {}

  onModuleInit(): void {
    const { processos, config } = this;
    // What is read of the others is kept by who reads it.
    this.saude.register({ nome: 'trabalhadores', obrigatorio: false, validadeMs: 0, check: async () => judgeTrabalhadores(await processos.list(), { trabalha: runsJobs(config), batendo: processos.vivo }) });
    this.metricas.gaugeDoBanco('alicit_processos', 'Processos do ALICIT que dão sinal de vida no banco, por papel.', ['papel'], async () => {
      const vivos = await processos.list();
      return PAPEIS.map((papel) => ({ rotulos: { papel }, valor: vivos.filter((p) => p.papel === papel).length }));
    });
  }
}
