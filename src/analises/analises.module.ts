import { Module } from '@nestjs/common';
import { OficinaModule } from '../oficina/oficina.module.js';
import { EstagiosAnalise } from './estagios/estagios-analise.js';
import { ExecucoesService } from './execucao/execucoes.service.js';

export { EstagiosAnalise };
export type { ArquivoDaAnalise, Entradas } from './entradas.js';
export { ExecucoesService, type Conclusao, type EtapaFeita } from './execucao/execucoes.service.js';
export { FILA_ANALISES, FILA_FAXINA } from './execucao/fila.js';
export { PossePerdida, type Posse } from './execucao/posse.js';
export { VersoesModule } from './versoes.js';

@Module({ imports: [OficinaModule], providers: [EstagiosAnalise, ExecucoesService], exports: [EstagiosAnalise, ExecucoesService] })
export class AnalisesModule {}
