import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ArquivosService, TrabalhosService } from '../../src/storage/storage.module.js';
import { startApp, type AppDeTeste } from '../support/app.js';

describe('work of files that are erased', () => {
  let t: AppDeTeste;
  beforeAll(async () => {
    t = await startApp({ ALICIT_ROLE: 'api' });
  });
  afterAll(() => t.close());

  const receive = (texto: string) => t.app.get(ArquivosService).receive(Readable.from([Buffer.from(texto)]), 1e6);
  const put = (chave: string, arquivos: string[]) => t.app.get(TrabalhosService).put({ chave, etapa: 'ler', organizacaoId: null, resultado: Buffer.from('texto lido'), arquivos }, null);
  const workOf = async (sha256: string) => (await t.fonte.query<{ chave: string }[]>('select chave from alicit.trabalho where arquivos @> array[$1]', [sha256])).map((l) => l.chave);

  it('goes with the file, and what a reading under way makes of it is not stored after', async () => {
    const [fica, sai] = [await receive('fica'), await receive('sai')];
    expect(await put('ler:antes', [sai.sha256, fica.sha256, sai.sha256])).toBe('gravado');
    await t.app.get(ArquivosService).discard([sai.transito]);
    expect(await workOf(sai.sha256)).toEqual([]);
    expect(await put('ler:depois', [fica.sha256, sai.sha256])).toBe('sem_arquivo');
    expect(await put('ler:outro', [fica.sha256])).toBe('gravado');
    expect([await workOf(sai.sha256), await workOf(fica.sha256)]).toEqual([[], ['ler:outro']]);
  });

  it('waits for an erasure that began before', async () => {
    const { sha256 } = await receive('em disputa');
    const apagador = t.fonte.createQueryRunner();
    await apagador.startTransaction();
    await apagador.query('select 1 from alicit.arquivo where sha256 = $1 for update', [sha256]);
    const gravacao = put('ler:em-disputa', [sha256]);
    await apagador.query('delete from alicit.arquivo_em_transito where sha256 = $1', [sha256]);
    await apagador.query('delete from alicit.arquivo where sha256 = $1', [sha256]);
    await apagador.commitTransaction();
    await apagador.release();
    expect(await gravacao).toBe('sem_arquivo');
    expect(sha256).toBe(createHash('sha256').update('em disputa').digest('hex'));
  });
});
