import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createSegredo, ESPERAS_MS, MAX_BYTES_EVENTO, sign } from '../../src/webhooks/index.js';

const DOC = readFileSync('docs/webhooks.md', 'utf8');
const trecho = (linguagem: string): string => new RegExp('```' + linguagem + '\\n([\\s\\S]*?)```').exec(DOC)![1]!;

const pasta = mkdtempSync(join(tmpdir(), 'alicit-webhooks-'));
afterAll(() => rmSync(pasta, { recursive: true, force: true }));

/** What both snippets are asked: [name, headers, body, secret, expected]. */
const segredo = createSegredo(new Uint8Array(32).fill(7));
const anterior = createSegredo(new Uint8Array(32).fill(8));
const corpo = '{"órgão":"São José"}';
const agora = new Date();
const certo = { ...sign({ id: 'evt_1', quando: agora, corpo }, [segredo]) };
const CASOS: readonly (readonly [string, Record<string, string>, string, string, boolean])[] = [
  ['ours', certo, corpo, segredo, true],
  ['rotation, new secret', { ...sign({ id: 'evt_1', quando: agora, corpo }, [segredo, anterior]) }, corpo, segredo, true],
  ['rotation, old secret', { ...sign({ id: 'evt_1', quando: agora, corpo }, [segredo, anterior]) }, corpo, anterior, true],
  ['another body', certo, `${corpo} `, segredo, false],
  ['another secret', certo, corpo, anterior, false],
  ['another id', { ...certo, 'webhook-id': 'evt_2' }, corpo, segredo, false],
  ['ten minutes old', { ...sign({ id: 'evt_1', quando: new Date(agora.getTime() - 600_000), corpo }, [segredo]) }, corpo, segredo, false],
  ['a timestamp that is none', { ...certo, 'webhook-timestamp': 'x' }, corpo, segredo, false],
  ['no headers', {}, corpo, segredo, false],
  ['rubbish for a signature', { ...certo, 'webhook-signature': 'v1 ,, v1,=' }, corpo, segredo, false],
];
const ENTRADA = JSON.stringify(CASOS);
const ESPERADO = CASOS.map(([nome, , , , r]) => [nome, r]);

const PYTHON = `
import json, sys
print(json.dumps([[c[0], verificar_webhook(c[1], c[2].encode(), c[3])] for c in json.load(sys.stdin)]))
`;
const NODE = `
import { readFileSync } from 'node:fs';
const casos = JSON.parse(readFileSync(0, 'utf8'));
console.log(JSON.stringify(casos.map(([nome, cabecalhos, corpo, segredo]) => [nome, verificarWebhook(cabecalhos, nome === 'ours' ? Buffer.from(corpo) : corpo, segredo)])));
`;
const temPython = spawnSync('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 9))']).status === 0;

describe('docs/webhooks.md', () => {
  beforeAll(() => {
    writeFileSync(join(pasta, 'v.mjs'), trecho('js') + NODE);
    writeFileSync(join(pasta, 'v.py'), trecho('python') + PYTHON);
  });
  const run = (comando: string, arquivo: string): unknown => {
    const r = spawnSync(comando, [join(pasta, arquivo)], { input: ENTRADA, encoding: 'utf8' });
    return r.status === 0 ? JSON.parse(r.stdout) : r.stderr;
  };

  it('the Node snippet verifies what we sign', () => expect(run(process.execPath, 'v.mjs')).toEqual(ESPERADO));
  (temPython ? it : it.skip)('the Python snippet verifies what we sign', () => expect(run('python3', 'v.py')).toEqual(ESPERADO));

  it('says the waits and the sizes of the code', () => {
    const emPortugues = ESPERAS_MS.map((ms) => (ms < 60_000 ? `${ms / 1000} s` : ms < 3_600_000 ? `${ms / 60_000} min` : `${ms / 3_600_000} h`));
    expect(DOC).toContain(emPortugues.join(', ').replace(/, ([^,]*)$/, ' e $1'));
    expect(DOC).toContain(`${MAX_BYTES_EVENTO / 1024} KB`);
  });
});
