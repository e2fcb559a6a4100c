import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ExigeEscopo } from '../../src/acesso/index.js';
import { IdempotenciaService, POSSE_S, sweepRespostas } from '../../src/acesso/acesso.module.js';
import { readMultipart } from '../../src/http/index.js';
import { conflito } from '../../src/kernel/index.js';
import { startApp, type AppDeTeste, type Cliente } from '../support/app.js';

let feitos = 0;
let lidos = 0;
let falhar: Error | null = null;
let espera: Promise<void> | null = null;

/** Routes as the API has them: a body that is read before, a form that is read by the handler, an answer that is large. */
@Controller('teste')
@ExigeEscopo('empresas:escrever')
class RotasDeTeste {
  @Post('coisas')
  async create(@Body({ schema: z.object({ nome: z.string(), mais: z.unknown().optional() }) }) corpo: { nome: string }, @Res({ passthrough: true }) resposta: FastifyReply): Promise<object> {
    await espera;
    if (falhar) throw falhar;
    feitos += 1;
    void resposta.header('location', `/teste/coisas/${feitos}`).header('etag', `"${feitos}"`);
    return { id: feitos, nome: corpo.nome };
  }

  @Post('formularios')
  async upload(@Req() pedido: FastifyRequest): Promise<object> {
    for await (const parte of readMultipart(pedido, { maxBytesArquivo: 100_000, maxArquivos: 5 })) if (parte.tipo === 'arquivo') lidos += Buffer.concat(await parte.conteudo.toArray()).length;
    feitos += 1;
    return { id: feitos };
  }

  @Post('grandes')
  big(@Res() resposta: FastifyReply): void {
    feitos += 1;
    void resposta.status(202).header('location', '/teste/grandes/1').type('application/json').send(JSON.stringify('x'.repeat(1024 * 1024)));
  }
}

describe('Idempotency-Key', () => {
  let t: AppDeTeste;
  let dono: Cliente;
  beforeAll(async () => {
    t = await startApp({}, undefined, [RotasDeTeste]);
  });
  beforeEach(async () => {
    feitos = 0;
    dono = await t.createCliente();
  });
  afterEach(() => {
    falhar = null;
    espera = null;
  });
  afterAll(() => t.close());

  const post = async (chave: string, payload: object | string = { nome: 'a' }, { url = '/teste/coisas', quem = dono, tipo }: { url?: string; quem?: Cliente; tipo?: string } = {}) =>
    t.app.inject({ method: 'POST', url, headers: { ...quem.cabecalhos, 'idempotency-key': chave, ...(tipo ? { 'content-type': tipo } : {}) }, payload });
  const form = (texto: string) => `--b\r\ncontent-disposition: form-data; name="arquivo"; filename="a.txt"\r\ncontent-type: text/plain\r\n\r\n${texto}\r\n--b--\r\n`;
  const MULTIPART = { url: '/teste/formularios', tipo: 'multipart/form-data; boundary=b' };

  it('repeats the answer, whole, and does nothing again', async () => {
    const primeira = await post('k1', { nome: 'a', mais: { x: 1, y: [1] } });
    const segunda = await post('k1', '{"mais":{"y":[1],"x":1},"nome":"a"}', { tipo: 'application/json' });
    expect([primeira.statusCode, segunda.statusCode, feitos]).toEqual([201, 201, 1]);
    expect(segunda.body).toBe(primeira.body);
    for (const h of ['location', 'etag', 'content-type']) expect(segunda.headers[h]).toBe(primeira.headers[h]);
    expect([primeira.headers['idempotency-replayed'], segunda.headers['idempotency-replayed']]).toEqual([undefined, 'true']);
  });

  it('ten equal requests at once make one', async () => {
    const todas = await Promise.all(Array.from({ length: 10 }, () => post('juntas')));
    expect(feitos).toBe(1);
    for (const r of todas) {
      if (r.statusCode === 201) expect(r.json()).toEqual({ id: 1, nome: 'a' });
      else expect([r.statusCode, r.json<{ codigo: string }>().codigo, r.headers['retry-after']]).toEqual([409, 'idempotencia_em_andamento', '2']);
    }
    expect(todas.some((r) => r.statusCode === 201)).toBe(true);
  });

  it('another body, another address or another query is another request', async () => {
    await post('k2');
    for (const r of [await post('k2', { nome: 'b' }), await post('k2', { nome: 'a' }, { url: '/teste/grandes' }), await post('k2', { nome: 'a' }, { url: '/teste/coisas?x=1' })]) expect(r.json()).toMatchObject({ status: 422, codigo: 'idempotencia_conflitante' });
    expect(feitos).toBe(1);
  });

  it('each organisation has keys of its own', async () => {
    await post('k3');
    await post('k3', { nome: 'b' }, { quem: await t.createCliente() });
    expect(feitos).toBe(2);
  });

  it('tells a request that is still running from one with another body', async () => {
    let release = (): void => undefined;
    espera = new Promise((r) => (release = r));
    const primeira = post('k4');
    const reserved = async () => (await t.fonte.query<unknown[]>(`select 1 from alicit.idempotencia where organizacao_id = $1 and chave = 'k4'`, [dono.organizacaoId])).length > 0;
    for (const prazo = Date.now() + 5000; Date.now() < prazo && !(await reserved()); );
    expect((await post('k4')).json()).toMatchObject({ status: 409, codigo: 'idempotencia_em_andamento' });
    expect((await post('k4', { nome: 'b' })).json()).toMatchObject({ status: 422, codigo: 'idempotencia_conflitante' });
    release();
    expect((await primeira).statusCode).toBe(201);
    expect((await post('k4')).headers['idempotency-replayed']).toBe('true');
  });

  it.each([['a failure of ours', new Error('defeito'), 500], ['a refusal', conflito('ocupado', 'Ocupado.'), 409]])('%s is not kept', async (_, erro, status) => {
    falhar = erro;
    expect((await post('k5')).statusCode).toBe(status);
    falhar = null;
    expect((await post('k5')).statusCode).toBe(201);
  });

  it('a refused body may be corrected under the same key', async () => {
    expect((await post('k6', { nome: 1 })).statusCode).toBe(422);
    expect((await post('k6', { nome: 'a' })).statusCode).toBe(201);
  });

  it('a form is compared by what was in it', async () => {
    expect((await post('f1', form('um'), MULTIPART)).statusCode).toBe(201);
    const igual = await post('f1', form('um'), MULTIPART);
    expect([igual.statusCode, igual.headers['idempotency-replayed'], igual.json()]).toEqual([201, 'true', { id: 1 }]);
    for (const outro of [form('dois'), form('um').replace('a.txt', 'b.txt')]) expect((await post('f1', outro, MULTIPART)).json()).toMatchObject({ status: 422, codigo: 'idempotencia_conflitante' });
    expect([feitos, lidos]).toEqual([1, 2]);
  });

  it('a large answer is repeated without its body', async () => {
    expect((await post('g1', {}, { url: '/teste/grandes' })).body).toHaveLength(1024 * 1024 + 2);
    const r = await post('g1', {}, { url: '/teste/grandes' });
    expect([r.statusCode, r.headers['location'], r.headers['idempotency-replayed'], r.body]).toEqual([202, '/teste/grandes/1', 'true', '']);
    expect(feitos).toBe(1);
  });

  it('an answer with a secret is kept sealed by the key that asked', async () => {
    const corpo = { nome: 'nova', escopos: ['organizacao:gerir'] };
    const primeira = await post('s1', corpo, { url: '/v1/chaves' });
    const segunda = await post('s1', corpo, { url: '/v1/chaves' });
    const { chave } = primeira.json<{ chave: string }>();
    expect(segunda.json<{ chave: string }>().chave).toBe(chave);
    const [linha] = await t.fonte.query<[{ corpo: Buffer }]>(`select corpo from alicit.idempotencia where organizacao_id = $1 and chave = 's1'`, [dono.organizacaoId]);
    expect(linha.corpo.includes(chave)).toBe(false);
    expect((await post('s1', corpo, { url: '/v1/chaves', quem: { ...dono, cabecalhos: { authorization: `Bearer ${chave}` } } })).json()).toMatchObject({ status: 422, codigo: 'idempotencia_conflitante' });
  });

  it('what a killed process held is free after its time', async () => {
    const guarda = t.app.get(IdempotenciaService);
    const nome = { organizacaoId: dono.organizacaoId, chave: 'morta' };
    const velha = await guarda.reserve(nome, 'POST /teste/coisas', '');
    expect((await post('morta')).statusCode).toBe(409);
    await t.fonte.query(`update alicit.idempotencia set expira_em = now() - interval '1 second' where organizacao_id = $1`, [dono.organizacaoId]);
    expect((await post('morta')).json()).toEqual({ id: 1, nome: 'a' });
    // The late process finds its key gone.
    if (velha.tipo !== 'nossa') throw new Error('reserva');
    await guarda.finish(nome, velha.posse, 'h', { status: 200, cabecalhos: {}, corpo: null, selada: false });
    await guarda.release(nome, velha.posse);
    expect((await post('morta')).json()).toEqual({ id: 1, nome: 'a' });
  });

  it('what a living process works on stays its own, however long it takes', async () => {
    let soltar = (): void => undefined;
    espera = new Promise((r) => (soltar = r));
    const lenta = post('lenta');
    const idade = async () => (await t.fonte.query<{ resta: number }[]>(`select extract(epoch from expira_em - now())::float8 as resta from alicit.idempotencia where chave = 'lenta' and organizacao_id = $1`, [dono.organizacaoId]))[0]?.resta;
    const limite = Date.now() + 10_000;
    while ((await idade()) === undefined) if (Date.now() > limite) throw new Error('never reserved');
    await t.fonte.query(`update alicit.idempotencia set expira_em = now() - interval '1 second' where chave = 'lenta' and organizacao_id = $1`, [dono.organizacaoId]);
    await t.app.get(IdempotenciaService).renew();
    expect(await idade()).toBeGreaterThan(POSSE_S - 5);
    expect((await post('lenta')).statusCode).toBe(409);
    soltar();
    expect((await lenta).statusCode).toBe(201);
    await t.app.get(IdempotenciaService).renew();
    expect(await idade()).toBeGreaterThan(3600);
    expect(feitos).toBe(1);
  });

  it('sweeps what expired and nothing else', async () => {
    await sweepRespostas(t.fonte);
    await post('fica');
    await t.fonte.query(
      `insert into alicit.idempotencia (organizacao_id, chave, rota, corpo_hash, estado, posse, expira_em) select $1, 'v' || n, 'POST /x', 'h', 'feita', 'p', now() - interval '1 hour' from generate_series(1, 2300) n`, [dono.organizacaoId],
    );
    expect(await sweepRespostas(t.fonte)).toBe(2300);
    expect((await post('fica')).headers['idempotency-replayed']).toBe('true');
  });

  it.each(['', 'é', 'x'.repeat(256), 'a\tb'])('refuses the key %j', async (chave) => {
    expect((await post(chave)).json()).toMatchObject({ status: 400, codigo: 'idempotencia_chave_invalida' });
  });
});
