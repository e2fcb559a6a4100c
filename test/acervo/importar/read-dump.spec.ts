import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from '@jest/globals';
import { importRegistros } from '../../../src/acervo/importar/import-registros.js';
import { readDump } from '../../../src/acervo/importar/read-dump.js';

const pasta = mkdtempSync(join(tmpdir(), 'alicit-dump-'));
afterAll(() => rmSync(pasta, { recursive: true, force: true }));
/** Records of what is written, and "quebrado" for each piece that is none. */
async function read(conteudo: string | Buffer): Promise<unknown[]> {
  const arquivo = join(pasta, 'dump');
  writeFileSync(arquivo, conteudo);
  const lidos: unknown[] = [];
  for await (const x of readDump(arquivo)) lidos.push('registro' in x ? x.registro : 'quebrado');
  return lidos;
}
const A = { n: 'a', objetoCompra: 'com "aspas", {chaves} e [colchetes] \\ fim', dentro: { lista: [1, { x: 2 }] } };
const B = { n: 'b' };
const Q = 'quebrado';

describe('readDump', () => {
  it.each<[string, string, unknown[]]>([
    ['JSON lines', `${JSON.stringify(A)}\n\n${JSON.stringify(B)}\r\n`, [A, B]],
    ['one line without an end', JSON.stringify(A), [A]],
    ['with a BOM', `\uFEFF${JSON.stringify(A)}\n${JSON.stringify(B)}`, [A, B]],
    ['a list', JSON.stringify([A, B]), [A, B]],
    ['a list over many lines', JSON.stringify([A, B], null, 2), [A, B]],
    ['a page of the API', JSON.stringify({ data: [A, B], totalRegistros: 2 }), [A, B]],
    ['a page over many lines', JSON.stringify({ data: [A, B] }, null, 2), [A, B]],
    ['pages, one a line', `${JSON.stringify({ data: [A] })}\n${JSON.stringify({ data: [B] })}\n`, [A, B]],
    ['lists of one, one a line', `${JSON.stringify([A])}\n${JSON.stringify([B])}\n`, [A, B]],
    ['objects over many lines, one after the other', `${JSON.stringify(A, null, 1)}\n${JSON.stringify(B, null, 1)}`, [A, B]],
    ['a cut line among lines', `${JSON.stringify(A)}\n{"n": "x\n${JSON.stringify(B)}`, [A, Q, B]],
    ['a cut first line', `{"n": "x\n${JSON.stringify(A)}\n${JSON.stringify(B)}`, [Q, A, B]],
    ['a list that is cut', JSON.stringify([A, B], null, 1).slice(0, -8), [A, Q]],
    ['a broken text in a list', `[\n${JSON.stringify(A)},\n{"n": "x\n},\n${JSON.stringify(B)}\n]`, [A, Q, B]],
    ['HTML', '<html>\n<body>', [Q, Q]],
    ['nothing', '', []],
  ])('%s', async (_nome, texto, esperado) => {
    expect(await read(texto)).toEqual(esperado);
    expect(await read(gzipSync(texto))).toEqual(esperado);
  });

  it('says what cannot be read', async () => {
    await expect(read(gzipSync(JSON.stringify(A)).subarray(0, 20))).rejects.toMatchObject({ codigo: 'arquivo_ilegivel' });
    await expect(readDump(join(pasta, 'nenhum')).next()).rejects.toMatchObject({ codigo: 'arquivo_ilegivel' });
  });
});

it('feeds batches and counts what was refused by reason', async () => {
  const lotes: number[] = [];
  const acervo = {
    receive: (brutos: readonly unknown[]) => {
      lotes.push(brutos.length);
      return Promise.resolve({ novas: brutos.slice(1).map(String), mudadas: [], iguais: 0, antigas: 0, invalidas: [{ numero: 'n', motivo: 'sem forma' }] });
    },
  };
  async function* fonte() {
    for (let i = 0; i < 450; i++) yield i % 45 ? { registro: i } : { quebrado: 'não é JSON' };
  }
  let avisos = 0;
  const r = await importRegistros(acervo, fonte(), { vistaEm: new Date(), onLote: () => (avisos += 1) });
  expect(lotes).toEqual([200, 200, 40]);
  expect(avisos).toBe(3);
  expect(r).toEqual({ registros: 450, novas: 437, mudadas: 0, iguais: 0, antigas: 0, recusados: [{ motivo: 'não é JSON', quantos: 10, exemplo: null }, { motivo: 'sem forma', quantos: 3, exemplo: 'n' }] });
});
