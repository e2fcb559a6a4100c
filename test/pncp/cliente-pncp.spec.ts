import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Pncp } from '../../src/pncp/index.js';
import { createClienteDeTeste, type RelogioFalso } from '../support/pncp-cliente.ts';
import { gerarRegistros, startPncpServer, type PncpServer } from '../support/pncp-server/index.ts';

const registros = gerarRegistros({ quantidade: 300, de: '2026-11-02', ate: '2026-11-20' });
let servidor: PncpServer;
beforeAll(async () => {
  servidor = await startPncpServer({ registros, ritmo: { semRespostaMs: 1000, lentidaoMs: 40, esperaS: 7 }, agora: () => new Date('2026-11-20T12:00:00Z') });
});
afterAll(() => servidor.close());

const abertos: Pncp[] = [];
afterEach(async () => {
  servidor.set(0);
  await Promise.all(abertos.splice(0).map((p) => p.close()));
});
const cliente = (...a: Parameters<typeof createClienteDeTeste> extends [unknown, ...infer R] ? R : never): { pncp: Pncp; relogio: RelogioFalso } => {
  const c = createClienteDeTeste(servidor, ...a);
  abertos.push(c.pncp);
  return c;
};
const erro = (codigo: string, detalhes: object = {}): unknown => expect.objectContaining({ name: 'AlicitError', codigo, detalhes: expect.objectContaining(detalhes) });
const pregoes = registros.filter((r) => r['modalidadeId'] === 6);
const consulta = { rota: 'publicacao', de: '2026-11-02', ate: '2026-11-20', modalidade: 6, pagina: 1 } as const;
const umNumero = registros[0]!.numeroControlePNCP;
const numeros = (lista: readonly unknown[]): unknown[] => lista.map((r) => (r as { numeroControlePNCP: unknown }).numeroControlePNCP);

describe('contratacoes', () => {
  it('brings the pages of a period, the records whole', async () => {
    const { pncp } = cliente();
    const primeira = await pncp.contratacoes(consulta);
    expect(primeira).toMatchObject({ totalRegistros: pregoes.length, totalPaginas: Math.ceil(pregoes.length / 50), numeroPagina: 1, filtrosIgnorados: [] });
    const todas = [...primeira.registros];
    for (let pagina = 2; pagina <= primeira.totalPaginas!; pagina++) todas.push(...(await pncp.contratacoes({ ...consulta, pagina })).registros);
    expect(new Set(numeros(todas))).toEqual(new Set(numeros(pregoes)));
    expect(todas.find((r) => (r as { numeroControlePNCP: string }).numeroControlePNCP === pregoes[3]!.numeroControlePNCP)).toEqual(pregoes[3]);
  });
});

describe('what follows a contratação', () => {
  it('brings its detail, items, results, files and history', async () => {
    const { pncp } = cliente();
    const numero = umNumero;
    expect(await pncp.detalhe(numero)).toMatchObject({ ...registros[0], orcamentoSigilosoCodigo: 1 });
    expect(await pncp.itens(numero)).toEqual(servidor.itensDe(numero));
    expect((await pncp.arquivos(numero)).map((a) => a.titulo)).toEqual(servidor.arquivosDe(numero).map((a) => a.titulo));
    expect(await pncp.historico(numero)).toEqual([expect.objectContaining({ tipoLogManutencaoNome: 'Inclusão' })]);
    await expect(pncp.detalhe('11222333000181-1-000001/2026')).rejects.toEqual(erro('pncp_nao_encontrado', { status: 404 }));
  });
});
