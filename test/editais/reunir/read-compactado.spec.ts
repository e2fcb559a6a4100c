import { crc32 } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { LIMITES_REUNIR } from '../../../src/editais/reunir/limites.js';
import { reunir } from '../../../src/editais/reunir/reunir.js';
import { linhas } from '../../support/arquivos.js';
import { rar4, rar5 } from '../../support/rar.js';
import { SETE_ZIP } from '../../support/sete-zip.js';
import { zipDe } from '../../support/zip.js';

const texto = (n: number): Buffer => Buffer.from(linhas(n));
/** Documents by name with their type, refusals by name with their code. */
async function resumo(nome: string, bytes: Buffer, limites = LIMITES_REUNIR): Promise<Record<string, string>> {
  const r = await reunir([{ nome, bytes }], limites);
  return Object.fromEntries([...r.arquivos.map((a) => [a.nome, a.tipo]), ...r.naoLido.map((n) => [n.documento, n.codigo])]);
}

describe.each([['RAR 5', rar5], ['RAR 4', rar4]] as const)('%s', (_, rar) => {
  it('gives its documents, folders in their names, and refuses names that climb out', async () => {
    const b = rar([
      { nome: 'Anexos', conteudo: Buffer.alloc(0), pasta: true }, { nome: 'Anexos/TR.txt', conteudo: texto(30) }, { nome: '../fora.txt', conteudo: texto(3) }, { nome: '/raiz.txt', conteudo: texto(4) },
      { nome: '__MACOSX/._TR.txt', conteudo: texto(5) }, { nome: 'vazio.txt', conteudo: Buffer.alloc(0) }, { nome: 'Edital.txt', conteudo: texto(6) },
    ]);
    expect(await resumo('z.pdf', b)).toEqual({ 'z.pdf!Anexos/TR.txt': 'txt', 'z.pdf!Edital.txt': 'txt', 'z.pdf!../fora.txt': 'zip_caminho_inseguro', 'z.pdf!/raiz.txt': 'zip_caminho_inseguro', 'z.pdf!vazio.txt': 'arquivo_vazio' });
  });

  it('keeps the bytes as they were', async () => {
    const r = await reunir([{ nome: 'z', bytes: rar([{ nome: 'a.txt', conteudo: texto(9000) }]) }]);
    expect(Buffer.from(r.arquivos[0]!.bytes).equals(texto(9000))).toBe(true);
  });

  it('lies in a ZIP, and a ZIP in it', async () => {
    const dentro = rar([{ nome: 'b.zip', conteudo: await zipDe({ 'c.txt': texto(4) }) }]);
    expect(await resumo('a.zip', await zipDe({ 'x.rar': dentro }))).toEqual({ 'a.zip!x.rar!b.zip!c.txt': 'txt' });
  });

  it('refuses the ZIP that ends a truncated one', async () => {
    const zip = await zipDe({ 'c.txt': texto(4) });
    const b = rar([{ nome: 'a.txt', conteudo: texto(9) }, { nome: 'b.zip', conteudo: Buffer.concat([zip, Buffer.alloc(500, 1)]) }]);
    const corte = b.indexOf(zip) + zip.length;
    expect(await resumo('z', b.subarray(0, corte))).toMatchObject({ 'z!a.txt': 'txt', 'z!b.zip': 'compactado_corrompido' });
  });

  it('says that it wants a password, that it was cut in parts, that it is truncated', async () => {
    const bom = rar([{ nome: 'a.txt', conteudo: texto(30) }, { nome: 'b.txt', conteudo: texto(31) }]);
    expect(Object.values(await resumo('s.rar', rar([{ nome: 'a.txt', conteudo: texto(30), cifrada: true }])))).toEqual(['arquivo_com_senha']);
    expect(Object.values(await resumo('p.rar', rar([{ nome: 'a.txt', conteudo: texto(30) }], 1)))).toEqual(['compactado_em_partes']);
    expect(await resumo('t.rar', bom.subarray(0, 1900))).toMatchObject({ 't.rar!a.txt': 'txt', 't.rar!b.txt': 'compactado_corrompido' });
    expect(await resumo('n.rar', bom.subarray(0, 12))).toEqual({ 'n.rar': 'arquivo_vazio' });
  });

  it('stops at the bounds', async () => {
    const b = rar([{ nome: 'a.txt', conteudo: texto(300) }, { nome: 'b.txt', conteudo: texto(301) }]);
    expect(await resumo('z', b, { ...LIMITES_REUNIR, maxEntradas: 1 })).toEqual({ 'z!a.txt': 'txt', z: 'zip_muitas_entradas' });
    expect(await resumo('z', b, { ...LIMITES_REUNIR, maxBytesTotal: b.length + 20_000 })).toEqual({ 'z!a.txt': 'txt', 'z!b.txt': 'zip_bomba' });
    expect(await resumo('z', rar([{ nome: 'b.zip', conteudo: await zipDe({ 'c.txt': texto(4) }) }]), { ...LIMITES_REUNIR, maxNiveis: 1 })).toEqual({ 'z!b.zip': 'zip_profundo' });
  });
});

describe('RAR 5', () => {
  it('reads names with accents', async () => {
    expect(await resumo('z', rar5([{ nome: 'Licitação nº 1.txt', conteudo: texto(3) }]))).toEqual({ 'z!Licitação nº 1.txt': 'txt' });
  });
  it('tells which part of the volume it is', async () => {
    const { naoLido } = await reunir([{ nome: 'x.part3.rar', bytes: rar5([{ nome: 'a.txt', conteudo: texto(30) }], 2) }, { nome: 'x.7z.002', bytes: Buffer.from(Array.from({ length: 900 }, (_, i) => (i * 37) % 256)) }]);
    expect(naoLido.map((n) => n.motivo)).toEqual([expect.stringContaining('uma das partes'), expect.stringContaining('a parte 3')]);
  });
});

describe('RAR 4', () => {
  it('gives a name of its own to an entry whose name cannot be read', async () => {
    expect(await resumo('z', rar4([{ nome: Buffer.from([0x4c, 0x87, 0xc6, 0x6f]), conteudo: texto(3) }]))).toEqual({ 'z!sem-nome-1': 'txt' });
  });
});

describe('7z', () => {
  it.each(['lzma', 'lzma2Solido', 'ppmd', 'deflate', 'bzip2'] as const)('opens %s', async (metodo) => {
    expect(await resumo('z.pdf', SETE_ZIP[metodo])).toEqual({ 'z.pdf!Anexos/Referência.txt': 'txt', 'z.pdf!Licitação.txt': 'txt' });
  });
  it('says that it wants a password: of its files, of its list too', async () => {
    expect(await resumo('z', SETE_ZIP.senha)).toEqual({ 'z!Anexos/Referência.txt': 'arquivo_com_senha', 'z!Licitação.txt': 'arquivo_com_senha' });
    expect(await resumo('z', SETE_ZIP.senhaNaLista)).toEqual({ z: 'arquivo_com_senha' });
  });
  it('says that it was cut, and that it is damaged', async () => {
    const b = SETE_ZIP.lzma;
    expect(await resumo('z', b.subarray(0, b.length - 40))).toEqual({ z: 'compactado_em_partes' });
    const ruim = Buffer.from(b);
    ruim[b.length - 20]! ^= 0xff;
    expect(await resumo('z', ruim)).toEqual({ z: 'compactado_corrompido' });
  });
  it('is refused when it asks for a dictionary that no honest one needs, and the next is opened', async () => {
    const b = Buffer.from(SETE_ZIP.lzmaDeListaAberta);
    const lista = 32 + Number(b.readBigUInt64LE(12));
    // Properties of LZMA: 0x5d, then the size of the dictionary; then the checksums of the list and of the start.
    b.writeUInt32LE(0x60000000, b.indexOf(0x5d, lista) + 1);
    b.writeUInt32LE(crc32(b.subarray(lista)), 28);
    b.writeUInt32LE(crc32(b.subarray(12, 32)), 8);
    expect(Object.values(await resumo('z', b))).toEqual(['compactado_memoria', 'compactado_corrompido']);
    expect(await resumo('z', SETE_ZIP.lzmaDeListaAberta)).toEqual({ 'z!Anexos/Referência.txt': 'txt', 'z!Licitação.txt': 'txt' });
  });
  it('stops a bomb', async () => {
    expect(await resumo('z', SETE_ZIP.bomba)).toEqual({ 'z!zeros': 'zip_bomba' });
  });
});

describe('tar', () => {
  it('opens one behind gzip', async () => {
    expect(await resumo('z', SETE_ZIP.tarGz)).toEqual({ 'z!Anexos/Referência.txt': 'txt', 'z!Licitação.txt': 'txt' });
  });
});
