import { read, utils } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fatosSchema, itensSchema } from '../../../src/editais/http/fato.schema.js';
import { exigenciasSchema } from '../../../src/editais/http/exigencias.schema.js';
import { leituraSchema, trechosSchema } from '../../../src/editais/http/leitura.schema.js';
import { startApp, type AppDeTeste, type Cliente } from '../../support/app.js';
import { paginasDeEdital } from '../../support/edital-ficticio.js';
import { createLicitacao, getQuandoPronta, pdfDasPaginas, SEM_THREADS, sendArquivos } from '../../support/licitacao.js';
import { pdfDe } from '../../support/pdf.js';

const EDITAL = pdfDasPaginas(paginasDeEdital());

describe('the reading of a tender by HTTP', () => {
  let t: AppDeTeste;
  let cliente: Cliente;
  let id: string;
  const get = (url: string, headers: Record<string, string> = cliente.cabecalhos) => t.app.inject({ method: 'GET', url, headers });

  beforeAll(async () => {
    t = await startApp(SEM_THREADS);
    cliente = await t.createCliente();
    id = await createLicitacao(t, cliente);
  });
  afterAll(() => t.close());

  it('says that there is nothing to read yet', async () => {
    const r = await get(`/v1/licitacoes/${id}/leitura`);
    expect(r.statusCode).toBe(200);
    expect(r.json()).toMatchObject({ licitacaoId: id, estado: 'sem_arquivos', documentos: [] });
    const fatos = await get(`/v1/licitacoes/${id}/fatos`);
    expect(fatos.statusCode).toBe(409);
    expect(fatos.json()).toMatchObject({ codigo: 'sem_arquivos' });
  });

  it('starts by itself when files come', async () => {
    await sendArquivos(t, cliente, id, [{ nome: 'Edital.pdf', conteudo: EDITAL }, { nome: 'Digitalizado.pdf', conteudo: pdfDe([null, ['Parecer jurídico da procuradoria do município', 'opina pela legalidade do certame.']]) }, { nome: 'planta.rar', conteudo: Buffer.from('Rar!\x1a\x07\x01\x00resto') }]);
    for (let vez = 0; vez < 600; vez++) {
      const [linha] = await t.fonte.query<{ estado: string }[]>('select estado from alicit.leitura where licitacao_id = $1', [id]);
      if (linha?.estado === 'pronta') break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const r = await get(`/v1/licitacoes/${id}/leitura`);
    expect(r.statusCode).toBe(200);
    const leitura = leituraSchema.parse(r.json());
    expect(leitura).toMatchObject({ estado: 'pronta', emVigor: { documento: 'Edital.pdf' }, erro: null, aConfirmar: 0 });
    expect(leitura.documentos.map((d) => [d.nome, d.classe, d.usado, d.paginas, d.paginasLidas, d.paginasSemTexto])).toEqual([
      ['Digitalizado.pdf', 'parecer', false, 2, 1, [1]], ['Edital.pdf', 'edital', true, 5, 5, []],
    ]);
    expect(leitura.naoLidos).toContainEqual(expect.objectContaining({ documento: 'planta.rar', paginas: null }));
    expect(leitura.naoLidos).toContainEqual(expect.objectContaining({ documento: 'Digitalizado.pdf', codigo: 'sem_texto', paginas: [1] }));
  });

  it('gives the 38 facts with their proof, and 304 to who has them', async () => {
    const r = await getQuandoPronta(t, cliente, `/v1/licitacoes/${id}/fatos`);
    expect(r.statusCode).toBe(200);
    const { fatos } = fatosSchema.parse(r.json());
    expect(fatos).toHaveLength(38);
    expect(fatos.find((f) => f.campo === 'valor_estimado_total')).toMatchObject({ tipo: 'dinheiro', valor: '250000.00', unidade: 'BRL', origem: 'maquina', evidencia: { documento: 'Edital.pdf', pagina: 1 } });
    expect(fatos.find((f) => f.campo === 'modalidade')).toMatchObject({ tipo: 'enum', valor: 'pregao' });
    expect(fatos.find((f) => f.campo === 'garantia_execucao_pct')).toMatchObject({ tipo: 'percentual', valor: null, evidencia: null, confianca: null });
    const igual = await get(`/v1/licitacoes/${id}/fatos`, { ...cliente.cabecalhos, 'if-none-match': String(r.headers.etag) });
    expect(igual.statusCode).toBe(304);
    const um = await get(`/v1/licitacoes/${id}/fatos/sessao_abertura`);
    expect(um.json()).toMatchObject({ tipo: 'data_hora', campo: 'sessao_abertura', valor: '2026-08-10T09:00:00-03:00' });
    expect((await get(`/v1/licitacoes/${id}/fatos/inventado`)).json()).toMatchObject({ status: 404, codigo: 'campo_nao_encontrado' });
  });

  it('lists what the edital asks, how it punishes and what it cites, each with its quote', async () => {
    const r = await get(`/v1/licitacoes/${id}/exigencias`);
    expect(r.statusCode).toBe(200);
    const lidas = exigenciasSchema.strict().parse(r.json());
    expect(lidas.exigencias.map((x) => [x.tipo, x.evidencia.documento, x.evidencia.pagina])).toEqual([['proposta/validade', 'Edital.pdf', 3]]);
    expect(lidas.anexos).toEqual([]);
    expect((await get(`/v1/licitacoes/${id}/exigencias`, { ...cliente.cabecalhos, 'if-none-match': String(r.headers['etag']) })).statusCode).toBe(304);
  });

  it('finds passages, with bounds on the question', async () => {
    const r = await get(`/v1/licitacoes/${id}/trechos?q=${encodeURIComponent('prazo para impugnar o edital')}&top=2`);
    expect(r.statusCode).toBe(200);
    const { trechos } = trechosSchema.parse(r.json());
    expect(trechos.length).toBeLessThanOrEqual(2);
    expect(trechos[0]).toMatchObject({ documento: 'Edital.pdf', pagina: 2 });
    expect(trechos[0]!.texto).toContain('3 (três) dias úteis');
    for (const q of ['', 'x'.repeat(501)]) expect((await get(`/v1/licitacoes/${id}/trechos?q=${q}`)).statusCode).toBe(422);
    expect((await get(`/v1/licitacoes/${id}/trechos?q=prazo&top=21`)).statusCode).toBe(422);
  });

  it('shows a page as it was read', async () => {
    const { documentos } = (await get(`/v1/licitacoes/${id}/leitura`)).json<{ documentos: { nome: string; sha256: string }[] }>();
    const { sha256 } = documentos.find((d) => d.nome === 'Edital.pdf')!;
    const r = await get(`/v1/licitacoes/${id}/documentos/${sha256}/paginas/2`);
    expect(r.json()).toMatchObject({ documento: 'Edital.pdf', pagina: 2, totalPaginas: 5, origem: 'nativo', cortado: false, texto: expect.stringContaining('impugnar este edital') });
    const vazia = await get(`/v1/licitacoes/${id}/documentos/${documentos.find((d) => d.nome === 'Digitalizado.pdf')!.sha256}/paginas/1`);
    expect(vazia.json()).toMatchObject({ texto: '', origem: 'nenhum' });
    for (const n of ['6', '0', 'x', '99999999']) expect((await get(`/v1/licitacoes/${id}/documentos/${sha256}/paginas/${n}`)).json()).toMatchObject({ status: 404, codigo: 'pagina_nao_encontrada' });
    expect((await get(`/v1/licitacoes/${id}/documentos/${'0'.repeat(64)}/paginas/1`)).json()).toMatchObject({ codigo: 'documento_nao_encontrado' });
  });

  it('belongs to its organisation', async () => {
    const outro = await t.createCliente();
    for (const rota of ['leitura', 'exigencias', 'fatos', 'fatos/objeto', 'itens', 'itens.xlsx', 'trechos?q=prazo', `documentos/${'0'.repeat(64)}/paginas/1`, 'correcoes']) {
      const r = await get(`/v1/licitacoes/${id}/${rota}`, outro.cabecalhos);
      expect([rota, r.statusCode, r.json<{ codigo: string }>().codigo]).toEqual([rota, 404, 'licitacao_nao_encontrada']);
    }
  });

  it('reads equal files once for all who ask', async () => {
    const outro = await t.createCliente();
    const outra = await createLicitacao(t, outro);
    const antes = await t.fonte.query<{ n: number }[]>(`select count(*)::int as n from alicit.trabalho where etapa in ('documento', 'extrair')`);
    await sendArquivos(t, outro, outra, [{ nome: 'Edital.pdf', conteudo: EDITAL }]);
    expect((await getQuandoPronta(t, outro, `/v1/licitacoes/${outra}/fatos`)).statusCode).toBe(200);
    const terceira = await createLicitacao(t, cliente);
    await sendArquivos(t, cliente, terceira, [{ nome: 'Edital.pdf', conteudo: EDITAL }]);
    expect((await get(`/v1/licitacoes/${terceira}/fatos`)).statusCode).toBe(200);
    const depois = await t.fonte.query<{ n: number }[]>(`select count(*)::int as n from alicit.trabalho where etapa in ('documento', 'extrair')`);
    // The document was read before in another set: only the smaller set's facts are new.
    expect(depois[0]!.n - antes[0]!.n).toBe(1);
  });

  it('tells for good why files can never be read', async () => {
    const ruim = await createLicitacao(t, cliente);
    await sendArquivos(t, cliente, ruim, [{ nome: 'Edital.pdf', conteudo: Buffer.from('%PDF-1.7\nnada disto abre') }]);
    const r = await getQuandoPronta(t, cliente, `/v1/licitacoes/${ruim}/fatos`);
    expect(r.statusCode).toBe(409);
    expect(r.json()).toMatchObject({ codigo: 'leitura_falhou', detalhes: { causa: 'pdf_corrompido' } });
    expect((await get(`/v1/licitacoes/${ruim}/leitura`)).json()).toMatchObject({ estado: 'falhou', erro: { codigo: 'pdf_corrompido' } });
    const falhas = await t.fonte.query<unknown[]>(`select 1 from alicit.trabalho where etapa = 'extrair-falha'`);
    expect(falhas).toHaveLength(1);
  });

  it('lists items page by page, with a cursor that dies with its reading', async () => {
    const com = await createLicitacao(t, cliente);
    const itens = Array.from({ length: 5 }, (_, i) => `${i + 1}|Carteira escolar modelo ${i + 1}|UN|${10 + i}|100,00|${(10 + i) * 100},00`);
    await sendArquivos(t, cliente, com, [{ nome: 'Edital.pdf', conteudo: pdfDe([...paginasDeEdital().map((p) => p.split('\n')), ['ITEM|DESCRIÇÃO|UNIDADE|QUANTIDADE', ...itens.map((l) => l.split('|').slice(0, 4).join('|'))]]) }]);
    const primeira = itensSchema.parse((await getQuandoPronta(t, cliente, `/v1/licitacoes/${com}/itens?limite=2`)).json());
    expect([primeira.total, primeira.itens.map((i) => i.numero)]).toEqual([5, ['1', '2']]);
    const segunda = itensSchema.parse((await get(`/v1/licitacoes/${com}/itens?limite=10&cursor=${primeira.proximo}`)).json());
    expect([segunda.itens.map((i) => i.numero), segunda.proximo]).toEqual([['3', '4', '5'], null]);
    expect(primeira.conferencia).toMatchObject({ itens: 5, conferem: 0, semConta: 5, somaConfere: null });
    const planilha = await get(`/v1/licitacoes/${com}/itens.xlsx`);
    expect([planilha.statusCode, planilha.headers['content-type'], planilha.headers['content-disposition']]).toEqual([200, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', expect.stringContaining('itens.xlsx')]);
    const folha = read(planilha.rawPayload).Sheets['Itens']!;
    expect(utils.sheet_to_json<unknown[]>(folha, { header: 1 }).slice(5, 7).map((l) => l.slice(1, 5))).toEqual([['1', 'Carteira escolar modelo 1', 'UN', 10], ['2', 'Carteira escolar modelo 2', 'UN', 11]]);
    expect((await get(`/v1/licitacoes/${com}/itens.xlsx`, { ...cliente.cabecalhos, 'if-none-match': String(planilha.headers.etag) })).statusCode).toBe(304);
    expect((await get(`/v1/licitacoes/${com}/itens?cursor=000000000000.2`)).json()).toMatchObject({ status: 400, codigo: 'cursor_invalido' });
  });
});
