import { Module } from '@nestjs/common';
import { ImportacaoService } from './importacao.service.js';
import { SancoesController } from './sancoes.controller.js';
import { SancoesService } from './sancoes.service.js';

export { ImportacaoService, type Importacao, type PedidoImportacao } from './importacao.service.js';
export { toConsulta } from './sancoes.schema.js';
export { SancoesService } from './sancoes.service.js';

/** CEIS and CNEP: imported by the operator, looked up by companies and by the gate of sanctions. */
@Module({ controllers: [SancoesController], providers: [SancoesService, ImportacaoService], exports: [SancoesService, ImportacaoService] })
export class SancoesModule {}
