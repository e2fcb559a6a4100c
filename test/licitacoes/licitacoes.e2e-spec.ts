import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type AppDeTeste, type Cliente } from '../support/app.js';

const NUMERO = '00394460000141-1-000123/2026';
/** A record as PNCP publishes it; our own writing. */
const PNCP = {
  numeroControlePNCP: NUMERO, numeroCompra: '12', anoCompra: 2026, objetoCompra: 'Aquisição de água sanitária', modalidadeId: 6, valorTotalEstimado: 9999999999999.99, dataEncerramentoProposta: '2026-12-01T09:00:00',
  orgaoEntidade: { cnpj: '00394460000141', razaoSocial: 'Órgão de Exemplo', esferaId: 'F' }, unidadeOrgao: { ufSigla: 'DF', municipioNome: 'Brasília', codigoIbge: '5300108' }, campoNovo: { x: 1 },
  itens: [{ numeroItem: 1, descricao: 'Água sanitária', quantidade: 100, valorUnitarioEstimado: 0, valorTotal: 350.5, tipoBeneficio: 1 }],
};
type Licitacao = { id: string; versao: number; origem: string; dados: Record<string, unknown> | null; arquivos: unknown[] };

describe('tenders', () => {
  let t: AppDeTeste;
  let cliente: Cliente;
  beforeAll(async () => {
    t = await startApp();
    cliente = await t.createCliente();
  });
  afterAll(() => t.close());

  const call = (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, payload?: object | string, quem = cliente, headers: Record<string, string> = {}) =>
    t.app.inject({ method, url, headers: { ...quem.cabecalhos, ...headers }, ...(payload === undefined ? {} : { payload }) });
  const create = (dados?: object, quem = cliente) => call('POST', '/v1/licitacoes', dados, quem);

  it.each([['in an envelope of ours', { pncp: PNCP }], ['bare', PNCP], ['in a list of one', [PNCP]], ["in PNCP's envelope", { data: [PNCP], totalRegistros: 1 }]])('takes a PNCP record %s, unknown amounts unknown', async (_nome, corpo) => {
    const dono = await t.createCliente();
    const r = await create(corpo, dono);
    expect(r.statusCode).toBe(201);
    expect(r.json()).toMatchObject({
      versao: 1, origem: 'pncp', numeroControlePNCP: NUMERO, titulo: 'Aquisição de água sanitária', arquivos: [],
      dados: { valorEstimado: null, orgaoCnpj: '00394460000141', encerramentoPropostas: '2026-12-01T09:00:00-03:00', numeroEdital: '12/2026', itens: [{ numero: 1, valorUnitario: null, valorTotal: '350.5', beneficio: 'exclusiva_me_epp' }] },
    });
    expect((await call('GET', String(r.headers.location), undefined, dono)).json()).toEqual(r.json());
  });

  it('the same number again is the same tender: a new version only when something changed', async () => {
    const dono = await t.createCliente();
    const respostas = await Promise.all(Array.from({ length: 6 }, () => create({ pncp: PNCP }, dono)));
    expect(respostas.map((r) => r.statusCode).sort()).toEqual([200, 200, 200, 200, 200, 201]);
    const { id } = respostas[0]!.json<Licitacao>();
    const mudada = await create({ pncp: { ...PNCP, situacaoCompraId: 4 } }, dono);
    expect([mudada.statusCode, mudada.json()]).toEqual([200, expect.objectContaining({ id, versao: 2, dados: expect.objectContaining({ situacao: 'suspensa' }) })]);
    const porNumero = await create({ numeroControlePNCP: NUMERO }, dono);
    expect([porNumero.statusCode, porNumero.json<Licitacao>().id]).toEqual([200, id]);
  });

  it('a number that is not stored is unavailable', async () => {
    const r = await create({ numeroControlePNCP: '00394460000141-1-000999/2026' });
    expect([r.statusCode, r.json<{ codigo: string }>().codigo]).toEqual([503, 'pncp_indisponivel']);
    const dono = await t.createCliente();
    expect((await create({ numeroControlePNCP: NUMERO }, dono)).statusCode).toBe(503);
  });

  it('is written by hand, or empty', async () => {
    const r = await create({ manual: { objeto: 'Serviço de limpeza', orgaoCnpj: '00.394.460/0001-41', uf: 'sc', valorEstimado: 'R$ 1.234,50', modalidadeId: 8, encerramentoPropostas: '2026-12-01T09:00', itens: [{ numero: 1, descricao: 'Limpeza', valorUnitario: 10.5, quantidade: '0' }] } });
    expect([r.statusCode, r.json()]).toEqual([201, expect.objectContaining({ origem: 'manual', dados: expect.objectContaining({ orgaoCnpj: '00394460000141', uf: 'SC', valorEstimado: '1234.5', encerramentoPropostas: '2026-12-01T09:00:00-03:00', srp: null, itens: [expect.objectContaining({ valorUnitario: '10.5', quantidade: null })] }) })]);
    for (const vazio of [{}, undefined]) expect((await create(vazio)).json()).toMatchObject({ origem: 'arquivos', dados: null, titulo: null, versao: 1 });
  });

  it.each<[string, object, string, string[] | undefined]>([
    ['fields by hand', { manual: { uf: 'Santa', valorEstimado: 'muito', inventado: 1, itens: [{ numero: 0, descricao: 'x' }] } }, 'licitacao_invalida', ['/manual/inventado', '/manual/itens/0/numero', '/manual/uf', '/manual/valorEstimado']],
    ['a number that is none', { numeroControlePNCP: 'x' }, 'licitacao_invalida', ['']],
    ['both kinds at once', { pncp: PNCP, manual: {} }, 'licitacao_invalida', ['']],
    ['what is no PNCP record', { pncp: { a: 1 } }, 'pncp_invalido', undefined],
    ['something else', { nome: 'x' }, 'pncp_invalido', undefined],
    ['many records', [PNCP, PNCP], 'pncp_invalido', undefined],
    ['too many items', { pncp: { ...PNCP, itens: Array.from({ length: 10_001 }, () => ({})) } }, 'pncp_grande', undefined],
  ])('refuses %s', async (_nome, corpo, codigo, ponteiros) => {
    const r = await create(corpo);
    const problema = r.json<{ codigo: string; erros?: { ponteiro: string }[] }>();
    expect([r.statusCode, problema.codigo, problema.erros?.map((e) => e.ponteiro).sort()]).toEqual([422, codigo, ponteiros]);
  });

  it('lists newest first, by number and by words, whatever they are made of', async () => {
    const dono = await t.createCliente();
    const ids: string[] = [];
    for (const dados of [{ pncp: PNCP }, { manual: { objeto: '100% algodão_cru' } }, { manual: { objeto: 'Obra' } }]) ids.push((await create(dados, dono)).json<Licitacao>().id);
    const list = async (consulta: string) => (await call('GET', `/v1/licitacoes?${consulta}`, undefined, dono)).json<{ itens: Licitacao[] }>().itens.map((l) => ids.indexOf(l.id));
    expect(await list('')).toEqual([2, 1, 0]);
    expect(await list(`numeroControlePNCP=${encodeURIComponent(NUMERO)}`)).toEqual([0]);
    expect(await list(`q=${encodeURIComponent('ÁGUA')}`)).toEqual([0]);
    expect(await list(`q=${encodeURIComponent('0% algodão_')}`)).toEqual([1]);
    expect(await list(`q=${encodeURIComponent('b_a')}`)).toEqual([]);
    expect((await call('GET', '/v1/licitacoes?limite=0', undefined, dono)).statusCode).toBe(422);
  });

  it('PATCH changes what is sent, over what was read, and no number of another', async () => {
    const dono = await t.createCliente();
    const { id } = (await create({ pncp: PNCP }, dono)).json<Licitacao>();
    const url = `/v1/licitacoes/${id}`;
    const etag = String((await call('GET', url, undefined, dono)).headers.etag);
    const muda = (mudanca: object, ifMatch?: string) => call('PATCH', url, mudanca, dono, { 'content-type': 'application/merge-patch+json', ...(ifMatch ? { 'if-match': ifMatch } : {}) });
    const r = await muda({ valorEstimado: '2.000,00', itens: null, plataforma: null }, etag);
    expect([r.statusCode, r.json()]).toEqual([200, expect.objectContaining({ versao: 2, dados: expect.objectContaining({ valorEstimado: '2000', itens: [], objeto: PNCP.objetoCompra, orgaoCnpj: '00394460000141' }) })]);
    expect((await muda({ uf: 'SP' }, etag)).json()).toMatchObject({ status: 412, codigo: 'precondicao_falhou' });
    expect((await muda({ uf: 1 })).json()).toMatchObject({ status: 422, codigo: 'licitacao_invalida', erros: [{ ponteiro: '/uf' }] });
    const outro = '00394460000141-1-000124/2026';
    await create({ manual: { numeroControlePNCP: outro } }, dono);
    expect((await muda({ numeroControlePNCP: outro })).json()).toMatchObject({ status: 409, codigo: 'licitacao_numero_em_uso' });
    const vazia = (await create({}, dono)).json<Licitacao>();
    expect((await call('PATCH', `/v1/licitacoes/${vazia.id}`, { objeto: 'Agora sei' }, dono)).json()).toMatchObject({ titulo: 'Agora sei', dados: { objeto: 'Agora sei', itens: [] } });
  });

  it('of another organisation, does not exist', async () => {
    const { id } = (await create({ manual: { objeto: 'x' } })).json<Licitacao>();
    const outro = await t.createCliente();
    for (const [metodo, corpo] of [['GET', undefined], ['PATCH', {}], ['DELETE', undefined]] as const) expect((await call(metodo, `/v1/licitacoes/${id}`, corpo, outro)).json()).toMatchObject({ status: 404, codigo: 'licitacao_nao_encontrada' });
    expect((await call('GET', '/v1/licitacoes', undefined, outro)).json()).toEqual({ itens: [], proximo: null });
    expect((await call('DELETE', `/v1/licitacoes/${id}`)).statusCode).toBe(204);
    expect((await call('GET', `/v1/licitacoes/${id}`)).statusCode).toBe(404);
  });
});
