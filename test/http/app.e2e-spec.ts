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

  it('protects data as data and pages as pages', async () => {
    const politica = async (url: string): Promise<unknown[]> => {
      const { headers: h } = await t.app.inject({ method: 'GET', url });
      return ['content-security-policy', 'x-frame-options', 'referrer-policy', 'x-content-type-options', 'cross-origin-resource-policy', 'x-powered-by'].map((n) => h[n] ?? null);
    };
    const dados = ["default-src 'none';frame-ancestors 'none'", null, null, 'nosniff', 'same-origin', null];
    const pagina = [expect.stringMatching(/default-src 'self'.*frame-ancestors 'self'.*object-src 'none'/), 'SAMEORIGIN', 'no-referrer', 'nosniff', 'same-origin', null];
    expect(await Promise.all(['/v1/analises', '/v1/nada', '/nada', '/docs', '/docs/swagger-ui-bundle.js', '/', '/avisos/confirmar/x'].map(politica))).toEqual([dados, dados, dados, pagina, pagina, pagina, pagina]);
  });

  it('tells browsers to come by https only when its public address is https', async () => {
    for (const [ambiente, https] of [[{}, false], [{ ALICIT_URL_PUBLICA: 'http://alicit.exemplo' }, false], [{ ALICIT_URL_PUBLICA: 'https://alicit.exemplo' }, true]] as const) {
      const outro = await startApp(ambiente);
      const { headers } = await outro.app.inject({ method: 'GET', url: '/docs' });
      await outro.close();
      expect([ambiente, 'strict-transport-security' in headers, String(headers['content-security-policy']).includes('upgrade-insecure-requests')]).toEqual([ambiente, https, false]);
    }
  });
});
