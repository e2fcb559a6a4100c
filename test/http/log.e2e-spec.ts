import { randomBytes } from 'node:crypto';
import { Controller, Get, Inject, Logger, Module, Param, Post, Body } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { ExigeEscopo, Publica } from '../../src/acesso/index.js';
import { AppModule } from '../../src/app.module.js';
import { parseConfig } from '../../src/config/index.js';
import { createHttpApp } from '../../src/http/create-app.js';
import { withContexto } from '../../src/observacao/index.js';
import { createCliente, MIGRADO, type Cliente } from '../support/app.js';
import { createBanco, type BancoDeTeste } from '../support/postgres.js';

const SEGREDO = `Zx9${randomBytes(12).toString('hex')}`;
const MESTRE = randomBytes(32).toString('base64url');
const SENHA = randomBytes(12).toString('hex');
const SENHA_EXECUCOES = randomBytes(12).toString('hex');
const EXECUCOES = `postgres://u:${SENHA_EXECUCOES}@127.0.0.1:9/outro`;

@Controller('v1/teste')
class TesteController {
  private readonly log = new Logger('teste');
  constructor(@Inject(DataSource) private readonly fonte: DataSource) {}

  @Get('diz/:id')
  @ExigeEscopo('analises:ler')
  async diz(@Param('id') id: string): Promise<{ id: string }> {
    await this.fonte.query('select 1');
    this.log.log('no meio do pedido');
    return { id };
  }

  /** Every careless thing a line may be given. */
  @Post('descuido')
  @Publica()
  async descuido(@Body() corpo: { chave: string }): Promise<void> {
    this.log.warn({ senha: corpo.chave, dentro: { apiKey: corpo.chave, fundo: { segredo: corpo.chave } } }, `veio alicit_${corpo.chave} e Bearer ${corpo.chave}`);
    this.log.error({ err: new Error(`connect postgres://alguem:${corpo.chave}@127.0.0.1:1/x`) }, 'não conectou');
    await this.fonte.query('select $1::int', [corpo.chave]);
  }
}

interface Linha { readonly msg: string; readonly level: number; readonly context?: string; readonly reqId?: string; readonly organizacaoId?: string; readonly chaveId?: string; readonly analiseId?: string; readonly rota?: string; readonly ms?: number; readonly status?: number; readonly err?: { tipo: string; mensagem: string; pilha?: string[] } }

describe('the log', () => {
  const textos: string[] = [];
  let app: NestFastifyApplication;
  let banco: BancoDeTeste;
  let cliente: Cliente;
  const linhas = (): Linha[] => textos.flatMap((t) => t.trim().split('\n')).map((t) => JSON.parse(t) as Linha);

  beforeAll(async () => {
    banco = await createBanco('log', MIGRADO);
    const config = parseConfig({ DATABASE_URL: banco.url, ALICIT_LOG: 'info', OPENAI_API_KEY: `modelo-${SEGREDO}`, ALICIT_METRICS_TOKEN: `metricas-${SEGREDO}`, ALICIT_SEGREDO_MESTRE: MESTRE, ALICIT_BANCO_DIRETO_URL: banco.url.replace(/\/\/.*@/, `//u:${SENHA}@`), MASTRA_STORAGE_URL: EXECUCOES, ALICIT_ROLE: 'api', ALICIT_THREADS: '0' }, '.');
    const raiz = AppModule.register(config, { url: banco.url, embutido: false, stop: async () => undefined }, { destinoLog: { write: (t) => void textos.push(t) } });
    class Teste {}
    Module({})(Teste);
    app = await createHttpApp({ module: Teste, imports: [raiz], controllers: [TesteController] }, config);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    cliente = await createCliente(app.get(DataSource));
  });
  afterAll(async () => {
    await app.close();
    await banco.drop();
  });

  it('says nothing of how the application is put together', () => {
    expect(linhas().filter((l) => ['NestFactory', 'InstanceLoader', 'RouterExplorer'].includes(l.context ?? ''))).toEqual([]);
  });

  it('hides the secrets of the configuration wherever they are said', () => {
    textos.length = 0;
    new Logger('teste').warn({ nota: `de ${SENHA} em ${EXECUCOES}` }, `com ${MESTRE} e ${SENHA_EXECUCOES}`);
    expect(linhas()).toHaveLength(1);
    expect(textos.join('')).not.toMatch(new RegExp(`${MESTRE}|${SENHA}|${SENHA_EXECUCOES}|127.0.0.1:9/outro`));
  });

  it('tells a request with its ids, its template and its time, and gives the ids to the lines in between', async () => {
    textos.length = 0;
    const analise = `ana_${'0'.repeat(26)}`;
    const r = await app.inject({ method: 'GET', url: `/v1/teste/diz/${analise}?busca=${SEGREDO}`, headers: { ...cliente.cabecalhos, 'x-request-id': 'pedido-7' } });
    expect(r.statusCode).toBe(200);
    const ids = { reqId: 'pedido-7', organizacaoId: cliente.organizacaoId, chaveId: expect.stringMatching(/^chv_/), analiseId: analise };
    expect(linhas().find((l) => l.msg === 'no meio do pedido')).toMatchObject({ ...ids, context: 'teste' });
    expect(linhas().find((l) => l.msg === 'pedido')).toMatchObject({ ...ids, metodo: 'GET', rota: '/v1/teste/diz/:id', status: 200, ms: expect.any(Number) });
    expect(textos.join('')).not.toContain(SEGREDO);
  });

  it('gives ids to the lines of a job, through everything it waits for', async () => {
    textos.length = 0;
    const dizer = (): void => new Logger('trabalho').log('andou');
    await withContexto({ organizacaoId: 'org_1' }, () => withContexto({ analiseId: 'ana_1' }, async () => {
      await app.get(DataSource).query('select 1');
      dizer();
    }));
    dizer();
    expect(linhas().map(({ organizacaoId, analiseId }) => [organizacaoId, analiseId])).toEqual([['org_1', 'ana_1'], [undefined, undefined]]);
  });

  it('holds no byte of a secret, wherever it came in', async () => {
    textos.length = 0;
    const chave = `alicit_${SEGREDO}`;
    const pedidos = [
      { method: 'GET' as const, url: '/v1/teste/diz/1', headers: { authorization: `Bearer ${chave}` } },
      { method: 'GET' as const, url: `/v1/teste/diz/1?chave=${chave}`, headers: { cookie: `s=${SEGREDO}`, 'idempotency-key': SEGREDO } },
      { method: 'GET' as const, url: `/v1/nada/${chave}`, headers: { 'x-request-id': chave } },
      { method: 'POST' as const, url: '/v1/teste/descuido', payload: { chave: SEGREDO } },
      { method: 'POST' as const, url: '/v1/teste/descuido', payload: `{"chave":"${SEGREDO}`, headers: { 'content-type': 'application/json' } },
      { method: 'GET' as const, url: '/metrics', headers: { authorization: `Bearer metricas-${SEGREDO}` } },
    ];
    const status: number[] = [];
    for (const p of pedidos) status.push((await app.inject(p)).statusCode);
    expect(status).toEqual([401, 401, 404, 500, 400, 200]);
    new Logger('vendor').warn(`chave modelo-${SEGREDO} recusada`);
    expect(linhas().filter((l) => l.msg === 'pedido')).toHaveLength(5);
    expect(linhas().find((l) => l.msg === 'falha interna')?.err).toMatchObject({ tipo: 'QueryFailedError', pilha: expect.any(Array) });
    expect(textos.join('')).toContain('[oculto]');
    expect(textos.join('')).not.toContain(SEGREDO);
  });
});
