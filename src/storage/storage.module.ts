import { Global, Logger, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Pool } from 'pg';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../config/index.js';
import { ArquivosService, fileStoreProvider, FILE_STORE } from './arquivos/index.js';
import { BANCO, type Banco } from './banco.js';
import { TrabalhosService } from './trabalhos.service.js';
import { keepContexto } from './cliente-com-tracos.js';
import { POOL } from './pool.js';
import { createOpcoes } from './data-source.js';
import { DaOrganizacao } from './da-organizacao.js';
import { SaudeArquivos } from './saude-arquivos.js';
import { SaudeBanco } from './saude-banco.js';

export { ArquivosService, createFileStore, FILE_STORE, type ArquivoRecebido, type FileStore } from './arquivos/index.js';
export { eraseAnalises, eraseAvisos, eraseConversas, eraseEventosLicitacao, eraseRespostasDeModelo, forgetNaFila, forgetNaFilaDaOrganizacao, forgetRespostas } from './apagar.js';
export { cleanJson } from './clean-json.js';
export { DaOrganizacao, RepositorioDaOrganizacao, type Pagina, type Propria } from './da-organizacao.js';
export { sweepAndamentos } from './sweep-andamentos.js';
export { sweepLeiturasSemUso, sweepOrfaos } from './sweep-trabalhos.js';
export { TrabalhosService, type Gravacao, type Guarda, type Trabalho } from './trabalhos.service.js';
export { NOMES_DAS_MIGRACOES, rebuildEsquema, type Reconstrucao } from './rebuild-esquema.js';
export { isEsquemaAtual, runMigrations, waitEsquema, type Consulta, type Migrador } from './run-migrations.js';
export { judgeConexoes, type ContaDeConexoes } from './judge-conexoes.js';
export { readServidor, type Servidor } from './read-servidor.js';

export { POOL };

const log = new Logger('banco');

/** Database and files, open for the whole application. */
@Global()
@Module({})
export class StorageModule {
  static register(banco: Banco): DynamicModule {
    return {
      module: StorageModule,
      imports: [
        TypeOrmModule.forRootAsync({
          inject: [CONFIG],
          useFactory: (config: Config) => ({ ...createOpcoes(banco.url, config.banco, (erro) => log.warn(`conexão perdida: ${(erro as { code?: string }).code ?? 'sem código'}`)), autoLoadEntities: true, retryAttempts: 3, retryDelay: 1000 }),
        }),
      ],
      providers: [
        { provide: BANCO, useValue: banco },
        { provide: POOL, inject: [DataSource], useFactory: (fonte: DataSource): Pool => keepContexto((fonte.driver as unknown as { master: Pool }).master) },
        DaOrganizacao,
        TrabalhosService,
        SaudeBanco,
        SaudeArquivos,
        fileStoreProvider,
        ArquivosService,
      ],
      exports: [BANCO, POOL, DaOrganizacao, TrabalhosService, FILE_STORE, ArquivosService],
    };
  }
}
