import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { indisponivel, naoEncontrado } from '../../src/kernel/index.js';
import { numeroDe, openAcervo, registro, type AcervoDeTeste } from './apoio.js';

const T0 = new Date('2026-01-02T12:00:00Z');
const T1 = new Date('2026-01-03T12:00:00Z');
const T2 = new Date('2026-01-04T12:00:00Z');
const SINC = (vistaEm: Date) => ({ origem: 'sincronizacao' as const, vistaEm });

describe('AcervoService', () => {
  let t: AcervoDeTeste;
  beforeAll(async () => {
    t = await openAcervo();
  });
  afterAll(() => t.close());
  const mudancas = async (n: number) => (await t.acervo.mudancas(numeroDe(n), { limite: 100 })).itens.map(({ versao, campo, antes, depois }) => ({ versao, campo, antes, depois })).reverse();
  const fila = async () => (await t.fonte.query<{ consumidor: string; numero: string }[]>('select consumidor, numero from alicit.acervo_fila order by 1, 2')).map((l) => `${l.consumidor} ${l.numero}`);

  it('takes records in once, tells what is not one, and keeps the versions of what changed', async () => {
    const primeira = await t.acervo.receive([registro(1), { numeroControlePNCP: '11222333000181-2-000001/2026', objetoContrato: 'x' }, registro(2), null, registro(1)], SINC(T0));
    expect(primeira).toEqual({
      novas: [numeroDe(1), numeroDe(2)], mudadas: [], iguais: 1, antigas: 0,
      invalidas: [{ numero: '11222333000181-2-000001/2026', motivo: expect.stringMatching(/contratação/) }, { numero: null, motivo: 'O registro não é um objeto.' }],
    });
    expect(await fila()).toEqual(['acompanhamentos', 'recomendacoes'].flatMap((c) => [1, 2].map((n) => `${c} ${numeroDe(n)}`)));
    const nova = registro(1, { dataAtualizacaoGlobal: '2026-01-03T09:00:00', dataEncerramentoProposta: '2026-02-01T09:00', situacaoCompraId: 4, situacaoCompraNome: 'Suspensa', valorTotalHomologado: 900 });
    expect(await t.acervo.receive([nova, registro(2)], SINC(T1))).toMatchObject({ novas: [], mudadas: [numeroDe(1)], iguais: 1 });
    expect(await t.acervo.receive([registro(1)], SINC(T2))).toMatchObject({ mudadas: [], iguais: 0, antigas: 1 });
    expect(await mudancas(1)).toEqual([
      { versao: 2, campo: 'atualizacao', antes: '2026-01-02T08:00:00-03:00', depois: '2026-01-03T09:00:00-03:00' },
      { versao: 2, campo: 'encerramentoPropostas', antes: '2026-01-20T09:00:00-03:00', depois: '2026-02-01T09:00:00-03:00' },
      { versao: 2, campo: 'pncp/valorTotalHomologado', antes: null, depois: 900 },
      { versao: 2, campo: 'situacao', antes: 'divulgada', depois: 'suspensa' },
    ]);
    expect(await t.acervo.find(numeroDe(1))).toMatchObject({ versao: 2, vistaEm: T1, mudadaEm: T1, licitacao: { situacao: 'suspensa', valorEstimado: '1000.5' }, itens: 'pendente', arquivosEstado: 'pendente' });
    expect(await t.fonte.query('select versao, bruto from alicit.acervo_versao')).toEqual([{ versao: 1, bruto: registro(1) }]);
  });

  it('what would break the database keeps no other record out', async () => {
    const estranhos = [
      registro(801, { modalidadeId: 1e12, objetoCompra: 'a\u0000b\ud800c' }), registro(802, { unidadeOrgao: { ufSigla: 'x'.repeat(9000), municipioNome: 'M', codigoIbge: 'abc' }, valorTotalEstimado: 9e12, processo: 'p'.repeat(60_000) }),
      registro(803, { informacaoComplementar: 'x'.repeat(600_000) }), registro(804, { itens: Array.from({ length: 20_001 }, (_, i) => ({ numeroItem: i + 1 })) }), registro(805, { dataEncerramentoProposta: '2026-02-30T09:00:00', objetoCompra: ['x'] }), registro(806),
    ];
    const r = await t.acervo.receive(estranhos, SINC(T0));
    expect(r.novas).toEqual([801, 802, 805, 806].map(numeroDe));
    expect(r.invalidas.map((i) => i.numero)).toEqual([numeroDe(803), numeroDe(804)]);
    expect(await t.acervo.find(numeroDe(805))).toMatchObject({ licitacao: { encerramentoPropostas: null } });
  });

  it('finds a number however it is written', async () => {
    expect((await t.acervo.find('11.222.333/0001-81-1-2-2026'))?.numero).toBe(numeroDe(2));
    expect(await t.acervo.find('qualquer coisa')).toBeNull();
    await expect(t.acervo.ensure('qualquer coisa')).rejects.toMatchObject({ codigo: 'numero_controle_invalido' });
  });

  it('writers of the same numbers at once lose nothing and never wait in a circle', async () => {
    const lote = Array.from({ length: 60 }, (_, i) => registro(100 + i));
    const virado = [...lote].reverse().map((r, i) => ({ ...r, objetoCompra: `Objeto ${i}`, dataAtualizacaoGlobal: '2026-01-03T09:00:00' }));
    const todos = await Promise.all([lote, virado, [...virado].reverse(), [...lote].reverse(), virado].map((l) => t.acervo.receive(l, SINC(T1))));
    expect(todos.flatMap((r) => r.novas)).toHaveLength(60);
    expect(todos.flatMap((r) => r.invalidas)).toEqual([]);
    const [{ n }] = (await t.fonte.query(`select count(*)::int as n from alicit.acervo_licitacao where bruto ->> 'objetoCompra' like 'Objeto %'`)) as [{ n: number }];
    expect(n).toBe(60);
  });

  it('items and files: pending, taken by one, complete, pending again after a change, and their own changes', async () => {
    await t.fonte.query('delete from alicit.acervo_complemento');
    await t.acervo.receive([registro(300)], SINC(T0));
    const o = { agora: T1, posseMs: 60_000 };
    const vezes = await Promise.all([t.acervo.takeComplementos(1, o), t.acervo.takeComplementos(5, o)]);
    expect(vezes.flat().map((c) => c.parte).sort()).toEqual(['arquivos', 'itens']);
    expect(await t.acervo.takeComplementos(5, o)).toEqual([]);
    expect(await t.acervo.takeComplementos(5, { ...o, agora: new Date(T1.getTime() + 61_000) })).toHaveLength(2);
    await t.fonte.transaction(async (m) => {
      await t.acervo.take(m, 'recomendacoes', 1000);
    });
    const itens = [1, 2].map((numeroItem) => ({ numeroItem, descricao: `Cadeira ${numeroItem}`, quantidade: 10, valorUnitarioEstimado: 0, situacaoCompraItem: 1 }));
    const arquivos = [1, 2].map((sequencialDocumento) => ({ sequencialDocumento, titulo: 'Edital', tipoDocumentoId: 2, statusAtivo: true, dataPublicacaoPncp: '2026-01-02T08:00:00' }));
    await t.acervo.receiveItens(numeroDe(300), itens, { vistaEm: T1 });
    await t.acervo.receiveArquivos(numeroDe(300), arquivos, { vistaEm: T1 });
    expect(await t.acervo.find(numeroDe(300))).toMatchObject({ versao: 1, itens: 'completo', arquivosEstado: 'completo', licitacao: { itens: [{ numero: 1, quantidade: '10', valorUnitario: null }, { numero: 2 }] } });
    expect(await fila()).toContain(`recomendacoes ${numeroDe(300)}`);
    await t.acervo.receive([registro(300, { dataAtualizacaoGlobal: '2026-01-04T09:00:00' })], SINC(T2));
    expect(await t.acervo.find(numeroDe(300))).toMatchObject({ versao: 2, itens: 'pendente', arquivosEstado: 'pendente' });
    await t.acervo.receiveItens(numeroDe(300), itens, { vistaEm: T1 });
    expect(await t.acervo.find(numeroDe(300))).toMatchObject({ versao: 2, itens: 'pendente' });
    await t.acervo.receiveItens(numeroDe(300), [{ numeroItem: 1, descricao: 'Cadeira 1', quantidade: '12.0', situacaoCompraItem: 2 }, { numeroItem: 3, descricao: 'Mesa' }], { vistaEm: T2 });
    await t.acervo.receiveArquivos(numeroDe(300), [{ ...arquivos[0], titulo: 'Edital retificado' }, { ...arquivos[1], sequencialDocumento: 3 }], { vistaEm: T2 });
    expect((await mudancas(300)).map((m) => [m.versao, m.campo])).toEqual([
      [2, 'atualizacao'], [3, 'itens/1/pncp/situacaoCompraItem'], [3, 'itens/1/quantidade'], [3, 'itens/2'], [3, 'itens/3'], [4, 'arquivos/1/titulo'], [4, 'arquivos/2/ativo'], [4, 'arquivos/3'],
    ]);
    expect(await t.acervo.find(numeroDe(300))).toMatchObject({ versao: 4, itens: 'completo', arquivosEstado: 'completo', arquivos: [{ sequencial: 1 }, { sequencial: 2, ativo: false }, { sequencial: 3 }] });
  });

  it('a list that fails is asked again farther and farther apart; only "there is none", often enough, ends it', async () => {
    await t.fonte.query('delete from alicit.acervo_complemento');
    await t.acervo.receive([registro(400)], SINC(T0));
    let agora = T0;
    const esperas: number[] = [];
    for (let i = 0; i < 8; i++) {
      const ausente = i >= 2;
      const [itens] = (await t.acervo.takeComplementos(10, { agora, posseMs: 1000 })).filter((c) => c.parte === 'itens');
      if (!itens) break;
      await t.acervo.failComplemento(itens.numero, 'itens', { erro: 'HTTP 404', ausente, agora });
      const [{ proxima }] = (await t.fonte.query(`select proxima_em as proxima from alicit.acervo_complemento where parte = 'itens'`)) as [{ proxima: Date }];
      esperas.push((proxima.getTime() - agora.getTime()) / 60_000);
      agora = proxima;
    }
    expect(esperas).toEqual([1, 5, 30, 120, 720]);
    expect(await t.acervo.find(numeroDe(400))).toMatchObject({ itens: 'ausente', arquivosEstado: 'pendente' });
    await t.acervo.receive([registro(400, { objetoCompra: 'Outro' })], SINC(T1));
    expect(await t.acervo.find(numeroDe(400))).toMatchObject({ itens: 'pendente' });
  });

  it('news are taken by one reader at a time, and stay when its transaction fails', async () => {
    await t.fonte.query('delete from alicit.acervo_fila');
    await t.acervo.receive([registro(500), registro(501)], SINC(T0));
    await expect(t.fonte.transaction(async (m) => {
      expect(await t.acervo.take(m, 'acompanhamentos', 10)).toEqual([numeroDe(500), numeroDe(501)]);
      expect(await t.fonte.transaction((outro) => t.acervo.take(outro, 'acompanhamentos', 10))).toEqual([]);
      throw new Error('desfeita');
    })).rejects.toThrow('desfeita');
    expect(await t.fonte.transaction((m) => t.acervo.take(m, 'acompanhamentos', 1))).toHaveLength(1);
    expect(await t.fonte.transaction((m) => t.acervo.take(m, 'acompanhamentos', 10))).toHaveLength(1);
    expect(await t.fonte.transaction((m) => t.acervo.take(m, 'recomendacoes', 10))).toHaveLength(2);
  });

  it('one tender under two numbers is linked, not merged, until it is no more', async () => {
    const objetoCompra = 'Contratação de empresa especializada para a pavimentação asfáltica da Rua das Acácias e de suas transversais, com drenagem pluvial';
    await t.acervo.receive([registro(600, { objetoCompra, numeroCompra: 'CCE 055', usuarioNome: 'Portal A' }), registro(601, { objetoCompra, numeroCompra: '55', usuarioNome: 'Portal B' }), registro(602, { objetoCompra, numeroCompra: '56', usuarioNome: 'Portal B' })], SINC(T0));
    const grupos = async () => t.fonte.query<{ duplicidade: string }[]>('select duplicidade from alicit.acervo_licitacao where numero = any($1) order by numero', [[600, 601, 602].map(numeroDe)]);
    expect((await t.acervo.find(numeroDe(600)))?.relacionadas).toEqual([numeroDe(601), numeroDe(602)]);
    expect((await t.acervo.find(numeroDe(601)))?.relacionadas).toEqual([numeroDe(600)]);
    await t.acervo.receive([registro(600, { objetoCompra: 'Reforma do telhado da escola', numeroCompra: '77', usuarioNome: 'Portal A' })], SINC(T1));
    expect((await t.acervo.find(numeroDe(601)))?.relacionadas).toEqual([]);
    const [a, b] = await grupos();
    expect(a!.duplicidade).not.toBe(b!.duplicidade);
  });
});

describe('ensure', () => {
  it('asks PNCP once for all who wait, keeps what comes, and does not fail for lists that do not', async () => {
    const pedidos: string[] = [];
    const t = await openAcervo({
      detalhe: (n) => {
        pedidos.push(`detalhe ${n}`);
        return new Promise((resolve) => setImmediate(() => resolve(registro(700))));
      },
      itens: () => Promise.resolve([{ numeroItem: 1, descricao: 'Cadeira' }]),
      arquivos: () => Promise.reject(indisponivel('pncp_sem_resposta', 'O PNCP não respondeu.')),
    });
    try {
      const todas = await Promise.all([t.acervo.ensure(numeroDe(700)), t.acervo.ensure('11.222.333/0001-81-1-700-2026'), t.acervo.ensure(numeroDe(700))]);
      expect(pedidos).toEqual([`detalhe ${numeroDe(700)}`]);
      for (const l of todas) expect(l).toMatchObject({ numero: numeroDe(700), itens: 'completo', arquivosEstado: 'pendente', licitacao: { itens: [{ descricao: 'Cadeira' }] } });
      await t.acervo.ensure(numeroDe(700));
      expect(pedidos).toHaveLength(1);
      await t.acervo.receive([registro(701)], SINC(T0));
      expect((await t.acervo.ensure(numeroDe(701))).licitacao.itens).toHaveLength(1);
      await expect(t.acervo.ensure(numeroDe(702), AbortSignal.abort())).rejects.toMatchObject({ codigo: 'pncp_indisponivel' });
    } finally {
      await t.close();
    }
  });

  it.each([
    ['there is none', naoEncontrado('pncp_nao_encontrado', 'x'), 'licitacao_nao_publicada'],
    ['PNCP is out', indisponivel('pncp_disjuntor_aberto', 'x'), 'pncp_indisponivel'],
    ['a defect', new TypeError('x'), 'pncp_indisponivel'],
  ])('%s', async (_nome, erro, codigo) => {
    const t = await openAcervo({ detalhe: () => Promise.reject(erro) });
    try {
      await expect(t.acervo.ensure(numeroDe(1))).rejects.toMatchObject({ codigo });
      expect(await t.acervo.find(numeroDe(1))).toBeNull();
    } finally {
      await t.close();
    }
  });
});
