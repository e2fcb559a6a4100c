import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { redeOf } from '../../src/acesso/limites.service.js';
import { startApp, type AppDeTeste } from '../support/app.js';

describe('limits', () => {
  let t: AppDeTeste;
  beforeAll(async () => {
    t = await startApp({ ALICIT_PEDIDOS_POR_MINUTO: '5', ALICIT_FALHAS_POR_MINUTO: '3', ALICIT_PROXIES: '127.0.0.1' });
  });
  afterAll(() => t.close());

  const call = (chave: string, ip = '198.51.100.1') => t.app.inject({ method: 'GET', url: '/v1/chaves', headers: { authorization: `Bearer ${chave}`, 'x-forwarded-for': ip } });
  const desconhecida = (i: number) => `alicit_${String(i).padStart(43, '0')}`;

  it('count each key apart, and say how much is left', async () => {
    const [um, outro] = [await t.createCliente(), await t.createCliente()];
    const respostas = [];
    for (let i = 0; i < 6; i++) respostas.push(await call(um.chave));
    expect(respostas.map((r) => r.statusCode)).toEqual([200, 200, 200, 200, 200, 429]);
    expect(respostas[0]!.headers).toMatchObject({ 'ratelimit-policy': '"chave";q=5;w=60', ratelimit: expect.stringMatching(/^"chave";r=4;t=(?:60|59)$/) });
    const ultima = respostas.at(-1)!;
    expect(ultima.json()).toMatchObject({ codigo: 'muitos_pedidos', status: 429 });
    expect(ultima.headers).toMatchObject({ ratelimit: expect.stringMatching(/^"chave";r=0;t=\d+$/), 'retry-after': expect.stringMatching(/^\d+$/) });
    expect(Number(ultima.headers['retry-after'])).toBeLessThanOrEqual(60);
    expect((await call(outro.chave)).statusCode).toBe(200);
  });

  it('make trying keys slow, also many at once, and do not stop a good key at the same address', async () => {
    const bom = await t.createCliente();
    expect((await call(bom.chave, '203.0.113.7')).statusCode).toBe(200);
    const juntas = await Promise.all(Array.from({ length: 20 }, (_, i) => call(desconhecida(i), '203.0.113.7')));
    const status = juntas.map((r) => r.statusCode);
    expect([status.filter((s) => s === 401).length, status.filter((s) => s === 429).length]).toEqual([3, 17]);
    expect(juntas.find((r) => r.statusCode === 429)!.json()).toMatchObject({ codigo: 'muitas_falhas' });
    expect((await call(bom.chave, '203.0.113.7')).statusCode).toBe(200);
    expect((await call(desconhecida(99), '203.0.113.8')).statusCode).toBe(401);
  });

  it('good keys never seen before spend nothing of their address', async () => {
    const clientes = await Promise.all(Array.from({ length: 4 }, () => t.createCliente()));
    for (const c of clientes) expect((await call(c.chave, '203.0.113.9')).statusCode).toBe(200);
  });

  it('do not ask who reads the documentation', async () => {
    for (let i = 0; i < 10; i++) expect((await t.app.inject('/docs/openapi.json')).statusCode).toBe(200);
  });

  it.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0db8:0001:0002::9', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
  ])('%s counts as %s', (ip, rede) => expect(redeOf(ip)).toBe(rede));
});
