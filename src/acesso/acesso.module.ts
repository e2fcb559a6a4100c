import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AcessoGuard } from './acesso.guard.js';
import { ChaveApiEntity } from './chave-api.entity.js';
import { ChavesService } from './chaves.service.js';
import { OrganizacaoEntity } from './organizacao.entity.js';

export { ChavesService };

/** Who may do what: organisations, API keys, limits. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([OrganizacaoEntity, ChaveApiEntity])],
  providers: [ChavesService, { provide: APP_GUARD, useClass: AcessoGuard }],
  exports: [ChavesService],
})
export class AcessoModule {}
