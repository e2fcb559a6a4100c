import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Pool } from 'pg';
import { DataSource } from 'typeorm';
import type { Etapa } from '../../../src/analises/index.js';
import { NOME_WORKFLOW, runIdOf, type ArmazemExecucoes } from '../../../src/workflows/armazem/armazem.js';
import { forgetDaOrganizacao, forgetDaOrganizacaoAqui, sweepExecucoes } from '../../../src/workflows/armazem/varrer.js';
import type { FazEtapa } from '../../../src/workflows/analisar-licitacao.workflow.js';
import { openMotor } from '../../../src/workflows/mastra.js';

/** A store under test: empty, of nobody else. */
export interface LojaDeTeste {
  /** One more process's view of the same store. */
  create(): ArmazemExecucoes;
  /** The same technology where nothing answers. */
  fora(): ArmazemExecucoes;
  /** Where a server takes connections and says nothing; null: there is no server. */
  muda: (() => ArmazemExecucoes) | null;
  close(): Promise<void>;
}

const ETAPAS: readonly Etapa[] = ['reunir', 'ler', 'extrair', 'julgar', 'aconselhar', 'relatar'];
const SEM_INSISTIR = { limiteMs: 5000, esperasMs: [] };
/** What a snapshot holds, as Mastra writes it. */
const estado = (runId: string, extra: object = {}) =>
  ({ runId, status: 'running', value: {}, context: { input: { analiseId: 'x' }, ...extra }, activePaths: [1], activeStepsPath: {}, suspendedPaths: {}, resumeLabels: {}, serializedStepGraph: [], waitingPaths: {}, timestamp: 1 }) as unknown as Parameters<Awaited<ReturnType<ArmazemExecucoes['openDominio']>>['persistWorkflowSnapshot']>[0]['snapshot'];

/** What every store of runs does. `open` is told the application's database, new and migrated by `createBanco`. */
export function describeArmazem(nome: string, open: (urlBanco: string) => Promise<LojaDeTeste>, createBanco: () => Promise<{ readonly url: string; drop(): Promise<void> }>): void {
  describe(`runs kept in ${nome}`, () => {
    let loja: LojaDeTeste;
    let armazem: ArmazemExecucoes;
    let dominio: Awaited<ReturnType<ArmazemExecucoes['openDominio']>>;
    let banco: Awaited<ReturnType<typeof createBanco>>;
    let pool: Pool;
    let fonte: DataSource;
    const abertos: ArmazemExecucoes[] = [];
    const keep = (a: ArmazemExecucoes): ArmazemExecucoes => (abertos.push(a), a);
    beforeAll(async () => {
      banco = await createBanco();
      pool = new Pool({ connectionString: banco.url, max: 2 });
      // A connection on its way out may still be told that its database is dropped.
      pool.on('error', () => undefined);
      fonte = await new DataSource({ type: 'postgres', url: banco.url, poolSize: 1 }).initialize();
      loja = await open(banco.url);
      armazem = keep(loja.create());
    });
    afterAll(async () => {
      for (const a of abertos) await a.close();
      await loja.close();
      await fonte.destroy();
      await pool.end();
      await banco.drop();
    });
    beforeEach(async () => {
      dominio ??= await armazem.openDominio();
      await armazem.erase(await armazem.list('', 1000));
    });

    const save = (runId: string, extra?: object) => dominio.persistWorkflowSnapshot({ workflowName: NOME_WORKFLOW, runId, snapshot: estado(runId, extra) });
    const load = (runId: string, de = dominio) => de.loadWorkflowSnapshot({ workflowName: NOME_WORKFLOW, runId });
    /** Stages that write where they were, and stop for good at `morreEm`. */
    const trabalha = (feitas: string[], morreEm?: Etapa): { fazer: FazEtapa; morreu: Promise<void> } => {
      let morre = (): void => undefined;
      const morreu = new Promise<void>((r) => (morre = r));
      return {
        morreu,
        fazer: async (_runId, etapa, passagem) => {
          feitas.push(etapa);
          if (etapa === morreEm) {
            morre();
            await new Promise<never>(() => undefined);
          }
          return { ...passagem, [etapa]: `${etapa}:çã🙂` };
        },
      };
    };

    it('has nothing before anything ran', async () => {
      const nova = keep(loja.create());
      expect(await nova.list('', 10)).toEqual([]);
      expect(await sweepExecucoes(nova, pool)).toBe(0);
      await nova.ping();
    });

    it('gives back what was saved, the last of it, and lists it', async () => {
      await save('an_1.v2', { ler: { status: 'success', output: { ler: 'Licitação nº 12 — “ação” 漢字 🙂 \\ " \n\t' } } });
      await save('an_2.v2');
      expect(await load('an_1.v2')).toEqual(JSON.parse(JSON.stringify(estado('an_1.v2', { ler: { status: 'success', output: { ler: 'Licitação nº 12 — “ação” 漢字 🙂 \\ " \n\t' } } }))));
      await save('an_1.v2', { extrair: { status: 'running' } });
      expect((await load('an_1.v2', await keep(loja.create()).openDominio()))?.context).toMatchObject({ extrair: { status: 'running' } });
      expect(await load('an_3.v2')).toBeNull();
      expect((await dominio.getWorkflowRunById({ runId: 'an_1.v2', workflowName: NOME_WORKFLOW }))?.runId).toBe('an_1.v2');
      expect((await dominio.listWorkflowRuns({ workflowName: NOME_WORKFLOW })).runs.map((r) => r.runId).sort()).toEqual(['an_1.v2', 'an_2.v2']);
      expect((await dominio.listWorkflowRuns({ workflowName: NOME_WORKFLOW, status: 'running' })).total).toBe(2);
      await dominio.deleteWorkflowRunById({ runId: 'an_1.v2', workflowName: NOME_WORKFLOW });
      expect(await armazem.list('', 10)).toEqual(['an_2.v2']);
    });

    it('takes a big one', async () => {
      const texto = randomBytes(3_000_000).toString('base64');
      await save('an_grande.v2', { ler: { status: 'success', output: { ler: texto } } });
      expect((await load('an_grande.v2'))?.context).toMatchObject({ ler: { output: { ler: texto } } });
    });

    it('lists in order and in parts, and forgets runs of one analysis alone', async () => {
      for (const id of ['an_10.v2', 'an_1.v2', 'an_1.v1', 'an_2.v2', 'an_1x.v2']) await save(id);
      const partes = [await armazem.list('', 2), await armazem.list('an_1.v2', 2), await armazem.list('an_1x.v2', 2)];
      expect(partes).toEqual([['an_1.v1', 'an_1.v2'], ['an_10.v2', 'an_1x.v2'], ['an_2.v2']]);
      await armazem.forget('an_1', 'an_1.v2');
      expect(await armazem.list('', 10)).toEqual(['an_1.v2', 'an_10.v2', 'an_1x.v2', 'an_2.v2']);
      await armazem.forget('an_1');
      expect(await armazem.list('', 10)).toEqual(['an_10.v2', 'an_1x.v2', 'an_2.v2']);
      expect(await armazem.erase(['an_10.v2', 'an_sumida.v2'])).toBe(1);
      expect(await load('an_10.v2')).toBeNull();
    });

    it('runs a workflow to its end, many at once, each its own', async () => {
      const feitas: string[] = [];
      const motor = await openMotor(armazem, trabalha(feitas).fazer);
      const ids = Array.from({ length: 12 }, (_, i) => `an_junta${i}`);
      const fins = await Promise.all(ids.map((id) => motor.run(runIdOf(id, '2'), id)));
      expect(fins.map((f) => f.ok && f.passagem.analiseId)).toEqual(ids);
      expect(fins.every((f) => f.ok && f.passagem.relatar === 'relatar:çã🙂')).toBe(true);
      expect(feitas.sort()).toEqual(ETAPAS.flatMap((e) => ids.map(() => e)).sort());
    });

    it('goes on in another process from the stage at which one died', async () => {
      const antes: string[] = [];
      const morto = trabalha(antes, 'julgar');
      const motor = await openMotor(armazem, morto.fazer);
      void motor.run('an_morre.v2', 'an_morre');
      await morto.morreu;
      expect(antes).toEqual(['reunir', 'ler', 'extrair', 'julgar']);
      const depois: string[] = [];
      const outro = await openMotor(keep(loja.create()), trabalha(depois).fazer);
      const fim = await outro.run('an_morre.v2', 'an_morre');
      expect(depois).toEqual(['julgar', 'aconselhar', 'relatar']);
      expect(fim).toMatchObject({ ok: true, passagem: { analiseId: 'an_morre', reunir: 'reunir:çã🙂', extrair: 'extrair:çã🙂', relatar: 'relatar:çã🙂' } });
    });

    it('that goes away under a run fails it as passing, and the run is finished later', async () => {
      let vezes = 0;
      let ligado = false;
      const falho: ArmazemExecucoes = Object.create(armazem, {
        openDominio: {
          value: async () => new Proxy(await armazem.openDominio(), {
            get(alvo, p) {
              const valor: unknown = Reflect.get(alvo, p, alvo);
              if (typeof valor !== 'function') return valor;
              const faz = (valor as (...a: unknown[]) => unknown).bind(alvo);
              return p === 'persistWorkflowSnapshot' && !ligado ? (...a: unknown[]) => (++vezes > 3 ? Promise.reject(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })) : faz(...a)) : faz;
            },
          }),
        },
      }) as ArmazemExecucoes;
      const motor = await openMotor(falho, trabalha([]).fazer, { vigia: SEM_INSISTIR });
      await expect(motor.run('an_cai.v2', 'an_cai')).rejects.toMatchObject({ tipo: 'indisponivel', codigo: 'execucoes_indisponiveis' });
      ligado = true;
      expect(await motor.run('an_cai.v2', 'an_cai')).toMatchObject({ ok: true, passagem: { relatar: 'relatar:çã🙂' } });
    });

    it('is told as unavailable within seconds when nothing answers', async () => {
      const fora = keep(loja.fora());
      await expect(fora.ping()).rejects.toThrow();
      await expect(openMotor(fora, trabalha([]).fazer)).rejects.toMatchObject({ tipo: 'indisponivel', codigo: 'execucoes_indisponiveis' });
      if (!loja.muda) return;
      const inicio = performance.now();
      await expect(keep(loja.muda()).ping()).rejects.toThrow();
      expect(performance.now() - inicio).toBeLessThan(8000);
    }, 40_000);

    it('is swept of what no open analysis needs, and of an erased organisation', async () => {
      for (const org of ['org_a', 'org_b']) {
        await pool.query(`insert into alicit.organizacao (id, nome) values ($1, $1)`, [org]);
        await pool.query(`insert into alicit.empresa (id, organizacao_id, cnpj, perfil) values ($1, $2, '1', '{}')`, [`emp_${org}`, org]);
        await pool.query(`insert into alicit.licitacao (id, organizacao_id, origem) values ($1, $2, 'manual')`, [`lic_${org}`, org]);
      }
      for (const [id, org, situacao] of [['an_viva', 'org_a', 'executando'], ['an_fila', 'org_b', 'na_fila'], ['an_fim', 'org_a', 'concluida']] as const) {
        await pool.query(`insert into alicit.analise (id, organizacao_id, empresa_id, licitacao_id, chave, entradas, estado, versao_workflow) values ($1, $2, $3, $4, $1, '{}', $5, '2')`, [id, org, `emp_${org}`, `lic_${org}`, situacao]);
        await save(`${id}.v2`);
      }
      for (let i = 0; i < 20; i++) await save(`an_sem${i}.v1`);
      expect(await sweepExecucoes(armazem, pool)).toBe(21);
      expect(await armazem.list('', 100)).toEqual(['an_fila.v2', 'an_viva.v2']);
      await fonte.transaction((m) => (armazem.tipo === 'aplicacao' ? forgetDaOrganizacaoAqui(m, 'org_a') : forgetDaOrganizacao(armazem, m, 'org_a')));
      expect(await armazem.list('', 100)).toEqual(['an_fila.v2']);
    });
  });
}
