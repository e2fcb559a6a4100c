import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { registro } from '../acervo/apoio.js';
import { MIGRADO } from '../support/app.js';
import { createBanco, type BancoDeTeste } from '../support/postgres.js';

/** The built program: `npm run build` comes first. */
const CLI = join(process.cwd(), 'dist', 'cli.js');

describe('alicit importar', () => {
  let banco: BancoDeTeste;
  const pasta = mkdtempSync(join(tmpdir(), 'alicit-cli-importar-'));
  beforeAll(async () => {
    banco = await createBanco('importar', MIGRADO);
  });
  afterAll(async () => {
    await banco.drop();
    rmSync(pasta, { recursive: true, force: true });
  });
  const run = (...args: readonly string[]) => {
    const r = spawnSync(process.execPath, [CLI, 'importar', ...args], { cwd: pasta, encoding: 'utf8', env: { PATH: process.env['PATH'], ALICIT_DATA_DIR: join(pasta, 'dados'), DATABASE_URL: banco.url } });
    return { codigo: r.status, avisos: r.stderr, resumos: r.stdout.split('\n').filter(Boolean).map((l) => JSON.parse(l) as unknown) };
  };

  it('keeps what is PNCP\'s, tells what is not, and changes nothing the second time', () => {
    writeFileSync(join(pasta, 'a.jsonl'), [JSON.stringify(registro(1)), '{"cortada', JSON.stringify({ numero_controle_pncp: 'x', title: 'de outro formato' }), JSON.stringify({ data: [registro(2)] })].join('\n'));
    writeFileSync(join(pasta, 'b.json.gz'), gzipSync(JSON.stringify([registro(2, { objetoCompra: 'Outro', dataAtualizacaoGlobal: '2026-01-05T08:00:00' })])));
    const recusados = [{ motivo: expect.any(String), quantos: 1, exemplo: null }, { motivo: expect.any(String), quantos: 1, exemplo: null }];
    const primeira = run('a.jsonl', 'b.json.gz');
    expect(primeira).toMatchObject({
      codigo: 0,
      resumos: [{ arquivo: 'a.jsonl', registros: 4, novas: 2, mudadas: 0, iguais: 0, antigas: 0, recusados }, { arquivo: 'b.json.gz', registros: 1, novas: 0, mudadas: 1, iguais: 0, antigas: 0, recusados: [] }],
    });
    expect(primeira.avisos).toMatch(/a\.jsonl: 4 registros em .*: 2 novos, 0 mudados, 0 iguais, 0 mais antigos que os guardados, 2 recusados\./);
    expect(run('a.jsonl', '--visto-em', '2026-01-03T00:00:00Z')).toMatchObject({ codigo: 0, resumos: [{ novas: 0, mudadas: 0, iguais: 1, antigas: 1, recusados }] });
  });

  it('says what it cannot do', () => {
    expect(run('nenhum.jsonl')).toMatchObject({ codigo: 1, avisos: expect.stringContaining('arquivo_nao_encontrado') });
    writeFileSync(join(pasta, 'c.jsonl'), '<html>');
    expect(run('c.jsonl')).toMatchObject({ codigo: 1, resumos: [{ registros: 1, novas: 0 }] });
  });
});
