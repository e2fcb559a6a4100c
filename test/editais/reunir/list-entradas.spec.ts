import { mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LIMITES_REUNIR } from '../../../src/editais/reunir/limites.js';
import { listEntradas } from '../../../src/editais/reunir/list-entradas.js';

describe('listEntradas', () => {
  let pasta = '';
  beforeAll(() => {
    pasta = mkdtempSync(join(tmpdir(), 'alicit-'));
    mkdirSync(join(pasta, 'b', 'c'), { recursive: true });
    writeFileSync(join(pasta, 'b', 'c', 'TR.txt'), 'tr');
    writeFileSync(join(pasta, 'b', 'Edital.txt'), 'edital');
    writeFileSync(join(pasta, 'b', '.DS_Store'), 'lixo');
    writeFileSync(join(pasta, 'grande.txt'), 'x'.repeat(2000));
    symlinkSync(pasta, join(pasta, 'b', 'laco'));
  });
  afterAll(() => rmSync(pasta, { recursive: true }));

  it('reads a folder to its bottom, without following links', async () => {
    const { entradas, naoLido } = await listEntradas([join(pasta, 'b')]);
    expect(entradas.map((e) => e.nome)).toEqual(['Edital.txt', 'c/TR.txt']);
    expect(naoLido).toEqual([]);
  });

  it('lists what does not exist or is too large, and reads the rest', async () => {
    const r = await listEntradas([join(pasta, 'nada.pdf'), pasta], { ...LIMITES_REUNIR, maxBytesArquivo: 1000 });
    expect(r.entradas.map((e) => e.nome)).toEqual(['b/Edital.txt', 'b/c/TR.txt']);
    expect(r.naoLido.map((n) => [n.documento, n.codigo])).toEqual([['nada.pdf', 'nao_encontrado'], ['grande.txt', 'arquivo_grande']]);
  });

  it('stops at the size of the set', async () => {
    const r = await listEntradas([pasta], { ...LIMITES_REUNIR, maxBytesTotal: 7 });
    expect(r.entradas.map((e) => e.nome)).toEqual(['b/Edital.txt']);
    expect(r.naoLido.map((n) => n.codigo)).toEqual(['conjunto_grande', 'conjunto_grande']);
  });
});
