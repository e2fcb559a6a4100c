import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Endpoint, EstadoEndpoint, Pncp } from '../../src/pncp/index.js';
import { createClienteDeTeste, type RelogioFalso } from '../support/pncp-cliente.ts';
import { FALHAS, gerarRegistros, startPncpServer, type Falha, type PncpServer } from '../support/pncp-server/index.ts';
import { cabe } from '../support/pncp-server/falhas.ts';
import { startServidorHttp } from '../support/servidor-http.js';

const registros = gerarRegistros({ quantidade: 300, de: '2026-11-02', ate: '2026-11-20' });
let servidor: PncpServer;
beforeAll(async () => {
  servidor = await startPncpServer({ registros, ritmo: { semRespostaMs: 1000, lentidaoMs: 40, esperaS: 7 }, agora: () => new Date('2026-11-20T12:00:00Z') });
});
afterAll(() => servidor.close());

const abertos: Pncp[] = [];
afterEach(() => Promise.all(abertos.splice(0).map((p) => p.close())));
type Mais = Parameters<typeof createClienteDeTeste>[1];
const cliente = (mais: Mais = {}, de: Pick<PncpServer, 'url' | 'consultaUrl'> = servidor): { pncp: Pncp; relogio: RelogioFalso } => {
  const c = createClienteDeTeste(de, mais);
  abertos.push(c.pncp);
  return c;
};
const erro = (codigo: string, detalhes: object = {}): unknown => expect.objectContaining({ name: 'AlicitError', codigo, detalhes: expect.objectContaining(detalhes) });
/** How many requests a piece of work made. */
const pedidos = async (fazer: () => Promise<unknown>): Promise<number> => {
  const antes = servidor.ledger.length;
  await fazer();
  return servidor.ledger.length - antes;
};
const rota = (pncp: Pncp, endpoint: Endpoint): EstadoEndpoint => pncp.estado().endpoints.find((e) => e.endpoint === endpoint)!;
const pregoes = registros.filter((r) => r['modalidadeId'] === 6);
const consulta = { rota: 'publicacao', de: '2026-11-02', ate: '2026-11-20', modalidade: 6, pagina: 1 } as const;
const NUMERO = registros[0]!.numeroControlePNCP;
const numeros = (lista: readonly unknown[]): unknown[] => lista.map((r) => (r as { numeroControlePNCP: unknown }).numeroControlePNCP);

describe('contratacoes', () => {
  it('brings the pages of a period, the records whole', async () => {
    const { pncp } = cliente();
    const primeira = await pncp.contratacoes(consulta);
    expect(primeira).toMatchObject({ totalRegistros: pregoes.length, totalPaginas: Math.ceil(pregoes.length / 50), numeroPagina: 1, filtrosIgnorados: [] });
    const todas = [...primeira.registros];
    for (let pagina = 2; pagina <= primeira.totalPaginas!; pagina++) todas.push(...(await pncp.contratacoes({ ...consulta, pagina })).registros);
    expect(new Set(numeros(todas))).toEqual(new Set(numeros(pregoes)));
    expect(todas.find((r) => numeros([r])[0] === pregoes[3]!.numeroControlePNCP)).toEqual(pregoes[3]);
  });

  it('asks by update, by open proposals and with every filter', async () => {
    const { pncp } = cliente();
    const um = pregoes[0]!;
    const [uf, codigoIbge] = [(um['unidadeOrgao'] as Record<string, string>)['ufSigla']!, (um['unidadeOrgao'] as Record<string, string>)['codigoIbge']!];
    const cnpj = (um['orgaoEntidade'] as Record<string, string>)['cnpj']!;
    expect(numeros((await pncp.contratacoes({ ...consulta, uf, codigoIbge, cnpj })).registros)).toEqual(numeros(pregoes.filter((r) => (r['orgaoEntidade'] as Record<string, string>)['cnpj'] === cnpj)));
    expect((await pncp.contratacoes({ ...consulta, rota: 'atualizacao', tamanhoPagina: 10 })).registros).toHaveLength(10);
    const abertas = await pncp.contratacoes({ rota: 'proposta', ate: '2026-12-31', pagina: 1 });
    expect(abertas.totalRegistros).toBe(registros.filter((r) => String(r['dataEncerramentoProposta'] ?? '') >= '2026-11-20').length);
  });

  it('is an empty page where there is nothing, once a 204 was asked again', async () => {
    const { pncp } = cliente();
    const vazia = { ...consulta, de: '2020-01-01', ate: '2020-01-31' };
    expect(await pedidos(async () => expect(await pncp.contratacoes(vazia)).toEqual({ registros: [], totalRegistros: 0, totalPaginas: 0, numeroPagina: 1, filtrosIgnorados: [] }))).toBe(2);
    // After a failure it is believed less.
    servidor.next('erro_503', 1, 'publicacao');
    expect(await pedidos(() => pncp.contratacoes(vazia))).toBe(4);
  });

  it('brings atas and contratos by period', async () => {
    const { pncp } = cliente();
    const periodo = { por: 'periodo', de: '2026-11-02', ate: '2027-10-31', pagina: 1 } as const;
    const [atas, contratos] = [await pncp.atas(periodo), await pncp.contratos(periodo)];
    expect([atas.registros.length, contratos.registros.length]).toEqual([atas.totalRegistros, contratos.totalRegistros]);
    expect([atas.totalRegistros! > 10, contratos.totalRegistros! > 10]).toEqual([true, true]);
    const cnpj = (contratos.registros[0] as { orgaoEntidade: { cnpj: string } }).orgaoEntidade.cnpj;
    for (const pagina of [await pncp.contratos({ ...periodo, cnpj }), await pncp.contratos({ ...periodo, por: 'atualizacao', cnpj })]) expect([pagina.filtrosIgnorados, pagina.registros.length > 0]).toEqual([[], true]);
  });
});

describe('what follows a contratação', () => {
  it('is its detail, items, results, files and history', async () => {
    const { pncp } = cliente();
    const comResultado = registros.find((r) => servidor.itensDe(r.numeroControlePNCP)[0]!['temResultado'] === true)!.numeroControlePNCP;
    expect(await pncp.detalhe(NUMERO)).toMatchObject({ ...registros[0], orcamentoSigilosoCodigo: 1 });
    expect(await pncp.itens(NUMERO)).toEqual(servidor.itensDe(NUMERO));
    expect(await pncp.resultados(comResultado, 1)).toEqual([expect.objectContaining({ numeroItem: 1, numeroControlePNCPCompra: comResultado })]);
    expect((await pncp.arquivos(NUMERO))[0]).toMatchObject({ sequencial: 1, tipoDocumentoId: 2, tipoDocumentoNome: 'Edital', ativo: true, publicadoEm: registros[0]!['dataPublicacaoPncp'] });
    expect(await pncp.historico(NUMERO)).toEqual([expect.objectContaining({ tipoLogManutencaoNome: 'Inclusão' })]);
    await expect(pncp.detalhe('11222333000181-1-000001/2026')).rejects.toEqual(erro('pncp_nao_encontrado', { status: 404 }));
    await expect(pncp.itens('18715383000140-2-000001/2026')).rejects.toEqual(expect.objectContaining({ codigo: 'pncp_numero_invalido' }));
  });

  it('is read to the last page, in order', async () => {
    const [itens] = [Array.from({ length: 131 }, (_, i) => ({ ...servidor.itensDe(NUMERO)[0]!, numeroItem: 131 - i }))];
    const numero = registros[1]!.numeroControlePNCP;
    servidor.setItens(numero, itens);
    expect((await cliente().pncp.itens(numero)).map((i) => (i as { numeroItem: number }).numeroItem)).toEqual(Array.from({ length: 131 }, (_, i) => i + 1));
  });

  it('that is not there yet is another kind of error than what never was', async () => {
    const { pncp } = cliente();
    servidor.next('lista_404', 2, 'itens');
    servidor.next('lista_404', 2, 'arquivos');
    await expect(pncp.itens(NUMERO)).rejects.toEqual(expect.objectContaining({ tipo: 'indisponivel', codigo: 'pncp_ainda_sem_itens' }));
    await expect(pncp.arquivos(NUMERO)).rejects.toEqual(expect.objectContaining({ tipo: 'indisponivel', codigo: 'pncp_ainda_sem_arquivos' }));
    servidor.next('lista_404', 1, 'itens');
    expect(await pncp.itens(NUMERO)).toEqual(servidor.itensDe(NUMERO));
  });
});

describe('a fault', () => {
  const verdade = numeros(pregoes.slice(0, 50));

  it.each(FALHAS.filter((f) => cabe(f, 'publicacao')))('%s, once, is got over', async (falha) => {
    const { pncp } = cliente(falha === 'sem_resposta' ? { tempoMs: 100 } : {});
    servidor.next(falha, 1, 'publicacao');
    const pagina = await pncp.contratacoes(consulta);
    expect([...numeros(pagina.registros)].sort()).toEqual([...verdade].sort());
    expect(pagina.registros[0]).toEqual(pregoes.find((r) => r.numeroControlePNCP === numeros(pagina.registros)[0]));
  });

  const SEMPRE: readonly (readonly [Falha, string, object, number])[] = [
    ['limite', 'pncp_limite', { status: 429, tentarEmS: 60 }, 3], ['limite_com_espera', 'pncp_limite', { tentarEmS: 7 }, 3], ['erro_500_texto', 'pncp_sem_resposta', { status: 500, causa: 'http_500' }, 3], ['erro_500_json', 'pncp_sem_resposta', {}, 3],
    ['erro_503', 'pncp_sem_resposta', { status: 503 }, 3], ['sem_resposta', 'pncp_sem_resposta', { causa: 'tempo_esgotado' }, 3], ['conexao_cortada', 'pncp_sem_resposta', { causa: 'conexao_interrompida' }, 3],
    ['corpo_interrompido', 'pncp_sem_resposta', {}, 3], ['json_cortado', 'pncp_resposta_invalida', { causa: 'json_cortado' }, 3], ['html_200', 'pncp_resposta_invalida', { causa: 'html' }, 3], ['falso_422', 'pncp_recusado', { status: 422 }, 2],
  ];
  it.each(SEMPRE)('%s, always, is %s', async (falha, codigo, detalhes, vezes) => {
    const { pncp } = cliente({ tentativas: 3, tempoMs: falha === 'sem_resposta' ? 60 : 5000 });
    servidor.next(falha, vezes, 'publicacao');
    expect(await pedidos(async () => expect(pncp.contratacoes(consulta)).rejects.toEqual(erro(codigo, { endpoint: 'publicacao', tentativas: vezes, ...detalhes })))).toBe(vezes);
  });

  it('that PNCP’s contract has is not tried again', async () => {
    const { pncp } = cliente();
    expect(await pedidos(() => expect(pncp.detalhe('11222333000181-1-000001/2026')).rejects.toEqual(erro('pncp_nao_encontrado')))).toBe(1);
  });
});

describe('waiting', () => {
  it('is the whole client’s after a 429: a minute, or what Retry-After says', async () => {
    const { pncp, relogio } = cliente({ tentativas: 1 });
    servidor.next('limite', 1, 'publicacao');
    await expect(pncp.contratacoes(consulta)).rejects.toEqual(erro('pncp_limite'));
    expect(pncp.estado().pausadoAte!.getTime() - relogio.agora()).toBe(60_000);
    await pncp.detalhe(NUMERO);
    expect([relogio.dormidas, pncp.estado().pausadoAte]).toEqual([[60_000], null]);
    servidor.next('limite_com_espera', 1, 'detalhe');
    await expect(pncp.detalhe(NUMERO)).rejects.toEqual(erro('pncp_limite'));
    await pncp.contratacoes(consulta);
    expect(relogio.dormidas).toEqual([60_000, 7000]);
  });

  it('is one call’s after a 503 that says how long', async () => {
    let vez = 0;
    const s = await startServidorHttp((r) => (++vez === 1 ? r.writeHead(503, { 'retry-after': '9' }).end() : r.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(registros[0]))));
    try {
      const { pncp, relogio } = cliente({}, { url: s.url, consultaUrl: s.url });
      await pncp.detalhe(NUMERO);
      expect([relogio.dormidas, pncp.estado().pausadoAte]).toEqual([[9000], null]);
    } finally {
      await s.fechar();
    }
  });

  it('between tries is drawn below a ceiling that doubles', async () => {
    const { pncp, relogio } = cliente({ tentativas: 4 });
    servidor.next('erro_503', 3, 'publicacao');
    await pncp.contratacoes(consulta);
    const [a, b, c] = relogio.dormidas as [number, number, number];
    expect([relogio.dormidas.length, a < 1000, b < 2000, c < 4000]).toEqual([3, true, true, true]);
  });

  it('ends when whoever asked gives up, or the client closes', async () => {
    const { pncp } = cliente({ tempoMs: 5000 });
    const desiste = new AbortController();
    servidor.next('sem_resposta', 2, 'publicacao');
    const espera = expect(pncp.contratacoes(consulta, desiste.signal)).rejects.toEqual(expect.objectContaining({ codigo: 'pncp_cancelado' }));
    const outra = expect(pncp.contratacoes(consulta)).rejects.toEqual(expect.objectContaining({ codigo: 'pncp_encerrado' }));
    setImmediate(() => desiste.abort());
    await espera;
    await pncp.close();
    await outra;
    await expect(pncp.contratacoes(consulta)).rejects.toEqual(expect.objectContaining({ codigo: 'pncp_encerrado' }));
  });
});

describe('protection of PNCP', () => {
  it('asks at most so many things at once, whoever asks', async () => {
    let [juntos, maximo] = [0, 0];
    const lento = await startPncpServer({ registros: registros.slice(0, 40), atrasoMs: 2, antes: () => void (maximo = Math.max(maximo, ++juntos)) });
    try {
      const { pncp } = cliente({ tempoMs: 5000 }, lento);
      await Promise.all(registros.slice(0, 40).map((r) => pncp.detalhe(r.numeroControlePNCP).finally(() => juntos--)));
      expect([maximo, pncp.estado().concorrencia]).toEqual([5, { limite: 5, emCurso: 0, naFila: 0 }]);
    } finally {
      await lento.close();
    }
  });

  it('leaves alone an endpoint that only fails, the others not, and probes it later', async () => {
    const { pncp, relogio } = cliente({ tentativas: 5 });
    servidor.next('erro_503', 10, 'publicacao');
    for (let i = 0; i < 2; i++) await expect(pncp.contratacoes(consulta)).rejects.toEqual(erro('pncp_sem_resposta'));
    expect(rota(pncp, 'publicacao')).toMatchObject({ disjuntor: 'aberto', ultimaFalha: { desfecho: 'erro_servidor', status: 503 } });
    expect(await pedidos(() => expect(pncp.contratacoes(consulta)).rejects.toEqual(erro('pncp_disjuntor_aberto', { endpoint: 'publicacao' })))).toBe(0);
    await pncp.detalhe(NUMERO);
    relogio.avancar(60_000);
    expect(rota(pncp, 'publicacao').disjuntor).toBe('meio_aberto');
    await pncp.contratacoes(consulta);
    expect(rota(pncp, 'publicacao')).toMatchObject({ disjuntor: 'fechado', abertoAte: null });
  });

  it('refuses more callers than its queue holds', async () => {
    const { pncp } = cliente({ maxFila: 1, concorrencia: { minimo: 1, maximo: 1 } });
    const feitos = await Promise.allSettled([1, 2, 3].map(() => pncp.detalhe(NUMERO)));
    expect(feitos.map((f) => (f.status === 'rejected' ? (f.reason as { codigo: string }).codigo : 'ok'))).toEqual(['ok', 'ok', 'pncp_fila_cheia']);
  });

  it('reads no answer beyond its size', async () => {
    const { pncp } = cliente({ maxBytesResposta: 2000 });
    expect(await pedidos(() => expect(pncp.contratacoes(consulta)).rejects.toEqual(erro('pncp_resposta_grande', { maxBytes: 2000 })))).toBe(1);
  });
});

describe('estado', () => {
  it('counts what happened and what differs from what is known', async () => {
    const { pncp } = cliente();
    servidor.next('tipo_errado', 1, 'publicacao');
    servidor.next('latin1', 1, 'publicacao');
    servidor.next('vazio_errado', 1, 'publicacao');
    for (let i = 0; i < 3; i++) await pncp.contratacoes(consulta);
    expect(rota(pncp, 'publicacao')).toMatchObject({ desfechos: { ok: 3, vazio: 1 }, deriva: { 'tipo_de_conteudo:nao_json': 1, 'charset:latin1': 1, 'envelope:vazio_desmentido': 1 }, latenciaMs: { p50: expect.any(Number) }, ultimoSucesso: expect.any(Date), ultimaFalha: null });
  });

  it('tells records that do not keep the filter they were asked by, and fields nobody knew', async () => {
    const pagina = { data: [{ ...registros[0]!, modalidadeId: 8, campoInedito: true }], totalRegistros: 1, totalPaginas: 1, numeroPagina: 1, paginasRestantes: 0, empty: false };
    const surdo = await startServidorHttp((r) => r.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(pagina)));
    try {
      const { pncp } = cliente({}, { url: surdo.url, consultaUrl: surdo.url });
      expect(await pncp.contratacoes({ ...consulta, uf: 'ZZ' })).toMatchObject({ registros: pagina.data, filtrosIgnorados: ['modalidade', 'uf'] });
      expect(rota(pncp, 'publicacao').deriva).toEqual({ 'campo_novo:campoInedito': 1, 'filtro_ignorado:modalidade': 1, 'filtro_ignorado:uf': 1 });
      // Another page than asked is no answer.
      await expect(pncp.contratacoes({ ...consulta, pagina: 2 })).rejects.toEqual(erro('pncp_resposta_invalida', { causa: 'outra_pagina' }));
    } finally {
      await surdo.fechar();
    }
  });
});
