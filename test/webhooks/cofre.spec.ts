import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { parseConfig } from '../../src/config/index.js';
import { CofreService } from '../../src/webhooks/cofre.service.js';
import { ARQUIVO_CHAVE } from '../../src/webhooks/domain/selo.js';

const CHAVE = (n: number): string => Buffer.alloc(32, n).toString('base64');

describe('CofreService', () => {
  let pasta: string;
  beforeEach(() => (pasta = mkdtempSync(join(tmpdir(), 'alicit-cofre-')), undefined));
  afterEach(() => rmSync(pasta, { recursive: true, force: true }));
  const cofre = (ambiente: Record<string, string> = {}, embutido = false) =>
    new CofreService(parseConfig({ ALICIT_DATA_DIR: join(pasta, 'dados'), ...ambiente }, pasta), { url: '', embutido, stop: async () => undefined });
  const temArquivo = () => existsSync(join(pasta, 'dados', ARQUIVO_CHAVE));

  it.each<[string, Record<string, string>, boolean]>([
    ['in development', {}, false],
    ['in production over the embedded database', { NODE_ENV: 'production' }, true],
  ])('%s, two processes share the key of the file', (_, ambiente, embutido) => {
    expect(cofre(ambiente, embutido).unseal(cofre(ambiente, embutido).seal('s', 'c'), 'c')).toBe('s');
    expect(temArquivo()).toBe(true);
  });

  it('in production over a database of others, seals nothing without a key', () => {
    const c = cofre({ NODE_ENV: 'production' });
    expect(() => c.seal('s', 'c')).toThrow(expect.objectContaining({ codigo: 'segredo_mestre_ausente', tipo: 'indisponivel' }));
    expect([c.unseal('s1.00000000.AAAA', 'c'), temArquivo()]).toEqual([null, false]);
  });

  it('with keys, the first seals and all open; no file is made', () => {
    const antiga = cofre({ ALICIT_SEGREDO_MESTRE: CHAVE(1) }).seal('s', 'c');
    const ambas = cofre({ NODE_ENV: 'production', ALICIT_SEGREDO_MESTRE: `${CHAVE(2)},${CHAVE(1)}` });
    const nova = cofre({ ALICIT_SEGREDO_MESTRE: CHAVE(2) });
    expect([ambas.unseal(antiga, 'c'), nova.unseal(ambas.seal('t', 'c'), 'c'), nova.unseal(antiga, 'c'), temArquivo()]).toEqual(['s', 't', null, false]);
  });

  it('a file that is no key stops it, showing nothing of the file', () => {
    cofre().seal('s', 'c');
    writeFileSync(join(pasta, 'dados', ARQUIVO_CHAVE), 'estragado');
    expect(() => cofre().seal('s', 'c')).toThrow(expect.objectContaining({ codigo: 'segredo_mestre_indisponivel', message: expect.not.stringContaining('estragado') }));
  });
});
