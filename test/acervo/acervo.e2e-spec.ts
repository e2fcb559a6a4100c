import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AcervoService } from '../../src/acervo/acervo.module.js';
import { startApp, type AppDeTeste, type Cliente } from '../support/app.js';
import { completarRegistro, startPncpServer, type PncpServer } from '../support/pncp-server/index.ts';
import { CNPJ, numeroDe, registro } from './apoio.js';

const VISTA = new Date('2026-01-02T12:00:00Z');

describe('GET /v1/acervo, and numbers looked up', () => {
  let t: AppDeTeste;
  let pncp: PncpServer;
  let cliente: Cliente;
  beforeAll(async () => {
    pncp = await startPncpServer({ registros: [completarRegistro(registro(9))!] });
    t = await startApp({ PNCP_URL: pncp.url, PNCP_CONSULTA_URL: pncp.consultaUrl, ALICIT_PNCP_TENTATIVAS: '1' });
    cliente = await t.createCliente();
    const acervo = t.app.get(AcervoService);
    await acervo.receive(Array.from({ length: 5 }, (_, i) => registro(i + 1, { dataPublicacaoPncp: `2026-01-0${i + 1}T08:00:00`, modalidadeId: i % 2 ? 6 : 8 })), { origem: 'importacao', vistaEm: VISTA });
    await acervo.receive([registro(1, { objetoCompra: 'Pavimentação da Rua das Acácias', dataPublicacaoPncp: '2026-01-01T08:00:00', modalidadeId: 8, dataAtualizacaoGlobal: '2026-01-09T08:00:00' })], { origem: 'importacao', vistaEm: new Date('2026-01-10T12:00:00Z') });
    await acervo.receiveArquivos(numeroDe(1), [{ sequencialDocumento: 1, titulo: 'Edital', tipoDocumentoId: 2, tipoDocumentoNome: 'Edital', statusAtivo: true, dataPublicacaoPncp: '2026-01-01T08:00:00' }], { vistaEm: new Date('2026-01-10T12:00:00Z') });
    await acervo.receiveItens(numeroDe(1), [], { vistaEm: new Date('2026-01-10T12:00:00Z') });
  });
  afterAll(async () => {
    await t.close();
    await pncp.close();
  });
  const get = (url: string) => t.app.inject({ method: 'GET', url, headers: cliente.cabecalhos });
  const post = (payload: object) => t.app.inject({ method: 'POST', url: '/v1/licitacoes', headers: cliente.cabecalhos, payload });
  const numeros = async (consulta: string): Promise<string[]> => (await get(`/v1/acervo?${consulta}`)).json<{ itens: { numeroControlePNCP: string }[] }>().itens.map((i) => i.numeroControlePNCP);

  it('pages from the latest publication, with filters', async () => {
    const vistos: string[] = [];
    for (let cursor = ''; ; ) {
      const { itens, proximo } = (await get(`/v1/acervo?limite=2${cursor}`)).json<{ itens: { numeroControlePNCP: string }[]; proximo: string | null }>();
      vistos.push(...itens.map((i) => i.numeroControlePNCP));
      if (!proximo) break;
      cursor = `&cursor=${proximo}`;
    }
    expect(vistos).toEqual([5, 4, 3, 2, 1].map(numeroDe));
    expect(await numeros('modalidade=6&uf=sp')).toEqual([4, 2].map(numeroDe));
    expect(await numeros('de=2026-01-02&ate=2026-01-03')).toEqual([3, 2].map(numeroDe));
    expect(await numeros('q=pavimentacao+acacia')).toEqual([numeroDe(1)]);
    expect(await numeros('q=cadeira&situacao=divulgada&codigoIbge=3550308')).toHaveLength(4);
    expect(await numeros('abertas=true')).toEqual([]);
    expect((await get('/v1/acervo?cursor=x')).json()).toMatchObject({ status: 422, erros: [{ ponteiro: '/cursor' }] });
  });

  it('one tender, its changes and its files, by any spelling of the number', async () => {
    for (const numero of [encodeURIComponent(numeroDe(1)), `${CNPJ}-1-1-2026`]) {
      expect((await get(`/v1/acervo/${numero}`)).json()).toMatchObject({
        numeroControlePNCP: numeroDe(1), versao: 2, objeto: 'Pavimentação da Rua das Acácias', vistaEm: '2026-01-10T12:00:00.000Z', itensEstado: 'completo', arquivos: [{ titulo: 'Edital' }], relacionadas: [],
      });
    }
    const numero = encodeURIComponent(numeroDe(1));
    const primeira = (await get(`/v1/acervo/${numero}/mudancas?limite=1`)).json<{ itens: { campo: string }[]; proximo: string }>();
    expect(primeira.itens).toEqual([expect.objectContaining({ campo: 'objeto', antes: 'Aquisição de cadeiras escolares, lote 1', versao: 2 })]);
    expect((await get(`/v1/acervo/${numero}/mudancas?cursor=${primeira.proximo}`)).json()).toMatchObject({ itens: [{ campo: 'atualizacao' }], proximo: null });
    expect((await get(`/v1/acervo/${numero}/arquivos`)).json()).toMatchObject({ estado: 'completo', itens: [{ sequencial: 1, ativo: true }] });
    expect((await get('/v1/acervo/nada')).json()).toMatchObject({ status: 404, codigo: 'licitacao_fora_do_acervo' });
  });

  it('a number alone: from the collection, from PNCP, or said to be nowhere', async () => {
    const doAcervo = await post({ numeroControlePNCP: numeroDe(1) });
    expect([doAcervo.statusCode, doAcervo.json()]).toMatchObject([201, { origem: 'pncp', dados: { objeto: 'Pavimentação da Rua das Acácias' } }]);
    const doPncp = await Promise.all([post({ numeroControlePNCP: numeroDe(9) }), post({ numeroControlePNCP: numeroDe(9) })]);
    expect(doPncp.map((r) => r.statusCode).sort()).toEqual([200, 201]);
    expect(doPncp[0]!.json<{ dados: { itens: unknown[] } }>().dados.itens.length).toBeGreaterThan(0);
    expect(pncp.ledger.filter((p) => p.rota === 'detalhe')).toHaveLength(1);
    expect((await get(`/v1/acervo/${encodeURIComponent(numeroDe(9))}`)).json()).toMatchObject({ itensEstado: 'completo', arquivosEstado: 'completo' });
    expect((await post({ numeroControlePNCP: numeroDe(99) })).json()).toMatchObject({ status: 404, codigo: 'licitacao_nao_publicada' });
    pncp.next('erro_503', 10, 'detalhe');
    expect((await post({ numeroControlePNCP: numeroDe(98) })).json()).toMatchObject({ status: 503, codigo: 'pncp_indisponivel' });
  });
});
