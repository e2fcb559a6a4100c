import { Module, type DynamicModule } from '@nestjs/common';
import { AcessoModule } from './acesso/acesso.module.js';
import { ConfigModule, type Config } from './config/index.js';
import { EmpresasModule } from './empresas/empresas.module.js';
import { EditaisModule } from './editais/editais.module.js';
import { logModule } from './http/log.module.js';
import { LicitacoesModule } from './licitacoes/licitacoes.module.js';
import type { Banco } from './storage/index.js';
import { StorageModule } from './storage/storage.module.js';

/** The service: what every part stands on, then the features in the order of the flow. */
@Module({})
export class AppModule {
  static register(config: Config, banco: Banco): DynamicModule {
    return {
      module: AppModule,
      imports: [ConfigModule.register(config), logModule(), StorageModule.register(banco), AcessoModule, EmpresasModule, LicitacoesModule, EditaisModule],
    };
  }
}
