import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { LicitacoesService } from '../../../src/licitacoes/licitacoes.module.js';
import { DiskFileStore } from '../../../src/storage/arquivos/disk-file-store.js';
import type { Limite } from '../../../src/storage/arquivos/file-store.js';
import { newId } from '../../../src/storage/index.js';
import { ArquivosService } from '../../../src/storage/storage.module.js';
import { startApp, type AppDeTeste, type Cliente } from '../../support/app.js';
import { objetosDe } from '../../support/sobras.js';

const MB = 1024 * 1024;
const sha = (b: Buffer) => createHash('sha256').update(b).digest('hex');
const fluxo = (b: Buffer) => Readable.from([b.subarray(0, 10), b.subarray(10)]);

/** A disk store that can be stopped before an object appears and before it goes. */
class StoreComPausas extends DiskFileStore {
  aoGuardar: () => Promise<void> = async () => undefined;
  aoApagar: () => Promise<void> = async () => undefined;

  override put(origem: Readable, limite: Limite) {
    const antes = async (nome: string, bytes: number) => {
      await limite.antes?.(nome, bytes);
      await this.aoGuardar();
    };
    return super.put(origem, { ...limite, antes });
  }

  override async delete(nome: string): Promise<void> {
    await this.aoApagar();
    await super.delete(nome);
  }
}

/** A point in time that a test waits for, or lets pass. */
function porta() {
  let abrir: () => void = () => undefined;
  const aberta = new Promise<void>((resolve) => (abrir = resolve));
  return { aberta, abrir };
}

describe('files and who refers to them', () => {
  let t: AppDeTeste;
  let arquivos: ArquivosService;
  let licitacoes: LicitacoesService;
  let ana: Cliente;
  let bia: Cliente;
  beforeAll(async () => {
    t = await startApp();
    arquivos = t.app.get(ArquivosService);
    licitacoes = t.app.get(LicitacoesService);
    [ana, bia] = [await t.createCliente(), await t.createCliente()];
  });
  afterAll(() => t.close());
  beforeEach(async () => {
    await t.fonte.query('delete from alicit.licitacao');
    await t.fonte.query('delete from alicit.arquivo_em_transito');
    await arquivos.sweep();
    expect(objetosDe(t)).toEqual([]);
  });

  const refer = async (servico: ArquivosService, cliente: Cliente, transito: string) => {
    const { id } = await licitacoes.create(cliente.organizacaoId, null);
    return t.fonte.transaction(async (m) => {
      const { sha256, bytes } = await servico.link(m, transito);
      await m.query('insert into alicit.licitacao_arquivo (id, organizacao_id, licitacao_id, sha256, nome, bytes) values ($1, $2, $3, $4, $5, $6)', [newId('arq'), cliente.organizacaoId, id, sha256, 'x', bytes]);
      return id;
    });
  };
  const envelhecer = () => t.fonte.query(`update alicit.arquivo_em_transito set criado_em = now() - interval '61 minutes'`);
  const linhas = async (tabela: string) => (await t.fonte.query<unknown[]>(`select 1 from alicit.${tabela}`)).length;

  it('what was received is kept for its reference, and linked once', async () => {
    const conteudo = Buffer.from('%PDF-1.7 conteúdo do edital');
    const recebido = await arquivos.receive(fluxo(conteudo), MB);
    expect(recebido).toMatchObject({ sha256: sha(conteudo), bytes: conteudo.length, tipo: 'pdf' });
    expect(await arquivos.collect([recebido.sha256])).toBe(0);
    const id = await refer(arquivos, ana, recebido.transito);
    expect(await linhas('arquivo_em_transito')).toBe(0);
    await expect(refer(arquivos, ana, recebido.transito)).rejects.toMatchObject({ codigo: 'arquivo_expirado' });
    expect((await buffer(await arquivos.read(recebido.sha256))).equals(conteudo)).toBe(true);
    await licitacoes.erase(ana.organizacaoId, id);
    expect([objetosDe(t), await linhas('arquivo')]).toEqual([[], 0]);
  });

  it.each<[string, () => Readable, string]>([
    ['too big', () => fluxo(randomBytes(2 * MB)), 'arquivo_grande'],
    ['empty', () => Readable.from([]), 'arquivo_vazio'],
  ])('keeps nothing of a file that is %s', async (_nome, origem, codigo) => {
    await expect(arquivos.receive(origem(), MB)).rejects.toMatchObject({ codigo });
    expect([await linhas('arquivo'), await linhas('arquivo_em_transito'), objetosDe(t)]).toEqual([0, 0, []]);
  });

  it('keeps nothing of a stream that breaks', async () => {
    const quebra = Readable.from((async function* () {
      yield Buffer.from('começo');
      throw new Error('a conexão caiu');
    })());
    await expect(arquivos.receive(quebra, MB)).rejects.toThrow('a conexão caiu');
    expect([await linhas('arquivo'), objetosDe(t)]).toEqual([0, []]);
  });

  it('keeps nothing when the object cannot be written after it was announced', async () => {
    const store = new StoreComPausas(join(t.pasta, 'arquivos'));
    store.aoGuardar = () => Promise.reject(new Error('disco cheio'));
    await expect(new ArquivosService(t.fonte, store).receive(fluxo(randomBytes(100)), MB)).rejects.toThrow('disco cheio');
    expect([await linhas('arquivo'), await linhas('arquivo_em_transito'), objetosDe(t)]).toEqual([0, 0, []]);
  });

  it('the same content is kept once, until the last of its owners goes, with the shared work', async () => {
    const conteudo = randomBytes(1000);
    const [deAna, deBia] = await Promise.all([arquivos.receive(fluxo(conteudo), MB), arquivos.receive(fluxo(conteudo), MB)]);
    const ids = [await refer(arquivos, ana, deAna.transito), await refer(arquivos, bia, deBia.transito)];
    for (const [chave, dono, de] of [['ler:1', null, sha(conteudo)], ['ler:2', null, sha(Buffer.from('outro'))], ['julgar:1', bia.organizacaoId, sha(conteudo)]] as const)
      await t.fonte.query(`insert into alicit.trabalho (chave, etapa, organizacao_id, resultado, sha256, arquivos) values ($1, 'x', $2, 'x', 'x', $3)`, [chave, dono, [de]]);
    expect(objetosDe(t)).toEqual([sha(conteudo)]);
    const trabalhos = async () => (await t.fonte.query<{ chave: string }[]>('select chave from alicit.trabalho order by chave')).map((l) => l.chave);
    await licitacoes.erase(ana.organizacaoId, ids[0]!);
    expect([objetosDe(t), await trabalhos()]).toEqual([[sha(conteudo)], ['julgar:1', 'ler:1', 'ler:2']]);
    await licitacoes.erase(bia.organizacaoId, ids[1]!);
    expect([objetosDe(t), await trabalhos()]).toEqual([[], ['julgar:1', 'ler:2']]);
    await t.fonte.query('delete from alicit.trabalho');
  });

  it('the sweep erases what was never referred to after an hour, and only that', async () => {
    const [esquecido, ligado] = [await arquivos.receive(fluxo(Buffer.from('esquecido pelo cliente')), MB), await arquivos.receive(fluxo(Buffer.from('ligado a uma licitação')), MB)];
    await refer(arquivos, ana, ligado.transito);
    expect(await arquivos.sweep()).toBe(0);
    await envelhecer();
    const novo = await arquivos.receive(fluxo(Buffer.from('acabou de chegar')), MB);
    expect(await arquivos.sweep()).toBe(1);
    expect(objetosDe(t)).toEqual([ligado.sha256, novo.sha256].sort());
    await expect(refer(arquivos, ana, esquecido.transito)).rejects.toMatchObject({ codigo: 'arquivo_expirado' });
    await arquivos.discard([novo.transito]);
    expect(objetosDe(t)).toEqual([ligado.sha256]);
  });

  it('what the store refused to erase is erased by the sweep, and the request does not fail', async () => {
    const store = new StoreComPausas(join(t.pasta, 'arquivos'));
    const servico = new ArquivosService(t.fonte, store);
    const { transito, sha256 } = await servico.receive(fluxo(randomBytes(100)), MB);
    store.aoApagar = () => Promise.reject(new Error('S3 fora do ar'));
    await servico.discard([transito]);
    expect([objetosDe(t), await linhas('arquivo')]).toEqual([[sha256], 1]);
    store.aoApagar = async () => undefined;
    expect(await servico.sweep()).toBe(1);
    expect([objetosDe(t), await linhas('arquivo')]).toEqual([[], 0]);
  });

  it('content sent while it is being erased is there in the end', async () => {
    const store = new StoreComPausas(join(t.pasta, 'arquivos'));
    const servico = new ArquivosService(t.fonte, store);
    const conteudo = randomBytes(1000);
    const primeiro = await servico.receive(fluxo(conteudo), MB);
    const [chegou, segue] = [porta(), porta()];
    store.aoApagar = () => {
      chegou.abrir();
      return segue.aberta;
    };
    const apagando = servico.discard([primeiro.transito]);
    await chegou.aberta;
    let recebeu = false;
    const recebendo = servico.receive(fluxo(conteudo), MB).finally(() => (recebeu = true));
    await untilLocked(t);
    expect(recebeu).toBe(false);
    segue.abrir();
    await apagando;
    const { transito } = await recebendo;
    await refer(servico, bia, transito);
    expect((await buffer(await servico.read(sha(conteudo)))).equals(conteudo)).toBe(true);
  });

  it('content is not erased between its announcement and its arrival, nor between its link and the commit', async () => {
    const store = new StoreComPausas(join(t.pasta, 'arquivos'));
    const servico = new ArquivosService(t.fonte, store);
    const conteudo = randomBytes(1000);
    const [anunciado, segue] = [porta(), porta()];
    store.aoGuardar = () => {
      anunciado.abrir();
      return segue.aberta;
    };
    const recebendo = servico.receive(fluxo(conteudo), MB);
    await anunciado.aberta;
    expect(await servico.collect([sha(conteudo)])).toBe(0);
    segue.abrir();
    const { transito } = await recebendo;

    const { id } = await licitacoes.create(bia.organizacaoId, null);
    let apagados: Promise<number> | undefined;
    await t.fonte.transaction(async (m) => {
      const { sha256 } = await servico.link(m, transito);
      apagados = servico.collect([sha256]);
      await untilLocked(t);
      await m.query(`insert into alicit.licitacao_arquivo (id, organizacao_id, licitacao_id, sha256, nome, bytes) values ($1, $2, $3, $4, 'x', 1)`, [newId('arq'), bia.organizacaoId, id, sha256]);
    });
    expect(await apagados).toBe(0);
    expect(objetosDe(t)).toEqual([sha(conteudo)]);
  });

  it('two organisations, one sending what the other erases, many times over', async () => {
    for (let volta = 0; volta < 25; volta++) {
      const conteudo = Buffer.from(`edital da volta ${volta}`);
      const id = await refer(arquivos, ana, (await arquivos.receive(fluxo(conteudo), MB)).transito);
      const [, deBia] = await Promise.all([licitacoes.erase(ana.organizacaoId, id), arquivos.receive(fluxo(conteudo), MB).then((r) => refer(arquivos, bia, r.transito)), arquivos.sweep()]);
      expect((await buffer(await arquivos.read(sha(conteudo)))).equals(conteudo)).toBe(true);
      await licitacoes.erase(bia.organizacaoId, deBia);
      expect(objetosDe(t)).toEqual([]);
    }
  });
});

/** Waits, with a bound, until some statement waits for a lock. */
async function untilLocked(t: AppDeTeste): Promise<void> {
  for (let vez = 0; vez < 500; vez++) {
    const presos = await t.fonte.query<unknown[]>(`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
    if (presos.length) return;
  }
  throw new Error('nenhum comando esperou por tranca');
}
