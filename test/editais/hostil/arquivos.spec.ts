import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { LIMITES_REUNIR } from '../../../src/editais/reunir/limites.js';
import { reunir } from '../../../src/editais/reunir/reunir.js';
import { DOCUMENTOS_HOSTIS, zipDeMuitas, zipSobreposto } from '../../support/hostil/documentos.js';
import { tarDe } from '../../support/hostil/tar.js';
import { SETE_ZIP } from '../../support/sete-zip.js';
import { zipDe } from '../../support/zip.js';

const MB = 1024 * 1024;
const TEXTO = Buffer.from('Edital de pregão eletrônico nº 3/2026.\n');
const open = async (bytes: Buffer, limites = LIMITES_REUNIR) => {
  const r = await reunir([{ nome: 'z', bytes }], limites);
  return { nomes: r.arquivos.map((a) => a.nome), codigos: [...new Set(r.naoLido.map((n) => n.codigo))], bytes: r.arquivos.reduce((n, a) => n + a.bytes.length, 0) };
};

describe('bombs', () => {
  it.each([
    ['ZIP', () => zipDe({ 'a.txt': Buffer.alloc(40 * MB) })],
    ['7z', () => SETE_ZIP.bomba],
    ['tar.gz', () => gzipSync(tarDe([{ nome: 'a.txt', conteudo: Buffer.alloc(40 * MB) }]), { level: 9 })],
    ['gzip of gzip', () => gzipSync(gzipSync(tarDe([{ nome: 'a.txt', conteudo: Buffer.alloc(40 * MB) }]), { level: 9 }), { level: 9 })],
  ])('%s: stopped by the ratio', async (_nome, make) => {
    expect(await open(await make())).toMatchObject({ nomes: [], codigos: ['zip_bomba'] });
  });

  it('overlapping entries are stopped by the size of the set', async () => {
    const r = await open(zipSobreposto(60, MB), { ...LIMITES_REUNIR, maxBytesTotal: 8 * MB, maxRazao: 1e9 });
    expect(r.codigos).toEqual(['zip_bomba']);
    expect(r.bytes).toBeLessThanOrEqual(8 * MB);
  });

  it('an archive in an archive in an archive ends at the bound of levels', async () => {
    let b: Buffer = await zipDe({ 'Edital.txt': TEXTO });
    for (let i = 0; i < 12; i++) b = i % 2 ? gzipSync(tarDe([{ nome: 'dentro.zip', conteudo: b }])) : await zipDe({ 'dentro.tgz': b });
    expect(await open(b)).toMatchObject({ nomes: [], codigos: ['zip_profundo'] });
    expect(await open((await DOCUMENTOS_HOSTIS['p7s em p7s']!()))).toMatchObject({ codigos: ['zip_profundo'] });
  });

  it('what holds itself twice over grows no further than the bounds', async () => {
    // A ZIP of two copies of the one before: 2^12 files at the bottom.
    let b: Buffer = await zipDe({ 'Edital.txt': TEXTO });
    for (let i = 0; i < 12; i++) b = await zipDe({ 'a.zip': b, 'b.zip': b });
    const inicio = performance.now();
    expect((await open(b, { ...LIMITES_REUNIR, maxNiveis: 100 })).codigos).toEqual(['zip_muitas_entradas']);
    expect(performance.now() - inicio).toBeLessThan(5000);
  });

  it('100,000 entries are no reason to wait', async () => {
    const inicio = performance.now();
    const zip = await open(zipDeMuitas(65_000));
    const tar = await open(gzipSync(tarDe(Array.from({ length: 100_000 }, (_, i) => ({ nome: `${i}.txt`, tipo: i % 2 ? '0' : '5' })))));
    expect([zip.codigos, tar.codigos.includes('zip_muitas_entradas')]).toEqual([['zip_muitas_entradas'], true]);
    expect(performance.now() - inicio).toBeLessThan(15_000);
  });
});

describe('paths and links', () => {
  it('nothing of a tar leads out of it', async () => {
    expect(await open(tarDe([
      { nome: 'a', tipo: '2', alvo: '/etc/passwd' }, { nome: 'b', tipo: '1', alvo: '../../etc/passwd' }, { nome: '../c.txt', conteudo: TEXTO }, { nome: '/d.txt', conteudo: TEXTO },
      { nome: 'e', tipo: '3' }, { nome: 'f', tipo: '6' }, { nome: 'bom.txt', conteudo: TEXTO },
    ]))).toMatchObject({ nomes: ['z!bom.txt'], codigos: ['zip_caminho_inseguro'] });
  });
  it('nothing of a ZIP does, however it is written', async () => {
    expect(await open((await DOCUMENTOS_HOSTIS['zip caminhos']!()))).toMatchObject({ nomes: [], codigos: ['zip_caminho_inseguro'] });
  });
});

describe('sizes that lie', () => {
  it.each(['tar tamanho mentiroso', 'tar tamanho negativo', 'rar tamanho mentiroso', 'p7s fundo', 'p7s pedaços fundos'])('%s', async (nome) => {
    const r = await open(await DOCUMENTOS_HOSTIS[nome]!());
    expect(r.nomes).toEqual([]);
    expect(r.codigos[0]).toMatch(/corromp|vazio|memoria|grande|nao_suportado/);
  });
});
