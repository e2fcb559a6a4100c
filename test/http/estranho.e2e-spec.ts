import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type AppDeTeste, type Cliente } from '../support/app.js';

const run = promisify(execFile);
const SCRIPT = join(import.meta.dirname, '..', '..', 'exemplos', 'api.sh');

/** A stranger with curl and the README. */
describe('exemplos/api.sh', () => {
  let t: AppDeTeste;
  let url: string;
  let cliente: Cliente;
  const chamadas: string[] = [];
  beforeAll(async () => {
    t = await startApp({}, (app) => {
      app.getHttpAdapter().getInstance().addHook('onRequest', async (pedido) => void chamadas.push(`${pedido.method} ${pedido.routeOptions.url}`));
    });
    url = await t.listen();
    cliente = await t.createCliente();
  });
  afterAll(() => t.close());
  const api = (env: Record<string, string>, ...args: string[]) => run('sh', [SCRIPT, ...args], { env: { PATH: process.env.PATH, ALICIT_URL: url, ...env }, maxBuffer: 1 << 26 });

  it('gets a decision with its proof in two calls', async () => {
    const { stdout, stderr } = await api({ ALICIT_CHAVE: cliente.chave });
    expect(stderr).toMatch(/^decisão: (?:GO|GO_CONDICIONADO|NAO_RECOMENDADO|IMPUGNAR_E_REAVALIAR|PENDENTE|NO_GO)\n$/);
    expect(stdout).toMatch(/^# /);
    expect(stdout).toContain('edital-exemplo.pdf');
    expect(chamadas).toEqual(['POST /v1/analises', 'GET /v1/analises/:id/relatorio']);
  });

  it('says what is wrong, in Portuguese, and fails', async () => {
    await expect(api({ ALICIT_CHAVE: 'alicit_errada' })).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('chave_invalida') });
    const empresa = join(import.meta.dirname, '..', '..', 'exemplos', 'empresa.json');
    const errata = join(import.meta.dirname, '..', '..', 'exemplos', 'errata-exemplo.pdf');
    await expect(api({ ALICIT_CHAVE: cliente.chave }, empresa, errata)).rejects.toMatchObject({ code: 1, stdout: '', stderr: expect.stringMatching(/^sem_edital: Não há edital.*errata-exemplo\.pdf.*\n$/) });
    await expect(api({})).rejects.toMatchObject({ stderr: expect.stringContaining('defina ALICIT_CHAVE') });
  });
});
