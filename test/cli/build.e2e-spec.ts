import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const RAIZ = process.cwd();

/** A project of one file in a folder of its own, started by this project's scripts. */
describe('the first start', () => {
  let pasta = '';
  const start = (): Promise<{ codigo: number | null; saida: string }> =>
    new Promise((pronto) => {
      const p = spawn(process.execPath, [join(pasta, 'scripts', 'alicit.mjs')], { stdio: ['ignore', 'pipe', 'pipe'] });
      let saida = '';
      p.stdout.on('data', (d: Buffer) => (saida += d.toString()));
      p.stderr.on('data', (d: Buffer) => (saida += d.toString()));
      p.on('close', (codigo) => pronto({ codigo, saida }));
    });

  beforeAll(() => {
    pasta = mkdtempSync(join(tmpdir(), 'alicit-build-'));
    for (const f of ['package.json', 'tsconfig.json', 'nest-cli.json', '.swcrc', 'scripts']) cpSync(join(RAIZ, f), join(pasta, f), { recursive: true });
    symlinkSync(join(RAIZ, 'node_modules'), join(pasta, 'node_modules'));
    mkdirSync(join(pasta, 'src'));
    writeFileSync(join(pasta, 'src', 'cli.ts'), "process.stdout.write('um');\n");
  });
  afterAll(() => rmSync(pasta, { recursive: true, force: true }));

  it('compiles once when three start at once, all of them working', async () => {
    expect(await Promise.all([start(), start(), start()])).toEqual(Array(3).fill({ codigo: 0, saida: 'um' }));
    expect(existsSync(join(pasta, '.alicit', 'compilando'))).toBe(false);
  }, 60_000);

  it('does not compile again while nothing changes, and does when a source changes', async () => {
    const carimbo = join(pasta, 'dist', '.compilado');
    utimesSync(carimbo, 1000, 1000);
    await start();
    writeFileSync(join(pasta, 'dist', 'marca'), '');
    expect(await start()).toEqual({ codigo: 0, saida: 'um' });
    expect(existsSync(join(pasta, 'dist', 'marca'))).toBe(true);
    writeFileSync(join(pasta, 'src', 'cli.ts'), "process.stdout.write('dois');\n");
    expect(await start()).toEqual({ codigo: 0, saida: 'dois' });
    expect(readFileSync(carimbo, 'utf8')).toMatch(/^\d/);
  }, 60_000);

  it('takes over from a compilation that was killed half way', async () => {
    rmSync(join(pasta, 'dist', '.compilado'));
    writeFileSync(join(pasta, '.alicit', 'compilando'), '4194304');
    expect(await start()).toEqual({ codigo: 0, saida: 'dois' });
  }, 60_000);

  it('says that the source does not compile', async () => {
    writeFileSync(join(pasta, 'src', 'cli.ts'), 'const = ;\n');
    expect(await start()).toMatchObject({ codigo: 1, saida: expect.stringContaining('Não foi possível compilar o projeto') });
  }, 60_000);
});
