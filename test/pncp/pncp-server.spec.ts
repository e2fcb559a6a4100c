import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { isCnpj } from '../../src/kernel/index.js';
import { carregarRegistros, completarRegistro, gerarRegistros, startPncpServer, type PncpServer } from '../support/pncp-server/index.ts';

const registros = gerarRegistros({ quantidade: 120, de: '2026-11-02', ate: '2026-11-20' });
let s: PncpServer;
beforeAll(async () => {
  s = await startPncpServer({ registros, ritmo: { semRespostaMs: 50, lentidaoMs: 10 } });
});
afterAll(() => s.close());
afterEach(() => s.set(0));

const get = async (url: string): Promise<{ status: number; tipo: string | null; texto: string }> => {
  const r = await fetch(url);
  return { status: r.status, tipo: r.headers.get('content-type'), texto: await r.text() };
};
const lista = (params: string, rota = 'publicacao'): ReturnType<typeof get> => get(`${s.consultaUrl}/v1/contratacoes/${rota}?${params}`);
const PERIODO = 'dataInicial=20261102&dataFinal=20261120&codigoModalidadeContratacao=6';
const compra = (numero: string): string => `/v1/orgaos/${numero.slice(0, 14)}/compras/${numero.slice(-4)}/${Number(numero.slice(17, 23))}`;

describe('the server of the tests', () => {
  it('answers with PNCP’s envelope and its page rules', async () => {
    const total = registros.filter((r) => r['modalidadeId'] === 6).length;
    const { status, tipo, texto } = await lista(`${PERIODO}&pagina=2&tamanhoPagina=10`);
    expect([status, tipo]).toEqual([200, 'application/json']);
    expect(JSON.parse(texto)).toMatchObject({ data: expect.any(Array), totalRegistros: total, totalPaginas: Math.ceil(total / 10), numeroPagina: 2, paginasRestantes: Math.ceil(total / 10) - 2, empty: false });
    expect((JSON.parse(texto) as { data: unknown[] }).data).toHaveLength(10);
  });

  it.each([
    [`${PERIODO}&tamanhoPagina=10`, 400], [`${PERIODO}&pagina=1&tamanhoPagina=9`, 400], [`${PERIODO}&pagina=1&tamanhoPagina=51`, 400], ['dataInicial=20261102&dataFinal=20261120&pagina=1', 400], ['dataInicial=20251101&dataFinal=20261120&codigoModalidadeContratacao=6&pagina=1', 422],
    ['dataInicial=20261120&dataFinal=20261102&codigoModalidadeContratacao=6&pagina=1', 422], ['dataInicial=20261302&dataFinal=20261320&codigoModalidadeContratacao=6&pagina=1', 422], ['dataInicial=20200101&dataFinal=20200102&codigoModalidadeContratacao=6&pagina=1', 204],
  ])('refuses or empties %s with %d', async (params, status) => {
    expect((await lista(params)).status).toBe(status);
  });

  it('has the detail in one API, and bare lists with their counts in the other', async () => {
    const { numeroControlePNCP: numero } = registros[0]!;
    expect(JSON.parse((await get(s.consultaUrl + compra(numero))).texto)).toMatchObject({ numeroControlePNCP: numero, orcamentoSigilosoCodigo: 1 });
    expect((await get(s.url + compra(numero))).status).toBe(404);
    const itens = JSON.parse((await get(`${s.url}${compra(numero)}/itens`)).texto) as unknown[];
    expect(JSON.parse((await get(`${s.url}${compra(numero)}/itens/quantidade`)).texto)).toBe(s.itensDe(numero).length);
    expect(itens).toEqual(s.itensDe(numero).slice(0, 10));
    const arquivo = await fetch(`${s.url}${compra(numero)}/arquivos/1`);
    expect([arquivo.headers.get('content-disposition'), Buffer.from(await arquivo.arrayBuffer()).equals(s.arquivosDe(numero)[0]!.conteudo)]).toEqual([expect.stringContaining('attachment; filename='), true]);
    expect((await get(`${s.url.replace('/api/pncp', '/pncp-api')}${compra(numero)}/historico`)).status).toBe(200);
  });

  it('changes while it runs, and shows it by update and in the history', async () => {
    const { numeroControlePNCP: numero } = registros[1]!;
    const atualizadas = async (): Promise<unknown> => (await lista(`dataInicial=20261122&dataFinal=20261122&codigoModalidadeContratacao=${String(registros[1]!['modalidadeId'])}&pagina=1`, 'atualizacao')).status;
    expect(await atualizadas()).toBe(204);
    s.change(numero, { situacaoCompraId: 2, situacaoCompraNome: 'Revogada' }, '2026-11-22T10:00:00');
    expect(await atualizadas()).toBe(200);
    expect(JSON.parse((await get(`${s.url}${compra(numero)}/historico`)).texto)).toEqual([expect.objectContaining({ tipoLogManutencao: 0 }), expect.objectContaining({ tipoLogManutencao: 1, logManutencaoDataInclusao: '2026-11-22T10:00:00' })]);
    const antes = s.total;
    s.remove(numero);
    expect([s.total, (await get(s.consultaUrl + compra(numero))).status]).toEqual([antes - 1, 404]);
    s.publish(registros[1]!);
    expect([s.total, s.numeros().includes(numero)]).toEqual([antes, true]);
  });

  it('fails as scripted, then by a chance that repeats with the seed', async () => {
    s.next('limite', 1, 'publicacao');
    expect(await lista(`${PERIODO}&pagina=1`)).toMatchObject({ status: 429, tipo: 'text/html', texto: expect.stringContaining('Limite de requisições excedido') });
    expect((await lista(`${PERIODO}&pagina=1`)).status).toBe(200);
    const corrida = async (semente: number): Promise<unknown[]> => {
      const outro = await startPncpServer({ registros, semente, falhas: { probabilidade: 0.5, pesos: { erro_503: 1, limite: 1 } } });
      for (let i = 0; i < 30; i++) await get(`${outro.consultaUrl}/v1/contratacoes/publicacao?${PERIODO}&pagina=${1 + (i % 3)}`);
      await outro.close();
      return outro.ledger.map((p) => p.falha);
    };
    const [a, b, c] = [await corrida(1), await corrida(1), await corrida(2)];
    expect(a).toEqual(b);
    expect(a).not.toEqual(c);
    expect([a.filter((f) => f !== null).length > 5, a.includes('erro_503'), a.includes('limite')]).toEqual([true, true, true]);
  });

  it('invents records that repeat, with CNPJs that hold', () => {
    expect(gerarRegistros({ quantidade: 50 })).toEqual(gerarRegistros({ quantidade: 50 }));
    expect(new Set(gerarRegistros({ quantidade: 3000 }).map((r) => r.numeroControlePNCP)).size).toBe(3000);
    expect(registros.filter((r) => !isCnpj(r.numeroControlePNCP.slice(0, 14)))).toEqual([]);
  });
});

describe('records from files', () => {
  const pasta = mkdtempSync(join(tmpdir(), 'alicit-pncp-'));
  afterAll(() => rmSync(pasta, { recursive: true, force: true }));

  it('are completed to PNCP’s shape, the later of two kept', () => {
    const normalizada = { numeroControlePNCP: '11222333000181-1-000007/2025', objeto: 'Aquisição de cadeiras', orgao: 'MUNICIPIO X', uf: 'SC', municipio: 'Lages', codigoIbge: '4209300', modalidadeId: null, modalidadeNome: 'Concorrência', valor: null, dataEncerramento: '2026-01-21T09:00' };
    writeFileSync(join(pasta, 'a.jsonl'), `\ufeff${JSON.stringify({ ...registros[0], _interno: 1 })}\n\n${JSON.stringify(normalizada)}\n`);
    writeFileSync(join(pasta, 'b.json'), JSON.stringify({ data: [{ ...registros[0], objetoCompra: 'novo', dataAtualizacaoGlobal: '2027-01-01T00:00:00' }, { numeroControlePNCP: 'x' }], totalRegistros: 2 }));
    writeFileSync(join(pasta, 'c.json'), '{"outra":"coisa"}');
    const { registros: lidos, arquivos } = carregarRegistros(pasta);
    expect(arquivos).toEqual([['a.jsonl', 2], ['b.json', 1]]);
    expect(lidos).toEqual([expect.objectContaining({ objetoCompra: 'novo' }), expect.objectContaining({ objetoCompra: 'Aquisição de cadeiras', modalidadeId: 4, modalidadeNome: 'Concorrência - Eletrônica', valorTotalEstimado: 0, dataEncerramentoProposta: '2026-01-21T09:00:00', dataPublicacaoPncp: '2026-01-06T09:00:00' })]);
    expect(Object.keys(completarRegistro(normalizada)!).sort()).toEqual(Object.keys(registros[0]!).sort());
    expect(completarRegistro({ numeroControlePNCP: '11222333000181-2-000007/2025' })).toBeNull();
    expect(completarRegistro({ ...registros[0], _interno: 1 })).toEqual(registros[0]);
  });
});
