import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { verifySignature } from '../../src/webhooks/index.js';
import { startApp, type AppDeTeste, type Cliente } from '../support/app.js';
import { startServidorHttp, type ServidorHttp } from '../support/servidor-http.js';
import { conclude, until } from './support.js';

type Corpo = Record<string, unknown> & { id: string; itens: Record<string, unknown>[]; segredo: string; proximo: string | null; historico: Record<string, unknown>[] };

describe('webhooks over HTTP, with the queue', () => {
  let t: AppDeTeste;
  let cliente: Cliente;
  let servidor: ServidorHttp;
  let status = 200;
  beforeAll(async () => {
    t = await startApp({ ALICIT_WEBHOOK_PERMITE_PRIVADO: '1', ALICIT_ROLE: 'all' });
    servidor = await startServidorHttp((r) => r.writeHead(status).end('recebido'));
  });
  afterAll(async () => {
    await servidor.fechar();
    await t.close();
  });
  beforeEach(async () => {
    cliente = await t.createCliente();
    status = 200;
  });

  const call = async (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, payload?: object, quem = cliente) => {
    const r = await t.app.inject({ method, url: `/v1/webhooks${url}`, headers: quem.cabecalhos, ...(payload ? { payload } : {}) });
    return { status: r.statusCode, cabecalhos: r.headers, texto: r.body, corpo: (r.body ? r.json() : {}) as Corpo };
  };
  const create = async (caminho = '/a') => (await call('POST', '', { url: servidor.url + caminho, eventos: ['analise.concluida'] })).corpo;
  const entregas = async (id: string) => (await call('GET', `/${id}/entregas`)).corpo.itens;

  it('tells of an analysis that ended, signed with the secret that was shown once', async () => {
    const criado = await call('POST', '', { url: `${servidor.url}/fim?token=abc`, eventos: ['analise.concluida', 'analise.concluida'] });
    expect(criado).toMatchObject({ status: 201, corpo: { ativo: true, eventos: ['analise.concluida'], motivoDesativado: null, falhandoDesde: null, segredo: expect.stringMatching(/^whsec_/) } });
    expect(criado.cabecalhos).toMatchObject({ location: `/v1/webhooks/${criado.corpo.id}`, 'cache-control': 'no-store' });
    const eventoId = await conclude(t, cliente);
    const [pedido] = await until(async () => servidor.recebidos.filter((p) => p.caminho.startsWith('/fim')), (p) => p.length > 0);
    expect(verifySignature(pedido!.cabecalhos, pedido!.corpo, [criado.corpo.segredo], new Date())).toBe('ok');
    expect(JSON.parse(pedido!.corpo)).toMatchObject({ id: eventoId, tipo: 'analise.concluida', organizacaoId: cliente.organizacaoId, dados: { desfecho: 'GO' } });
    const [entrega] = await until(() => entregas(criado.corpo.id), ([e]) => e?.['estado'] === 'entregue');
    expect(entrega).toMatchObject({ eventoId, tentativas: 1, proximaEm: null, reenvioDe: null });
    const uma = (await call('GET', `/${criado.corpo.id}/entregas/${String(entrega!['id'])}`)).corpo;
    expect(uma.historico).toEqual([expect.objectContaining({ numero: 1, status: 200, resultado: 'entregue', codigo: null, motivo: null, resposta: 'recebido', respostaCortada: false, ms: expect.any(Number) })]);
    expect(uma['evento']).toEqual(JSON.parse(pedido!.corpo));
  });

  it('shows no secret again, keeps it sealed, and the key where only the owner reads', async () => {
    const { id, segredo } = await create();
    for (const url of ['', `/${id}`, `/${id}/entregas`]) expect((await call('GET', url)).texto).not.toMatch(/whsec_|s1\./);
    const [linha] = await t.fonte.query<Record<string, string>[]>('select * from alicit.webhook where id = $1', [id]);
    expect(JSON.stringify(linha)).not.toContain(segredo.slice(6));
    expect(linha!['segredo']).toMatch(/^s1\.[0-9a-f]{8}\./);
    const arquivo = join(t.pasta, 'segredo-mestre');
    expect([statSync(arquivo).mode & 0o777, Buffer.from(readFileSync(arquivo, 'utf8'), 'base64').byteLength]).toEqual([0o600, 32]);
  });

  it('a repeated creation (Idempotency-Key) makes one, and the kept answer shows no secret', async () => {
    const pedir = () => t.app.inject({ method: 'POST', url: '/v1/webhooks', headers: { ...cliente.cabecalhos, 'idempotency-key': 'criar-1' }, payload: { url: servidor.url, eventos: ['analise.falhou'] } });
    const [a, b] = [await pedir(), await pedir()];
    expect([b.statusCode, b.json<Corpo>()]).toEqual([201, a.json<Corpo>()]);
    expect((await call('GET', '')).corpo.itens).toHaveLength(1);
    const guardadas = await t.fonte.query<{ corpo: Buffer | null }[]>('select corpo from alicit.idempotencia where organizacao_id = $1', [cliente.organizacaoId]);
    expect([guardadas.length, guardadas.some((g) => g.corpo?.includes('whsec_'))]).toEqual([1, false]);
  });

  it('sends a test event, also to a webhook that is off; and the log is filtered and paged', async () => {
    const { id, segredo } = await create('/teste');
    await call('PATCH', `/${id}`, { ativo: false });
    const r = await call('POST', `/${id}/teste`);
    expect([r.status, r.cabecalhos['location'], r.corpo['tipo']]).toEqual([202, `/v1/webhooks/${id}/entregas/${r.corpo.id}`, 'webhook.teste']);
    const [pedido] = await until(async () => servidor.recebidos.filter((p) => p.caminho === '/teste'), (p) => p.length > 0);
    expect(verifySignature(pedido!.cabecalhos, pedido!.corpo, [segredo], new Date())).toBe('ok');
    await until(() => entregas(id), ([e]) => e?.['estado'] === 'entregue');
    await call('POST', `/${id}/teste`);
    const pagina = (await call('GET', `/${id}/entregas?limite=1`)).corpo;
    const seguinte = (await call('GET', `/${id}/entregas?limite=1&cursor=${String(pagina.proximo)}`)).corpo;
    expect([pagina.itens.length, seguinte.itens.map((e) => e['id']), seguinte.proximo]).toEqual([1, [r.corpo.id], null]);
    expect((await call('GET', `/${id}/entregas?estado=recusada`)).corpo.itens).toEqual([]);
    expect((await call('GET', `/${id}/entregas?estado=outro`)).status).toBe(422);
  });

  it('a 410 turns the webhook off and says why; turned on again it receives a resent event with the same id', async () => {
    const { id } = await create('/410');
    status = 410;
    const eventoId = await conclude(t, cliente);
    const [recusada] = await until(() => entregas(id), ([e]) => e?.['estado'] === 'recusada');
    expect((await call('GET', `/${id}`)).corpo).toMatchObject({ ativo: false, motivoDesativado: expect.stringContaining('410') });
    await conclude(t, cliente);
    expect(await entregas(id)).toHaveLength(1);
    const reenviar = `/${id}/entregas/${String(recusada!['id'])}/reenviar`;
    expect((await call('POST', reenviar)).corpo).toMatchObject({ codigo: 'webhook_desativado', status: 409 });

    status = 200;
    expect((await call('PATCH', `/${id}`, { ativo: true })).corpo).toMatchObject({ ativo: true, motivoDesativado: null, falhandoDesde: null });
    const r = await call('POST', reenviar);
    expect(r).toMatchObject({ status: 202, corpo: { eventoId, reenvioDe: recusada!['id'], tipo: 'analise.concluida' } });
    await until(() => entregas(id), ([e]) => e?.['estado'] === 'entregue');
    const recebidos = servidor.recebidos.filter((p) => p.caminho === '/410');
    expect(recebidos.map((p) => p.cabecalhos['webhook-id'])).toEqual([eventoId, eventoId]);
    expect(recebidos[0]!.corpo).toBe(recebidos[1]!.corpo);
  });

  it('both secrets sign after a rotation', async () => {
    const { id, segredo } = await create('/rotacao');
    const r = await call('POST', `/${id}/segredo`);
    expect([r.status, r.corpo.segredo === segredo, Date.parse(String(r.corpo['segredoAnteriorAte'])) - Date.now() > 86_000_000]).toEqual([200, false, true]);
    await call('POST', `/${id}/teste`);
    const [pedido] = await until(async () => servidor.recebidos.filter((p) => p.caminho === '/rotacao'), (p) => p.length > 0);
    expect([segredo, r.corpo.segredo].map((s) => verifySignature(pedido!.cabecalhos, pedido!.corpo, [s], new Date()))).toEqual(['ok', 'ok']);
  });

  it('what is another organisation’s does not exist', async () => {
    const { id } = await create('/outra');
    const entregaId = (await call('POST', `/${id}/teste`)).corpo.id;
    const outro = await t.createCliente();
    for (const [metodo, url] of [['GET', ''], ['PATCH', ''], ['DELETE', ''], ['POST', '/segredo'], ['POST', '/teste'], ['GET', '/entregas'], ['GET', `/entregas/${entregaId}`], ['POST', `/entregas/${entregaId}/reenviar`]] as const) {
      const r = await call(metodo, `/${id}${url}`, metodo === 'PATCH' ? { ativo: false } : undefined, outro);
      expect([metodo, url, r.status]).toEqual([metodo, url, 404]);
    }
    expect((await call('GET', '', undefined, outro)).corpo.itens).toEqual([]);
    const sem = await t.createCliente(['analises:ler']);
    expect((await call('GET', '', undefined, sem)).status).toBe(403);
    await conclude(t, outro);
    expect(await entregas(id)).toHaveLength(1);
  });

  it('changes, deletes, and refuses more than 20 and what is malformed', async () => {
    const { id } = await create();
    const r = await call('PATCH', `/${id}`, { eventos: ['analise.falhou'], url: `${servidor.url}/novo` });
    expect(r.corpo).toMatchObject({ eventos: ['analise.falhou'], url: `${servidor.url}/novo`, ativo: true });
    await conclude(t, cliente);
    expect(await entregas(id)).toEqual([]);
    await Promise.all(Array.from({ length: 25 }, () => create()));
    expect((await call('GET', '?limite=100')).corpo.itens).toHaveLength(20);
    expect(await call('POST', '', { url: servidor.url, eventos: ['analise.concluida'] })).toMatchObject({ status: 409, corpo: { codigo: 'webhooks_demais' } });
    expect((await call('DELETE', `/${id}`)).status).toBe(204);
    expect((await call('GET', `/${id}`)).status).toBe(404);
    for (const ruim of [{ url: servidor.url, eventos: [] }, { url: servidor.url, eventos: ['webhook.teste'] }, { url: servidor.url }, { url: servidor.url, eventos: ['analise.falhou'], segredo: 'whsec_meu' }]) {
      expect((await call('POST', '', ruim)).status).toBe(422);
    }
  });
});

describe('webhooks as they are by default', () => {
  let t: AppDeTeste;
  beforeAll(async () => {
    t = await startApp({ ALICIT_ROLE: 'api', NODE_ENV: 'production' });
  });
  afterAll(() => t.close());

  it.each(['http://exemplo.com.br', 'https://127.0.0.1/x', 'https://10.0.0.8', 'https://169.254.169.254/latest', 'https://localhost', 'https://u:s@exemplo.com.br', 'isto'])('refuses %s', async (url) => {
    const { cabecalhos: headers } = await t.createCliente();
    const r = await t.app.inject({ method: 'POST', url: '/v1/webhooks', headers, payload: { url, eventos: ['analise.falhou'] } });
    expect([r.statusCode, r.json<Corpo>()['codigo']]).toEqual([422, 'endereco_nao_permitido']);
  });

  it('in production with a database of its own, asks for the key that seals', async () => {
    const { cabecalhos: headers } = await t.createCliente();
    const r = await t.app.inject({ method: 'POST', url: '/v1/webhooks', headers, payload: { url: 'https://exemplo.com.br/x', eventos: ['analise.falhou'] } });
    expect([r.statusCode, r.json<Corpo>()['codigo']]).toEqual([503, 'segredo_mestre_ausente']);
    expect(r.body).toContain('ALICIT_SEGREDO_MESTRE');
  });
});
