import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EmpresasService } from '../../src/empresas/empresas.module.js';
import { startApp, type AppDeTeste, type Cliente } from '../support/app.js';

const CNPJ = '11.222.333/0001-81';
const PERFIL = { cnpj: CNPJ, razaoSocial: 'Água Limpa Ltda', descricao: 'Materiais de limpeza', porte: 'Empresa de Pequeno Porte', capitalSocial: 'R$ 120.000,00', dataAbertura: '05/03/2010' };

describe('companies', () => {
  let t: AppDeTeste;
  let cliente: Cliente;
  beforeAll(async () => {
    t = await startApp();
    cliente = await t.createCliente();
  });
  afterAll(() => t.close());

  type Pedido = { method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'; url: string; payload?: object | string; headers?: Record<string, string> };
  const call = (p: Pedido, quem = cliente) => t.app.inject({ ...p, headers: { ...quem.cabecalhos, ...p.headers } });
  const create = async (perfil: object = PERFIL, quem = cliente) => (await call({ method: 'POST', url: '/v1/empresas', payload: perfil }, quem)).json<{ id: string; versao: number }>();

  it('stores a profile as it is written in Brazil, once for each CNPJ', async () => {
    const dono = await t.createCliente();
    const criada = await call({ method: 'POST', url: '/v1/empresas', payload: { ...PERFIL, faturamento: '1' } }, dono);
    expect(criada.statusCode).toBe(201);
    const corpo = criada.json<{ id: string; perfil: object; avisos: object[]; criadaEm: string }>();
    expect(criada.headers.location).toBe(`/v1/empresas/${corpo.id}`);
    expect(corpo).toMatchObject({ versao: 1, perfil: { cnpj: '11222333000181', porte: 'epp', capitalSocial: '120000', dataAbertura: '2010-03-05' }, avisos: [{ ponteiro: '/faturamento', mensagem: expect.stringContaining('receitaBrutaAnual') }] });
    expect(corpo.criadaEm).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);

    const igual = await call({ method: 'POST', url: '/v1/empresas', payload: { ...PERFIL, cnpj: '11222333000181' } }, dono);
    expect([igual.statusCode, igual.json()]).toEqual([200, expect.objectContaining({ id: corpo.id, versao: 1 })]);
    const outra = await call({ method: 'POST', url: '/v1/empresas', payload: { ...PERFIL, descricao: 'Outra' } }, dono);
    expect([outra.statusCode, outra.json()]).toEqual([200, expect.objectContaining({ id: corpo.id, versao: 2 })]);
  });

  it('two equal requests at once make one company', async () => {
    const dono = await t.createCliente();
    const respostas = await Promise.all(Array.from({ length: 8 }, () => call({ method: 'POST', url: '/v1/empresas', payload: PERFIL }, dono)));
    expect(respostas.filter((r) => r.statusCode === 201)).toHaveLength(1);
    expect(new Set(respostas.map((r) => r.json<{ id: string }>().id)).size).toBe(1);
  });

  it('points at each field that is wrong', async () => {
    const r = await call({ method: 'POST', url: '/v1/empresas', payload: { cnpj: '11222333000182', porte: 'enorme' } });
    expect(r.statusCode).toBe(422);
    const problema = r.json<{ codigo: string; erros: { ponteiro: string }[] }>();
    expect(problema.codigo).toBe('empresa_invalida');
    expect(problema.erros.map((e) => e.ponteiro).sort()).toEqual(['/cnpj', '/descricao', '/porte']);
  });

  it.each([['a list', '[]'], ['a text', '"x"'], ['null', 'null']])('refuses %s for a profile', async (_nome, payload) => {
    const r = await call({ method: 'POST', url: '/v1/empresas', payload, headers: { 'content-type': 'application/json' } });
    expect([r.statusCode, r.json<{ codigo: string }>().codigo]).toEqual([422, 'empresa_invalida']);
  });

  it.each([['no JSON', '{"cnpj":', 400, 'corpo_malformado'], ['too many levels', `{"cnpj":"x","a":${'['.repeat(500)}${']'.repeat(500)}}`, 422, 'dados_invalidos'], ['too big', JSON.stringify({ cnpj: CNPJ, descricao: 'x'.repeat(6 * 1024 * 1024) }), 413, 'corpo_grande']])('refuses a body with %s', async (_nome, payload, status, codigo) => {
    const r = await call({ method: 'POST', url: '/v1/empresas', payload, headers: { 'content-type': 'application/json' } });
    expect([r.statusCode, r.json<{ codigo: string }>().codigo]).toEqual([status, codigo]);
  });

  it('keeps what the database would refuse out of a text', async () => {
    const r = await call({ method: 'POST', url: '/v1/empresas', payload: '{"cnpj":"11444777000161","descricao":"lim\\u0000peza \\ud800"}', headers: { 'content-type': 'application/json' } });
    expect([r.statusCode, r.json<{ perfil: { descricao: string } }>().perfil.descricao]).toEqual([201, 'limpeza \ufffd']);
  });

  it('lists newest first, by pages and by CNPJ', async () => {
    const dono = await t.createCliente();
    const cnpjs = ['11222333000181', '11444777000161', '00000000000191'];
    for (const cnpj of cnpjs) await create({ ...PERFIL, cnpj }, dono);
    const primeira = (await call({ method: 'GET', url: '/v1/empresas?limite=2' }, dono)).json<{ itens: { perfil: { cnpj: string } }[]; proximo: string }>();
    const segunda = (await call({ method: 'GET', url: `/v1/empresas?limite=2&cursor=${primeira.proximo}` }, dono)).json<typeof primeira>();
    expect([...primeira.itens, ...segunda.itens].map((e) => e.perfil.cnpj)).toEqual([...cnpjs].reverse());
    expect(segunda.proximo).toBeNull();
    const porCnpj = async (cnpj: string) => (await call({ method: 'GET', url: `/v1/empresas?cnpj=${encodeURIComponent(cnpj)}` }, dono)).json<typeof primeira>().itens.length;
    expect([await porCnpj(CNPJ), await porCnpj('11444777000161'), await porCnpj('abc'), await porCnpj('33000167000101')]).toEqual([1, 1, 0, 0]);
  });

  it('answers 304 to who has it and 412 to who would overwrite what they have not read', async () => {
    const { id } = await create({ ...PERFIL, cnpj: '33000167000101' });
    const url = `/v1/empresas/${id}`;
    const etag = String((await call({ method: 'GET', url })).headers.etag);
    expect((await call({ method: 'GET', url, headers: { 'if-none-match': etag } })).statusCode).toBe(304);
    const muda = (valor: string, ifMatch: string) => call({ method: 'PATCH', url, payload: { municipio: valor }, headers: { 'if-match': ifMatch, 'content-type': 'application/merge-patch+json' } });
    const primeira = await muda('Itajaí', etag);
    expect([primeira.statusCode, primeira.json<{ perfil: { municipio: string } }>().perfil.municipio]).toEqual([200, 'Itajaí']);
    const segunda = await muda('Blumenau', etag);
    expect([segunda.statusCode, segunda.json<{ codigo: string }>().codigo]).toEqual([412, 'precondicao_falhou']);
    const put = await call({ method: 'PUT', url, payload: { ...PERFIL, cnpj: '33000167000101' }, headers: { 'if-match': etag } });
    expect(put.statusCode).toBe(412);
    expect((await muda('Blumenau', String(primeira.headers.etag))).statusCode).toBe(200);
    expect((await muda('Joinville', '*')).statusCode).toBe(200);
  });

  it('no change is lost among many at once', async () => {
    const { id } = await create({ ...PERFIL, cnpj: '60746948000112' });
    const campos = ['uf', 'municipio', 'naturezaJuridica', 'razaoSocial'];
    const respostas = await Promise.all(campos.map((campo) => call({ method: 'PATCH', url: `/v1/empresas/${id}`, payload: { [campo]: campo === 'uf' ? 'SC' : `valor de ${campo}` } })));
    expect(respostas.map((r) => r.statusCode)).toEqual([200, 200, 200, 200]);
    const lida = (await call({ method: 'GET', url: `/v1/empresas/${id}` })).json<{ versao: number; perfil: object }>();
    expect(lida).toMatchObject({ versao: 5, perfil: { uf: 'SC', municipio: 'valor de municipio', naturezaJuridica: 'valor de naturezaJuridica', razaoSocial: 'valor de razaoSocial' } });
  });

  it('PATCH removes with null and is judged whole; PUT replaces whole', async () => {
    const { id } = await create({ ...PERFIL, cnpj: '60701190000104' });
    const url = `/v1/empresas/${id}`;
    const semPorte = await call({ method: 'PATCH', url, payload: { porte: null, razaoSocial: null } });
    expect(Object.keys(semPorte.json<{ perfil: object }>().perfil).sort()).toEqual(['capitalSocial', 'cnpj', 'dataAbertura', 'descricao']);
    const semDescricao = await call({ method: 'PATCH', url, payload: { descricao: null } });
    expect([semDescricao.statusCode, semDescricao.json<{ erros: { ponteiro: string }[] }>().erros[0]!.ponteiro]).toEqual([422, '/descricao']);
    const trocada = await call({ method: 'PUT', url, payload: { cnpj: '60701190000104', descricao: 'Só isto' } });
    expect(trocada.json<{ perfil: object }>().perfil).toEqual({ cnpj: '60701190000104', descricao: 'Só isto' });
    await create({ ...PERFIL, cnpj: '02558157000162' });
    const tomado = await call({ method: 'PATCH', url, payload: { cnpj: '02558157000162' } });
    expect([tomado.statusCode, tomado.json<{ codigo: string }>().codigo]).toEqual([409, 'empresa_cnpj_em_uso']);
  });

  it('the company of another organisation does not exist', async () => {
    const { id } = await create();
    const outro = await t.createCliente();
    const pedidos: Pedido[] = [{ method: 'GET', url: `/v1/empresas/${id}` }, { method: 'PUT', url: `/v1/empresas/${id}`, payload: PERFIL }, { method: 'PATCH', url: `/v1/empresas/${id}`, payload: {} }, { method: 'DELETE', url: `/v1/empresas/${id}` }, { method: 'GET', url: '/v1/empresas/emp_x' }];
    for (const p of pedidos) expect([p.method, (await call(p, outro)).statusCode]).toEqual([p.method, 404]);
    expect((await call({ method: 'GET', url: `/v1/empresas/${id}` })).statusCode).toBe(200);
    const soLer = await t.createCliente(['empresas:ler']);
    expect((await call({ method: 'POST', url: '/v1/empresas', payload: PERFIL }, soLer)).statusCode).toBe(403);
  });

  it('an analysis takes the profile with the stored documents in it, and a new version with each of them', async () => {
    const dono = await t.createCliente();
    const validade = '2027-01-31';
    const { id } = await create({ ...PERFIL, documentos: [{ tipo: 'cndt', validade }] }, dono);
    const servico = t.app.get(EmpresasService);
    expect((await servico.snapshot(dono.organizacaoId, id)).versao).toBe(1);
    for (const documento of [{ tipo: 'cndt', validade: '31/01/2027' }, { tipo: 'fgts', validade: null }]) await call({ method: 'POST', url: `/v1/empresas/${id}/documentos`, payload: documento }, dono);
    const lida = await servico.snapshot(dono.organizacaoId, id);
    expect(lida.versao).toBe(3);
    expect(lida.empresa.documentos).toEqual([{ tipo: 'cndt', validade }, { tipo: 'crf_fgts', validade: null }]);
  });
});
