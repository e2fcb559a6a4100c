import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ExecucoesService, FILA_ANALISES } from '../../src/analises/analises.module.js';
import { JobsService } from '../../src/jobs/jobs.module.js';
import { PassosService } from '../../src/workflows/etapas/passos.service.js';
import { VERSAO_WORKFLOW } from '../../src/workflows/index.js';
import { startApp, type AppDeTeste, type Cliente } from '../support/app.js';
import { acompanhar, ate, enviar, pedir } from '../analises/apoio.js';

const ETAPAS = ['reunir', 'ler', 'extrair', 'julgar', 'aconselhar', 'relatar'] as const;

/** Which stages a process was asked to do. */
function espia(app: AppDeTeste): string[] {
  const passos = app.app.get(PassosService);
  const feitas: string[] = [];
  for (const etapa of ETAPAS) {
    const original = passos[etapa].bind(passos);
    passos[etapa] = (e, p) => {
      feitas.push(etapa);
      return original(e, p);
    };
  }
  return feitas;
}

const retrato = async (app: AppDeTeste, id: string): Promise<string> =>
  JSON.stringify([
    await app.fonte.query('select * from alicit.analise where id = $1', [id]), await app.fonte.query('select * from alicit.evento where analise_id = $1 order by sequencia', [id]),
    await app.fonte.query('select * from alicit.analise_etapa where analise_id = $1 order by id', [id]), await app.fonte.query('select chave, sha256, token from alicit.trabalho where analise_id = $1 order by chave', [id]),
  ]);

describe('a run goes on in another process', () => {
  let api: AppDeTeste;
  let cliente: Cliente;
  beforeAll(async () => {
    api = await startApp({ ALICIT_ROLE: 'api' });
    cliente = await api.createCliente();
  });
  afterAll(() => api.close());
  const startOutro = (): Promise<AppDeTeste> => startApp({ DATABASE_URL: api.urlBanco, ALICIT_DATA_DIR: api.pasta, ALICIT_CONCORRENCIA: '1', ALICIT_ENCERRAMENTO_S: '1' });

  it('from where the frozen one was; when that wakes up, it writes nothing', async () => {
    const congelado = await startOutro();
    const passos = congelado.app.get(PassosService);
    const julgar = passos.julgar.bind(passos);
    let acorda = (): void => undefined;
    let chega = (): void => undefined;
    const acordado = new Promise<void>((r) => (acorda = r));
    const chegou = new Promise<void>((r) => (chega = r));
    let acordou: Promise<unknown> = Promise.resolve();
    passos.julgar = (e, p) => {
      chega();
      return (acordou = acordado.then(() => julgar(e, p))) as ReturnType<typeof julgar>;
    };
    const { corpo: { id } } = await enviar(api, cliente, { agora: '2026-11-13T10:00:00-03:00' });
    await chegou;
    const vivo = await startOutro();
    try {
      const feitas = espia(vivo);
      await api.app.get(JobsService).send(null, FILA_ANALISES, { analiseId: id });
      const fim = await acompanhar(vivo, cliente, id);
      expect(fim.corpo).toMatchObject({ estado: 'concluida', tentativas: 2, historico: [{ desfecho: 'interrompida' }, { desfecho: 'concluida' }] });
      expect(feitas).toEqual(['julgar', 'aconselhar', 'relatar']);
      const antes = await retrato(api, id);
      acorda();
      await acordou;
      await ate(async () => api.fonte.query<unknown[]>(`select 1 from pgboss.job where name = 'analises' and state = 'active'`), (l) => l.length === 0);
      expect(await retrato(api, id)).toBe(antes);
      await ate(async () => api.fonte.query<unknown[]>('select 1 from mastra.mastra_workflow_snapshot'), (l) => l.length === 0);
    } finally {
      await vivo.close();
      await congelado.close();
    }
  });

  it('a run of an older version of the workflow starts cleanly, and finds its work done', async () => {
    const { corpo: { id } } = await enviar(api, cliente, { agora: '2026-11-13T11:00:00-03:00' });
    // As an older version left it: claimed, two stages ended, its snapshot with stages this version does not have.
    const execucoes = api.app.get(ExecucoesService);
    await execucoes.claim(id, 'velho:1');
    await api.fonte.query(`update alicit.analise set versao_workflow = '0' where id = $1`, [id]);
    await api.fonte.query(`update alicit.analise_tentativa set versao_workflow = '0' where analise_id = $1`, [id]);
    await api.fonte.query(
      `insert into mastra.mastra_workflow_snapshot (workflow_name, run_id, snapshot, "createdAt", "updatedAt") values ('analisar-licitacao', $1, $2, now(), now())`,
      [`${id}.v0`, JSON.stringify({ runId: `${id}.v0`, status: 'running', value: {}, context: { input: { analiseId: id }, baixar: { status: 'success', output: {} } }, activePaths: [1], activeStepsPath: { decifrar: [1] }, suspendedPaths: {}, serializedStepGraph: [], timestamp: 1 })],
    );
    const novo = await startOutro();
    try {
      const feitas = espia(novo);
      const fim = await acompanhar(novo, cliente, id);
      expect(fim.corpo).toMatchObject({ estado: 'concluida', historico: [{ versaoWorkflow: '0', desfecho: 'interrompida' }, { versaoWorkflow: VERSAO_WORKFLOW, desfecho: 'concluida' }] });
      expect(feitas).toEqual([...ETAPAS]);
      const etapas = fim.corpo['etapas'] as { etapa: string; reaproveitada: boolean }[];
      expect(etapas.filter((e) => e.reaproveitada).map((e) => e.etapa)).toEqual(['reunir', 'ler', 'extrair', 'aconselhar']);
      expect(await api.fonte.query('select run_id from mastra.mastra_workflow_snapshot')).toEqual([]);
    } finally {
      await novo.close();
    }
  });

  it('one that died too often is given up, and says so', async () => {
    const { corpo: { id } } = await enviar(api, cliente, { agora: '2026-11-13T11:30:00-03:00' });
    await api.fonte.query('update alicit.analise set tentativas = $2 where id = $1', [id, api.config.analises.maxTentativas]);
    const outro = await startOutro();
    try {
      expect((await acompanhar(outro, cliente, id)).corpo).toMatchObject({ estado: 'falhou', erro: { codigo: 'tentativas_esgotadas' }, etapas: [] });
    } finally {
      await outro.close();
    }
  });

  it('the API process answers for what another runs, and a run erased under way stops', async () => {
    const outro = await startOutro();
    try {
      const passos = outro.app.get(PassosService);
      const ler = passos.ler.bind(passos);
      let chega = (): void => undefined;
      const chegou = new Promise<void>((r) => (chega = r));
      passos.ler = async (e, p) => {
        chega();
        await new Promise<void>((r) => e.sinal.addEventListener('abort', () => r(), { once: true }));
        return ler(e, p);
      };
      const { corpo: { id } } = await enviar(api, cliente, { agora: '2026-11-13T12:00:00-03:00' });
      await chegou;
      expect((await pedir(api, cliente, 'GET', `/v1/analises/${id}`)).corpo).toMatchObject({ estado: 'executando', etapa: 'ler' });
      expect((await pedir(api, cliente, 'DELETE', `/v1/analises/${id}`)).status).toBe(204);
      await ate(async () => api.fonte.query<unknown[]>(`select 1 from pgboss.job where name = 'analises' and state = 'active'`), (l) => l.length === 0);
      expect(await api.fonte.query('select 1 from alicit.evento where analise_id = $1', [id])).toEqual([]);
    } finally {
      await outro.close();
    }
  });
});
