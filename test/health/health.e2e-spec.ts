import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Saude } from '../../src/health/saude.schema.js';
import { saudeSchema, vidaSchema } from '../../src/health/saude.schema.js';
import type { Verificacao } from '../../src/observacao/index.js';
import { SaudeService } from '../../src/observacao/observacao.module.js';
import { startApp, type AppDeTeste } from '../support/app.js';
import { ProvedorDeTeste, until } from '../support/provedor.js';

const CHAVE = 'sk-segredo-que-nao-aparece-123';

describe('/health', () => {
  let t: AppDeTeste;
  let provedor: ProvedorDeTeste;
  let fila: Verificacao = { estado: 'ok', erro: null };
  const get = async (url: string): Promise<{ status: number; corpo: Saude; texto: string }> => {
    const r = await t.app.inject({ method: 'GET', url });
    return { status: r.statusCode, corpo: saudeSchema.parse(r.json()), texto: r.body };
  };
  beforeAll(async () => {
    provedor = await ProvedorDeTeste.start();
    provedor.defeito = 401;
    // A process that only answers has no queue of its own to tell of: the test's stands in.
    t = await startApp({ ALICIT_ROLE: 'api', OPENAI_API_KEY: CHAVE, OPENAI_BASE_URL: `${provedor.url}/v1` });
    t.app.get(SaudeService).register({ nome: 'fila', obrigatorio: true, validadeMs: 0, check: () => Promise.resolve(fila) });
  });
  afterAll(async () => {
    await t.close();
    await provedor.stop();
  });

  it('is alive without asking anyone, and without a key', async () => {
    const r = await t.app.inject({ method: 'GET', url: '/health/live' });
    expect([r.statusCode, vidaSchema.parse(r.json()).estado, r.headers['cache-control']]).toEqual([200, 'ok', 'no-store']);
  });

  it('is ready with its database and its queue alone', async () => {
    const { status, corpo } = await get('/health/ready');
    expect(status).toBe(200);
    expect(corpo).toMatchObject({ estado: 'ok', codigo: 'pronto', itens: { banco: { estado: 'ok', obrigatorio: true, latenciaMs: expect.any(Number) }, fila: { estado: 'ok' } } });
    expect(Object.keys(corpo.itens)).toEqual(['banco', 'fila']);
  });

  it('shows a refused key as degraded, with 200 and without the key', async () => {
    const { status, corpo, texto } = await get('/health');
    expect(status).toBe(200);
    expect(corpo).toMatchObject({ estado: 'degradado', codigo: 'opcional_indisponivel', itens: { openai: { estado: 'chave_invalida', obrigatorio: false, erro: 'http_401' }, pinecone: { estado: 'nao_configurado' } } });
    expect(texto).not.toContain(CHAVE);
    expect(texto).not.toContain(new URL(t.urlBanco).password || t.urlBanco);
  });

  it('is 503 without what is required, saying what', async () => {
    fila = { estado: 'indisponivel', erro: 'nao_iniciada' };
    for (const url of ['/health', '/health/ready']) expect(await get(url)).toMatchObject({ status: 503, corpo: { estado: 'indisponivel', codigo: 'dependencia_indisponivel', itens: { fila: { erro: 'nao_iniciada' } } } });
    fila = { estado: 'ok', erro: null };
  });

  it('is 503 when the schema is older than this version', async () => {
    await t.fonte.query(`update alicit.migracao set name = 'outra' where name = 'Inicio1764000000001'`);
    await until(async () => (await get('/health/ready')).corpo.itens['banco']?.erro === 'esquema_desatualizado', 'o esquema antigo ser visto');
    expect((await get('/health/ready')).status).toBe(503);
    await t.fonte.query(`update alicit.migracao set name = 'Inicio1764000000001' where name = 'outra'`);
    await until(async () => (await get('/health/ready')).status === 200, 'o esquema voltar');
  });

  it('is documented, open to all', async () => {
    const { paths } = (await t.app.inject({ method: 'GET', url: '/docs/openapi.json' })).json<{ paths: Record<string, { get: { security?: unknown[]; responses: object } }> }>();
    for (const rota of ['/health', '/health/ready', '/health/live', '/metrics']) expect(paths[rota]?.get.security).toEqual([]);
    expect(Object.keys(paths['/health']!.get.responses)).toEqual(['200', '503']);
  });

  it('is 503 from the moment the process is asked to stop, alive all the same, and serves what still comes', async () => {
    t.app.get(SaudeService).beginEncerramento();
    expect(await get('/health/ready')).toMatchObject({ status: 503, corpo: { estado: 'encerrando', codigo: 'encerrando' } });
    expect((await t.app.inject({ method: 'GET', url: '/health/live' })).statusCode).toBe(200);
    const servido = await t.app.inject({ method: 'GET', url: '/v1/analises', headers: (await t.createCliente()).cabecalhos });
    expect([servido.statusCode, servido.headers.connection]).toEqual([200, 'close']);
  });
});
