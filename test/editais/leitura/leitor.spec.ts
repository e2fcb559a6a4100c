import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { Arquivo } from '../../../src/editais/domain/documento.js';
import { openCacheLeituras, SEM_CACHE, type CacheLeituras } from '../../../src/editais/leitura/cache-leituras.js';
import { decodeLeitura, encodeLeitura } from '../../../src/editais/leitura/codec-leitura.js';
import { createLeitor, type Leitor } from '../../../src/editais/leitura/leitor.js';
import { readBytes } from '../../../src/editais/leitura/read-documento.js';
import { fluxoPdf, pdfDe, pdfDeObjetos } from '../../support/pdf.js';

const LIMITES = { maxPaginas: 2000 };
/** The worker thread runs compiled code: `npm run build` comes first. */
const WORKER = new URL('../../../dist/editais/leitura/leitura.worker.js', import.meta.url);
const arquivoDe = (bytes: Buffer, nome = 'edital.pdf'): Arquivo => ({ nome, bytes, tipo: 'pdf', sha256: createHash('sha256').update(bytes).digest('hex') });
const EDITAL = pdfDe([['EDITAL Nº 3/2026', '1|Cadeira|R$ 250,00'], ['fim']]);

describe('the form readings are kept in', () => {
  it('gives back what was put in', async () => {
    const leitura = await readBytes('pdf', pdfDe([['a|b', 'c'], null, ['ção']]), LIMITES);
    expect(decodeLeitura(encodeLeitura(leitura))).toEqual(leitura);
    const celulas = [{ texto: 'Item Qtd', x0: 1, x1: 40, vaos: [4, 12, 20] }, { texto: 'Valor', x0: 60, x1: 80 }];
    const comVaos = { ...leitura, paginas: [{ numero: 1, texto: 'Item Qtd Valor', origem: 'nativo' as const, linhas: [{ y: 1, altura: 9, celulas }] }] };
    expect(decodeLeitura(encodeLeitura(comVaos))).toEqual(comVaos);
  });
});

describe('the reader', () => {
  const leitores: Leitor[] = [];
  const pastas: string[] = [];
  const open = (opcoes: { threads?: number; tempoMs?: number; cache?: CacheLeituras }): Leitor => {
    const l = createLeitor({ threads: 1, tempoMs: 20_000, limites: LIMITES, worker: WORKER, ...opcoes });
    leitores.push(l);
    return l;
  };
  const tempFolder = (): string => {
    pastas.push(mkdtempSync(join(tmpdir(), 'alicit-')));
    return pastas.at(-1)!;
  };
  afterEach(async () => {
    await Promise.all(leitores.splice(0).map((l) => l.close()));
    for (const p of pastas.splice(0)) rmSync(p, { recursive: true });
  });

  it('reads in a thread what it reads inline, and leaves the bytes as they were', async () => {
    const arquivo = arquivoDe(EDITAL);
    const [aqui, la] = [await open({ threads: 0 }).read(arquivo), await open({ threads: 1 }).read(arquivo)];
    expect(la).toEqual(aqui);
    expect(la).toMatchObject({ nome: 'edital.pdf', totalPaginas: 2, bytes: EDITAL.length });
    expect(arquivo.bytes.length).toBe(EDITAL.length);
  });

  it('passes on why a file cannot be read, and reads the next', async () => {
    const l = open({});
    await expect(l.read(arquivoDe(Buffer.from('%PDF-1.4 nada')))).rejects.toMatchObject({ name: 'AlicitError', codigo: 'pdf_corrompido' });
    expect((await l.read(arquivoDe(EDITAL))).paginas).toHaveLength(2);
  });

  it('kills a reading that takes too long, and reads the next', async () => {
    const eterno = pdfDeObjetos([
      '<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Count 1/Kids[3 0 R]>>', '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>',
      fluxoPdf(Buffer.from('q 1 0 0 1 0 0 cm Q '.repeat(8_000_000))),
    ]);
    const l = open({ tempoMs: 1500 });
    const inicio = Date.now();
    await expect(l.read(arquivoDe(eterno))).rejects.toMatchObject({ codigo: 'tempo_esgotado', message: expect.stringContaining('interrompida') });
    expect(Date.now() - inicio).toBeLessThan(4000);
    expect((await l.read(arquivoDe(EDITAL))).paginas).toHaveLength(2);
  });

  it('reads a document once, whatever it is called afterwards', async () => {
    const pasta = tempFolder();
    await open({ cache: openCacheLeituras(pasta, 1e9) }).read(arquivoDe(EDITAL));
    const semBytes = { ...arquivoDe(EDITAL, 'outro nome.pdf'), bytes: Buffer.alloc(EDITAL.length) };
    const r = await open({ cache: openCacheLeituras(pasta, 1e9) }).read(semBytes);
    expect(r.nome).toBe('outro nome.pdf');
    expect(r.paginas[0]!.texto).toContain('EDITAL Nº 3/2026');
  });

  it('reads afresh when the cache is damaged or cannot be written', async () => {
    const pasta = tempFolder();
    const cache = openCacheLeituras(pasta, 1e9);
    await open({ threads: 0, cache }).read(arquivoDe(EDITAL));
    const [entrada] = filesIn(pasta);
    writeFileSync(entrada!, 'estragado');
    expect((await open({ threads: 0, cache }).read(arquivoDe(EDITAL))).paginas).toHaveLength(2);
    expect(statSync(entrada!).size).toBeGreaterThan(20);
    const naoPasta = join(tempFolder(), 'arquivo');
    writeFileSync(naoPasta, '');
    expect((await open({ threads: 0, cache: openCacheLeituras(naoPasta, 1e9) }).read(arquivoDe(EDITAL))).paginas).toHaveLength(2);
  });

  it('keeps the cache within its size, the least recently used going first', async () => {
    const pasta = tempFolder();
    const docs = ['a', 'b', 'c'].map((x) => arquivoDe(pdfDe([[`EDITAL ${x}`]])));
    const cache = openCacheLeituras(pasta, 1e9);
    for (const d of docs) await open({ threads: 0, cache }).read(d);
    for (const [i, d] of docs.entries()) utimesSync(filesIn(pasta).find((f) => f.includes(d.sha256))!, 1000 + i, 1000 + i);
    await cache.get(docs[0]!.sha256, LIMITES);
    const tres = filesIn(pasta).reduce((soma, f) => soma + statSync(f).size, 0);
    const soDois = Math.floor((tres / 3) * 2.5);
    await open({ threads: 0, cache: openCacheLeituras(pasta, soDois) }).read(arquivoDe(pdfDe([['EDITAL d']])));
    const restam = docs.map((d) => filesIn(pasta).some((f) => f.includes(d.sha256)));
    expect(restam).toEqual([true, false, false]);
  });

  it('remembers nothing without a cache', async () => {
    expect(await SEM_CACHE.get('x', LIMITES)).toBeNull();
  });
});

const filesIn = (pasta: string): string[] =>
  readdirSync(pasta, { recursive: true, withFileTypes: true }).filter((e) => e.isFile()).map((e) => join(e.parentPath, e.name));
