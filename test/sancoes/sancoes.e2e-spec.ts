import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PedidosService } from '../../src/analises/analises.module.js';
import { ImportacaoService } from '../../src/sancoes/sancoes.module.js';
import { newId } from '../../src/storage/index.js';
import { startApp, type AppDeTeste, type Cliente } from '../support/app.js';
import { COLUNAS_CNEP, csvDe, linhaCom } from './arquivo.js';

const CNPJ = '11222333000181';
const HOJE = new Date(Date.now() - 3 * 3_600_000).toISOString().slice(0, 10);

describe('the registers of sanctions', () => {
  let t: AppDeTeste;
  let c: Cliente;
  let pasta = '';
  beforeAll(async () => {
    t = await startApp({ ALICIT_ROLE: 'api' });
    c = await t.createCliente();
    pasta = mkdtempSync(join(tmpdir(), 'alicit-sancoes-e2e-'));
  });
  afterAll(async () => {
    await t.close();
    rmSync(pasta, { recursive: true, force: true });
  });

  const get = async (url: string) => {
    const r = await t.app.inject({ method: 'GET', url, headers: c.cabecalhos });
    return { status: r.statusCode, corpo: r.json<Record<string, unknown>>() };
  };
  const importar = (nome: string, csv: string, opcoes: { forcar?: boolean; hoje?: string } = {}) => {
    writeFileSync(join(pasta, nome), Buffer.from(csv, 'latin1'));
    return t.app.get(ImportacaoService).importar({ arquivo: join(pasta, nome), hoje: '2026-11-23', maxBytes: 1e8, ...opcoes });
  };
  const count = async (): Promise<number> => (await t.fonte.query<{ n: number }[]>('select count(*)::int as n from alicit.sancao'))[0]!.n;
  const outras = (n: number) => Array.from({ length: n }, (_, i) => linhaCom({ 'CÓDIGO DA SANÇÃO': String(100 + i), 'CPF OU CNPJ DO SANCIONADO': '33000167000101' }));

  it('not imported, say so', async () => {
    expect(await get('/v1/sancoes')).toMatchObject({ status: 200, corpo: { maxDias: 30, cadastros: [{ cadastro: 'ceis', situacao: 'nao_importado', data: null }, { cadastro: 'cnep', situacao: 'nao_importado' }] } });
    expect((await get(`/v1/sancoes/${CNPJ}`)).corpo).toMatchObject({ cnpj: CNPJ, fontes: [{ situacao: 'nao_importado' }, { situacao: 'nao_importado' }], registros: [] });
    expect((await get('/v1/sancoes/11222333000182'))).toMatchObject({ status: 422, corpo: { codigo: 'cnpj_invalido' } });
  });

  it('are imported whole, looked up by company, and replaced by the next file', async () => {
    const feita = await importar('20261101_CEIS.csv', csvDe([
      linhaCom(), linhaCom({ 'CÓDIGO DA SANÇÃO': '2', 'CPF OU CNPJ DO SANCIONADO': '11222333000262' }), linhaCom({ 'TIPO DE PESSOA': 'F', 'CPF OU CNPJ DO SANCIONADO': '***123456**' }), linhaCom({ 'CATEGORIA DA SANÇÃO': 'Interdição de direitos' }), ...outras(1200),
    ]));
    expect(feita).toMatchObject({ cadastro: 'ceis', data: '2026-11-01', linhas: 1204, sancoes: 1203, pessoasFisicas: 1, desconhecidas: { 'Interdição de direitos': 1 } });
    const { corpo } = await get(`/v1/sancoes/${CNPJ}`);
    expect(corpo).toMatchObject({ registros: [{ codigo: '1', alcance: 'ente', efeito: 'impede', inicio: '2026-02-01' }, { efeito: 'desconhecido' }], daRaiz: [{ codigo: '2', cnpj: '11222333000262' }] });
    await importar('20261102_CEIS.csv', csvDe([linhaCom({ 'CÓDIGO DA SANÇÃO': '9' }), ...outras(1000)]));
    expect((await get(`/v1/sancoes/${CNPJ}`)).corpo).toMatchObject({ registros: [{ codigo: '9' }], daRaiz: [] });
    expect(await count()).toBe(1001);
  });

  it.each<[string, string, string]>([
    ['older', 'sancoes_mais_antigas', '20261031_CEIS.csv'], ['much smaller', 'sancoes_a_menos', '20261103_CEIS.csv'],
  ])('a file that is %s changes nothing unless forced', async (_, codigo, nome) => {
    await expect(importar(nome, csvDe([linhaCom()]))).rejects.toMatchObject({ codigo });
    expect(await count()).toBe(1001);
  });

  it('a file cut in its middle, or mostly unreadable, changes nothing', async () => {
    const csv = csvDe([linhaCom(), ...outras(1500)]);
    await expect(importar('20261103_CEIS.csv', csv.slice(0, -100))).rejects.toMatchObject({ codigo: 'sancoes_cortado' });
    await expect(importar('20261103_CEIS.csv', csvDe([...outras(1000), ...Array.from({ length: 100 }, () => linhaCom({ 'CPF OU CNPJ DO SANCIONADO': '123' }))]))).rejects.toMatchObject({ codigo: 'sancoes_ilegiveis' });
    expect(await count()).toBe(1001);
  });

  it('go into what an analysis starts from', async () => {
    await importar('20261104_CNEP.csv', csvDe([linhaCom({ CADASTRO: 'CNEP', 'CATEGORIA DA SANÇÃO': 'Multa', 'FUNDAMENTAÇÃO LEGAL': 'LEI 12846 - ART. 6º, I', 'VALOR DA MULTA': '10,00' }, COLUNAS_CNEP)], COLUNAS_CNEP));
    const [empresaId, licitacaoId] = [newId('emp'), newId('lic')];
    await t.fonte.query(`insert into alicit.empresa (id, organizacao_id, cnpj, perfil) values ($1, $2, $3, $4)`, [empresaId, c.organizacaoId, CNPJ, JSON.stringify({ cnpj: CNPJ, descricao: 'limpeza' })]);
    await t.fonte.query(`insert into alicit.licitacao (id, organizacao_id, origem) values ($1, $2, 'arquivos')`, [licitacaoId, c.organizacaoId]);
    await t.fonte.query('insert into alicit.arquivo (sha256, bytes) values ($1, 1)', ['a'.repeat(64)]);
    await t.fonte.query(`insert into alicit.licitacao_arquivo (id, organizacao_id, licitacao_id, sha256, nome, bytes) values ($1, $2, $3, $4, 'edital.pdf', 1)`, [newId('arq'), c.organizacaoId, licitacaoId, 'a'.repeat(64)]);
    const { id } = await t.app.get(PedidosService).request(c.organizacaoId, { empresaId, licitacaoId, agora: null });
    const [linha] = await t.fonte.query<{ sancoes: unknown }[]>(`select entradas -> 'sancoes' as sancoes from alicit.analise where id = $1 and organizacao_id = $2`, [id, c.organizacaoId]);
    expect(linha!.sancoes).toMatchObject({ fontes: [{ cadastro: 'ceis', data: '2026-11-02' }, { cadastro: 'cnep', data: '2026-11-04' }], maxDias: 30, registros: [{ codigo: '9' }, { cadastro: 'cnep', efeito: 'nao_impede' }] });
    // The same request is the same analysis; with newer data it is another.
    expect((await t.app.get(PedidosService).request(c.organizacaoId, { empresaId, licitacaoId, agora: null })).id).toBe(id);
    await importar('20261105_CEIS.csv', csvDe([linhaCom({ 'CÓDIGO DA SANÇÃO': '9' })]), { forcar: true });
    expect((await t.app.get(PedidosService).request(c.organizacaoId, { empresaId, licitacaoId, agora: null })).id).not.toBe(id);
  });

  it('of today are current', async () => {
    await importar(`${HOJE}_CEIS.csv`, csvDe([linhaCom()]), { hoje: HOJE });
    expect((await get('/v1/sancoes')).corpo).toMatchObject({ cadastros: [{ cadastro: 'ceis', situacao: 'atual', idadeDias: 0, sancoes: 1 }, {}] });
  });
});
