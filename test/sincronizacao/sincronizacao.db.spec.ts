import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { AcervoService } from '../../src/acervo/acervo.module.js';
import { indisponivel } from '../../src/kernel/index.js';
import { PNCP, type ConsultaContratacoes, type Pncp } from '../../src/pncp/index.js';
import { ExecucoesService } from '../../src/sincronizacao/execucoes.service.js';
import { RELOGIO_SINCRONIZACAO, SincronizadorService, type PedidoSincronizacao, type RelogioSincronizacao } from '../../src/sincronizacao/sincronizacao.module.js';
import { startApp, type AppDeTeste } from '../support/app.js';
import { gerarRegistros, startPncpServer, type PncpServer, type Registro } from '../support/pncp-server/index.ts';

const AGORA = new Date('2026-06-20T15:00:00Z');
const PEDIDO: PedidoSincronizacao = { motivo: 'comando', de: '2026-06-01', ate: '2026-06-20', ufs: null, modalidades: [6, 8], sobreposicao: 2, reler: false, atualizadasDesde: null, abertasAte: null, comPendentes: false };
const FALHAS_RAPIDAS = { ALICIT_PNCP_ESPERA_MS: '1', ALICIT_PNCP_PAUSA_MS: '5', ALICIT_PNCP_TEMPO_S: '2', ALICIT_SINC_ESPERA_MS: '2', ALICIT_SINC_POSSE_S: '2' };
/** 320 tenders of twenty days, of the two modalities asked for. */
const registros = (): Registro[] => gerarRegistros({ quantidade: 320, de: '2026-06-01', ate: '2026-06-19' }).map((r, i) => ({ ...r, modalidadeId: i % 4 ? 6 : 8 }));

const diaDe = (r: unknown): string => String((r as Registro)['dataPublicacaoPncp']).slice(0, 10);

describe('SincronizadorService', () => {
  let t: AppDeTeste;
  let servidor: PncpServer;
  let antes: (n: number) => void = () => undefined;
  let sincronizador: SincronizadorService;
  beforeAll(async () => {
    servidor = await startPncpServer({ registros: registros(), agora: () => AGORA, ritmo: { semRespostaMs: 50, lentidaoMs: 20, esperaS: 0 }, antes: ({ n }) => antes(n) });
    t = await startApp({ PNCP_URL: servidor.url, PNCP_CONSULTA_URL: servidor.consultaUrl, ...FALHAS_RAPIDAS });
    sincronizador = t.app.get(SincronizadorService);
  });
  afterAll(async () => {
    await t.close();
    await servidor.close();
  });
  beforeEach(async () => {
    antes = () => undefined;
    servidor.set(0);
    for (const tabela of ['sinc_janela', 'sinc_execucao', 'acervo_licitacao']) await t.fonte.query(`truncate alicit.${tabela} cascade`);
    const inicio = performance.now();
    jest.spyOn(t.app.get<RelogioSincronizacao>(RELOGIO_SINCRONIZACAO), 'agora').mockImplementation(() => new Date(AGORA.getTime() + performance.now() - inicio));
  });
  afterEach(() => void jest.restoreAllMocks());

  const sync = (p: Partial<PedidoSincronizacao> = {}, sinal?: AbortSignal) => sincronizador.readListas({ ...PEDIDO, ...p }, sinal ? { sinal } : {});
  const doServidor = (): Map<string, unknown> => new Map([...servidor.numeros()].map((n) => [n, servidor.get(n)]));
  const doAcervo = async (): Promise<Map<string, unknown>> => new Map((await t.fonte.query<{ numero: string; bruto: unknown }[]>('select numero, bruto from alicit.acervo_licitacao')).map((l) => [l.numero, l.bruto]));
  const publicadas = (mapa: Map<string, unknown>, de: string, ate: string): string[] => [...mapa].filter(([, r]) => (r as Registro)['modalidadeId'] === 6 && diaDe(r) >= de && diaDe(r) <= ate).map(([n]) => n).sort();
  const pedidos = (desde: number): string[] => servidor.ledger.slice(desde).map((p) => p.endereco);
  const estados = async (): Promise<Record<string, number>> => Object.fromEntries((await t.fonte.query<{ estado: string; n: number }[]>('select estado, count(*)::int as n from alicit.sinc_janela group by 1')).map((l) => [l.estado, l.n]));
  /** Fails what a test says, and asks the server for the rest. */
  const breakPncp = (quebra: (c: ConsultaContratacoes) => boolean): void => {
    const pncp = t.app.get<Pncp>(PNCP);
    const real = pncp.contratacoes.bind(pncp);
    jest.spyOn(pncp, 'contratacoes').mockImplementation((c, sinal) => (quebra(c) ? Promise.reject(indisponivel('pncp_resposta_invalida', 'de propósito')) : real(c, sinal)));
  };

  it('brings exactly what the server has, through faults, then asks for nothing that was whole', async () => {
    servidor.set(0.2);
    const r = await sync();
    expect([r.incompletas, r.numeros.novas]).toEqual([0, servidor.total]);
    expect(await doAcervo()).toEqual(doServidor());
    expect(await t.fonte.query('select 1 from alicit.sinc_pagina')).toEqual([]);
    servidor.set(0);
    const desde = servidor.ledger.length;
    const outra = await sync();
    expect([outra.numeros.novas, outra.numeros.mudadas, outra.incompletas, outra.prontas]).toEqual([0, 0, 0, 34]);
    expect(pedidos(desde).filter((e) => /publicacao/.test(e) && !/dataInicial=202606(18|19|20)/.test(e))).toEqual([]);
  });

  it('while records come, change and go: none that stayed is missing, and the next reading has the last word', async () => {
    const numeros = servidor.numeros();
    const extras = gerarRegistros({ quantidade: 40, semente: 9, de: '2026-06-19', ate: '2026-06-19' }).map((r) => ({ ...r, modalidadeId: 6, dataPublicacaoPncp: '2026-06-20T10:00:00', dataAtualizacao: '2026-06-20T10:00:00', dataAtualizacaoGlobal: '2026-06-20T10:00:00' }));
    let mudados = 0;
    antes = (n) => {
      const novo = n % 3 === 0 ? extras.pop() : undefined;
      if (novo) servidor.publish(novo);
      if (mudados < 20) servidor.change(numeros[mudados++ * 3]!, { objetoCompra: `mudou ${n}` }, '2026-06-20T11:00:00');
    };
    servidor.set(0.1);
    await sync();
    antes = () => undefined;
    await sync();
    expect(mudados).toBe(20);
    expect(await doAcervo()).toEqual(doServidor());
    for (const n of servidor.numeros()) if (!numeros.includes(n)) servidor.remove(n);
  });

  it('stopped halfway, goes on at the page it was at', async () => {
    const parada = new AbortController();
    let paginas = 0;
    antes = () => void (++paginas === 6 && parada.abort());
    // One day with several pages: all of one modality, at once.
    const dia = { modalidades: [6], de: '2026-06-01', ate: '2026-06-17', atualizadasDesde: '2026-06-20' };
    await expect(sync(dia, parada.signal)).rejects.toThrow();
    expect((await t.fonte.query<{ estado: string }[]>('select estado from alicit.sinc_execucao')).map((l) => l.estado)).toEqual(['interrompida']);
    const guardadas = await t.fonte.query<{ pagina: number }[]>(`select p.pagina from alicit.sinc_pagina p join alicit.sinc_janela j on j.id = p.janela where j.rota = 'publicacao' order by p.ordem`);
    expect(guardadas.length).toBeGreaterThan(0);
    antes = () => undefined;
    const desde = servidor.ledger.length;
    expect((await sync(dia)).incompletas).toBe(0);
    const primeira = pedidos(desde).find((e) => /publicacao/.test(e))!;
    expect(new URL(primeira, 'http://x').searchParams.get('pagina')).toBe(String(guardadas.length + 1));
    expect(publicadas(await doAcervo(), '2026-06-01', '2026-06-17')).toEqual(publicadas(doServidor(), '2026-06-01', '2026-06-17'));
  });

  it('a page that always fails is read by parts; what still fails is a gap that is told, tried again and closed', async () => {
    const alvo = { modalidades: [6], de: '2026-06-10', ate: '2026-06-11', atualizadasDesde: '2026-06-20' };
    breakPncp((c) => c.rota === 'publicacao' && c.ate >= '2026-06-11' && (c.uf === undefined || c.uf === 'SP') && c.tamanhoPagina === 50);
    const r = await sync(alvo);
    expect([r.incompletas, r.numeros.lacunas, Object.keys(r.erros)]).toEqual([1, 1, ['pncp_resposta_invalida']]);
    expect(await estados()).toMatchObject({ lacuna: 1, dividida: 2 });
    expect(await t.fonte.query(`select uf, de::text, ate::text, erro, lacunas from alicit.sinc_janela where estado = 'lacuna'`)).toEqual([{ uf: 'SP', de: '2026-06-11', ate: '2026-06-11', erro: 'pagina_falha', lacunas: 1 }]);
    const acervo = await doAcervo();
    const faltam = publicadas(doServidor(), '2026-06-10', '2026-06-11').filter((n) => !acervo.has(n));
    expect(faltam.length).toBeGreaterThan(0);
    expect(faltam.map((n) => (servidor.get(n)!['unidadeOrgao'] as { ufSigla: string }).ufSigla + diaDe(servidor.get(n)))).toEqual(faltam.map(() => 'SP2026-06-11'));
    // The schedule leaves it alone until its time comes; a person does not.
    expect((await sync({ ...alvo, comPendentes: true })).incompletas).toBe(1);
    jest.restoreAllMocks();
    jest.spyOn(t.app.get<RelogioSincronizacao>(RELOGIO_SINCRONIZACAO), 'agora').mockReturnValue(AGORA);
    expect((await sync(alvo)).incompletas).toBe(0);
    expect(await estados()).not.toHaveProperty('lacuna');
    expect(publicadas(await doAcervo(), '2026-06-10', '2026-06-11')).toEqual(publicadas(doServidor(), '2026-06-10', '2026-06-11'));
  });

  it('parts by state that do not add up are a gap: something has no state', async () => {
    const semUf = gerarRegistros({ quantidade: 1, semente: 77, de: '2026-06-12', ate: '2026-06-12' }).map((r) => ({ ...r, modalidadeId: 6, unidadeOrgao: { ...(r['unidadeOrgao'] as object), ufSigla: null } }))[0]!;
    servidor.publish(semUf);
    breakPncp((c) => c.rota === 'publicacao' && c.uf === undefined && c.tamanhoPagina === 50);
    const r = await sync({ modalidades: [6], de: '2026-06-12', ate: '2026-06-12', atualizadasDesde: '2026-06-20' });
    servidor.remove(semUf.numeroControlePNCP);
    expect(r.incompletas).toBe(1);
    expect(await t.fonte.query(`select uf, erro from alicit.sinc_janela where estado = 'lacuna'`)).toEqual([{ uf: null, erro: 'partes_nao_somam' }]);
  });

  it('gives up when PNCP is away, blaming no page; nothing is a gap', async () => {
    const pncp = t.app.get<Pncp>(PNCP);
    jest.spyOn(pncp, 'contratacoes').mockRejectedValue(indisponivel('pncp_disjuntor_aberto', 'de propósito', { tentarEmS: 0 }));
    let n = 0;
    jest.spyOn(t.app.get<RelogioSincronizacao>(RELOGIO_SINCRONIZACAO), 'agora').mockImplementation(() => new Date(AGORA.getTime() + n++ * 60_000));
    await expect(sync()).rejects.toMatchObject({ codigo: 'pncp_indisponivel' });
    expect(await estados()).toEqual({ aberta: expect.any(Number) });
    expect((await t.fonte.query<{ estado: string; erro: string }[]>('select estado, erro from alicit.sinc_execucao'))).toEqual([{ estado: 'falhou', erro: 'pncp_indisponivel' }]);
  });

  it('one at a time: refuses while another lives, takes the place of one that died, and the dead one writes no more', async () => {
    const execucoes = t.app.get(ExecucoesService);
    const viva = await execucoes.begin({ tipo: 'janelas', motivo: 'comando', pedido: {}, posseMs: 2000 });
    await expect(sync()).rejects.toMatchObject({ codigo: 'sincronizacao_em_curso' });
    // Items may be fetched meanwhile.
    await (await execucoes.begin({ tipo: 'complementos', motivo: 'comando', pedido: {}, posseMs: 2000 })).end('concluida', null);
    await t.fonte.query(`update alicit.sinc_execucao set batida_em = now() - interval '1 hour' where id = $1`, [viva.id]);
    expect((await sync({ modalidades: [8], de: '2026-06-19' })).incompletas).toBe(0);
    await expect(viva.guarded(() => Promise.resolve())).rejects.toMatchObject({ codigo: 'sincronizacao_perdida' });
    await viva.end('concluida', null);
    expect((await t.fonte.query<{ estado: string; erro: string | null }[]>(`select estado, erro from alicit.sinc_execucao where id = $1`, [viva.id]))).toEqual([{ estado: 'interrompida', erro: 'processo_morto' }]);
  });

  it('those that receive proposals come whenever they were published', async () => {
    const abertas = servidor.numeros().filter((n) => {
      const fim = String(servidor.get(n)!['dataEncerramentoProposta'] ?? '').slice(0, 10);
      return servidor.get(n)!['modalidadeId'] === 6 && fim >= '2026-06-20' && fim <= '2026-07-10';
    });
    expect((await sync({ modalidades: [6], de: '2026-06-20', atualizadasDesde: '2026-06-20', abertasAte: '2026-07-10' })).incompletas).toBe(0);
    const acervo = await doAcervo();
    expect([abertas.length > 20, abertas.filter((n) => !acervo.has(n))]).toEqual([true, []]);
  });

  it('those that still receive proposals get their items and files first', async () => {
    await sync({ modalidades: [6] });
    const [{ n: abertas } = { n: 0 }] = await t.fonte.query<{ n: number }[]>('select count(*)::int as n from alicit.acervo_licitacao where encerramento > $1', [AGORA]);
    const primeiras = await t.app.get(AcervoService).takeComplementos(2 * abertas, { agora: new Date(AGORA.getTime() + 60_000), posseMs: 1000 });
    expect([abertas > 20, abertas < (await doAcervo()).size, primeiras.length]).toEqual([true, true, 2 * abertas]);
    expect(await t.fonte.query('select numero from alicit.acervo_licitacao where numero = any($1) and encerramento <= $2', [primeiras.map((c) => c.numero), AGORA])).toEqual([]);
  });

  it('items and files follow, with what PNCP does not have yet left for later', async () => {
    await sync({ modalidades: [8], de: '2026-06-15', atualizadasDesde: '2026-06-20' });
    const [primeiro] = (await t.fonte.query<{ numero: string }[]>('select numero from alicit.acervo_licitacao order by numero limit 1'));
    const total = (await doAcervo()).size;
    servidor.next('lista_404', 2, 'itens');
    const { numeros } = await sincronizador.readComplementos('comando');
    expect([numeros.itens + numeros.arquivos + numeros.semComplemento, numeros.falhas]).toEqual([2 * total, 0]);
    const [{ itens } = { itens: null }] = await t.fonte.query<{ itens: unknown }[]>(`select bruto as itens from alicit.acervo_complemento where numero = $1 and parte = 'arquivos' and estado = 'completo'`, [primeiro!.numero]);
    expect(itens).toHaveLength(servidor.arquivosDe(primeiro!.numero).length);
    expect((await sincronizador.readComplementos('comando')).numeros.itens).toBe(0);
  });
});
