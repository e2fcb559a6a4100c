import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type AppDeTeste } from '../support/app.js';
import { BordaController, GRANDE } from './borda.controller.js';

const FRONTEIRA = 'xxFRONTEIRAxx';
const FORM = { 'content-type': `multipart/form-data; boundary=${FRONTEIRA}` };
const JSON_ = { 'content-type': 'application/json' };
const FIM = `--${FRONTEIRA}--\r\n`;
const parte = (nome: string, arquivo: string | null, conteudo: string): string => `--${FRONTEIRA}\r\nContent-Disposition: form-data; name="${nome}"${arquivo === null ? '' : `; filename="${arquivo}"`}\r\n\r\n${conteudo}\r\n`;
const MEGA = 1024 * 1024;

type Metodo = 'GET' | 'POST' | 'PUT' | 'TRACE';
interface Caso {
  readonly nome: string;
  readonly metodo?: Metodo;
  readonly url?: string;
  readonly cabecalhos?: Record<string, string>;
  readonly corpo?: string;
  readonly status: number;
  readonly codigo: string;
}

const CASOS: readonly Caso[] = [
  { nome: 'JSON cut short', cabecalhos: JSON_, corpo: '{"nome":', status: 400, codigo: 'corpo_malformado' },
  { nome: '__proto__', cabecalhos: JSON_, corpo: '{"__proto__":{"a":1},"nome":"abc"}', status: 400, codigo: 'corpo_malformado' },
  { nome: 'no body', status: 422, codigo: 'dados_invalidos' },
  { nome: 'an empty body', cabecalhos: JSON_, corpo: '', status: 422, codigo: 'dados_invalidos' },
  { nome: 'CSV', cabecalhos: { 'content-type': 'text/csv' }, corpo: 'a;b', status: 415, codigo: 'tipo_de_corpo_nao_aceito' },
  { nome: 'plain text', cabecalhos: { 'content-type': 'text/plain' }, corpo: '{"nome":"abc"}', status: 415, codigo: 'tipo_de_corpo_nao_aceito' },
  { nome: 'a form of a page', cabecalhos: { 'content-type': 'application/x-www-form-urlencoded' }, corpo: 'nome=abc', status: 415, codigo: 'tipo_de_corpo_nao_aceito' },
  { nome: 'a content type that is not one', cabecalhos: { 'content-type': 'lixo' }, corpo: '{}', status: 415, codigo: 'tipo_de_corpo_nao_aceito' },
  { nome: 'a compressed request', cabecalhos: { ...JSON_, 'content-encoding': 'gzip' }, corpo: 'x', status: 415, codigo: 'codificacao_nao_aceita' },
  { nome: 'a body above the limit', cabecalhos: JSON_, corpo: JSON.stringify({ nome: 'x'.repeat(MEGA) }), status: 413, codigo: 'corpo_grande' },
  { nome: 'an address nobody has', metodo: 'GET', url: '/v1/nada', status: 404, codigo: 'rota_nao_encontrada' },
  { nome: 'an address too long for any', metodo: 'GET', url: `/v1/borda/ids/${'x'.repeat(300)}`, status: 414, codigo: 'endereco_grande' },
  { nome: 'an address with a broken %', metodo: 'GET', url: '/v1/borda/%zz', status: 400, codigo: 'endereco_malformado' },
  { nome: 'a failure of ours', metodo: 'GET', url: '/v1/borda/quebra', status: 500, codigo: 'erro_interno' },
  { nome: 'JSON where a form is due', url: '/v1/borda/arquivos', cabecalhos: JSON_, corpo: '{}', status: 415, codigo: 'tipo_de_corpo_nao_aceito' },
  { nome: 'a form without boundary', url: '/v1/borda/arquivos', cabecalhos: { 'content-type': 'multipart/form-data' }, corpo: 'x', status: 400, codigo: 'corpo_malformado' },
  { nome: 'a form cut short', url: '/v1/borda/arquivos', cabecalhos: FORM, corpo: parte('arquivos', 'a.pdf', 'abc'), status: 400, codigo: 'corpo_malformado' },
  { nome: 'a form that is not one', url: '/v1/borda/arquivos', cabecalhos: FORM, corpo: 'lixo', status: 400, codigo: 'corpo_malformado' },
  { nome: '__proto__ as a field', url: '/v1/borda/arquivos', cabecalhos: FORM, corpo: parte('__proto__', null, 'x') + FIM, status: 400, codigo: 'corpo_malformado' },
  { nome: 'too many files', url: '/v1/borda/arquivos', cabecalhos: FORM, corpo: ['1', '2', '3'].map((n) => parte('arquivos', n, 'x')).join('') + FIM, status: 413, codigo: 'muitos_arquivos' },
  { nome: 'too many parts', url: '/v1/borda/arquivos', cabecalhos: FORM, corpo: Array.from({ length: 60 }, (_, i) => parte(`c${i}`, null, 'x')).join('') + FIM, status: 413, codigo: 'muitos_campos' },
];

describe('the edge of the API', () => {
  let t: AppDeTeste;
  beforeAll(async () => {
    t = await startApp({ ALICIT_MAX_MB_CORPO: '1', ALICIT_MAX_MB_ENVIO: '1', ALICIT_MAX_ARQUIVOS: '2' }, undefined, [BordaController]);
  });
  afterAll(() => t.close());
  const get = (url: string, headers: Record<string, string> = {}) => t.app.inject({ method: 'GET', url, headers });

  it.each(CASOS)('refuses $nome: $status $codigo', async ({ metodo = 'POST', url = '/v1/borda', cabecalhos = {}, corpo, status, codigo }) => {
    const r = await t.app.inject({ method: metodo as 'GET', url, headers: { 'x-request-id': 'pedido-7', ...cabecalhos }, ...(corpo === undefined ? {} : { payload: corpo }) });
    expect(r.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(r.headers['x-request-id']).toBe('pedido-7');
    expect({ status: r.statusCode, ...r.json() }).toMatchObject({ status, codigo, type: `urn:alicit:erro:${codigo}`, instance: 'pedido-7' });
    const { title, detail } = r.json<{ title: string; detail: string }>();
    expect(title).toMatch(/^[A-ZÉ]/);
    expect(detail).not.toMatch(/\b(?:body|invalid|request|unexpected|undefined|NaN)\b|segredo|\.[jt]s:\d/i);
  });

  it.each([
    ['GET', '/v1/borda?limite=abc', undefined, [{ ponteiro: '/limite', mensagem: 'esperado um número', em: 'consulta' }]],
    ['GET', '/v1/borda?limite=0&cursor=x', undefined, [{ ponteiro: '/limite', mensagem: 'esperado no mínimo 1', em: 'consulta' }, { ponteiro: '/cursor', mensagem: expect.stringContaining('proximo'), em: 'consulta' }]],
    ['GET', '/v1/borda/ids/abc', undefined, [{ ponteiro: '/id', mensagem: 'identificador inválido', em: 'caminho' }]],
    ['POST', '/v1/borda', { nome: 'a', dentro: { n: '1' }, cor: 'rosa' }, [
      { ponteiro: '/nome', mensagem: 'esperado no mínimo 2 caracteres', em: 'corpo' }, { ponteiro: '/dentro/n', mensagem: 'esperado um número', em: 'corpo' }, { ponteiro: '/cor', mensagem: 'esperado um destes: “azul”, “verde”', em: 'corpo' },
    ]],
    ['POST', '/v1/borda', {}, [{ ponteiro: '/nome', mensagem: 'obrigatório', em: 'corpo' }]],
  ] as const)('%s %s says which field is wrong, and where', async (metodo, url, payload, erros) => {
    const r = await t.app.inject({ method: metodo, url, ...(payload ? { payload } : {}) });
    expect(r.statusCode).toBe(422);
    expect(r.json()).toMatchObject({ codigo: 'dados_invalidos', erros });
  });

  it.each(['PUT', 'DELETE', 'PATCH'] as const)('answers 405 with Allow to %s on an address with other methods', async (method) => {
    const r = await t.app.inject({ method, url: '/v1/borda/?x=1' });
    expect([r.statusCode, r.headers.allow, r.json<{ codigo: string }>().codigo]).toEqual([405, 'GET, HEAD, POST, OPTIONS', 'metodo_nao_permitido']);
  });

  it('tells OPTIONS the methods, and gives other origins nothing', async () => {
    const r = await t.app.inject({ method: 'OPTIONS', url: '/v1/borda/ids/coi_1', headers: { origin: 'https://outro.example', 'access-control-request-method': 'GET' } });
    expect([r.statusCode, r.headers.allow, r.payload, r.headers['access-control-allow-origin']]).toEqual([204, 'GET, HEAD, OPTIONS', '', undefined]);
    expect((await t.app.inject({ method: 'OPTIONS', url: '/v1/nada' })).statusCode).toBe(404);
  });

  it('answers HEAD as GET, without a body', async () => {
    const [cabeca, inteira] = [await t.app.inject({ method: 'HEAD', url: '/v1/borda/grande' }), await get('/v1/borda/grande')];
    expect([cabeca.statusCode, cabeca.payload, cabeca.headers.etag, cabeca.headers['content-type']]).toEqual([200, '', inteira.headers.etag, inteira.headers['content-type']]);
  });

  it('keeps one weak ETag whatever the encoding, and answers 304 to it', async () => {
    const [crua, br, gz] = [await get('/v1/borda/grande'), await get('/v1/borda/grande', { 'accept-encoding': 'br' }), await get('/v1/borda/grande', { 'accept-encoding': 'gzip' })];
    expect([crua, br, gz].map((r) => r.headers['content-encoding'])).toEqual([undefined, 'br', 'gzip']);
    expect([crua.payload, brotliDecompressSync(br.rawPayload).toString(), gunzipSync(gz.rawPayload).toString()]).toEqual([GRANDE, GRANDE, GRANDE]);
    expect(new Set([crua, br, gz].map((r) => r.headers.etag)).size).toBe(1);
    expect(crua.headers.etag).toMatch(/^W\/"[\w-]{27}"$/);
    for (const r of [crua, br, gz]) expect(String(r.headers.vary).toLowerCase()).toContain('accept-encoding');
    for (const etag of [crua.headers.etag!, crua.headers.etag!.slice(2), `"outro", ${crua.headers.etag!}`, '*']) {
      const r = await get('/v1/borda/grande', { 'if-none-match': etag, 'accept-encoding': 'br' });
      expect([r.statusCode, r.payload, r.headers.etag, r.headers['content-encoding']]).toEqual([304, '', crua.headers.etag, undefined]);
    }
    expect((await get('/v1/borda/grande', { 'if-none-match': '"outro"' })).statusCode).toBe(200);
  });

  it('does not compress twice what is stored compressed', async () => {
    const r = await get('/v1/borda/comprimida', { 'accept-encoding': 'br, gzip' });
    expect(r.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(r.rawPayload).toString()).toBe(GRANDE);
    expect(r.headers.vary).toBe('accept-encoding');
  });

  it('never compresses a stream of events', async () => {
    const r = await get('/v1/borda/eventos', { 'accept-encoding': 'br, gzip' });
    expect([r.headers['content-encoding'], r.payload]).toEqual([undefined, `data: ${GRANDE}\n\n`]);
  });

  it('announces what is on its way out (RFC 9745, RFC 8594)', async () => {
    const { headers } = await get('/v1/borda/velha');
    expect(headers).toMatchObject({ deprecation: '@1767225600', sunset: 'Fri, 01 Jan 2027 00:00:00 GMT', link: '</v1/borda/nova>; rel="successor-version"' });
    expect((await get('/v1/borda')).headers.deprecation).toBeUndefined();
  });
});
