import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { JobsService } from '../../../src/jobs/jobs.module.js';
import { SaudeService } from '../../../src/observacao/observacao.module.js';
import { PassosService } from '../../../src/workflows/etapas/passos.service.js';
import { ArmazensService } from '../../../src/workflows/workflows.module.js';
import { acompanhar, ate, enviar, pedir } from '../../analises/apoio.js';
import { startApp, type AppDeTeste, type Cliente } from '../../support/app.js';
import { readServicos } from '../../support/servicos.js';
import { openPonte, type Ponte } from './ponte.js';

/** Stops a run before a stage, the first time it comes there, until opened. */
function segura(t: AppDeTeste, etapa: 'julgar' | 'extrair'): { chegou: Promise<void>; abre: () => void } {
  const passos = t.app.get(PassosService);
  const original = passos[etapa].bind(passos);
  let abre = (): void => undefined;
  let chega = (): void => undefined;
  const aberta = new Promise<void>((r) => (abre = r));
  const chegou = new Promise<void>((r) => (chega = r));
  passos[etapa] = async (e, p) => {
    chega();
    await Promise.race([aberta, new Promise<void>((r) => e.sinal.addEventListener('abort', () => r(), { once: true }))]);
    return original(e, p);
  };
  return { chegou, abre };
}

describe('a store of runs that goes away', () => {
  const { redis } = readServicos();
  let ponte: Ponte;
  let url: string;
  let t: AppDeTeste;
  let cliente: Cliente;
  let log = '';
  let minuto = 0;
  const outroAgora = (): string => `2026-11-14T10:${String(minuto++).padStart(2, '0')}:00-03:00`;
  beforeAll(async () => {
    ponte = await openPonte(Number(new URL(redis.url).port));
    const u = new URL(redis.url);
    u.port = String(ponte.porta);
    u.pathname = '/6';
    url = u.href;
    t = await startApp({ MASTRA_STORAGE_URL: url, ALICIT_LOG: 'debug', ALICIT_MAX_TENTATIVAS: '2' }, undefined, [], { write: (linha: string) => void (log += linha) });
    cliente = await t.createCliente();
  });
  afterEach(() => {
    for (const etapa of ['extrair', 'julgar'] as const) delete (t.app.get(PassosService) as Partial<PassosService>)[etapa];
  });
  afterAll(async () => {
    await t.close();
    await ponte.corta();
  });

  const saude = async () => (await pedir(t, cliente, 'GET', '/health')).corpo as unknown as { estado: string; itens: Record<string, { estado: string; erro: string | null; obrigatorio: boolean }> };

  it('keeps the run there while it is under way, and nothing after', async () => {
    const porta = segura(t, 'julgar');
    const { corpo: { id } } = await enviar(t, cliente, { agora: outroAgora() });
    await porta.chegou;
    const { execucoes } = t.app.get(ArmazensService);
    expect(await execucoes.list('', 10)).toEqual([`${id}.v2`]);
    expect(await t.fonte.query(`select to_regclass('mastra.mastra_workflow_snapshot') is null or not exists (select 1 from mastra.mastra_workflow_snapshot where run_id = $1) as fora`, [`${id}.v2`]).catch(() => [{ fora: true }])).toEqual([{ fora: true }]);
    porta.abre();
    expect((await acompanhar(t, cliente, id)).corpo).toMatchObject({ estado: 'concluida', tentativas: 1 });
    await ate(() => execucoes.list('', 10), (l) => l.length === 0);
    expect((await saude()).itens['execucoes']).toMatchObject({ estado: 'ok', obrigatorio: false });
  });

  it('postpones what was to begin, uncounted, as often as it takes; health says why, and it is finished once it is back', async () => {
    await ponte.corta();
    const { corpo: { id } } = await enviar(t, cliente, { agora: outroAgora() });
    // More often than attempts are allowed.
    await ate(async () => t.fonte.query<{ n: number }[]>(`select count(*)::int as n from alicit.analise_tentativa where analise_id = $1 and desfecho = 'adiada'`, [id]), ([l]) => l!.n >= 3, 90_000);
    const adiada = (await pedir(t, cliente, 'GET', `/v1/analises/${id}`)).corpo;
    expect(adiada).toMatchObject({ estado: expect.stringMatching(/na_fila|executando/) });
    expect(adiada['tentativas']).toBeLessThanOrEqual(1);
    const { estado, itens } = await ate(saude, (s) => s.itens['execucoes']?.estado === 'indisponivel', 10_000);
    expect([estado, itens['execucoes']]).toMatchObject(['degradado', { erro: 'conexao_recusada', obrigatorio: false }]);
    expect((await pedir(t, cliente, 'GET', '/health/ready')).status).toBe(200);
    await ponte.religa();
    expect((await acompanhar(t, cliente, id, 90_000)).corpo).toMatchObject({ estado: 'concluida', tentativas: 1, erro: null });
  }, 240_000);

  it('cut under a run, finishes it without doing its work again', async () => {
    const porta = segura(t, 'julgar');
    const { corpo: { id } } = await enviar(t, cliente, { agora: outroAgora() });
    await porta.chegou;
    await ponte.corta();
    porta.abre();
    await ate(async () => t.fonte.query<unknown[]>(`select 1 from alicit.analise_tentativa where analise_id = $1 and desfecho = 'adiada' and erro ->> 'codigo' = 'execucoes_indisponiveis'`, [id]), (l) => l.length > 0, 60_000);
    await ponte.religa();
    expect((await acompanhar(t, cliente, id, 90_000)).corpo).toMatchObject({ estado: 'concluida', tentativas: 1 });
    expect(await t.fonte.query(`select etapa, count(*)::int as n from alicit.analise_etapa where analise_id = $1 and estado = 'concluida' group by 1 having count(*) > 1`, [id])).toEqual([]);
  }, 240_000);

  it('hung under a run, holds it no longer than its limit', async () => {
    const porta = segura(t, 'extrair');
    const { corpo: { id } } = await enviar(t, cliente, { agora: outroAgora() });
    await porta.chegou;
    ponte.cala();
    porta.abre();
    await ate(async () => t.fonte.query<unknown[]>(`select 1 from alicit.analise_tentativa where analise_id = $1 and desfecho = 'adiada'`, [id]), (l) => l.length > 0, 60_000);
    await ponte.religa();
    expect((await acompanhar(t, cliente, id, 90_000)).corpo).toMatchObject({ estado: 'concluida', tentativas: 1 });
  }, 240_000);

  it('changed for another between deployments, finds the work of the run done', async () => {
    const pasta = mkdtempSync(join(tmpdir(), 'alicit-troca-'));
    const porta = segura(t, 'julgar');
    const { corpo: { id } } = await enviar(t, cliente, { agora: outroAgora() });
    await porta.chegou;
    const novo = await startApp({ DATABASE_URL: t.urlBanco, ALICIT_DATA_DIR: t.pasta, MASTRA_STORAGE_URL: `file:${join(pasta, 'execucoes.db')}` });
    try {
      await novo.app.get(JobsService).ready();
      t.app.get(SaudeService).beginEncerramento();
      await t.app.get(JobsService).beforeApplicationShutdown();
      const { corpo } = await acompanhar(novo, cliente, id, 60_000);
      expect(corpo).toMatchObject({ estado: 'concluida', tentativas: 1, historico: [{ desfecho: 'devolvida' }, { desfecho: 'concluida' }] });
      expect((corpo['etapas'] as { etapa: string; tentativa: number }[]).map((e) => e.etapa)).toEqual(['reunir', 'ler', 'extrair', 'julgar', 'aconselhar', 'relatar']);
      expect(await novo.fonte.query(`select count(*)::int as n from alicit.evento where analise_id = $1 and tipo = 'analise.concluida'`, [id])).toEqual([{ n: 1 }]);
      await ate(() => novo.app.get(ArmazensService).execucoes.list('', 10), (l) => l.length === 0);
    } finally {
      await novo.close();
      rmSync(pasta, { recursive: true, force: true });
    }
  }, 120_000);

  it('shows neither its address nor its password in the log', () => {
    expect(log).toContain('conexão perdida');
    for (const segredo of [url, new URL(url).password]) expect(log).not.toContain(segredo);
  });
});
