import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DestinationStream } from 'pino';
import { DataSource } from 'typeorm';
import { hashOf, newChave, prefixOf } from '../../src/acesso/chave.js';
import { ESCOPOS, type Escopo } from '../../src/acesso/index.js';
import { AppModule } from '../../src/app.module.js';
import { parseConfig, type Config } from '../../src/config/index.js';
import { createHttpApp } from '../../src/http/create-app.js';
import { mountDocs } from '../../src/http/docs.js';
import { SaudeService } from '../../src/observacao/observacao.module.js';
import { newId } from '../../src/storage/index.js';
import { migrate } from '../../src/migrar.js';
import { confereContrato, requireContrato, type Conferencia } from './confere-contrato.js';
import { createBanco, type Modelo } from './postgres.js';

/** Databases of tests are copies of one that was migrated once. */
export const MIGRADO: Modelo = { nome: 'migrado', preencher: (url) => migrate(url, parseConfig({}, '.')) };

/** No test reaches the real PNCP. */
const SEM_PNCP = { ALICIT_PNCP: 'desligado', PNCP_URL: 'http://127.0.0.1:9', PNCP_CONSULTA_URL: 'http://127.0.0.1:9' };

/** A client of the API: an organisation with one key. */
export interface Cliente {
  readonly organizacaoId: string;
  readonly chave: string;
  /** Headers of its requests. */
  readonly cabecalhos: { readonly authorization: string };
}

export interface AppDeTeste {
  readonly app: NestFastifyApplication;
  readonly fonte: DataSource;
  readonly config: Config;
  readonly urlBanco: string;
  readonly pasta: string;
  /** Its routes, and how its answers compare with their description; `close` fails when they differ. */
  readonly conferencia: Conferencia;
  /** A new organisation and a key of it, with all scopes unless told. */
  createCliente(escopos?: readonly Escopo[]): Promise<Cliente>;
  /** Starts to listen, for what needs a real socket (SSE, clients): the base URL. */
  listen(): Promise<string>;
  /** `contrato: false`: rows made in bulk, not whole, were answered; nobody compares them. */
  close(opcoes?: { readonly contrato?: boolean }): Promise<void>;
}

/**
 * The whole application over a database of its own (copied from the migrated template) and a data folder of its own.
 * `ambiente` are environment variables, as a user would set them; with `DATABASE_URL`, one more process over the database of another.
 * `antes` runs before the application starts: to declare or replace what a test needs. `controllers` are routes only this test has.
 * `destinoLog` is given the lines of the log (`ALICIT_LOG` says which).
 */
export async function startApp(ambiente: Readonly<Record<string, string>> = {}, antes: (app: NestFastifyApplication) => void = () => undefined, controllers: readonly Type[] = [], destinoLog?: DestinationStream): Promise<AppDeTeste> {
  const doOutro = ambiente['DATABASE_URL'];
  const banco = doOutro ? { url: doOutro, drop: async () => undefined } : await createBanco('app', MIGRADO);
  const pasta = mkdtempSync(join(tmpdir(), 'alicit-app-'));
  const config = parseConfig({ DATABASE_URL: banco.url, ALICIT_DATA_DIR: pasta, ALICIT_LOG: 'silent', ALICIT_THREADS: '0', ALICIT_OFICINA_THREADS: '0', ALICIT_OCR_THREADS: '0', ALICIT_PEDIDOS_POR_MINUTO: '100000', PORT: '0', ALICIT_HOST: '127.0.0.1', ...(ambiente['PNCP_URL'] ? {} : SEM_PNCP), ...ambiente }, process.cwd());
  const modulo = AppModule.register(config, { url: banco.url, embutido: false, stop: async () => undefined }, destinoLog ? { destinoLog } : {});
  const app = await createHttpApp({ ...modulo, controllers: [...controllers] }, config);
  const conferencia = confereContrato(app);
  await mountDocs(app);
  antes(app);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  app.get(SaudeService).markPronto();
  const fonte = app.get(DataSource);
  return {
    app, fonte, config, urlBanco: banco.url, pasta, conferencia,
    createCliente: (escopos = ESCOPOS) => createCliente(fonte, escopos),
    listen: async () => {
      await app.listen(0, '127.0.0.1');
      return app.getUrl();
    },
    async close({ contrato = true } = {}) {
      await app.close();
      await banco.drop();
      rmSync(pasta, { recursive: true, force: true });
      if (contrato && !controllers.length) requireContrato(conferencia);
    },
  };
}

export async function createCliente(fonte: DataSource, escopos: readonly Escopo[] = ESCOPOS): Promise<Cliente> {
  const organizacaoId = newId('org');
  const chave = newChave();
  await fonte.query('insert into alicit.organizacao (id, nome) values ($1, $2)', [organizacaoId, 'Organização de teste']);
  await fonte.query('insert into alicit.chave_api (id, organizacao_id, nome, prefixo, hash, escopos) values ($1, $2, $3, $4, $5, $6)', [newId('chv'), organizacaoId, 'teste', prefixOf(chave), hashOf(chave), [...escopos]]);
  return { organizacaoId, chave, cabecalhos: { authorization: `Bearer ${chave}` } };
}
