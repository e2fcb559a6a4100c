import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type AppDeTeste, type Cliente } from '../support/app.js';
import { gravarAnalise } from '../support/analise-gravada.js';
import { formulario } from '../support/formulario.js';
import { filesWith, objetosDe, rowsWith } from '../support/sobras.js';

const MARCA = 'Zulmira-Inconfundivel';

/** LGPD: what a client erases is nowhere, and nothing else is touched. */
describe('erasing for good', () => {
  let t: AppDeTeste;
  let cliente: Cliente;
  let vizinho: Cliente;
  beforeAll(async () => {
    t = await startApp();
    [cliente, vizinho] = [await t.createCliente(), await t.createCliente()];
  });
  afterAll(() => t.close());

  const call = (method: 'GET' | 'POST' | 'DELETE', url: string, quem: Cliente, payload?: object) => t.app.inject({ method, url, headers: quem.cabecalhos, ...(payload ? { payload } : {}) });
  const sendForm = async (url: string, quem: Cliente, partes: Parameters<typeof formulario>[0]) => {
    const { payload, headers } = formulario(partes);
    return t.app.inject({ method: 'POST', url, payload, headers: { ...quem.cabecalhos, ...headers } });
  };
  const createEmpresa = async (quem: Cliente, cnpj: string, texto: string) => {
    const { id } = (await call('POST', '/v1/empresas', quem, { cnpj, descricao: texto, razaoSocial: `${texto} Ltda` })).json<{ id: string }>();
    await sendForm(`/v1/empresas/${id}/documentos`, quem, [{ campo: 'dados', valor: JSON.stringify({ tipo: 'cndt', descricao: texto }) }, { campo: 'arquivo', nome: `${texto}.txt`, conteudo: `certidão de ${texto}` }]);
    return id;
  };
  const createLicitacao = async (quem: Cliente, texto: string, conteudo: string) => {
    const { id } = (await call('POST', '/v1/licitacoes', quem, { manual: { objeto: texto } })).json<{ id: string }>();
    const { arquivos } = (await sendForm(`/v1/licitacoes/${id}/arquivos`, quem, [{ campo: 'f', nome: `${texto}.txt`, conteudo }])).json<{ arquivos: { sha256: string }[] }>();
    await t.fonte.query(`insert into alicit.correcao (id, organizacao_id, licitacao_id, alvo, referencia, valor, motivo, autor, estado) values ($1, $2, $3, 'fato', 'x', '1', $4, $4, 'vigente')`, [`cor_${id.slice(4)}`, quem.organizacaoId, id, texto]);
    return { id, sha256: arquivos[0]!.sha256 };
  };
  const trabalhos = async (chaves: string[]) => (await t.fonte.query<unknown[]>('select 1 from alicit.trabalho where chave = any($1)', [chaves])).length;

  it('a company goes with its documents, analyses, their work, events, deliveries and kept answers', async () => {
    const empresa = await createEmpresa(cliente, '11222333000181', MARCA);
    const outraEmpresa = await createEmpresa(cliente, '11444777000161', 'Outra');
    const licitacao = await createLicitacao(cliente, 'Objeto comum', 'edital comum');
    const apagada = await gravarAnalise(t, { organizacaoId: cliente.organizacaoId, empresaId: empresa, licitacaoId: licitacao.id, sha256: licitacao.sha256, marca: MARCA });
    const mantida = await gravarAnalise(t, { organizacaoId: cliente.organizacaoId, empresaId: outraEmpresa, licitacaoId: licitacao.id, sha256: licitacao.sha256, marca: 'fica' });
    expect((await rowsWith(t, MARCA)).length).toBeGreaterThan(5);
    expect(filesWith(t, MARCA)).toHaveLength(1);

    expect((await call('DELETE', `/v1/empresas/${empresa}`, vizinho)).statusCode).toBe(404);
    expect((await call('DELETE', `/v1/empresas/${empresa}`, cliente)).statusCode).toBe(204);
    for (const rastro of [MARCA, empresa, apagada.proprio]) expect([rastro, await rowsWith(t, rastro)]).toEqual([rastro, []]);
    expect(filesWith(t, MARCA)).toEqual([]);
    expect(await trabalhos([mantida.proprio, mantida.partilhado])).toBe(2);
    expect((await call('GET', `/v1/empresas/${outraEmpresa}`, cliente)).statusCode).toBe(200);
    expect((await rowsWith(t, mantida.id)).length).toBeGreaterThan(3);
    expect((await call('DELETE', `/v1/empresas/${empresa}`, cliente)).statusCode).toBe(404);
  });

  it('work that another analysis of the organisation uses stays', async () => {
    const empresa = await createEmpresa(cliente, '33000167000101', 'Quarta');
    const licitacao = await createLicitacao(cliente, 'Outro objeto', 'outro edital');
    const de = { organizacaoId: cliente.organizacaoId, empresaId: empresa, licitacaoId: licitacao.id, marca: 'quarta' };
    const [primeira, segunda] = [await gravarAnalise(t, de), await gravarAnalise(t, { ...de, licitacaoId: (await createLicitacao(cliente, 'Mais um', 'mais um edital')).id })];
    await t.fonte.query('update alicit.analise set resultado = $2 where id = $1', [segunda.id, primeira.proprio]);
    await call('DELETE', `/v1/licitacoes/${licitacao.id}`, cliente);
    expect(await trabalhos([primeira.proprio])).toBe(1);
    await call('DELETE', `/v1/empresas/${empresa}`, cliente);
    expect(await trabalhos([primeira.proprio, segunda.proprio])).toBe(0);
  });

  it('a tender goes with its files, corrections and analyses; a file that another organisation also sent stays for it', async () => {
    const texto = `${MARCA}-licitacao`;
    const comum = 'edital que as duas organizações enviaram';
    const empresa = await createEmpresa(cliente, '60746948000112', 'Terceira');
    const propria = await createLicitacao(cliente, texto, `edital de ${texto}`);
    const [minha, doVizinho] = [await createLicitacao(cliente, `${texto}-2`, comum), await createLicitacao(vizinho, 'do vizinho', comum)];
    const [a, b] = [await gravarAnalise(t, { organizacaoId: cliente.organizacaoId, empresaId: empresa, licitacaoId: propria.id, sha256: propria.sha256, marca: texto }), await gravarAnalise(t, { organizacaoId: cliente.organizacaoId, empresaId: empresa, licitacaoId: minha.id, sha256: minha.sha256, marca: texto })];
    for (const id of [propria.id, minha.id]) expect((await call('DELETE', `/v1/licitacoes/${id}`, cliente)).statusCode).toBe(204);
    for (const rastro of [texto, propria.id, minha.id, propria.sha256, a.id]) expect([rastro, await rowsWith(t, rastro)]).toEqual([rastro, []]);
    expect(filesWith(t, texto)).toEqual([]);
    expect([objetosDe(t).includes(propria.sha256), objetosDe(t).includes(minha.sha256)]).toEqual([false, true]);
    expect(await trabalhos([a.proprio, a.partilhado, b.proprio])).toBe(0);
    expect(await trabalhos([b.partilhado])).toBe(1);
    await call('DELETE', `/v1/licitacoes/${doVizinho.id}`, vizinho);
    expect([objetosDe(t).includes(minha.sha256), await trabalhos([b.partilhado]), await rowsWith(t, minha.sha256)]).toEqual([false, 0, []]);
  });
});
