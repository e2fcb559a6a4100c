import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { indisponivel, invalido } from '../../src/kernel/index.js';
import { JobsService } from '../../src/jobs/jobs.module.js';
import { PassosService } from '../../src/workflows/etapas/passos.service.js';
import { ExecutorService } from '../../src/workflows/workflows.module.js';
import { startApp, type AppDeTeste, type Cliente } from '../support/app.js';
import { acompanhar, AGORA, ate, enviar, pedir } from '../analises/apoio.js';

interface Porta {
  readonly chegou: Promise<void>;
  readonly abre: () => void;
}

describe('runs of analyses', () => {
  let app: AppDeTeste;
  let cliente: Cliente;
  let passos: PassosService;
  let minuto = 0;
  /** A moment of its own for each test: another analysis of the same edital. */
  const outroAgora = (): string => `2026-11-12T10:${String(minuto++).padStart(2, '0')}:00-03:00`;
  beforeAll(async () => {
    app = await startApp({ ALICIT_MAX_TENTATIVAS: '3' });
    cliente = await app.createCliente();
    passos = app.app.get(PassosService);
  });
  afterAll(() => app.close());
  afterEach(() => {
    for (const etapa of ['reunir', 'ler', 'extrair', 'julgar', 'aconselhar', 'relatar'] as const) delete (passos as Partial<PassosService>)[etapa];
  });

  /** Holds a stage at its door, the first time it comes there; it goes on when opened, or stops with its run. */
  const segura = (servico: PassosService, etapa: 'ler' | 'julgar'): Porta => {
    const original = servico[etapa].bind(servico);
    let abre = (): void => undefined;
    let chega = (): void => undefined;
    const aberta = new Promise<void>((r) => (abre = r));
    const chegou = new Promise<void>((r) => (chega = r));
    servico[etapa] = async (e, p) => {
      chega();
      await Promise.race([aberta, new Promise<void>((r) => e.sinal.addEventListener('abort', () => r(), { once: true }))]);
      return original(e, p);
    };
    return { chegou, abre };
  };

  it('a cancelled run stops by itself and writes nothing more', async () => {
    const porta = segura(passos, 'julgar');
    const { corpo: { id } } = await enviar(app, cliente, { agora: outroAgora() });
    await porta.chegou;
    expect(await pedir(app, cliente, 'POST', `/v1/analises/${id}/cancelar`)).toMatchObject({ status: 200, corpo: { estado: 'cancelada' } });
    const antes = (await pedir(app, cliente, 'GET', `/v1/analises/${id}`)).texto;
    await ate(async () => app.fonte.query<unknown[]>(`select 1 from pgboss.job where name = 'analises' and state = 'active'`), (l) => l.length === 0, 8000);
    expect((await pedir(app, cliente, 'GET', `/v1/analises/${id}`)).texto).toBe(antes);
    expect(await app.fonte.query(`select 1 from alicit.trabalho where analise_id = $1 and etapa in ('julgar', 'relatar')`, [id])).toEqual([]);
    await ate(async () => app.fonte.query<unknown[]>('select 1 from mastra.mastra_workflow_snapshot where run_id like $1', [`${id}%`]), (l) => l.length === 0, 8000);
  });

  it('an engine that does not start is a failure of the attempt, not a run that was interrupted', async () => {
    const executor = app.app.get(ExecutorService) as unknown as { getMotor?: () => Promise<never> };
    executor.getMotor = () => Promise.reject(new Error('schema mastra forbidden'));
    try {
      const { corpo: { id } } = await enviar(app, cliente, { agora: outroAgora() });
      const adiada = await ate(() => pedir(app, cliente, 'GET', `/v1/analises/${id}`), ({ corpo }) => corpo.estado === 'na_fila' && corpo['erro'] !== null);
      expect(adiada.corpo).toMatchObject({ tentativas: 1, erro: { codigo: 'erro_interno' } });
      delete executor.getMotor;
      expect(await acompanhar(app, cliente, id)).toMatchObject({ corpo: { estado: 'concluida', tentativas: 2 } });
    } finally {
      delete executor.getMotor;
    }
  });

  it('a passing failure is tried again, and the history tells it', async () => {
    const original = passos.julgar.bind(passos);
    let vezes = 0;
    passos.julgar = (e, p) => {
      if (vezes++ < 1) throw indisponivel('arquivos_indisponiveis', 'O disco falhou. Tente de novo.');
      return original(e, p);
    };
    const { corpo: { id } } = await enviar(app, cliente, { agora: outroAgora() });
    const fim = await acompanhar(app, cliente, id);
    expect(fim.corpo).toMatchObject({ estado: 'concluida', tentativas: 2, erro: null, historico: [{ numero: 1, desfecho: 'adiada', erro: { codigo: 'arquivos_indisponiveis' } }, { numero: 2, desfecho: 'concluida', erro: null }] });
    const etapas = fim.corpo['etapas'] as { etapa: string; estado: string; tentativa: number }[];
    expect(etapas.filter((e) => e.estado === 'falhou')).toMatchObject([{ etapa: 'julgar', tentativa: 1, erro: { codigo: 'arquivos_indisponiveis' } }]);
    expect(etapas.filter((e) => e.estado === 'concluida').map((e) => e.etapa)).toEqual(['reunir', 'ler', 'extrair', 'julgar', 'aconselhar', 'relatar']);
  });

  it('a defect is tried again too, and never shown', async () => {
    passos.julgar = async () => {
      throw new TypeError('segredo interno');
    };
    const { corpo: { id } } = await enviar(app, cliente, { agora: outroAgora() });
    const fim = await acompanhar(app, cliente, id);
    expect(fim.corpo).toMatchObject({ estado: 'falhou', tentativas: 3, erro: { codigo: 'erro_interno' }, resumo: null });
    expect(fim.texto).not.toContain('segredo');
    expect(await pedir(app, cliente, 'GET', `/v1/analises/${id}/relatorio`)).toMatchObject({ status: 409, corpo: { codigo: 'analise_falhou' } });
  });

  it('a bad document fails at once, and the same request is then made anew', async () => {
    passos.julgar = async () => {
      throw invalido('sem_edital', 'Não há edital entre os arquivos.');
    };
    const agora = outroAgora();
    const { corpo: { id } } = await enviar(app, cliente, { agora });
    expect((await acompanhar(app, cliente, id)).corpo).toMatchObject({ estado: 'falhou', tentativas: 1, erro: { codigo: 'sem_edital' } });
    delete (passos as Partial<PassosService>).julgar;
    const outra = await enviar(app, cliente, { agora });
    expect(outra).toMatchObject({ status: 202, corpo: { reaproveitada: false } });
    expect(outra.corpo.id).not.toBe(id);
    expect((await acompanhar(app, cliente, outra.corpo.id)).corpo).toMatchObject({ estado: 'concluida' });
  });

  it('a file that is not a document fails with its reason', async () => {
    const { corpo: { id } } = await enviar(app, cliente, { edital: Buffer.from('%PDF-1.7 quebrado') });
    expect((await acompanhar(app, cliente, id)).corpo).toMatchObject({ estado: 'falhou', tentativas: 1, erro: { codigo: 'pdf_corrompido' } });
  });

  it('Prefer: wait answers with the result', async () => {
    const r = await enviar(app, cliente, { agora: outroAgora(), espera: 30 });
    expect(r).toMatchObject({ status: 200, corpo: { estado: 'concluida', reaproveitada: false } });
    expect(r.cabecalhos['x-analise-reaproveitada']).toBeUndefined();
  });

  it('the report comes as asked, as it was stored, and is not sent twice', async () => {
    const { corpo: { id } } = await enviar(app, cliente, { agora: AGORA, espera: 30 });
    const rota = `/v1/analises/${id}/relatorio`;
    const html = await pedir(app, cliente, 'GET', rota, { cabecalhos: { accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.8' } });
    expect(html.cabecalhos).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'content-security-policy': expect.stringContaining("default-src 'none'"), 'referrer-policy': 'no-referrer', 'x-content-type-options': 'nosniff' });
    expect(html.texto).not.toContain('<script');
    const md = await pedir(app, cliente, 'GET', `${rota}?formato=md`);
    expect(md.cabecalhos['content-type']).toBe('text/markdown; charset=utf-8');
    expect(md.texto).toMatch(/^# /m);
    const comprimido = await app.app.inject({ method: 'GET', url: rota, headers: { ...cliente.cabecalhos, accept: 'application/json', 'accept-encoding': 'gzip' } });
    expect(comprimido.headers['content-encoding']).toBe('gzip');
    expect(comprimido.rawPayload.subarray(0, 2)).toEqual(Buffer.from([0x1f, 0x8b]));
    const json = await pedir(app, cliente, 'GET', rota);
    expect(json.corpo).toMatchObject({ agora: AGORA, decisao: { desfecho: expect.any(String) } });
    expect(await pedir(app, cliente, 'GET', rota, { cabecalhos: { 'if-none-match': String(json.cabecalhos['etag']) } })).toMatchObject({ status: 304, texto: '' });
    expect(await pedir(app, cliente, 'GET', rota, { cabecalhos: { accept: 'application/pdf' } })).toMatchObject({ status: 406, corpo: { codigo: 'nao_aceitavel' } });
    expect(await pedir(app, cliente, 'GET', `${rota}?formato=pdf`)).toMatchObject({ status: 422 });
    const analise = await pedir(app, cliente, 'GET', `/v1/analises/${id}`);
    expect(await pedir(app, cliente, 'GET', `/v1/analises/${id}`, { cabecalhos: { 'if-none-match': String(analise.cabecalhos['etag']) } })).toMatchObject({ status: 304 });
    expect(await pedir(app, cliente, 'POST', `/v1/analises/${id}/cancelar`)).toMatchObject({ status: 409, corpo: { codigo: 'analise_terminada' } });
  });

  it('an erased analysis leaves nothing of the client, and what was read stays with the documents', async () => {
    const { corpo: { id } } = await enviar(app, cliente, { agora: outroAgora(), espera: 30 });
    const lidos = async (): Promise<unknown[]> => app.fonte.query(`select chave from alicit.trabalho where organizacao_id is null order by chave`);
    const antes = await lidos();
    expect((await pedir(app, cliente, 'DELETE', `/v1/analises/${id}`)).status).toBe(204);
    expect((await pedir(app, cliente, 'GET', `/v1/analises/${id}`)).status).toBe(404);
    for (const tabela of ['evento', 'analise_etapa', 'analise_tentativa']) expect(await app.fonte.query(`select 1 from alicit.${tabela} where analise_id = $1`, [id])).toEqual([]);
    expect(await app.fonte.query(`select 1 from alicit.trabalho where analise_id = $1 and organizacao_id is not null`, [id])).toEqual([]);
    expect(await lidos()).toEqual(antes);
    expect((await pedir(app, cliente, 'DELETE', `/v1/analises/${id}`)).status).toBe(404);
  });

  it('a second organisation pays only for its own judgement', async () => {
    const outra = await app.createCliente();
    const { corpo } = await enviar(app, outra, { agora: AGORA, espera: 30 });
    const etapas = corpo['etapas'] as { etapa: string; reaproveitada: boolean }[];
    expect(Object.fromEntries(etapas.map((e) => [e.etapa, e.reaproveitada]))).toEqual({ reunir: true, ler: true, extrair: true, julgar: false, aconselhar: true, relatar: false });
  });

  it('goes on when the database drops every connection, the one that listens too', async () => {
    const porta = segura(passos, 'julgar');
    const { corpo: { id } } = await enviar(app, cliente, { agora: outroAgora() });
    await porta.chegou;
    const cortadas = await app.fonte.query<{ nome: string }[]>(`select application_name as nome, pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`);
    expect(cortadas.map((c) => c.nome)).toEqual(expect.arrayContaining(['alicit', 'alicit-escuta']));
    porta.abre();
    expect((await acompanhar(app, cliente, id)).corpo).toMatchObject({ estado: 'concluida' });
    await ate(async () => app.fonte.query<unknown[]>(`select 1 from pg_stat_activity where datname = current_database() and application_name = 'alicit-escuta'`), (l) => l.length === 1);
    expect((await enviar(app, cliente, { agora: outroAgora(), espera: 20 })).corpo).toMatchObject({ estado: 'concluida', tentativas: 1 });
  });

  it('a process that stops hands its run back, uncounted, and another finishes it', async () => {
    const ambiente = { DATABASE_URL: app.urlBanco, ALICIT_DATA_DIR: app.pasta, ALICIT_ENCERRAMENTO_S: '10' };
    const porta = segura(passos, 'julgar');
    const { corpo: { id } } = await enviar(app, cliente, { agora: outroAgora() });
    await porta.chegou;
    const outro = await startApp(ambiente);
    try {
      await outro.app.get(JobsService).ready();
      await app.app.get(JobsService).beforeApplicationShutdown();
      const fim = await acompanhar(outro, cliente, id, 10_000);
      expect(fim.corpo).toMatchObject({ estado: 'concluida', tentativas: 1, historico: [{ desfecho: 'devolvida' }, { desfecho: 'concluida' }] });
    } finally {
      await outro.close();
    }
  });
});
