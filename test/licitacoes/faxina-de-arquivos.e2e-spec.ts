import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { JobsService } from '../../src/jobs/jobs.module.js';
import { FILA_ARQUIVOS } from '../../src/licitacoes/faxina-de-arquivos.js';
import { ArquivosService } from '../../src/storage/storage.module.js';
import { startApp, type AppDeTeste } from '../support/app.js';
import { objetosDe } from '../support/sobras.js';

describe('files nobody refers to', () => {
  let t: AppDeTeste;
  beforeAll(async () => {
    t = await startApp();
  });
  afterAll(() => t.close());

  it('go by themselves once they waited for too long, and not before', async () => {
    const jobs = t.app.get(JobsService);
    await jobs.ready();
    expect(await t.fonte.query(`select name from pgboss.schedule where name = $1`, [FILA_ARQUIVOS.nome])).toHaveLength(1);
    const [velho, novo] = [await t.app.get(ArquivosService).receive(Readable.from([Buffer.from('velho')]), 100), await t.app.get(ArquivosService).receive(Readable.from([Buffer.from('novo')]), 100)];
    await t.fonte.query(`update alicit.arquivo_em_transito set criado_em = now() - interval '2 hours' where id = $1`, [velho.transito]);
    await jobs.send(null, FILA_ARQUIVOS, {});
    for (const prazo = Date.now() + 20_000; objetosDe(t).includes(velho.sha256) && Date.now() < prazo; ) await new Promise((r) => setTimeout(r, 50));
    expect(objetosDe(t)).toEqual([novo.sha256]);
  });
});
