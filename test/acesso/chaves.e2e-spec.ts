import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type AppDeTeste, type Cliente } from '../support/app.js';
import { UsoDasChaves } from '../../src/acesso/uso-das-chaves.js';
import { ChavesConhecidas } from '../../src/acesso/chaves-conhecidas.js';

interface Chave { readonly id: string; readonly chave: string; readonly estado: string; readonly escopos: string[]; readonly expiraEm: string | null; readonly usadaEm: string | null; readonly substituidaPor: string | null }

describe('API keys', () => {
  let t: AppDeTeste;
  beforeAll(async () => {
    t = await startApp({ ALICIT_FALHAS_POR_MINUTO: '1000' });
  });
  afterAll(() => t.close());

  const call = (quem: { chave: string }, method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object) =>
    t.app.inject({ method, url, headers: { authorization: `Bearer ${quem.chave}` }, ...(payload ? { payload } : {}) });
  const create = async (quem: Cliente, corpo: object = {}): Promise<Chave> => {
    const r = await call(quem, 'POST', '/v1/chaves', { nome: 'outra', escopos: ['organizacao:gerir'], ...corpo });
    expect(r.statusCode).toBe(201);
    expect(r.headers).toMatchObject({ location: `/v1/chaves/${r.json<Chave>().id}`, 'cache-control': 'no-store' });
    return r.json<Chave>();
  };
  /** A process that has forgotten what it knew, as any other is. */
  const forget = () => t.app.get(ChavesConhecidas).forget();

  it('shows a key once, and only its hash is kept', async () => {
    const dono = await t.createCliente();
    const criada = await create(dono, { nome: ' integração ', escopos: ['analises:ler', 'organizacao:gerir', 'analises:ler'] });
    expect(criada).toMatchObject({ nome: 'integração', escopos: ['analises:ler', 'organizacao:gerir'], estado: 'ativa', expiraEm: null });
    expect(criada.chave).toMatch(/^alicit_[\w-]{43}$/);
    for (const url of ['/v1/chaves', `/v1/chaves/${criada.id}`]) {
      const r = await call({ chave: criada.chave }, 'GET', url);
      expect(r.statusCode).toBe(200);
      expect(r.body).not.toContain(criada.chave);
      expect(r.body).toContain(criada.chave.slice(0, 13));
    }
    const [{ achada }] = await t.fonte.query<[{ achada: boolean }]>('select c::text like $2 as achada from alicit.chave_api c where id = $1', [criada.id, `%${criada.chave}%`]);
    expect(achada).toBe(false);
  });

  it('lists the newest first, by pages, and nothing of another organisation', async () => {
    const [dono, outro] = [await t.createCliente(), await t.createCliente()];
    const ids = [(await create(dono)).id, (await create(dono)).id].reverse();
    const primeira = (await call(dono, 'GET', '/v1/chaves?limite=2')).json<{ itens: Chave[]; proximo: string }>();
    expect(primeira.itens.map((c) => c.id)).toEqual(ids);
    const segunda = (await call(dono, 'GET', `/v1/chaves?limite=2&cursor=${primeira.proximo}`)).json<{ itens: Chave[]; proximo: null }>();
    expect([segunda.itens.length, segunda.proximo]).toEqual([1, null]);
    for (const [method, caminho] of [['GET', ids[0]], ['DELETE', ids[0]], ['POST', `${ids[0]}/rotacionar`]] as const) expect((await call(outro, method, `/v1/chaves/${caminho}`)).statusCode).toBe(404);
  });

  it('gives no scope it does not have, not even by rotating another key', async () => {
    const dono = await t.createCliente();
    const menor = await create(dono);
    const r = await call(menor, 'POST', '/v1/chaves', { nome: 'x', escopos: ['empresas:ler'] });
    expect([r.statusCode, r.json<{ codigo: string }>().codigo]).toEqual([403, 'escopo_acima_do_seu']);
    const maior = (await call(dono, 'GET', '/v1/chaves')).json<{ itens: Chave[] }>().itens.at(-1)!;
    expect((await call(menor, 'POST', `/v1/chaves/${maior.id}/rotacionar`)).json()).toMatchObject({ status: 403, codigo: 'escopo_acima_do_seu' });
  });

  it.each([
    [{ nome: '', escopos: ['empresas:ler'] }, '/nome'],
    [{ nome: 'x', escopos: [] }, '/escopos'],
    [{ nome: 'x', escopos: ['tudo'] }, '/escopos/0'],
    [{ nome: 'x', escopos: ['empresas:ler'], expiraEm: 'amanhã' }, '/expiraEm'],
    [{ nome: 'x', escopos: ['empresas:ler'], expiraEm: '2020-01-01T00:00:00Z' }, '/expiraEm'],
  ])('refuses %j at %s', async (corpo, ponteiro) => {
    const r = await call(await t.createCliente(), 'POST', '/v1/chaves', corpo);
    expect(r.statusCode).toBe(422);
    expect(r.json<{ erros: { ponteiro: string }[] }>().erros[0]!.ponteiro).toBe(ponteiro);
  });

  it('revokes at once, again without effect, and tells the holder why', async () => {
    const dono = await t.createCliente();
    const outra = await create(dono);
    expect((await call(outra, 'GET', '/v1/chaves')).statusCode).toBe(200);
    for (const _ of [1, 2]) expect((await call(dono, 'DELETE', `/v1/chaves/${outra.id}`)).statusCode).toBe(204);
    for (const _ of [1, 2]) {
      const r = await call(outra, 'GET', '/v1/chaves');
      expect([r.statusCode, r.json<{ codigo: string }>().codigo, r.headers['www-authenticate']]).toEqual([401, 'chave_revogada', 'Bearer realm="alicit"']);
    }
    expect((await call({ chave: `alicit_${'A'.repeat(43)}` }, 'GET', '/v1/chaves')).json()).toMatchObject({ status: 401, codigo: 'chave_invalida' });
    expect((await call({ chave: 'qualquer' }, 'GET', '/v1/chaves')).json()).toMatchObject({ status: 401, codigo: 'chave_invalida' });
  });

  it('keeps the last key that manages the organisation, also when two are revoked at once', async () => {
    const dono = await t.createCliente();
    const outra = await create(dono);
    const [primeira] = (await call(dono, 'GET', '/v1/chaves')).json<{ itens: Chave[] }>().itens.slice(-1);
    const ficou = await Promise.all([call(dono, 'DELETE', `/v1/chaves/${outra.id}`), call(outra, 'DELETE', `/v1/chaves/${primeira!.id}`)]);
    expect(ficou.map((r) => r.statusCode).sort()).toEqual([204, 409]);
    expect(ficou.find((r) => r.statusCode === 409)!.json()).toMatchObject({ codigo: 'ultima_chave' });
  });

  it('rotates with an overlap: both open until the old one ends', async () => {
    const dono = await t.createCliente();
    const antiga = await create(dono);
    const r = await call(dono, 'POST', `/v1/chaves/${antiga.id}/rotacionar`, { sobreposicaoS: 3600 });
    expect(r.statusCode).toBe(201);
    const nova = r.json<Chave>();
    for (const k of [antiga, nova]) expect((await call(k, 'GET', '/v1/chaves')).statusCode).toBe(200);
    const vista = (await call(dono, 'GET', `/v1/chaves/${antiga.id}`)).json<Chave>();
    expect(vista.substituidaPor).toBe(nova.id);
    expect(Date.parse(vista.expiraEm!) - Date.now()).toBeGreaterThan(3_590_000);
    expect((await call(dono, 'POST', `/v1/chaves/${antiga.id}/rotacionar`)).json()).toMatchObject({ status: 409, codigo: 'chave_ja_rotacionada' });
    expect((await call(dono, 'POST', `/v1/chaves/${nova.id}/rotacionar`, { sobreposicaoS: 7 * 86_400 + 1 })).statusCode).toBe(422);
    expect((await call(dono, 'POST', `/v1/chaves/${nova.id}/rotacionar`, { sobreposicaoS: 0 })).statusCode).toBe(201);
    expect((await call(nova, 'GET', '/v1/chaves')).json()).toMatchObject({ status: 401, codigo: 'chave_expirada' });
  });

  it('a key that is remembered still expires on time', async () => {
    const dono = await t.createCliente();
    const curta = await create(dono, { expiraEm: new Date(Date.now() + 60_000).toISOString() });
    const conhecidas = t.app.get(ChavesConhecidas);
    expect((await call(curta, 'GET', '/v1/chaves')).statusCode).toBe(200);
    const nome = conhecidas.nameOf(curta.chave)!;
    expect(conhecidas.recall(nome, Date.now())?.acesso).toBeDefined();
    expect(conhecidas.recall(nome, Date.now() + 60_001)).toEqual({ recusa: 'chave_expirada' });
  });

  it('a look-up that a revocation overtakes is not remembered', async () => {
    const dono = await t.createCliente();
    const conhecidas = t.app.get(ChavesConhecidas);
    const nome = conhecidas.nameOf(dono.chave)!;
    const emVoo = conhecidas.lookup(nome, Date.now());
    forget();
    await emVoo;
    expect(conhecidas.recall(nome, Date.now())).toBeNull();
  });

  it('notes the last use apart from requests, at most once a minute', async () => {
    const dono = await t.createCliente();
    await call(dono, 'GET', '/v1/chaves');
    await t.app.get(UsoDasChaves).flush();
    const usadaEm = async () => (await call(dono, 'GET', '/v1/chaves')).json<{ itens: Chave[] }>().itens[0]!.usadaEm;
    const primeira = await usadaEm();
    expect(Date.now() - Date.parse(primeira!)).toBeLessThan(30_000);
    await t.app.get(UsoDasChaves).flush();
    expect(await usadaEm()).toBe(primeira);
  });
});
