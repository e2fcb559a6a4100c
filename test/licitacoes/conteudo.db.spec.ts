import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AcervoService } from '../../src/acervo/acervo.module.js';
import { LicitacoesService } from '../../src/licitacoes/licitacoes.module.js';
import { ArquivosService } from '../../src/storage/storage.module.js';
import { numeroDe, registro } from '../acervo/apoio.js';
import { startApp, type AppDeTeste } from '../support/app.js';
import { objetosDe } from '../support/sobras.js';

const NUMERO = '00394460000141-1-000777/2026';
const DADOS = { manual: { objeto: 'Compra', numeroControlePNCP: NUMERO } };

describe('tenders sent in one call, told apart by content', () => {
  let t: AppDeTeste;
  let licitacoes: LicitacoesService;
  let arquivos: ArquivosService;
  let org: string;
  beforeAll(async () => {
    t = await startApp();
    licitacoes = t.app.get(LicitacoesService);
    arquivos = t.app.get(ArquivosService);
    org = (await t.createCliente()).organizacaoId;
  });
  afterAll(() => t.close());

  const receive = async (nome: string, conteudo: string) => ({ ...(await arquivos.receive(Readable.from([Buffer.from(conteudo)]), 1000)), nome });
  const send = async (dados: unknown, textos: Record<string, string>, organizacao = org) => licitacoes.findOrCreateByConteudo(organizacao, dados, await Promise.all(Object.entries(textos).map(([nome, texto]) => receive(nome, texto))));
  const transitos = async () => (await t.fonte.query<unknown[]>('select 1 from alicit.arquivo_em_transito')).length;

  it('the same data and files are the same tender, in any order, also at once; anything else is another', async () => {
    const varias = await Promise.all([...Array(6).keys()].map((i) => send(DADOS, i % 2 ? { 'a.pdf': 'A', 'b.pdf': 'B' } : { 'b.pdf': 'B', 'a.pdf': 'A' })));
    expect(varias.filter((v) => v.criada)).toHaveLength(1);
    expect(new Set(varias.map((v) => v.id)).size).toBe(1);
    const { id } = varias[0]!;
    expect((await licitacoes.snapshot(org, id)).arquivos.map((a) => a.nome).sort()).toEqual(['a.pdf', 'b.pdf']);
    const outras = [await send(null, { 'a.pdf': 'A', 'b.pdf': 'B' }), await send(DADOS, { 'a.pdf': 'A' }), await send(DADOS, { 'a.pdf': 'A', 'outro nome.pdf': 'B' }), await send({ manual: { ...DADOS.manual, uf: 'SC' } }, { 'a.pdf': 'A', 'b.pdf': 'B' }), await send(DADOS, { 'a.pdf': 'A', 'b.pdf': 'B' }, (await t.createCliente()).organizacaoId)];
    expect(new Set([id, ...outras.map((o) => o.id)]).size).toBe(6);
    expect(await transitos()).toBe(0);
  });

  it('one that was changed since is another', async () => {
    const { id } = await send(null, { 'c.pdf': 'C' });
    await licitacoes.addArquivos(org, id, (async function* () {
      yield { nome: 'errata.pdf', conteudo: Readable.from([Buffer.from('errata')]) };
    })());
    const nova = await send(null, { 'c.pdf': 'C' });
    expect([nova.criada, nova.id === id]).toEqual([true, false]);
    expect((await licitacoes.snapshot(org, id)).arquivos).toHaveLength(2);
    await licitacoes.erase(org, nova.id);
    expect(await send(null, { 'c.pdf': 'C' })).toMatchObject({ criada: true });
  });

  it('does not change the tender registered with the same number, whose number alone finds it', async () => {
    const { id } = await licitacoes.create(org, DADOS);
    const enviada = await send(DADOS, { 'd.pdf': 'D' });
    expect(enviada.id).not.toBe(id);
    expect(await licitacoes.snapshot(org, id)).toMatchObject({ versao: 1, arquivos: [] });
    expect(await send({ numeroControlePNCP: NUMERO }, {})).toEqual({ id, criada: false });
    expect(await send({ numeroControlePNCP: NUMERO }, { 'd.pdf': 'D' })).toEqual({ id: enviada.id, criada: false });
  });

  it('a number alone, with or without files, takes what the collection has', async () => {
    const { organizacaoId } = await t.createCliente();
    await t.app.get(AcervoService).receive([registro(1, { itens: [{ numeroItem: 1, descricao: 'Cadeira' }] })], { origem: 'importacao', vistaEm: new Date() });
    const comArquivo = await send({ numeroControlePNCP: numeroDe(1) }, { 'e.pdf': 'E' }, organizacaoId);
    expect(await licitacoes.snapshot(organizacaoId, comArquivo.id)).toMatchObject({ licitacao: { numeroControlePNCP: numeroDe(1), itens: [{ descricao: 'Cadeira' }] }, arquivos: [{ nome: 'e.pdf' }] });
    expect(await send({ numeroControlePNCP: numeroDe(1) }, { 'e.pdf': 'E' }, organizacaoId)).toEqual({ id: comArquivo.id, criada: false });
    const outra = (await t.createCliente()).organizacaoId;
    const sem = await send({ numeroControlePNCP: '11.222.333/0001-81-1-1/2026' }, {}, outra);
    expect(await licitacoes.get(outra, sem.id)).toMatchObject({ origem: 'pncp', numeroControlePNCP: numeroDe(1) });
  });

  it.each<[string, unknown, Record<string, string>, string]>([
    ['nothing at all', null, {}, 'licitacao_vazia'], ['bad data', { manual: { uf: 9 } }, { 'x.pdf': 'X' }, 'licitacao_invalida'], ['a number that is not stored', { numeroControlePNCP: '00394460000141-1-000001/2020' }, { 'x.pdf': 'X' }, 'pncp_indisponivel'],
  ])('refuses %s and keeps none of its files', async (_nome, dados, textos, codigo) => {
    const antes = objetosDe(t);
    await expect(send(dados, textos)).rejects.toMatchObject({ codigo });
    expect([objetosDe(t), await transitos()]).toEqual([antes, 0]);
  });
});
