import { Global, Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AcessoGuard } from './acesso.guard.js';
import { ChaveApiEntity } from './chave-api.entity.js';
import { ChavesConhecidas } from './chaves-conhecidas.js';
import { ChavesController } from './chaves.controller.js';
import { ChavesService } from './chaves.service.js';
import { IdempotenciaInterceptor } from './idempotencia/idempotencia.interceptor.js';
import { IdempotenciaService } from './idempotencia/idempotencia.service.js';
import { AoApagar } from './organizacao/ao-apagar.js';
import { ExportarService } from './organizacao/exportar.service.js';
import { OrganizacaoController } from './organizacao/organizacao.controller.js';
import { OrganizacoesService } from './organizacao/organizacoes.service.js';
import { EntradaRapida } from './entrada-rapida.service.js';
import { LimitesService } from './limites.service.js';
import { UsoDasChaves } from './uso-das-chaves.js';

export { novaChaveSchema } from './chaves.schema.js';
export { ChavesService } from './chaves.service.js';
export { EntradaRapida } from './entrada-rapida.service.js';
export { ESCOPOS } from './escopos.js';
export { IdempotenciaService, POSSE_S } from './idempotencia/idempotencia.service.js';
export { sweepRespostas } from './idempotencia/sweep-respostas.js';
export { LimitesService } from './limites.service.js';
export { AoApagar, type Apagador } from './organizacao/ao-apagar.js';
export { nomeOrganizacaoSchema } from './organizacao/organizacao.schema.js';
export { OrganizacoesService } from './organizacao/organizacoes.service.js';

/** Who may do what: organisations, API keys, limits, and requests that are repeated. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([ChaveApiEntity])],
  controllers: [ChavesController, OrganizacaoController],
  providers: [
    ChavesService, ChavesConhecidas, UsoDasChaves, LimitesService, EntradaRapida, IdempotenciaService, OrganizacoesService, ExportarService, AoApagar,
    { provide: APP_GUARD, useClass: AcessoGuard }, { provide: APP_INTERCEPTOR, useClass: IdempotenciaInterceptor },
  ],
  exports: [ChavesService, IdempotenciaService, OrganizacoesService, AoApagar, LimitesService, EntradaRapida],
})
export class AcessoModule {}
