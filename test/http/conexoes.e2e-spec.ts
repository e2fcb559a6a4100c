import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Server } from 'node:http';
import { Pressao } from '../../src/http/pressao.js';
import { startApp, type AppDeTeste } from '../support/app.js';

describe('what a connection may cost', () => {
  let t: AppDeTeste;
  let porta: number;
  beforeAll(async () => {
    t = await startApp({ ALICIT_ROLE: 'api', ALICIT_PEDIDO_TEMPO_S: '1', ALICIT_MAX_PEDIDOS: '5', ALICIT_MAX_MEMORIA_MB: '100000' });
    porta = Number(new URL(await t.listen()).port);
  });
  afterAll(() => t.close());

  /** Everything the server says until it closes the connection. */
  const talk = (texto: string): Promise<string> =>
    new Promise((resolve, reject) => {
      let veio = '';
      const c = connect(porta, '127.0.0.1', () => c.write(texto));
      c.on('data', (d) => (veio += d.toString())).on('close', () => resolve(veio)).on('error', reject);
    });

  /** The body of a refusal, which must be one as the routes give them. */
  const problemaEm = (veio: string): unknown => {
    const [cabecalhos = '', corpo = ''] = veio.split('\r\n\r\n');
    expect(cabecalhos).toMatch(/content-type: application\/problem\+json; charset=utf-8/i);
    expect(cabecalhos).toMatch(new RegExp(`content-length: ${Buffer.byteLength(corpo)}`, 'i'));
    return JSON.parse(corpo);
  };

  it.each([['headers that never end', 'GET /health/live HTTP/1.1\r\nHost: x\r\nX-A: 1\r\n'], ['a body that never comes', 'POST /v1/analises HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{']])('%s are cut at the time limit', async (_, texto) => {
    const t0 = performance.now();
    const veio = await talk(texto);
    expect(veio).toMatch(/^HTTP\/1\.1 (?:408|401)/);
    if (veio.includes(' 408 ')) expect(problemaEm(veio)).toEqual(expect.objectContaining({ status: 408, codigo: 'pedido_lento' }));
    expect(performance.now() - t0).toBeLessThan(10_000);
  });

  it('headers above 16 KB are refused', async () => {
    const veio = await talk(`GET /health/live HTTP/1.1\r\nHost: x\r\nX-A: ${'a'.repeat(17 * 1024)}\r\n\r\n`);
    expect(veio).toMatch(/^HTTP\/1\.1 431 /);
    expect(problemaEm(veio)).toEqual(expect.objectContaining({ status: 431, codigo: 'cabecalhos_grandes' }));
  });

  it('what is no HTTP is refused in the same form', async () => {
    expect(problemaEm(await talk('isto não é HTTP\r\n\r\n'))).toEqual(expect.objectContaining({ status: 400, codigo: 'pedido_malformado' }));
  });

  it('as many as the requests and the streams it takes', () => {
    expect((t.app.getHttpServer() as Server).maxConnections).toBe(5 * 10 + t.config.eventos.maxPorProcesso);
  });

  it('above the limit of memory a request is told when to come back, and how the process is may always be asked', async () => {
    // No measure of its own comes in between.
    t.app.get(Pressao).onApplicationShutdown();
    t.app.get(Pressao).note(0, 200_000 * 1024 * 1024);
    const { cabecalhos: headers } = await t.createCliente();
    const r = await t.app.inject({ method: 'GET', url: '/v1/analises', headers });
    const saude = await Promise.all(['/health/live', '/health/ready', '/metrics'].map(async (url) => (await t.app.inject({ method: 'GET', url })).statusCode));
    t.app.get(Pressao).note(0, 0);
    expect([r.statusCode, r.headers['retry-after'], r.headers['content-type'], r.json<{ codigo: string }>()]).toEqual([503, '2', 'application/problem+json; charset=utf-8', expect.objectContaining({ codigo: 'sobrecarregado', detalhes: { motivo: 'memoria' } })]);
    expect(saude).toEqual([200, 200, 200]);
    expect((await t.app.inject({ method: 'GET', url: '/v1/analises', headers })).statusCode).toBe(200);
  });
});
