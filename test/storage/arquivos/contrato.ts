import { createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import type { FileStore } from '../../../src/storage/arquivos/file-store.js';

export interface EmProva {
  readonly store: FileStore;
  /** Names (sha256) of all objects kept. */
  readonly objetos: () => string[];
  /** Temporary files left on this machine. */
  readonly provisorios: () => string[];
}

export const sha256 = (b: Buffer): string => createHash('sha256').update(b).digest('hex');
const LIMITE = { maxBytes: 1_000_000 };
/** In parts, as the network brings it. */
export const stream = (b: Buffer): Readable => Readable.from(Array.from({ length: Math.ceil(b.length / 10_000) }, (_, i) => b.subarray(i * 10_000, (i + 1) * 10_000)));

/** What every FileStore does, whatever it keeps files in. `abrir` gives an empty store. */
export function contratoFileStore(nome: string, abrir: () => Promise<EmProva>): void {
  describe(`FileStore: ${nome}`, () => {
    it('gives back what it was given, as a stream and by path', async () => {
      const { store, objetos, provisorios } = await abrir();
      const bytes = randomBytes(300_000);
      const posto = await store.put(stream(bytes), LIMITE);
      expect(posto).toEqual({ sha256: sha256(bytes), bytes: 300_000 });
      expect((await buffer(await store.read(posto.sha256))).equals(bytes)).toBe(true);
      expect((await readFile(await store.localPath(posto.sha256))).equals(bytes)).toBe(true);
      expect(await store.has(posto.sha256)).toBe(true);
      expect(objetos()).toEqual([posto.sha256]);
      expect(provisorios()).toEqual([]);
    });

    it('keeps the same content once, also when put many times at once', async () => {
      const { store, objetos, provisorios } = await abrir();
      const bytes = randomBytes(50_000);
      const postos = await Promise.all(Array.from({ length: 5 }, () => store.put(stream(bytes), LIMITE)));
      expect(new Set(postos.map((p) => p.sha256))).toEqual(new Set([sha256(bytes)]));
      await store.put(stream(bytes), LIMITE);
      expect(objetos()).toEqual([sha256(bytes)]);
      expect(provisorios()).toEqual([]);
      expect((await buffer(await store.read(sha256(bytes)))).equals(bytes)).toBe(true);
    });

    it('takes exactly the limit', async () => {
      const { store } = await abrir();
      expect(await store.put(stream(randomBytes(1000)), { maxBytes: 1000 })).toMatchObject({ bytes: 1000 });
    });

    it.each([
      ['over the limit', () => stream(randomBytes(20_001)), 'arquivo_grande'],
      ['empty', () => Readable.from([]), 'arquivo_vazio'],
    ])('refuses a file %s and keeps nothing', async (_, origem, codigo) => {
      const { store, objetos, provisorios } = await abrir();
      const fluxo = origem();
      await expect(store.put(fluxo, { maxBytes: 20_000 })).rejects.toMatchObject({ tipo: 'invalido', codigo });
      expect(fluxo.destroyed).toBe(true);
      expect([...objetos(), ...provisorios()]).toEqual([]);
    });

    it('says the limit in megabytes', async () => {
      const { store } = await abrir();
      await expect(store.put(stream(randomBytes(2_000_000)), { maxBytes: 1.5 * 1024 * 1024 })).rejects.toMatchObject({ message: expect.stringContaining('do limite de 1,5 MB') });
    });

    it('keeps nothing of a stream that breaks half-way, and throws its error', async () => {
      const { store, objetos, provisorios } = await abrir();
      const quebra = new Error('conexão do cliente caiu');
      const origem = Readable.from((function* () {
        yield randomBytes(30_000);
        throw quebra;
      })());
      await expect(store.put(origem, LIMITE)).rejects.toBe(quebra);
      expect([...objetos(), ...provisorios()]).toEqual([]);
    });

    it('says that a file is missing', async () => {
      const { store } = await abrir();
      const outro = sha256(Buffer.from('nunca posto'));
      expect(await store.has(outro)).toBe(false);
      for (const ler of [() => store.read(outro), () => store.localPath(outro)]) await expect(ler()).rejects.toMatchObject({ tipo: 'indisponivel', codigo: 'arquivo_ausente', detalhes: { sha256: outro } });
    });

    it('deletes for good, and again without error', async () => {
      const { store, objetos } = await abrir();
      const { sha256: nome } = await store.put(stream(Buffer.from('dado pessoal')), LIMITE);
      await store.delete(nome);
      await store.delete(nome);
      expect(objetos()).toEqual([]);
      expect(await store.has(nome)).toBe(false);
      await expect(store.localPath(nome)).rejects.toMatchObject({ codigo: 'arquivo_ausente' });
    });

    it.each(['../../etc/passwd', '', 'AB'.repeat(32), `${'a'.repeat(64)}/x`])('refuses the name %j', async (invalido) => {
      const { store } = await abrir();
      for (const feito of [store.read(invalido), store.localPath(invalido), store.has(invalido), store.delete(invalido)]) await expect(feito).rejects.toMatchObject({ codigo: 'sha256_invalido' });
    });

    it('checks itself, many at once, and leaves nothing', async () => {
      const { store, objetos, provisorios } = await abrir();
      await Promise.all([store.check(), store.check(), store.check()]);
      await store.check();
      expect([...objetos(), ...provisorios()]).toEqual([]);
    });
  });
}
