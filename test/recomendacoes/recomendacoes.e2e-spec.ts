import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NovidadesService } from '../../src/recomendacoes/recomendacoes.module.js';
import type { RecomendacaoJson, RecomendacoesJson } from '../../src/recomendacoes/http/recomendacoes.schema.js';
import { startApp, type AppDeTeste, type Cliente } from '../support/app.js';
import { createEmpresa, emDias, licitacao, MANAUS, numeroDe, PAULINIA, receive, SEM_LUGAR, UBERABA } from './apoio.js';

const ITENS_EXCLUSIVOS = [{ numeroItem: 1, descricao: 'Pavimentação asfáltica em CBUQ', quantidade: 1, unidadeMedida: 'UN', valorUnitarioEstimado: 10, valorTotal: 10, tipoBeneficio: 1, tipoBeneficioNome: 'Participação exclusiva para ME/EPP', materialOuServico: 'S', orcamentoSigiloso: false, criterioJulgamentoId: 1 }];

/** Twelve tenders of ours. */
const ACERVO = [
  licitacao(1, 'Pavimentação asfáltica de ruas do bairro Jardim das Flores'),
  licitacao(2, 'Recapeamento asfáltico de vias urbanas', PAULINIA),
  licitacao(3, 'Pavimentação asfáltica da avenida principal', { ...MANAUS, valorTotalEstimado: 900_000_000 }),
  licitacao(4, 'Drenagem pluvial e pavimentação asfáltica de vias', UBERABA),
  licitacao(5, 'Aquisição de medicamentos da farmácia básica'),
  licitacao(6, 'Operação tapa-buraco com recapeamento asfáltico de vias'),
  licitacao(7, 'Recapeamento asfáltico da rua central', { situacaoCompraId: 4, situacaoCompraNome: 'Suspensa' }),
  licitacao(8, 'Recapeamento asfáltico com drenagem', { ...SEM_LUGAR, valorTotalEstimado: 0 }),
  licitacao(9, 'Pavimentação asfáltica de estrada vicinal', { dataEncerramentoProposta: emDias(-3) }),
  licitacao(10, 'Pavimentação asfáltica de acesso ao distrito industrial', { dataEncerramentoProposta: emDias(2), itens: ITENS_EXCLUSIVOS }),
  licitacao(11, 'Contratação de serviços de transporte escolar'),
  licitacao(12, 'Pavimentação asfáltica de ruas do bairro Vila Nova', { dataPublicacaoPncp: emDias(-400), dataInclusao: emDias(-400), dataAberturaProposta: emDias(-399), dataEncerramentoProposta: emDias(-380) }),
];

describe('recommendations', () => {
  let t: AppDeTeste;
  let cliente: Cliente;
  let empresa: string;
  beforeAll(async () => {
    t = await startApp();
    cliente = await t.createCliente();
    empresa = await createEmpresa(t, cliente);
    await receive(t, ACERVO);
    await t.app.get(NovidadesService).run();
  });
  afterAll(() => t.close());

  const call = (method: 'GET' | 'PUT' | 'DELETE', url: string, payload?: object, quem = cliente) => t.app.inject({ method, url: `/v1/empresas/${empresa}${url}`, headers: quem.cabecalhos, ...(payload ? { payload } : {}) });
  const list = async (consulta = '') => (await call('GET', `/recomendacoes${consulta}`)).json<RecomendacoesJson>();
  const numeros = (l: RecomendacoesJson) => l.itens.map((i) => i.licitacao.numeroControlePNCP);
  const find = (l: RecomendacoesJson, n: number): RecomendacaoJson => l.itens.find((i) => i.licitacao.numeroControlePNCP === numeroDe(n))!;
  const retornoDe = (n: number) => `/recomendacoes/${encodeURIComponent(numeroDe(n))}/retorno`;

  it('shows what is open and suits, best first, with why; the first time is computed when it is asked for', async () => {
    expect(await t.fonte.query('select 1 from alicit.recomendacao_empresa where empresa_id = $1', [empresa])).toEqual([]);
    const l = await list();
    expect(numeros(l).sort()).toEqual([1, 2, 3, 4, 8, 10].map(numeroDe).sort());
    const scores = l.itens.map((i) => i.score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    const primeira = find(l, 1);
    expect(primeira).toMatchObject({ excluida: false, retorno: null, distanciaKm: 0, partes: { regiao: 5, valor: 4, prazo: 0, retorno: 0 }, licitacao: { situacao: 'aberta', valor: '800000', modalidade: 'Pregão eletrônico', link: 'https://pncp.gov.br/app/editais/11222333000181/2026/1' } });
    expect(primeira.razoes[0]).toMatchObject({ tipo: 'produto', produto: 'pavimentação asfáltica', trecho: expect.stringMatching(/pavimentação asfáltica/i), item: null, texto: expect.stringContaining('no objeto') });
    expect(primeira.score).toBeCloseTo((primeira.topico / 100) * 89, 1);
    expect(find(l, 3)).toMatchObject({ partes: { regiao: -5, valor: -4 }, razoes: expect.arrayContaining([expect.objectContaining({ codigo: 'fora_das_ufs' }), expect.objectContaining({ codigo: 'acima_da_faixa' })]) });
    expect(find(l, 8).licitacao).toMatchObject({ valor: null, valorMotivo: 'nao_informado', codigoIbge: null });
    expect(find(l, 10)).toMatchObject({ partes: { meEpp: -5 }, alertas: expect.arrayContaining([expect.objectContaining({ codigo: 'exclusiva_me_epp' }), expect.objectContaining({ codigo: 'prazo_curto' })]) });
  });

  it.each([
    ['uf=MG', [4]], ['municipio=3509502', [1, 10]], ['km=40', [1, 2, 10]], ['km=40&semMunicipio=true', [1, 2, 8, 10]], ['modalidade=8', []], ['valorMax=1000000', [1, 2, 4, 8, 10]], ['valorMin=100000&comValor=true&valorMax=1000000', [1, 2, 4, 10]],
    [`encerraAte=${emDias(3).slice(0, 10)}`, [10]], ['situacao=suspensa', [7]], ['situacao=aberta,encerrada', [1, 2, 3, 4, 8, 9, 10]], ['incluirExcluidas=true', [1, 2, 3, 4, 6, 8, 10]], ['minimo=99.9', []],
  ])('?%s', async (consulta, esperados) => expect(numeros(await list(`?${consulta}`)).sort()).toEqual(esperados.map(numeroDe).sort()));

  it('shows an exclusion as one, at the end, with its word', async () => {
    const l = await list('?incluirExcluidas=true');
    expect(l.itens.at(-1)).toMatchObject({ licitacao: { numeroControlePNCP: numeroDe(6) }, excluida: true, score: 0, exclusoes: [{ palavra: 'tapa-buraco', exclui: true, trecho: expect.stringMatching(/tapa-buraco/i) }] });
    expect((await list('?km=40')).semMunicipio).toBe(1);
  });

  it('goes page by page without repeating or missing, and refuses the cursor of another list', async () => {
    const vistos: string[] = [];
    let cursor: string | null = null;
    for (let i = 0; i < 10; i++) {
      const l: RecomendacoesJson = await list(`?limite=2${cursor ? `&cursor=${cursor}` : ''}`);
      vistos.push(...numeros(l));
      if (!(cursor = l.proximo)) break;
    }
    expect(vistos).toEqual(numeros(await list()));
    const outra = (await list('?limite=2')).proximo!;
    expect((await call('GET', `/recomendacoes?uf=SP&cursor=${outra}`)).json()).toMatchObject({ codigo: 'cursor_invalido' });
  });

  it('shows the list as it was at a past moment, of which nothing is kept', async () => {
    const l = await list(`?agora=${emDias(-390)}`);
    expect(numeros(l)).toEqual([numeroDe(12)]);
    expect(l.itens[0]).toMatchObject({ licitacao: { situacao: 'aberta' }, razoes: expect.arrayContaining([expect.objectContaining({ tipo: 'produto' })]) });
    expect(numeros(await list(`?agora=${emDias(30)}`))).toEqual([]);
  });

  it('what the company says moves the next list: hidden, raised, lowered, and said why', async () => {
    const antes = await list();
    expect((await call('PUT', retornoDe(2), { retorno: 'nao_interessa', motivo: 'valor', observacao: ' longe ' })).json()).toMatchObject({ retorno: 'nao_interessa', motivo: 'valor', observacao: 'longe', objeto: 'Recapeamento asfáltico de vias urbanas' });
    expect((await call('PUT', retornoDe(1), { retorno: 'interessa' })).statusCode).toBe(201);
    expect((await call('PUT', retornoDe(1), { retorno: 'participei', motivo: 'outro' })).json()).toMatchObject({ retorno: 'participei', motivo: null });
    const depois = await list();
    expect(numeros(depois)).not.toContain(numeroDe(2));
    expect(numeros(await list('?incluirDescartadas=true'))).toContain(numeroDe(2));
    expect(find(depois, 1)).toMatchObject({ retorno: { retorno: 'participei', motivo: null }, partes: { retorno: 7.2 } });
    expect(find(depois, 3).score).toBeGreaterThan(find(antes, 3).score);
    expect(find(depois, 3).razoes.find((r) => r.tipo === 'retorno')?.texto).toContain(numeroDe(1));
    expect((await call('GET', '/retornos')).json<{ itens: object[] }>().itens).toHaveLength(2);
    expect((await call('GET', '/retornos?retorno=participei')).json<{ itens: object[] }>().itens).toEqual([expect.objectContaining({ numeroControlePNCP: numeroDe(1) })]);
    for (const n of [1, 2]) expect((await call('DELETE', retornoDe(n))).statusCode).toBe(204);
    expect((await list()).itens.map((i) => [i.licitacao.numeroControlePNCP, i.score])).toEqual(antes.itens.map((i) => [i.licitacao.numeroControlePNCP, i.score]));
    expect((await call('DELETE', retornoDe(1))).json()).toMatchObject({ codigo: 'retorno_nao_encontrado' });
  });

  it('refuses what it does not know', async () => {
    const codigo = async (url: string) => (await call('GET', url)).json<{ codigo: string }>().codigo;
    expect(await codigo('/recomendacoes?municipio=9999999')).toBe('municipio_desconhecido');
    expect(await codigo('/recomendacoes?uf=XX')).toBe('dados_invalidos');
    expect(await codigo('/recomendacoes?agora=ontem')).toBe('dados_invalidos');
    expect((await call('PUT', retornoDe(999), { retorno: 'interessa' })).json()).toMatchObject({ codigo: 'licitacao_nao_encontrada', status: 404 });
    expect((await call('PUT', retornoDe(1), { retorno: 'talvez' })).statusCode).toBe(422);
    const outro = await t.createCliente();
    expect((await call('GET', '/recomendacoes', undefined, outro)).statusCode).toBe(404);
  });

  it('a profile that changes is computed again, and the company takes its matches with it when it is erased', async () => {
    const id = await createEmpresa(t, cliente, { cnpj: '11444777000161', descricao: 'Distribuidora de medicamentos', produtos: [{ descricao: 'medicamentos' }] });
    const get = async () => (await t.app.inject({ method: 'GET', url: `/v1/empresas/${id}/recomendacoes`, headers: cliente.cabecalhos })).json<RecomendacoesJson>();
    expect(numeros(await get())).toEqual([numeroDe(5)]);
    await t.app.inject({ method: 'PATCH', url: `/v1/empresas/${id}`, payload: { descricao: 'Transporte escolar', produtos: [{ descricao: 'transporte escolar' }] }, headers: cliente.cabecalhos });
    expect(numeros(await get())).toEqual([numeroDe(11)]);
    await t.app.inject({ method: 'DELETE', url: `/v1/empresas/${id}`, headers: cliente.cabecalhos });
    expect(await t.fonte.query('select 1 from alicit.recomendacao where empresa_id = $1', [id])).toEqual([]);
  });
});
