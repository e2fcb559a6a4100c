import { Inject, Module, type OnModuleInit } from '@nestjs/common';
import { AcervoModule } from '../acervo/acervo.module.js';
import { CONFIG, runsJobs, type Config } from '../config/index.js';
import { MetricasService, SaudeService } from '../observacao/observacao.module.js';
import { PncpModule } from '../pncp/pncp.module.js';
import { AgendaService } from './agenda.service.js';
import { ComplementosService } from './complementos.service.js';
import { EstadoService } from './estado.service.js';
import { ExecucoesService } from './execucoes.service.js';
import { JanelasService } from './janelas.service.js';
import { collectSincronizacao } from './metricas-sincronizacao.js';
import { RELOGIO, RELOGIO_REAL, type Relogio } from './relogio.js';
import { createSaudeSincronizacao } from './saude-sincronizacao.js';
import { SincronizacaoController } from './sincronizacao.controller.js';
import { SincronizadorService } from './sincronizador.service.js';

export { SincronizadorService, type PedidoSincronizacao, type Progresso, type ResultadoSincronizacao } from './sincronizador.service.js';
export { EstadoService, type EstadoSincronizacao } from './estado.service.js';
export { RELOGIO as RELOGIO_SINCRONIZACAO, type Relogio as RelogioSincronizacao } from './relogio.js';

/** What reads PNCP's lists; for the command line, which has no queue and no server. */
@Module({
  imports: [PncpModule, AcervoModule],
  providers: [{ provide: RELOGIO, useValue: RELOGIO_REAL }, ExecucoesService, JanelasService, ComplementosService, SincronizadorService, EstadoService],
  exports: [RELOGIO, ExecucoesService, SincronizadorService, EstadoService],
})
export class LeituraPncpModule {}

/** The copy of PNCP kept fresh: the schedule (where jobs run and it was asked for), its state, its metrics. */
@Module({ imports: [LeituraPncpModule], controllers: [SincronizacaoController], providers: [AgendaService] })
export class SincronizacaoModule implements OnModuleInit {
  constructor(
    private readonly estado: EstadoService, private readonly sincronizador: SincronizadorService, private readonly metricas: MetricasService, private readonly saude: SaudeService,
    @Inject(CONFIG) private readonly config: Config, @Inject(RELOGIO) private readonly relogio: Relogio,
  ) {}

  onModuleInit(): void {
    const read = () => this.estado.read();
    collectSincronizacao(this.metricas, read, () => this.sincronizador.processo, runsJobs(this.config) && this.config.sincronizacao.ativa);
    this.saude.register(createSaudeSincronizacao(this.config.sincronizacao, read, () => this.relogio.agora()));
  }
}
