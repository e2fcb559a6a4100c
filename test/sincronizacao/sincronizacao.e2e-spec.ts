import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { JobsService } from '../../src/jobs/jobs.module.js';
import { startApp, type AppDeTeste, type Cliente } from '../support/app.js';
import { until } from '../support/provedor.js';
import { readExposicao } from '../support/exposicao.js';
import { gerarRegistros, startPncpServer, type PncpServer } from '../support/pncp-server/index.ts';
import type { SincronizacaoJson } from '../../src/sincronizacao/sincronizacao.schema.js';

/** The built program: `npm run build` comes first. */
const CLI = join(process.cwd(), 'dist', 'cli.js');
const PERIODO = ['--de', '2026-06-01', '--ate', '2026-06-10', '--modalidades', '6'];

describe('alicit sincronizar, GET /v1/sincronizacao', () => {
  let t: AppDeTeste;
  let servidor: PncpServer;
  let cliente: Cliente;
  beforeAll(async () => {
    servidor = await startPncpServer({ registros: gerarRegistros({ quantidade: 60, de: '2026-06-01', ate: '2026-06-10' }).map((r) => ({ ...r, modalidadeId: 6, dataAtualizacaoGlobal: '2026-06-10T12:00:00' })) });
    t = await startApp({ PNCP_URL: servidor.url, PNCP_CONSULTA_URL: servidor.consultaUrl });
    cliente = await t.createCliente(['licitacoes:ler']);
  });
  afterAll(async () => {
    await t.close();
    await servidor.close();
  });

  const alicit = (args: readonly string[], env: Record<string, string> = {}): Promise<{ codigo: number | null; saida: string; avisos: string }> =>
    new Promise((resolve) => {
      const filho = spawn(process.execPath, [CLI, 'sincronizar', ...args], { cwd: tmpdir(), env: { PATH: process.env['PATH'], DATABASE_URL: t.urlBanco, ALICIT_DATA_DIR: t.pasta, PNCP_URL: servidor.url, PNCP_CONSULTA_URL: servidor.consultaUrl, ALICIT_PNCP_ESPERA_MS: '1', ALICIT_SINC_ESPERA_MS: '1', ...env } });
      const dito = { saida: '', avisos: '' };
      filho.stdout.on('data', (d: Buffer) => (dito.saida += d.toString()));
      filho.stderr.on('data', (d: Buffer) => (dito.avisos += d.toString()));
      filho.once('close', (codigo) => resolve({ codigo, ...dito }));
    });
  const read = async (): Promise<SincronizacaoJson> => {
    const r = await t.app.inject({ method: 'GET', url: '/v1/sincronizacao', headers: cliente.cabecalhos });
    expect(r.statusCode).toBe(200);
    return r.json();
  };
  const count = async (onde: string): Promise<number> => (await t.fonte.query<{ n: number }[]>(`select count(*)::int as n from alicit.${onde}`))[0]!.n;

  it('nothing was read and nothing is wrong; on its own it asks PNCP for nothing', async () => {
    expect(await read()).toMatchObject({ ativa: false, lidaEm: null, idadeS: null, completude: [], lacunas: { total: 0, primeiras: [] }, complementos: [{ parte: 'itens', pendentes: 0, comErro: 0 }, { parte: 'arquivos', pendentes: 0, comErro: 0 }], erros: [], execucoes: [] });
    await t.app.get(JobsService).ready();
    expect(await t.fonte.query(`select name from pgboss.schedule where name like 'sincronizacao%'`)).toEqual([]);
    expect(servidor.ledger).toEqual([]);
  });

  it('refuses what it does not understand, before anything', async () => {
    const casos = [[['--de', '2026-02-30'], '--de espera um dia'], [['--de', '2026-03-02', '--ate', '2026-03-01'], '--de vem depois de --ate'], [['--ufs', 'SP,XX'], '--ufs espera siglas'], [['--modalidades', 'pregao'], '--modalidades espera números']] as const;
    const ditos = await Promise.all(casos.map(([args]) => alicit(args)));
    expect(ditos).toEqual(casos.map(([, mensagem]) => ({ codigo: 2, saida: '', avisos: expect.stringContaining(mensagem) as unknown })));
    expect(servidor.ledger).toEqual([]);
  });

  it('a gap: says what is missing, and its exit code too', async () => {
    const dia = ['--de', '2026-06-05', '--ate', '2026-06-05', '--modalidades', '6', '--ufs', 'SP', '--sem-itens'];
    servidor.next('html_200', 3, 'publicacao');
    const r = await alicit(dia, { ALICIT_PNCP_TENTATIVAS: '1' });
    expect([r.codigo, r.saida]).toEqual([1, expect.stringContaining('FALTAM 1 janelas')]);
    await until(async () => (await read()).lacunas.total > 0, 'the gap in the state');
    const e = await read();
    expect(e.lacunas).toMatchObject({ total: 1, primeiras: [{ rota: 'publicacao', modalidade: 6, uf: 'SP', de: '2026-06-05', ate: '2026-06-05', erro: 'pagina_falha', vezes: 1 }] });
    expect(e.completude.find((c) => c.rota === 'publicacao')).toMatchObject({ uf: 'SP', dias: 1, diasCompletos: 0, completude: 0, janelas: { fechadas: 0, abertas: 0, lacunas: 1 }, idadeS: null });
    expect(e.erros.map((x) => x.codigo)).toContain('pncp_resposta_invalida');
    expect((await alicit(dia)).codigo).toBe(0);
    // The answer is kept for a second: a quick command may end before.
    await until(async () => (await read()).lacunas.total === 0, 'no gap left');
  });

  it('brings the period with items and files; the state and the metrics tell how whole and how old it is', async () => {
    const r = await alicit(PERIODO);
    expect([r.codigo, r.saida]).toEqual([0, expect.stringMatching(/Tudo o que foi pedido está completo\.\nItens de 60 licitações e listas de arquivos de 60\./)]);
    expect([await count('acervo_licitacao'), await count(`acervo_complemento where estado = 'completo'`)]).toEqual([60, 120]);
    await until(async () => (await read()).completude.some((c) => c.rota === 'publicacao' && c.uf === null), 'the period in the state');
    const e = await read();
    const lista = e.completude.find((c) => c.rota === 'publicacao' && c.uf === null)!;
    expect(lista).toMatchObject({ modalidade: 6, de: '2026-06-01', ate: '2026-06-10', dias: 10, diasCompletos: 10, completude: 1, registros: 60, janelas: { fechadas: 1, abertas: 0, lacunas: 0 } });
    expect(lista.idadeS).toBeLessThan(120);
    expect(e.execucoes.slice(0, 2)).toMatchObject([{ tipo: 'complementos', motivo: 'comando', estado: 'concluida', numeros: { itens: 60, arquivos: 60 } }, { tipo: 'janelas', estado: 'concluida', numeros: { lacunas: 0 } }]);
    const m = readExposicao((await t.app.inject({ method: 'GET', url: '/metrics' })).body);
    expect(m.find('alicit_sinc_completude', { rota: 'publicacao', modalidade: '6', uf: 'todas' })).toEqual([1]);
    expect(m.find('alicit_sinc_idade_segundos', { rota: 'publicacao', modalidade: '6', uf: 'todas' })[0]).toBeLessThan(120);
    expect([m.find('alicit_sinc_complementos_pendentes', { parte: 'itens' }), m.find('alicit_sinc_em_curso', {})]).toEqual([[0], [0]]);
  });

  it('repeated, asks nothing of what is whole; refuses while another one lives', async () => {
    const desde = servidor.ledger.length;
    const r = await alicit(PERIODO);
    expect([r.codigo, r.saida]).toEqual([0, expect.stringContaining('10 dias × modalidade já estavam completos')]);
    expect(servidor.ledger.slice(desde).filter((p) => p.rota !== 'atualizacao')).toEqual([]);
    await t.fonte.query(`insert into alicit.sinc_execucao (tipo, motivo, pedido, posse_ms) values ('janelas', 'agenda', '{}', 600000)`);
    let batida: Promise<unknown> = Promise.resolve();
    const vida = setInterval(() => (batida = t.fonte.query(`update alicit.sinc_execucao set batida_em = now() where estado = 'executando'`)), 50);
    const outra = await alicit(PERIODO).finally(() => clearInterval(vida));
    await batida;
    expect([outra.codigo, outra.saida, outra.avisos]).toEqual([1, '', expect.stringContaining('sincronizacao_em_curso: Outra sincronização está em curso')]);
  });
});
