import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { gerarRegistros } from '../support/pncp-server/index.ts';

const SCRIPT = join(process.cwd(), 'scripts', 'pncp-simulador.mjs');

describe('npm run pncp:simulador', () => {
  const pasta = mkdtempSync(join(tmpdir(), 'alicit-simulador-'));
  afterAll(() => rmSync(pasta, { recursive: true, force: true }));

  it('serves the records of a folder and says where, until it is asked to stop', async () => {
    const registros = gerarRegistros({ quantidade: 7 });
    writeFileSync(join(pasta, 'lista.json'), JSON.stringify(registros));
    const processo = spawn(process.execPath, [SCRIPT, '--dados', pasta, '--porta', '0'], { stdio: ['ignore', 'pipe', 'pipe'] });
    try {
      let dito = '';
      for await (const parte of processo.stdout.iterator({ destroyOnReturn: false })) if ((dito += String(parte)).includes('Ctrl+C')) break;
      expect(dito).toMatch(/lista\.json: 7 certames\n7 certames, publicados de 2026-01-05 a .*\nAponte o ALICIT para cá:\n {2}PNCP_CONSULTA_URL=http:\/\/127\.0\.0\.1:\d+\/api\/consulta\n {2}PNCP_URL=/);
      const consulta = /PNCP_CONSULTA_URL=(\S+)/.exec(dito)![1]!;
      const n = registros[0]!.numeroControlePNCP;
      expect(await (await fetch(`${consulta}/v1/orgaos/${n.slice(0, 14)}/compras/2026/${Number(n.slice(17, 23))}`)).json()).toMatchObject({ numeroControlePNCP: n });
    } finally {
      processo.kill('SIGTERM');
    }
    expect(await once(processo, 'exit')).toEqual([0, null]);
  });

  it('says in Portuguese what is wrong', () => {
    const rodar = (...args: string[]): readonly [number | null, string] => {
      const r = spawnSync(process.execPath, [SCRIPT, ...args], { encoding: 'utf8' });
      return [r.status, r.stderr.trim()];
    };
    expect(rodar('--falhas', '3')).toEqual([1, 'erro: --falhas <p> não aceita “3”: esperado um número de 0 a 1.']);
    expect(rodar('--dados', join(pasta, 'nada'))).toEqual([1, expect.stringMatching(/^erro: a pasta .* não existe\.$/)]);
  });
});
