import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { parseConfig } from '../../../src/config/index.js';
import { FaxinaDeCaches } from '../../../src/editais/disco/faxina-de-caches.js';

const AGORA = new Date('2026-11-20T12:00:00Z');
const antes = (horas: number): Date => new Date(AGORA.getTime() - horas * 3_600_000);

describe('caches on this machine', () => {
  const pasta = mkdtempSync(join(tmpdir(), 'alicit-caches-'));
  afterEach(() => rmSync(pasta, { recursive: true, force: true }));
  const put = (nome: string, uso: Date): string => {
    const arquivo = join(pasta, nome);
    mkdirSync(dirname(arquivo), { recursive: true });
    writeFileSync(arquivo, 'texto');
    utimesSync(arquivo, uso, uso);
    return arquivo;
  };
  const faxina = new FaxinaDeCaches(parseConfig({ ALICIT_DATA_DIR: pasta }, '.'));

  it('lose what was not used for a day, and nothing else of the data folder', async () => {
    const velhos = [put('leituras/v5/ab/ab.gz', antes(25)), put('documentos/cd/cd', antes(25)), put('leituras/v4/ab/ab.gz.x.tmp', antes(48))];
    const ficam = [put('leituras/v5/ef/ef.gz', antes(23)), put('arquivos/ab/ab', antes(999)), put('segredo-mestre', antes(999))];
    expect(await faxina.sweep(AGORA)).toBe(3);
    expect([...velhos, ...ficam].map((a) => existsSync(a))).toEqual([false, false, false, true, true, true]);
  });

  it('that are not there have nothing to lose', async () => expect(await faxina.sweep(AGORA)).toBe(0));
});
