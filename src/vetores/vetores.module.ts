import { Inject, Module, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config } from '../config/index.js';
import { ModelosModule } from '../modelos/modelos.module.js';
import { SaudeService } from '../observacao/observacao.module.js';
import { OficinaModule } from '../oficina/oficina.module.js';
import { LojasService } from './lojas.service.js';
import { PreparoService } from './preparo.service.js';
import { RegistroService } from './registro.service.js';
import { ReindexacaoService } from './reindexacao.service.js';
import { createSaudePinecone } from './saude-pinecone.js';
import { VarreduraService } from './varredura.service.js';
import { VetoresService } from './vetores.service.js';

export { ReindexacaoService, VetoresService };
export { LojasService, type UltimaOperacao } from './lojas.service.js';
export type { TextoNomeado } from './preparo.service.js';
export type { PedidoDeReindexacao, Reindexacao } from './reindexacao.service.js';
export { VarreduraService } from './varredura.service.js';

/** Vectors of passages and of tenders, with the health of the store that is outside. */
@Module({ imports: [ModelosModule, OficinaModule], providers: [LojasService, RegistroService, PreparoService, VetoresService, VarreduraService, ReindexacaoService], exports: [LojasService, VetoresService, VarreduraService, ReindexacaoService] })
export class VetoresModule implements OnModuleInit {
  constructor(private readonly lojas: LojasService, private readonly saude: SaudeService, @Inject(CONFIG) private readonly config: Config) {}

  onModuleInit(): void {
    this.saude.register(createSaudePinecone(this.config.pinecone, () => this.lojas.lastOf('pinecone')));
  }
}
