import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EstagiosEdital, LeiturasService } from '../../../src/editais/editais.module.js';
import { chaveDocumento } from '../../../src/editais/leituras/chaves.js';
import { LicitacoesService } from '../../../src/licitacoes/licitacoes.module.js';
import { newId } from '../../../src/storage/index.js';
import { TrabalhosService } from '../../../src/storage/storage.module.js';
import { startApp, type AppDeTeste, type Cliente } from '../../support/app.js';
import { paginasDeEdital } from '../../support/edital-ficticio.js';
import { createLicitacao, getQuandoPronta, pdfDasPaginas, SEM_THREADS, sendArquivos } from '../../support/licitacao.js';
import { zipDe } from '../../support/zip.js';

describe('readings by content', () => {
  let t: AppDeTeste;
  let cliente: Cliente;
  let leituras: LeiturasService;
  const EDITAL = pdfDasPaginas(paginasDeEdital());
  const open = async (arquivos: Parameters<typeof sendArquivos>[3]) => {
    const id = await createLicitacao(t, cliente);
    await sendArquivos(t, cliente, id, arquivos);
    return { id, arquivos: (await t.app.get(LicitacoesService).snapshot(cliente.organizacaoId, id)).arquivos };
  };

  beforeAll(async () => {
    t = await startApp(SEM_THREADS);
    cliente = await t.createCliente();
    leituras = t.app.get(LeiturasService);
  });
  afterAll(() => t.close());

  it('finds each stage finished the second time', async () => {
    const { arquivos } = await open([{ nome: 'Edital.pdf', conteudo: pdfDasPaginas(paginasDeEdital({ numero: '31/2026' })) }]);
    const reunido = await leituras.reunir(arquivos);
    const lido = await leituras.ler(reunido);
    const extraido = await leituras.extrair(lido);
    expect(extraido.resumo).toMatchObject({ edital: 'Edital.pdf', fatos: expect.any(Number) });
    expect(lido.resumo).toEqual({ documentos: 1, comErro: 0, paginas: 5, paginasLidas: 5 });
    const outra = await leituras.reunir(arquivos);
    const relido = await leituras.ler(outra);
    expect([outra.reaproveitada, relido.reaproveitada, (await leituras.extrair(relido)).reaproveitada]).toEqual([true, true, true]);
    const pronta = (await leituras.find(arquivos))!;
    expect(pronta).toMatchObject({ chave: extraido.chave, reunido: reunido.chave, lido: { chave: lido.chave, reunido: reunido.chave } });
    for (const chave of [reunido.chave, lido.chave, extraido.chave, chaveDocumento({ sha256: arquivos[0]!.sha256, tipo: 'pdf' }, { maxPaginas: t.config.leitura.maxPaginas, maxPaginasOcr: t.config.ocr.maxPaginas })]) expect([chave, await t.app.get(TrabalhosService).has(chave)]).toEqual([chave, true]);
    expect(await leituras.load(extraido.chave)).toEqual(pronta.leitura);
  });

  it('is made once however many ask at the same time, the queue among them', async () => {
    const estagios = t.app.get(EstagiosEdital);
    const originais = { ler: estagios.ler.bind(estagios), extrair: estagios.extrair.bind(estagios) };
    const feitos: string[] = [];
    estagios.ler = (documento, ...resto) => (feitos.push(`ler ${documento.sha256}`), originais.ler(documento, ...resto));
    estagios.extrair = (pedido, ...resto) => (feitos.push(`extrair ${pedido.documentos[0]!.sha256}`), originais.extrair(pedido, ...resto));
    const { id, arquivos } = await open([{ nome: 'Edital.pdf', conteudo: pdfDasPaginas(paginasDeEdital({ numero: '33/2026' })) }]);
    const read = async (): Promise<string> => (await leituras.extrair(await leituras.ler(await leituras.reunir(arquivos)))).chave;
    const chaves = await Promise.all([read(), read(), read()]);
    await getQuandoPronta(t, cliente, `/v1/licitacoes/${id}/leitura`);
    Object.assign(estagios, originais);
    const { sha256 } = arquivos[0]!;
    expect([new Set(chaves).size, feitos.filter((f) => f.endsWith(sha256))]).toEqual([1, [`ler ${sha256}`, `extrair ${sha256}`]]);
  });

  it('stores nothing under a lease that is another’s', async () => {
    const { arquivos } = await open([{ nome: 'Edital.pdf', conteudo: pdfDasPaginas(paginasDeEdital({ numero: '99/2026' })) }]);
    const guarda = { analiseId: 'ana_01JD0000000000000000000000', token: '1' };
    await t.fonte.query('delete from alicit.trabalho where $1 = any(arquivos)', [arquivos[0]!.sha256]);
    const outros = [{ nome: 'Outro nome.pdf', sha256: arquivos[0]!.sha256 }];
    await expect(leituras.reunir(outros, { guarda })).rejects.toMatchObject({ codigo: 'posse_perdida' });
  });

  it('has other names for other classes and other names of files', async () => {
    const arquivos = [{ nome: 'a.pdf', sha256: 'a'.repeat(64) }];
    const nomes = [leituras.keyOf(arquivos), leituras.keyOf(arquivos, { ['a'.repeat(64)]: 'tr' }), leituras.keyOf([{ ...arquivos[0]!, nome: 'b.pdf' }])];
    expect(new Set(nomes).size).toBe(3);
    expect(leituras.keyOf([{ nome: 'a.pdf', sha256: 'a'.repeat(64), id: 'arq_x', bytes: 3 } as never])).toBe(nomes[0]);
  });

  it('gathers again on a machine that has neither the documents of a ZIP nor their readings', async () => {
    const { id, arquivos } = await open([{ nome: 'pacote.zip', conteudo: await zipDe({ 'Edital.pdf': pdfDasPaginas(paginasDeEdital({ numero: '41/2026' })) }) }]);
    expect((await getQuandoPronta(t, cliente, `/v1/licitacoes/${id}/fatos`)).statusCode).toBe(200);
    for (const pasta of ['documentos', 'leituras']) rmSync(join(t.pasta, pasta), { recursive: true, force: true });
    const pronta = (await leituras.find(arquivos))!;
    const { sha256 } = pronta.leitura.documentos[0]!;
    const pagina = await leituras.useConjunto(pronta.lido, {}, (p) => t.app.get(EstagiosEdital).pagina(p.documentos.find((d) => d.sha256 === sha256)!, 1));
    expect(pagina?.texto).toContain('41/2026');
    expect(readdirSync(join(t.pasta, 'documentos'), { recursive: true }).some((f) => String(f).endsWith(sha256))).toBe(true);
  });

  it('is asked for again when who was reading went silent, and not before', async () => {
    const de = await open([{ nome: 'Edital.pdf', conteudo: EDITAL }]);
    await getQuandoPronta(t, cliente, `/v1/licitacoes/${de.id}/leitura`);
    const id = await createLicitacao(t, cliente);
    const arquivos = [{ nome: 'Edital de outro nome.pdf', sha256: de.arquivos[0]!.sha256 }];
    const chave = leituras.keyOf(arquivos);
    await t.fonte.query('insert into alicit.licitacao_arquivo (id, organizacao_id, licitacao_id, sha256, nome, bytes) values ($1, $2, $3, $4, $5, 1)', [newId('arq'), cliente.organizacaoId, id, arquivos[0]!.sha256, arquivos[0]!.nome]);
    await t.fonte.query(`insert into alicit.leitura (licitacao_id, organizacao_id, chave, estado, etapa, feitos, total, ocr_feitas, ocr_total) values ($1, $2, $3, 'lendo', 'ler', 0, 1, 2, 9)`, [id, cliente.organizacaoId, chave]);
    const get = () => t.app.inject({ method: 'GET', url: `/v1/licitacoes/${id}/leitura`, headers: cliente.cabecalhos });
    const pedidas = () => t.fonte.query<unknown[]>(`select 1 from pgboss.job where name = 'ler-licitacao' and data->>'chave' = $1`, [chave]);

    const lendo = await get();
    expect([lendo.statusCode, lendo.headers['retry-after'], lendo.json()]).toEqual([202, '1', expect.objectContaining({ estado: 'lendo', andamento: { etapa: 'ler', feitos: 0, total: 1, ocr: { feitas: 2, total: 9 } } })]);
    expect(await pedidas()).toHaveLength(0);
    await t.fonte.query(`update alicit.leitura set atualizada_em = now() - interval '2 minutes' where licitacao_id = $1`, [id]);
    expect((await get()).json()).toMatchObject({ estado: 'na_fila' });
    expect(await pedidas()).toHaveLength(1);
    expect((await getQuandoPronta(t, cliente, `/v1/licitacoes/${id}/leitura`)).json()).toMatchObject({ estado: 'pronta' });
  });

  it('reads on although a file of the set is gone from the store, and says what is missing', async () => {
    const { id, arquivos } = await open([{ nome: 'Edital.pdf', conteudo: pdfDasPaginas(paginasDeEdital({ numero: '51/2026' })) }]);
    await getQuandoPronta(t, cliente, `/v1/licitacoes/${id}/leitura`);
    rmSync(join(t.pasta, 'arquivos'), { recursive: true, force: true });
    for (const pasta of ['documentos', 'leituras']) rmSync(join(t.pasta, pasta), { recursive: true, force: true });
    expect((await getQuandoPronta(t, cliente, `/v1/licitacoes/${id}/fatos`)).statusCode).toBe(200);
    const { sha256 } = arquivos[0]!;
    const r = await t.app.inject({ method: 'GET', url: `/v1/licitacoes/${id}/documentos/${sha256}/paginas/1`, headers: cliente.cabecalhos });
    expect(r.json()).toMatchObject({ status: 503, codigo: 'arquivo_ausente' });
  });
});
