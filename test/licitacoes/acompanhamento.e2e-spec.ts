import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AcervoService } from '../../src/acervo/acervo.module.js';
import { ReanalisarService } from '../../src/analises/analises.module.js';
import { EventosService } from '../../src/eventos/eventos.module.js';
import { ConferirService } from '../../src/licitacoes/acompanhamento/conferir.service.js';
import { MudancasService } from '../../src/licitacoes/licitacoes.module.js';
import { eventoWebhookSchema } from '../../src/webhooks/index.js';
import { startApp, type AppDeTeste, type Cliente } from '../support/app.js';
import { gerarPdf, gerarRegistros, startPncpServer, type Arquivo, type PncpServer } from '../support/pncp-server/index.ts';

type Corpo = Record<string, unknown>;
const registros = gerarRegistros({ quantidade: 4, de: '2026-11-02', ate: '2026-11-04' });
const [NUMERO, OUTRO, POR_NUMERO] = registros.map((r) => r.numeroControlePNCP as string) as [string, string, string];
/** Still open, on whatever day the test runs. */
const FIM = `${new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10)}T10:00:00`;
const comHifen = (numero: string): string => numero.replace('/', '-');
const arquivo = (sequencialDocumento: number, texto: string, m: Partial<Arquivo> = {}): Arquivo => ({
  sequencialDocumento, titulo: `Documento ${sequencialDocumento}`, tipoDocumentoId: 2, tipoDocumentoNome: 'Edital', dataPublicacaoPncp: '2026-11-04T08:00:00', statusAtivo: true, nome: `../../edital ${sequencialDocumento}.pdf`, tipo: 'application/pdf', conteudo: gerarPdf([texto]), ...m,
});

describe('following a tender', () => {
  let t: AppDeTeste;
  let pncp: PncpServer;
  let c: Cliente, alheio: Cliente;
  let licitacaoId = '';
  let empresaId = '';
  const eventos: { tipo: string; dados: Corpo }[] = [];
  beforeAll(async () => {
    pncp = await startPncpServer({ registros });
    for (const n of [NUMERO, OUTRO, POR_NUMERO]) pncp.setArquivos(n, [arquivo(1, `Edital de ${n}`), arquivo(2, `Termo de ${n}`)]);
    // No jobs: each turn is taken here, when the test says so.
    t = await startApp({ ALICIT_ROLE: 'api', PNCP_URL: pncp.url, PNCP_CONSULTA_URL: pncp.consultaUrl, ALICIT_PNCP_TENTATIVAS: '2', ALICIT_PNCP_ESPERA_MS: '1' });
    [c, alheio] = [await t.createCliente(), await t.createCliente()];
    t.app.get(EventosService).onRegistro(async (_, e) => {
      eventos.push(e as unknown as { tipo: string; dados: Corpo });
      if (e.tipo === 'licitacao.mudou' || e.tipo === 'analise.desatualizada') eventoWebhookSchema.parse({ ...e, criadoEm: e.criadoEm.toISOString() });
    });
    empresaId = String((await ask('POST', '/v1/empresas', { cnpj: '11222333000181', descricao: 'Serviços de limpeza' })).corpo['id']);
  });
  afterAll(async () => {
    await t.close();
    await pncp.close();
  });

  const ask = async (method: 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE', url: string, corpo?: Corpo, quem = c) => {
    const r = await t.app.inject({ method, url, headers: { ...quem.cabecalhos, ...(corpo ? { 'content-type': 'application/json' } : {}) }, ...(corpo ? { payload: JSON.stringify(corpo) } : {}) });
    return { status: r.statusCode, corpo: (r.body ? r.json() : {}) as Corpo, cabecalhos: r.headers };
  };
  const fetchAll = async (): Promise<void> => {
    while (await t.app.get(MudancasService).fetchNext(AbortSignal.timeout(20_000)));
  };
  /** What PNCP says now, into the collection and on to those who have it. */
  const sync = async (numero: string): Promise<void> => {
    const acervo = t.app.get(AcervoService);
    await acervo.receive([pncp.get(numero)], { origem: 'sincronizacao', vistaEm: new Date() });
    while (await t.app.get(MudancasService).consume());
  };
  const arquivosDe = async (id: string) => ((await ask('GET', `/v1/licitacoes/${id}`)).corpo['arquivos'] as { nome: string; sha256: string }[]);
  const analise = async (id: string) => (await ask('GET', `/v1/analises/${id}`)).corpo;
  const tipos = (): string[] => eventos.map((e) => e.tipo).filter((x) => x === 'licitacao.mudou' || x === 'analise.desatualizada');

  it('by its number brings it here, and its files one by one', async () => {
    const { status, corpo } = await ask('PUT', `/v1/licitacoes/${encodeURIComponent(NUMERO)}/acompanhamento`, { reanalisar: true });
    expect([status, corpo]).toEqual([200, expect.objectContaining({ acompanhar: true, reanalisar: true, numeroControlePNCP: NUMERO, arquivos: expect.objectContaining({ pendentes: 2 }) })]);
    licitacaoId = String(corpo['licitacaoId']);
    await fetchAll();
    const depois = (await ask('GET', `/v1/licitacoes/${comHifen(NUMERO)}/acompanhamento`)).corpo;
    expect(depois['arquivos']).toMatchObject({ pendentes: 0, itens: [{ sequencial: 1, estado: 'guardado', erro: null, proximaEm: null }, { sequencial: 2, estado: 'guardado' }] });
    expect((await arquivosDe(licitacaoId)).map((a) => a.nome)).toEqual([expect.stringMatching(/^[^/\\]*edital 1\.pdf$/), expect.stringMatching(/^[^/\\]*edital 2\.pdf$/)]);
  });

  it('is nobody else\'s, and asks for what exists', async () => {
    expect((await ask('GET', `/v1/licitacoes/${licitacaoId}/acompanhamento`, undefined, alheio)).status).toBe(404);
    expect((await ask('GET', `/v1/licitacoes/${comHifen(NUMERO)}/mudancas`, undefined, alheio)).status).toBe(404);
    expect((await ask('PUT', `/v1/licitacoes/11222333000181-1-000999-2026/acompanhamento`, {})).corpo).toMatchObject({ status: 404, codigo: 'licitacao_nao_publicada' });
    expect((await ask('PUT', `/v1/licitacoes/${licitacaoId}/acompanhamento`, { empresas: [empresaId.replace(/.$/, 'X')] })).corpo).toMatchObject({ codigo: 'empresa_desconhecida' });
    const semNumero = String((await ask('POST', '/v1/licitacoes', {})).corpo['id']);
    expect((await ask('PUT', `/v1/licitacoes/${semNumero}/acompanhamento`, {})).corpo).toMatchObject({ status: 422, codigo: 'licitacao_sem_numero' });
  });

  it('a change brings data and events, and marks the analyses it touches; a person\'s field stays', async () => {
    expect((await ask('PATCH', `/v1/licitacoes/${licitacaoId}`, { plataforma: 'Portal da empresa' })).status).toBe(200);
    const { corpo } = await ask('POST', '/v1/analises', { empresaId, licitacaoId });
    const id = String(corpo['id']);
    expect(corpo['desatualizada']).toBeNull();
    eventos.length = 0;
    // Nothing that a judgement looks at: known, and silent.
    pncp.change(NUMERO, { processo: 'PA 99/2026' });
    await sync(NUMERO);
    expect([(await analise(id))['desatualizada'], tipos()]).toEqual([null, []]);
    pncp.change(NUMERO, { dataEncerramentoProposta: FIM, usuarioNome: 'Outro portal', valorTotalEstimado: 777.5 });
    await sync(NUMERO);
    const { desatualizada } = await analise(id);
    expect(desatualizada).toMatchObject({ campos: ['encerramentoPropostas', 'valorEstimado'], substituidaPor: null });
    expect(tipos()).toEqual(['licitacao.mudou', 'analise.desatualizada']);
    expect(eventos.find((e) => e.tipo === 'licitacao.mudou')!.dados).toMatchObject({ licitacaoId, acompanhada: true, total: 2, mudancas: [{ campo: 'encerramentoPropostas', depois: `${FIM}-03:00` }, { campo: 'valorEstimado', depois: '777.5' }] });
    expect((await ask('GET', `/v1/licitacoes/${licitacaoId}`)).corpo['dados']).toMatchObject({ encerramentoPropostas: `${FIM}-03:00`, valorEstimado: '777.5', plataforma: 'Portal da empresa', numeroProcesso: 'PA 99/2026' });
    // The list shows it too; the history has every change, with its page.
    expect((await ask('GET', `/v1/analises?licitacaoId=${licitacaoId}`)).corpo['itens']).toEqual([expect.objectContaining({ id, desatualizada })]);
    const primeira = (await ask('GET', `/v1/licitacoes/${licitacaoId}/mudancas?limite=2`)).corpo as { itens: { campo: string; desatualiza: boolean }[]; proximo: string };
    expect(primeira.itens).toHaveLength(2);
    const resto = (await ask('GET', `/v1/licitacoes/${licitacaoId}/mudancas?limite=100&cursor=${primeira.proximo}`)).corpo as unknown as typeof primeira;
    const campos = Object.fromEntries([...primeira.itens, ...resto.itens].map((m) => [m.campo, m.desatualiza]));
    expect(campos).toMatchObject({ encerramentoPropostas: true, valorEstimado: true, plataforma: true, numeroProcesso: false, atualizacao: false });
  });

  it('analyses are made again for those who asked, after the new files came; the same content is no new file', async () => {
    pncp.setArquivos(NUMERO, [arquivo(1, `Edital de ${NUMERO}`, { statusAtivo: false }), ...pncp.arquivosDe(NUMERO).slice(1), arquivo(3, 'Edital retificado'), arquivo(4, `Termo de ${NUMERO}`)]);
    const acervo = t.app.get(AcervoService);
    const ativos = pncp.arquivosDe(NUMERO).filter((a) => a.statusAtivo).map(({ conteudo: _, ...a }) => a);
    await acervo.receiveArquivos(NUMERO, ativos, { vistaEm: new Date() });
    while (await t.app.get(MudancasService).consume());
    expect(await t.app.get(ReanalisarService).run()).toBe(0);
    await fetchAll();
    expect((await ask('GET', `/v1/licitacoes/${licitacaoId}/arquivos/pncp`)).corpo).toMatchObject({ pendentes: 0, itens: [{ sequencial: 1, ativo: false, estado: 'guardado' }, { ativo: true }, { estado: 'guardado' }, { estado: 'guardado' }] });
    expect(await arquivosDe(licitacaoId)).toHaveLength(3);
    expect(await t.app.get(ReanalisarService).run()).toBe(1);
    const { itens } = (await ask('GET', `/v1/analises?licitacaoId=${licitacaoId}`)).corpo as unknown as { itens: { id: string; desatualizada: { substituidaPor: string | null; campos: string[] } | null }[] };
    expect(itens).toHaveLength(2);
    expect(itens[1]!.desatualizada).toMatchObject({ substituidaPor: itens[0]!.id });
    expect(itens[1]!.desatualizada!.campos).toContain('arquivos');
    expect(itens[0]!.desatualizada).toBeNull();
    expect(await t.app.get(ReanalisarService).run()).toBe(0);
  });

  it('is asked for again after a while, when nothing else saw it', async () => {
    const conferir = t.app.get(ConferirService);
    expect(await conferir.checkNext(AbortSignal.timeout(20_000))).toBe(false);
    pncp.change(NUMERO, { situacaoCompraId: 4, situacaoCompraNome: 'Suspensa' });
    await t.fonte.query(`update alicit.acompanhamento set criado_em = now() - interval '2 hours'`);
    await t.fonte.query(`update alicit.acervo_licitacao set vista_em = now() - interval '2 hours' where numero = $1`, [NUMERO]);
    expect(await conferir.checkNext(AbortSignal.timeout(20_000))).toBe(true);
    expect(await conferir.checkNext(AbortSignal.timeout(20_000))).toBe(false);
    while (await t.app.get(MudancasService).consume());
    expect((await ask('GET', `/v1/licitacoes/${licitacaoId}`)).corpo['dados']).toMatchObject({ situacao: 'suspensa' });
  });

  it('a file that fails is tried again, then given up, and may be asked for again', async () => {
    expect((await ask('POST', `/v1/licitacoes/${comHifen(OUTRO)}/arquivos/pncp`)).status).toBe(202);
    pncp.setArquivos(OUTRO, [arquivo(1, 'x'), arquivo(2, 'y', { conteudo: Buffer.alloc(0) })]);
    await fetchAll();
    const { itens } = (await ask('GET', `/v1/licitacoes/${comHifen(OUTRO)}/arquivos/pncp`)).corpo as unknown as { itens: { estado: string; erro: Corpo | null }[] };
    expect(itens).toMatchObject([{ estado: 'guardado', erro: null }, { estado: 'falhou', erro: { codigo: 'arquivo_vazio' } }]);
    pncp.setArquivos(OUTRO, [arquivo(1, 'x'), arquivo(2, 'y')]);
    pncp.next('erro_503', 2, 'arquivo');
    await ask('POST', `/v1/licitacoes/${comHifen(OUTRO)}/arquivos/pncp`);
    await fetchAll();
    expect((await ask('GET', `/v1/licitacoes/${comHifen(OUTRO)}/arquivos/pncp`)).corpo).toMatchObject({ pendentes: 1, itens: [{ estado: 'guardado' }, { estado: 'pendente', proximaEm: expect.any(String), erro: { codigo: expect.stringMatching(/^pncp_/) } }] });
    await ask('POST', `/v1/licitacoes/${comHifen(OUTRO)}/arquivos/pncp`);
    await fetchAll();
    expect((await ask('GET', `/v1/licitacoes/${comHifen(OUTRO)}/arquivos/pncp`)).corpo).toMatchObject({ pendentes: 0, itens: [{ estado: 'guardado' }, { estado: 'guardado' }] });
  });

  it('an analysis by number alone fetches what it needs', async () => {
    const pedido = ask('POST', '/v1/analises', { empresaId, numeroControlePNCP: POR_NUMERO });
    const relogio = setInterval(() => void fetchAll().catch(() => undefined), 200);
    const { status, corpo } = await pedido.finally(() => clearInterval(relogio));
    expect([status, corpo['estado']]).toEqual([202, 'na_fila']);
    expect(await arquivosDe(String(corpo['licitacaoId']))).toHaveLength(2);
    expect((await ask('POST', '/v1/analises', { empresaId })).corpo).toMatchObject({ status: 422, codigo: 'dados_invalidos' });
    const leitor = await t.createCliente(['analises:escrever']);
    expect((await ask('POST', '/v1/analises', { empresaId, numeroControlePNCP: POR_NUMERO }, leitor)).corpo).toMatchObject({ status: 403, codigo: 'escopo_ausente' });
  });

  it('no longer followed, what was kept stays', async () => {
    expect((await ask('DELETE', `/v1/licitacoes/${licitacaoId}/acompanhamento`)).status).toBe(204);
    expect((await ask('PUT', `/v1/licitacoes/${licitacaoId}/acompanhamento`, { acompanhar: false })).corpo).toMatchObject({ acompanhar: false, desde: null });
    expect(await arquivosDe(licitacaoId)).toHaveLength(3);
    expect((await ask('DELETE', `/v1/licitacoes/${licitacaoId}`)).status).toBe(204);
    expect((await t.fonte.query<unknown[]>('select 1 from alicit.evento where licitacao_id = $1', [licitacaoId]))).toEqual([]);
  });
});
