import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CorrecoesService, LeiturasService } from '../../src/editais/editais.module.js';
import { LerLicitacao } from '../../src/editais/leituras/ler-licitacao.js';
import { PedidosService } from '../../src/analises/analises.module.js';
import { EmpresasService } from '../../src/empresas/empresas.module.js';
import { LicitacoesService } from '../../src/licitacoes/licitacoes.module.js';
import { acompanhar, EMPRESA } from '../analises/apoio.js';
import { startApp, type AppDeTeste, type Cliente } from '../support/app.js';
import { paginasDeEdital } from '../support/edital-ficticio.js';
import { createLicitacao, getQuandoPronta, pdfDasPaginas, SEM_THREADS, sendArquivos } from '../support/licitacao.js';

const QUEM = { motivo: 'Confirmado por telefone com o pregoeiro.', autor: 'Ana Souza' };
const AGORA = new Date('2026-07-20T13:00:00Z');
const ORIGINAL = { nome: 'Edital.pdf', conteudo: pdfDasPaginas(paginasDeEdital()) };
const RETIFICADO = { nome: 'Edital retificado.pdf', conteudo: pdfDasPaginas(paginasDeEdital({ titulo: 'EDITAL RETIFICADO', valor: '310.000,00' })) };

interface RelatorioLido {
  readonly fatos: { readonly valor_estimado_total: { readonly valor: string; readonly corrigido?: { readonly por: string } } };
  readonly decisao: { readonly perguntas: readonly { readonly id: string; readonly correcaoId?: string; readonly texto: string; readonly quemResponde: string }[] };
}

describe('corrections in analyses', () => {
  let t: AppDeTeste;
  let cliente: Cliente;
  let empresaId: string;
  beforeAll(async () => {
    t = await startApp(SEM_THREADS);
    cliente = await t.createCliente();
    empresaId = (await t.app.get(EmpresasService).upsert(cliente.organizacaoId, JSON.parse(EMPRESA))).id;
  });
  afterAll(() => t.close());

  const send = async <R = Record<string, unknown>>(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, payload?: object, accept = 'application/json') => {
    const r = await t.app.inject({ method, url, headers: { ...cliente.cabecalhos, accept }, ...(payload ? { payload } : {}) });
    return { status: r.statusCode, texto: r.payload, json: () => r.json<R>() };
  };
  const open = async (): Promise<string> => {
    const id = await createLicitacao(t, cliente);
    await sendArquivos(t, cliente, id, [ORIGINAL]);
    await getQuandoPronta(t, cliente, `/v1/licitacoes/${id}/fatos`);
    return id;
  };
  const correct = async (id: string): Promise<string> => (await send<{ id: string }>('PATCH', `/v1/licitacoes/${id}/fatos/valor_estimado_total`, { valor: '255000.00', ...QUEM })).json().id;
  const analyse = async (licitacaoId: string): Promise<{ id: string; relatorio: RelatorioLido }> => {
    const { id } = await t.app.get(PedidosService).request(cliente.organizacaoId, { empresaId, licitacaoId, agora: AGORA });
    expect((await acompanhar(t, cliente, id)).corpo).toMatchObject({ estado: 'concluida' });
    return { id, relatorio: (await send<RelatorioLido>('GET', `/v1/analises/${id}/relatorio`)).json() };
  };
  const doValor = ({ relatorio: { decisao } }: { relatorio: RelatorioLido }) => decisao.perguntas.filter((q) => q.id === 'correcao_a_confirmar:valor_estimado_total');

  it('are used at once, asked again when an amendment touches them, and used again once confirmed', async () => {
    const licitacaoId = await open();
    const correcaoId = await correct(licitacaoId);
    const primeira = await analyse(licitacaoId);
    expect(primeira.relatorio.fatos.valor_estimado_total).toMatchObject({ valor: '255000.00', corrigido: { por: 'Ana Souza' } });
    expect(doValor(primeira)).toEqual([]);

    await sendArquivos(t, cliente, licitacaoId, [RETIFICADO]);
    const segunda = await analyse(licitacaoId);
    expect(segunda.relatorio.fatos.valor_estimado_total.valor).toBe('310000.00');
    expect(segunda.relatorio.fatos.valor_estimado_total.corrigido).toBeUndefined();
    expect(doValor(segunda)).toMatchObject([{ correcaoId, quemResponde: 'empresa', texto: expect.stringContaining('Ana Souza corrigiu o campo valor_estimado_total para “R$ 255.000,00”') }]);
    for (const accept of ['text/markdown', 'text/html']) expect((await send('GET', `/v1/analises/${segunda.id}/relatorio`, undefined, accept)).texto).toContain('continua valendo?');
    // Whatever state the reading of the tender gave the correction meanwhile, the same request is the same analysis.
    await getQuandoPronta(t, cliente, `/v1/licitacoes/${licitacaoId}/fatos`);
    expect((await analyse(licitacaoId)).id).toBe(segunda.id);

    expect((await send('POST', `/v1/licitacoes/${licitacaoId}/correcoes/${correcaoId}/confirmar`, { motivo: 'o órgão confirmou', autor: 'Rui' })).status).toBe(200);
    const terceira = await analyse(licitacaoId);
    expect(terceira.id).not.toBe(segunda.id);
    expect(terceira.relatorio.fatos.valor_estimado_total).toMatchObject({ valor: '255000.00', corrigido: { por: 'Rui' } });
    expect(doValor(terceira)).toEqual([]);
  });

  it('of a requirement keep what was judged of it, and are refused when no judgement has it', async () => {
    const licitacaoId = await open();
    const corrige = (id: string, corpo: object) => send<Record<string, unknown>>('PATCH', `/v1/licitacoes/${licitacaoId}/requisitos/${id}`, { ...QUEM, ...corpo });
    expect((await corrige('inventado', { status: 'atende' })).json()).toMatchObject({ alvo: 'requisito', leituraDaMaquina: null });
    const { relatorio } = await analyse(licitacaoId);
    const linha = (relatorio as unknown as { habilitacao: { id: string; status: string; motivo: string }[] }).habilitacao[0]!;
    expect((await corrige('outro', { status: 'atende' })).json()).toMatchObject({ status: 404, codigo: 'requisito_nao_encontrado' });
    const lida = { id: linha.id, status: linha.status, motivo: linha.motivo };
    const dispensada = (await corrige(linha.id, { exigido: false })).json();
    expect(dispensada).toMatchObject({ estado: 'vigente', leituraDaMaquina: lida });
    await analyse(licitacaoId);
    // Taken out of the matrix it is still known, as the machine had it.
    expect((await corrige(linha.id, { status: 'nao_atende' })).json()).toMatchObject({ leituraDaMaquina: lida });
    await analyse(licitacaoId);
    expect((await corrige(linha.id, { status: 'atende' })).json()).toMatchObject({ leituraDaMaquina: lida });
    const outra = await t.createCliente();
    expect((await t.app.inject({ method: 'PATCH', url: `/v1/licitacoes/${licitacaoId}/requisitos/${linha.id}`, headers: outra.cabecalhos, payload: { ...QUEM, status: 'atende' } })).json()).toMatchObject({ status: 404, codigo: 'licitacao_nao_encontrada' });
  });

  it('keep their state when an analysis, or a reading, of older files ends', async () => {
    const licitacaoId = await open();
    const correcoes = t.app.get(CorrecoesService);
    const leituras = t.app.get(LeiturasService);
    const estados = async (): Promise<string[]> => (await correcoes.listVivas(cliente.organizacaoId, licitacaoId)).map((c) => c.estado);
    await sendArquivos(t, cliente, licitacaoId, [RETIFICADO]);
    await getQuandoPronta(t, cliente, `/v1/licitacoes/${licitacaoId}/fatos`);
    await correct(licitacaoId);
    expect(await estados()).toEqual(['vigente']);
    // Asked for while only the first file was there, and run after the correction was made over both.
    const licitacoes = t.app.get(LicitacoesService);
    const { arquivos } = await licitacoes.snapshot(cliente.organizacaoId, licitacaoId);
    const original = licitacoes.snapshot.bind(licitacoes);
    licitacoes.snapshot = async (o, l) => ({ ...(await original(o, l)), arquivos: arquivos.filter((a) => a.nome === ORIGINAL.nome) });
    const velha = await t.app.get(PedidosService).request(cliente.organizacaoId, { empresaId, licitacaoId, agora: AGORA }).finally(() => (licitacoes.snapshot = original));
    expect((await acompanhar(t, cliente, velha.id)).corpo).toMatchObject({ estado: 'concluida' });
    expect(await estados()).toEqual(['vigente']);
    // A reading that began with the first file only, and ends when there are two.
    let vezes = 0;
    licitacoes.snapshot = async (o, l) => ({ ...(await original(o, l)), ...(vezes++ ? {} : { arquivos: arquivos.filter((a) => a.nome === ORIGINAL.nome) }) });
    await t.app.get(LerLicitacao).read({ organizacaoId: cliente.organizacaoId, licitacaoId, chave: '' }, new AbortController().signal).finally(() => (licitacoes.snapshot = original));
    expect([vezes > 1, await estados()]).toEqual([true, ['vigente']]);
    expect(await leituras.ensure(cliente.organizacaoId, licitacaoId)).toMatchObject({ estado: 'pronta' });
    expect(await estados()).toEqual(['vigente']);
  });
});
