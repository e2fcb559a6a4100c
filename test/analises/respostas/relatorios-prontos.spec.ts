import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { RelatoriosProntos } from '../../../src/analises/respostas/relatorios-prontos.js';

const TEXTO = 'o edital exige atestado de capacidade técnica. '.repeat(200);
const counted = (conteudo: Buffer = gzipSync(TEXTO)) => {
  const load = async (): Promise<Buffer> => (load.vezes++, conteudo);
  load.vezes = 0;
  return load;
};

describe('reports kept ready', () => {
  it('are fetched once, also for those who ask at the same time, and sent in each encoding', async () => {
    const p = new RelatoriosProntos(1 << 20);
    const load = counted();
    const [a, b] = await Promise.all([p.get('t json', load), p.get('t json', load)]);
    expect([a === b, await p.get('t json', load) === a, load.vezes, p.tamanho]).toEqual([true, true, 1, 1]);
    const antes = p.bytes;
    expect([brotliDecompressSync(await a.get('br')).toString(), gunzipSync(await a.get('gzip')).toString(), (await a.get('identity')).toString()]).toEqual([TEXTO, TEXTO, TEXTO]);
    expect((await a.get('br')).length).toBeLessThan((await a.get('gzip')).length);
    // What was made is weighed.
    expect(p.bytes - antes).toBe((await a.get('br')).length + Buffer.byteLength(TEXTO));
  });

  it('stay within the bound, the least recently asked going first', async () => {
    const p = new RelatoriosProntos(4000);
    for (const nome of ['a', 'b', 'c', 'd']) await p.get(nome, counted(Buffer.alloc(500)));
    expect([p.tamanho, p.bytes <= 4000]).toEqual([2, true]);
    const load = counted(Buffer.alloc(500));
    await p.get('d', load);
    expect(load.vezes).toBe(0);
  });

  it('are not kept when memory is 0, nor when fetching failed', async () => {
    const nada = new RelatoriosProntos(0);
    const load = counted();
    await nada.get('a', load);
    await nada.get('a', load);
    expect([load.vezes, nada.tamanho, nada.bytes]).toEqual([2, 0, 0]);
    const p = new RelatoriosProntos(1 << 20);
    await expect(p.get('a', () => Promise.reject(new Error('caiu')))).rejects.toThrow('caiu');
    expect((await (await p.get('a', load)).get('identity')).toString()).toBe(TEXTO);
  });
});
