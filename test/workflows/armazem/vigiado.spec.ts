import { describe, expect, it } from '@jest/globals';
import type { WorkflowsStorage } from '@mastra/core/storage';
import { loadLibsql } from '../../../src/workflows/armazem/libsql.js';
import { asIndisponivel, noTempo } from '../../../src/workflows/armazem/no-tempo.js';
import { watchDominio } from '../../../src/workflows/armazem/vigiado.js';
import { indisponivel } from '../../../src/kernel/index.js';

/** A domain whose every save does `fazer`. */
const dominioDe = (fazer: () => Promise<unknown>): WorkflowsStorage => ({ persistWorkflowSnapshot: fazer, supportsConcurrentUpdates: () => false }) as unknown as WorkflowsStorage;
const save = (d: WorkflowsStorage, runId: string) => d.persistWorkflowSnapshot({ workflowName: 'w', runId, snapshot: {} as Parameters<WorkflowsStorage['persistWorkflowSnapshot']>[0]['snapshot'] });

describe('a watched store', () => {
  it('is asked again when it fails, and each try is told', async () => {
    let vezes = 0;
    const vistas: string[] = [];
    const { dominio, takeFalha } = watchDominio(dominioDe(() => (++vezes < 3 ? Promise.reject(new Error('caiu')) : Promise.resolve())), (op, _ms, ok) => void vistas.push(`${op} ${ok}`), { limiteMs: 1000, esperasMs: [1, 1] });
    await save(dominio, 'an_1.v2');
    expect(vistas).toEqual(['persistWorkflowSnapshot false', 'persistWorkflowSnapshot false', 'persistWorkflowSnapshot true']);
    expect(takeFalha('an_1.v2')).toBeNull();
  });

  it('that goes on failing, or never answers, is a passing fault of that run alone', async () => {
    for (const fazer of [() => Promise.reject(new Error('postgres://u:s3nha@x/y caiu')), () => new Promise<never>(() => undefined)]) {
      const { dominio, takeFalha } = watchDominio(dominioDe(fazer), () => undefined, { limiteMs: 20, esperasMs: [1] });
      await expect(save(dominio, 'an_1.v2')).rejects.toMatchObject({ tipo: 'indisponivel', codigo: 'execucoes_indisponiveis', message: expect.not.stringContaining('s3nha') });
      expect([takeFalha('an_2.v2'), takeFalha('an_1.v2')?.name, takeFalha('an_1.v2')]).toEqual([null, 'AlicitError', null]);
    }
  });

  it('is asked at once for what is no call to the store', () => {
    expect(watchDominio(dominioDe(async () => undefined), () => undefined).dominio.supportsConcurrentUpdates()).toBe(false);
  });

  it('keeps its cause, once', () => {
    const causa = new Error('x');
    const uma = asIndisponivel(causa);
    expect([asIndisponivel(uma), uma.cause]).toEqual([uma, causa]);
    expect(asIndisponivel(indisponivel('libsql_ausente', 'm')).codigo).toBe('execucoes_indisponiveis');
  });
});

describe('a limit of time', () => {
  it('gives what comes before it, and its error', async () => {
    expect(await noTempo(Promise.resolve(1), 1000)).toBe(1);
    await expect(noTempo(Promise.reject(new Error('x')), 1000)).rejects.toThrow('x');
    await expect(noTempo(new Promise(() => undefined), 5)).rejects.toMatchObject({ codigo: 'tempo_esgotado' });
  });
});

describe('LibSQL without its native module', () => {
  it('is told with what to install', async () => {
    await expect(loadLibsql(() => Promise.reject(Object.assign(new Error("Cannot find module '@libsql/linux-x64-gnu'"), { code: 'MODULE_NOT_FOUND' })))).rejects.toMatchObject({ codigo: 'libsql_ausente', message: expect.stringContaining('--omit=optional') });
  });
});
