import { Module } from '@nestjs/common';
import { ModelosModule } from '../modelos/modelos.module.js';
import { OficinaModule } from '../oficina/oficina.module.js';
import { LojasService } from './lojas.service.js';
import { PreparoService } from './preparo.service.js';
import { RegistroService } from './registro.service.js';
import { ReindexacaoService } from './reindexacao.service.js';
import { VarreduraService } from './varredura.service.js';
import { VetoresService } from './vetores.service.js';

export { ReindexacaoService, VetoresService };
export { LojasService, type UltimaOperacao } from './lojas.service.js';
export type { TextoNomeado } from './preparo.service.js';
export type { PedidoDeReindexacao, Reindexacao } from './reindexacao.service.js';
export { VarreduraService } from './varredura.service.js';

/** Vectors of passages and of tenders. */
@Module({ imports: [ModelosModule, OficinaModule], providers: [LojasService, RegistroService, PreparoService, VetoresService, VarreduraService, ReindexacaoService], exports: [LojasService, VetoresService, VarreduraService, ReindexacaoService] })
export class VetoresModule {}
