import { randomBytes } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { CopiasLocais } from '../../../src/storage/arquivos/copias-locais.js';
import { sha256 } from './contrato.js';
import { listFiles, makePasta } from './pasta.js';

const MINUTO = 60_000;

/** Copies of 100 bytes each, with a clock that is set by hand. */
function abrir(maxBytes: number) {
  const pasta = makePasta();
  const relogio = { agora: Date.now() };
  const copias = new CopiasLocais(pasta, maxBytes, () => relogio.agora);
  const add = async (): Promise<string> => {
    const bytes = randomBytes(100);
    mkdirSync(copias.provisorios, { recursive: true });
    const provisorio = join(copias.provisorios, `${sha256(bytes)}.tmp`);
    writeFileSync(provisorio, bytes);
    await copias.adopt(provisorio, sha256(bytes), 100);
    return sha256(bytes);
  };
  const guardadas = (): string[] => listFiles(pasta).map((f) => f.slice(3));
  return { pasta, copias, relogio, add, guardadas };
}

describe('CopiasLocais', () => {
  it('over the limit, the least recently used go first', async () => {
    const { copias, relogio, add, guardadas } = abrir(300);
    const nomes: string[] = [];
    for (let i = 0; i < 3; i++) {
      nomes.push(await add());
      relogio.agora += MINUTO;
    }
    expect(await copias.find(nomes[0]!)).not.toBeNull();
    relogio.agora += 11 * MINUTO;
    const nova = await add();
    expect(guardadas().sort()).toEqual([nomes[0]!, nomes[2]!, nova].sort());
  });

  it('one used less than 10 minutes ago stays, whatever the limit', async () => {
    const { copias, relogio, add, guardadas } = abrir(0);
    const usada = await add();
    relogio.agora += 9 * MINUTO;
    const nova = await add();
    expect(guardadas().sort()).toEqual([usada, nova].sort());
    expect(await copias.find(usada)).not.toBeNull();
    relogio.agora += 9 * MINUTO;
    await add();
    expect(guardadas()).toContain(usada);
    relogio.agora += 2 * MINUTO;
    await add();
    expect(guardadas()).not.toContain(usada);
  });

  it('one not used for a day goes, whatever the limit', async () => {
    const { copias, relogio, add, guardadas } = abrir(1_000_000);
    await add();
    relogio.agora += 24 * 60 * MINUTO + 1;
    await copias.sweepIfDue();
    expect(guardadas()).toEqual([]);
  });

  it('temporary files of dead processes go after an hour', async () => {
    const { copias, relogio, add } = abrir(1_000_000);
    mkdirSync(copias.provisorios, { recursive: true });
    const morto = join(copias.provisorios, 'morto.tmp');
    writeFileSync(morto, 'meio');
    utimesSync(morto, relogio.agora / 1000, relogio.agora / 1000 - 3601);
    await add();
    expect(existsSync(morto)).toBe(false);
  });

  it('a damaged copy is as good as none', async () => {
    const { pasta, copias, add } = abrir(1000);
    const nome = await add();
    writeFileSync(join(pasta, nome.slice(0, 2), nome), 'estragada');
    expect(await copias.find(nome)).toBeNull();
    await copias.drop(nome);
    await copias.drop(nome);
    expect(await copias.find(nome)).toBeNull();
  });

  it('a copy that is open can be read to its end after it goes', async () => {
    const { copias, add } = abrir(1000);
    const caminho = (await copias.find(await add()))!;
    const aberta = createReadStream(caminho, { highWaterMark: 10 });
    let bytes = 0;
    for await (const parte of aberta) {
      if (bytes === 0) unlinkSync(caminho);
      bytes += (parte as Buffer).length;
    }
    expect(bytes).toBe(100);
  });
});
