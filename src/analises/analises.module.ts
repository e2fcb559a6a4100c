import { Module } from '@nestjs/common';
import { EditaisModule } from '../editais/editais.module.js';
import { EmpresasModule } from '../empresas/empresas.module.js';
import { LicitacoesModule } from '../licitacoes/licitacoes.module.js';
import { OficinaModule } from '../oficina/oficina.module.js';
import { SancoesModule } from '../sancoes/sancoes.module.js';
import { AnalisesController } from './analises.controller.js';
import { AnalisesService } from './analises.service.js';
import { DesatualizarService } from './desatualizacao/desatualizar.service.js';
import { ReanalisarService } from './desatualizacao/reanalisar.service.js';
import { EnvioService } from './envio.service.js';
import { EsperaService } from './espera.service.js';
import { EstagiosAnalise } from './estagios/estagios-analise.js';
import { ExecucoesService } from './execucao/execucoes.service.js';
import { FluxoSse } from './fluxo-sse.js';
import { PedidosService } from './pedidos.service.js';
import { PeloNumeroService } from './pelo-numero.service.js';
import { RelatorioService } from './relatorio.service.js';
import { RequisitosJulgados } from './requisitos-julgados.service.js';
import { AtalhoAnalise } from './respostas/atalho-analise.service.js';
import { RespostasService } from './respostas/respostas.service.js';
import { ResultadoController } from './resultado.controller.js';

export { AnalisesService, EstagiosAnalise, PedidosService, ReanalisarService, RelatorioService };
export type { ArquivoDaAnalise, Entradas } from './entradas.js';
export { ExecucoesService, type Conclusao, type EtapaFeita } from './execucao/execucoes.service.js';
export { FILA_ANALISES, FILA_FAXINA } from './execucao/fila.js';
export { readParadas, type Paradas } from './execucao/paradas.js';
export { PossePerdida, type Posse } from './execucao/posse.js';
export { VersoesModule } from './versoes.js';

/** Analyses: asked for, run under a lease, read. Who runs them is in workflows/. */
@Module({
  imports: [OficinaModule, SancoesModule, EmpresasModule, LicitacoesModule, EditaisModule],
  controllers: [AnalisesController, ResultadoController],
  providers: [EstagiosAnalise, ExecucoesService, AnalisesService, PedidosService, PeloNumeroService, DesatualizarService, ReanalisarService, EnvioService, EsperaService, RelatorioService, RequisitosJulgados, FluxoSse, RespostasService, AtalhoAnalise],
  exports: [EstagiosAnalise, ExecucoesService, AnalisesService, PedidosService, RelatorioService],
})
export class AnalisesModule {}
