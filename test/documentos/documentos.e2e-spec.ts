import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash, randomBytes } from 'node:crypto';
import { startApp, type AppDeTeste, type Cliente } from '../support/app.js';
import { formulario, type ParteDeTeste } from '../support/formulario.js';
import { objetosDe } from '../support/sobras.js';

const DADOS = { tipo: 'CND', emissao: '01/10/2026', validade: '30/03/2027', uf: 'sc' };
const PDF = Buffer.from('%PDF-1.7\nconteúdo');
const sha = (b: Buffer) => createHash('sha256').update(b).digest('hex');

describe('documents of a company', () => {
  let t: AppDeTeste;
  let cliente: Cliente;
  let base: string;
  beforeAll(async () => {
    t = await startApp({ ALICIT_MAX_MB_ENVIO: '1' });
    cliente = await t.createCliente();
    const r = await t.app.inject({ method: 'POST', url: '/v1/empresas', payload: { cnpj: '11222333000181', descricao: 'x' }, headers: cliente.cabecalhos });
    base = `/v1/empresas/${r.json<{ id: string }>().id}/documentos`;
  });
  afterAll(() => t.close());

  type Documento = { id: string; arquivo: { nome: string; sha256: string; bytes: number; tipo: string | null } | null };
  const get = (url: string, quem = cliente) => t.app.inject({ method: 'GET', url, headers: quem.cabecalhos });
  const send = (method: 'POST' | 'PUT' | 'DELETE', url: string, payload?: object) => t.app.inject({ method, url, headers: cliente.cabecalhos, ...(payload ? { payload } : {}) });
  const sendForm = (method: 'POST' | 'PUT', url: string, partes: readonly ParteDeTeste[], quem = cliente) => {
    const { payload, headers } = formulario(partes);
    return t.app.inject({ method, url, payload, headers: { ...quem.cabecalhos, ...headers } });
  };
  const dados = (valor: object = DADOS): ParteDeTeste => ({ campo: 'dados', valor: JSON.stringify(valor), tipo: 'application/json' });
  const arquivo = (conteudo: Buffer, nome = 'certidão.pdf'): ParteDeTeste => ({ campo: 'arquivo', nome, conteudo });
  const transitos = async () => (await t.fonte.query<unknown[]>('select 1 from alicit.arquivo_em_transito')).length;

  it('is stored as JSON, read, replaced and erased', async () => {
    const criado = await send('POST', base, DADOS);
    expect([criado.statusCode, criado.json()]).toEqual([201, expect.objectContaining({ tipo: 'cnd_federal', emissao: '2026-10-01', validade: '2027-03-30', uf: 'SC', arquivo: null })]);
    const url = String(criado.headers.location);
    expect((await get(url)).json()).toEqual(criado.json());
    expect((await send('PUT', url, { tipo: 'cndt' })).json()).toMatchObject({ tipo: 'cndt', arquivo: null });
    expect((await get(url)).json()).not.toHaveProperty('validade');
    expect((await get(`${url}/arquivo`)).json()).toMatchObject({ status: 404, codigo: 'documento_sem_arquivo' });
    expect((await get(base)).json<{ itens: Documento[] }>().itens).toHaveLength(1);
    expect((await send('DELETE', url)).statusCode).toBe(204);
    expect((await get(url)).json()).toMatchObject({ status: 404, codigo: 'documento_nao_encontrado' });
    expect((await send('DELETE', url)).statusCode).toBe(404);
  });

  it('keeps its file, gives it as a download, and replaces it', async () => {
    const criado = await sendForm('POST', base, [dados(), arquivo(PDF)]);
    expect(criado.statusCode).toBe(201);
    expect(criado.json<Documento>().arquivo).toEqual({ nome: 'certidão.pdf', sha256: sha(PDF), bytes: PDF.length, tipo: 'pdf' });
    const url = String(criado.headers.location);
    const baixado = await get(`${url}/arquivo`);
    expect(baixado.rawPayload.equals(PDF)).toBe(true);
    expect(baixado.headers).toMatchObject({ 'content-type': 'application/pdf', 'x-content-type-options': 'nosniff', 'content-disposition': `attachment; filename="certidao.pdf"; filename*=UTF-8''certid%C3%A3o.pdf`, 'content-length': String(PDF.length) });
    expect((await t.app.inject({ method: 'GET', url: `${url}/arquivo`, headers: { ...cliente.cabecalhos, 'if-none-match': String(baixado.headers.etag) } })).statusCode).toBe(304);

    expect((await send('PUT', url, { tipo: 'cndt' })).json<Documento>().arquivo!.sha256).toBe(sha(PDF));
    const html = Buffer.from('<script>alert(1)</script>');
    expect((await sendForm('PUT', url, [arquivo(html, 'a.html'), dados()])).json<Documento>().arquivo).toMatchObject({ sha256: sha(html), tipo: null });
    expect((await get(`${url}/arquivo`)).headers['content-type']).toBe('application/octet-stream');
    expect(objetosDe(t)).toEqual([sha(html)]);
    await send('DELETE', url);
    expect(objetosDe(t)).toEqual([]);
    expect(await transitos()).toBe(0);
  });

  it.each<[string, ParteDeTeste[], number, string]>([
    ['bad data beside a good file', [arquivo(PDF), dados({ tipo: 'inventado' })], 422, 'documento_invalido'],
    ['an unknown field in the data', [arquivo(PDF), dados({ ...DADOS, vence: 'hoje' })], 422, 'documento_invalido'],
    ['data that are no JSON', [arquivo(PDF), { campo: 'dados', valor: '{tipo' }], 400, 'corpo_malformado'],
    ['no data and a file that cannot be read', [arquivo(PDF)], 422, 'pdf_corrompido'],
    ['data without a kind and a file that cannot be read', [dados({ validade: '2027-01-01' }), arquivo(PDF)], 422, 'pdf_corrompido'],
    ['neither data nor file', [], 422, 'documento_invalido'],
    ['two files', [dados(), arquivo(PDF), arquivo(Buffer.from('outro'))], 422, 'documento_invalido'],
    ['an empty file', [dados(), arquivo(Buffer.alloc(0))], 422, 'arquivo_vazio'],
    ['a file that is too big', [dados(), arquivo(randomBytes(1024 * 1024 + 1))], 413, 'arquivo_grande'],
  ])('refuses %s and keeps nothing of it', async (_nome, partes, status, codigo) => {
    const r = await sendForm('POST', base, partes);
    expect([r.statusCode, r.json<{ codigo: string }>().codigo]).toEqual([status, codigo]);
    expect(objetosDe(t)).toEqual([]);
    expect(await transitos()).toBe(0);
  });

  it('takes a file of exactly the limit', async () => {
    const r = await sendForm('POST', base, [dados(), arquivo(randomBytes(1024 * 1024))]);
    expect(r.statusCode).toBe(201);
    await send('DELETE', String(r.headers.location));
  });

  it('refuses a form that ends midway and keeps nothing of it', async () => {
    const { payload, headers } = formulario([dados(), arquivo(randomBytes(50_000))]);
    const r = await t.app.inject({ method: 'POST', url: base, payload: payload.subarray(0, payload.length - 20_000), headers: { ...cliente.cabecalhos, ...headers } });
    expect([r.statusCode, r.json<{ codigo: string }>().codigo]).toEqual([400, 'corpo_malformado']);
    expect(objetosDe(t)).toEqual([]);
  });

  it('of another organisation, or of another company, does not exist', async () => {
    const criado = await sendForm('POST', base, [dados(), arquivo(PDF)]);
    const url = String(criado.headers.location);
    const outro = await t.createCliente();
    const dele = (await t.app.inject({ method: 'POST', url: '/v1/empresas', payload: { cnpj: '11444777000161', descricao: 'x' }, headers: outro.cabecalhos })).json<{ id: string }>();
    for (const u of [base, url, `${url}/arquivo`]) expect((await get(u, outro)).statusCode).toBe(404);
    expect((await get(url.replace(/emp_\w+/, dele.id), outro)).statusCode).toBe(404);
    expect((await sendForm('POST', base, [dados(), arquivo(PDF)], outro)).statusCode).toBe(404);
    expect((await sendForm('PUT', url, [dados(), arquivo(PDF)], outro)).statusCode).toBe(404);
    expect((await t.app.inject({ method: 'DELETE', url, headers: outro.cabecalhos })).statusCode).toBe(404);
    expect((await get(`${url}/arquivo`)).rawPayload.equals(PDF)).toBe(true);
    expect(await transitos()).toBe(0);
    await send('DELETE', url);
  });
});
