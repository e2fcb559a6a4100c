import { Controller, Get, Module } from '@nestjs/common';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Publica } from '../../src/acesso/index.js';
import { AppModule } from '../../src/app.module.js';
import { parseConfig, runsJobs, servesApi } from '../../src/config/index.js';
import { createHttpApp } from '../../src/http/create-app.js';
import { SaudeService } from '../../src/observacao/observacao.module.js';
import { MIGRADO } from '../support/app.js';
import { createBanco, type BancoDeTeste } from '../support/postgres.js';

/** A route as any feature has. */
@Publica()
@Controller('v1/teste')
class TesteController {
  @Get()
  ola(): { ola: true } {
    return { ola: true };
  }
}

describe('ALICIT_ROLE', () => {
  let app: NestFastifyApplication | undefined;
  let banco: BancoDeTeste | undefined;
  afterEach(async () => {
    await app?.close();
    await banco?.drop();
  });

  it.each([['all', 200, true, true], ['api', 200, true, false], ['worker', 404, false, true]] as const)('%s', async (papel, status, api, trabalhos) => {
    banco = await createBanco('papel', MIGRADO);
    const config = parseConfig({ DATABASE_URL: banco.url, ALICIT_ROLE: papel, ALICIT_LOG: 'silent', ALICIT_THREADS: '0' }, '.');
    expect([servesApi(config), runsJobs(config)]).toEqual([api, trabalhos]);
    class Teste {}
    Module({})(Teste);
    app = await createHttpApp({ module: Teste, imports: [AppModule.register(config, { url: banco.url, embutido: false, stop: async () => undefined })], controllers: [TesteController] }, config);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    app.get(SaudeService).markPronto();
    const r = await app.inject({ method: 'GET', url: '/v1/teste' });
    expect([r.statusCode, status === 200 ? r.json() : r.json<{ codigo: string }>().codigo]).toEqual([status, status === 200 ? { ola: true } : 'rota_nao_encontrada']);
    for (const url of ['/health', '/health/ready', '/health/live', '/metrics']) expect((await app.inject({ method: 'GET', url })).statusCode).toBe(200);
    expect((await app.inject({ method: 'GET', url: '/health' })).json()).toMatchObject({ papel });
  });
});
