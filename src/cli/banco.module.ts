import { Module, type DynamicModule } from '@nestjs/common';
import { AcervoModule } from '../acervo/acervo.module.js';
import { AcessoModule } from '../acesso/acesso.module.js';
import { ConfigModule, type Config } from '../config/index.js';
import { ObservacaoModule } from '../observacao/observacao.module.js';
import { LeituraPncpModule } from '../sincronizacao/sincronizacao.module.js';
import { SancoesModule } from '../sancoes/sancoes.module.js';
import type { Banco } from '../storage/index.js';
import { StorageModule } from '../storage/storage.module.js';
import { VetoresModule } from '../vetores/vetores.module.js';

/** What the commands over the database need: no server, no reading. */
@Module({})
export class CliBancoModule {
  static register(config: Config, banco: Banco): DynamicModule {
    return { module: CliBancoModule, imports: [ConfigModule.register(config), ObservacaoModule, StorageModule.register(banco), AcessoModule, AcervoModule, SancoesModule, LeituraPncpModule, VetoresModule] };
  }
}
