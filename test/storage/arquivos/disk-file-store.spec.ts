import { chmodSync, mkdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { createFileStore } from '../../../src/storage/arquivos/index.js';
import { DiskFileStore } from '../../../src/storage/arquivos/disk-file-store.js';
import { contratoFileStore, sha256, stream } from './contrato.js';
import { listFiles, makePasta } from './pasta.js';

const isProvisorio = (f: string): boolean => f.startsWith('provisorios');
const CONTEUDO = Buffer.from('edital de teste');

contratoFileStore('disk', async () => {
  const pasta = join(makePasta(), 'arquivos');
  return {
    store: new DiskFileStore(pasta),
    objetos: () => listFiles(pasta).filter((f) => !isProvisorio(f)).map((f) => basename(f)),
    provisorios: () => listFiles(pasta).filter(isProvisorio),
  };
});

describe('DiskFileStore', () => {
  it('is the default, below the data folder', async () => {
    const pastaDados = makePasta();
    const store = await createFileStore({ pastaDados, arquivos: { s3: null, maxBytesCopias: 0 } });
    const { sha256: nome } = await store.put(stream(CONTEUDO), { maxBytes: 100 });
    expect(store.tipo).toBe('disco');
    expect(await store.localPath(nome)).toBe(join(pastaDados, 'arquivos', nome.slice(0, 2), nome));
  });

  it('lets only its user read', async () => {
    const pasta = join(makePasta(), 'arquivos');
    const store = new DiskFileStore(pasta);
    const { sha256: nome } = await store.put(stream(CONTEUDO), { maxBytes: 100 });
    const arquivo = await store.localPath(nome);
    expect(statSync(arquivo).mode & 0o777).toBe(0o600);
    for (const p of [pasta, join(arquivo, '..'), join(pasta, 'provisorios')]) expect(statSync(p).mode & 0o777).toBe(0o700);
  });

  it('mends a damaged object when the file is sent again', async () => {
    const store = new DiskFileStore(makePasta());
    const { sha256: nome } = await store.put(stream(CONTEUDO), { maxBytes: 100 });
    writeFileSync(await store.localPath(nome), 'estragado');
    await store.put(stream(CONTEUDO), { maxBytes: 100 });
    expect(await readFile(await store.localPath(nome))).toEqual(CONTEUDO);
  });

  it('removes temporary files that no one has written to for an hour, at most once an hour', async () => {
    const pasta = makePasta();
    const agora = Date.now();
    let passou = 0;
    const store = new DiskFileStore(pasta, () => agora + passou);
    const plant = (nome: string, idadeMin: number): void => {
      mkdirSync(join(pasta, 'provisorios'), { recursive: true });
      writeFileSync(join(pasta, 'provisorios', nome), 'meio arquivo');
      utimesSync(join(pasta, 'provisorios', nome), agora / 1000, agora / 1000 - idadeMin * 60);
    };
    plant('velho.tmp', 61);
    plant('novo.tmp', 59);
    await store.put(stream(CONTEUDO), { maxBytes: 100 });
    expect(listFiles(join(pasta, 'provisorios'))).toEqual(['novo.tmp']);
    plant('outro.tmp', 61);
    await store.put(stream(CONTEUDO), { maxBytes: 100 });
    expect(listFiles(join(pasta, 'provisorios'))).toEqual(['novo.tmp', 'outro.tmp']);
    passou = 61 * 60_000;
    await store.put(stream(CONTEUDO), { maxBytes: 100 });
    expect(listFiles(pasta)).toEqual([join(sha256(CONTEUDO).slice(0, 2), sha256(CONTEUDO))]);
  });

  it('says what the disk refused, without the path, and destroys the stream', async () => {
    const pasta = makePasta();
    const arquivo = join(pasta, 'nao-e-pasta');
    writeFileSync(arquivo, '');
    chmodSync(arquivo, 0o600);
    const store = new DiskFileStore(join(arquivo, 'arquivos'));
    const origem = stream(CONTEUDO);
    const erros = await Promise.all([store.put(origem, { maxBytes: 100 }), store.check(), store.has(sha256(CONTEUDO))].map((p) => p.then(() => null, (e: unknown) => e)));
    for (const erro of erros) {
      expect(erro).toMatchObject({ tipo: 'indisponivel', codigo: 'arquivos_indisponiveis', detalhes: { motivo: 'ENOTDIR' } });
      expect(JSON.stringify(erro)).not.toContain(pasta);
    }
    expect(origem.destroyed).toBe(true);
  });
});
