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

  it('takes the vectors of its passages: those of the database at once, those elsewhere are left to the sweep', async () => {
    const [fica, sai] = [await receive('vetores que ficam'), await receive('vetores que saem')];
    for (const [colecao, loja, sha256] of [['trechos.a', 'exact', sai.sha256], ['trechos.b', 'pinecone', sai.sha256], ['trechos.c', 'exact', fica.sha256]] as const) {
      await t.fonte.query(`insert into alicit.vetor_colecao (colecao, loja, modelo, estado, arquivos) values ($1, $2, 'm', 'inteira', array[$3])`, [colecao, loja, sha256]);
      await t.fonte.query(`insert into alicit.vetor_conjunto (colecao, dimensoes) values ($1, 1)`, [colecao]);
      await t.fonte.query(`insert into alicit.vetor (colecao, id, vetor) values ($1, 'x', 'xxxx')`, [colecao]);
    }
    await t.app.get(ArquivosService).discard([sai.transito]);
    expect(await t.fonte.query('select colecao, estado from alicit.vetor_colecao order by colecao')).toEqual([{ colecao: 'trechos.a', estado: 'apagando' }, { colecao: 'trechos.b', estado: 'apagando' }, { colecao: 'trechos.c', estado: 'inteira' }]);
    expect(await t.fonte.query('select colecao from alicit.vetor')).toEqual([{ colecao: 'trechos.c' }]);
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
