import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type AppDeTeste } from '../support/app.js';

describe('the edge of the API', () => {
  let t: AppDeTeste;
  beforeAll(async () => {
    t = await startApp();
  });
  afterAll(() => t.close());

  it('answers an unknown address with a problem in Portuguese and the request id', async () => {
    const r = await t.app.inject({ method: 'GET', url: '/v1/nada', headers: { 'x-request-id': 'meu-pedido-1' } });
    expect(r.statusCode).toBe(404);
    expect(r.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(r.headers['x-request-id']).toBe('meu-pedido-1');
    expect(r.json()).toMatchObject({ type: 'urn:alicit:erro:rota_nao_encontrada', status: 404, codigo: 'rota_nao_encontrada', instance: 'meu-pedido-1' });
  });

  it('serves the description of the API without a key', async () => {
    const r = await t.app.inject({ method: 'GET', url: '/docs/openapi.json' });
    expect(r.statusCode).toBe(200);
    expect(r.json()).toMatchObject({ openapi: expect.stringMatching(/^3\./), info: { title: 'ALICIT' } });
  });

  it('leads from / to the documentation, whose page asks nothing of other hosts', async () => {
    const raiz = await t.app.inject({ method: 'GET', url: '/' });
    expect([raiz.statusCode, raiz.headers.location]).toEqual([302, '/docs']);
    const pagina = await t.app.inject({ method: 'GET', url: '/docs' });
    expect(pagina.headers['content-type']).toMatch(/^text\/html/);
    expect(pagina.payload).not.toMatch(/(?:src|href)=["']?(?:https?:)?\/\//);
    const partes = [...pagina.payload.matchAll(/(?:src|href)=["'](\.[^"']+)["']/g)].map((m) => new URL(m[1]!, 'http://x/docs').pathname);
    expect(partes).toContain('/docs/swagger-ui-bundle.js');
    for (const url of partes) expect([url, (await t.app.inject({ method: 'GET', url })).statusCode]).toEqual([url, 200]);
    expect(pagina.headers['content-security-policy']).toContain("script-src 'self'");
  });
});
