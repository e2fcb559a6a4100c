import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type AppDeTeste } from '../support/app.js';

const run = promisify(execFile);
const RAIZ = join(import.meta.dirname, '..', '..');
const bin = (pacote: string, ...caminho: string[]): string => join(RAIZ, 'node_modules', pacote, ...caminho);
const TSC = ['--strict', '--noUncheckedIndexedAccess', '--module', 'nodenext', '--moduleResolution', 'nodenext', '--target', 'es2024', '--types', 'node', '--skipLibCheck'];

/** Types made from docs/openapi.json, and a program written against them: compiled strictly, then run against the service. */
describe('exemplos/cliente.ts', () => {
  let t: AppDeTeste;
  let pasta: string;
  beforeAll(async () => {
    t = await startApp();
    pasta = mkdtempSync(join(tmpdir(), 'alicit-cliente-'));
    symlinkSync(join(RAIZ, 'node_modules'), join(pasta, 'node_modules'));
    writeFileSync(join(pasta, 'package.json'), '{"type":"module"}');
    copyFileSync(join(RAIZ, 'exemplos', 'cliente.ts'), join(pasta, 'cliente.ts'));
    await run(process.execPath, [bin('openapi-typescript', 'bin', 'cli.js'), join(RAIZ, 'docs', 'openapi.json'), '-o', join(pasta, 'api.d.ts')], { cwd: pasta });
  });
  afterAll(async () => {
    rmSync(pasta, { recursive: true, force: true });
    await t.close();
  });
  /** What the compiler said of each file: one program of both, the types are read once. */
  const compile = async (...arquivos: string[]): Promise<string[]> => {
    const { stdout } = await run(process.execPath, [bin('typescript', 'bin', 'tsc'), ...TSC, ...arquivos], { cwd: pasta }).catch((erro: unknown) => erro as { stdout: string });
    return stdout.split('\n').filter((linha) => linha !== '');
  };

  it('compiles, held to the types (a field that does not exist does not), and goes from the company to the report', async () => {
    writeFileSync(join(pasta, 'errado.ts'), "import type { components } from './api.js';\nexport const f = (fato: components['schemas']['Fato']): string => fato.tipo === 'booleano' ? fato.valor : '';\n");
    const ditos = await compile('cliente.ts', 'errado.ts');
    expect(ditos.filter((linha) => !linha.startsWith(' '))).toEqual([expect.stringMatching(/^errado\.ts\(2,.*error TS2322: Type 'boolean \| null' is not assignable/)]);
    const [url, { chave }] = [await t.listen(), await t.createCliente()];
    const { stdout } = await run(process.execPath, ['cliente.js', url, chave, join(RAIZ, 'exemplos', 'empresa.json'), join(RAIZ, 'exemplos', 'edital-exemplo.pdf')], { cwd: pasta });
    const fim = JSON.parse(stdout) as { arquivos: number; estado: string; desfecho: string; portoes: number; fatos: string[] };
    expect(fim).toMatchObject({ arquivos: 1, estado: 'concluida', desfecho: expect.stringMatching(/^[A-Z_]+$/) });
    expect(fim.portoes).toBeGreaterThan(0);
    expect(fim.fatos).toHaveLength(38);
    expect(fim.fatos.join('\n')).toMatch(/valor_estimado_total: R\$ \d+/);
  });
});
