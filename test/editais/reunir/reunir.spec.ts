import { describe, expect, it } from '@jest/globals';
import { LIMITES_REUNIR } from '../../../src/editais/reunir/limites.js';
import { reunir } from '../../../src/editais/reunir/reunir.js';
import { BYTES, linhas, ole2 } from '../../support/arquivos.js';
import { zipCru, zipDe } from '../../support/zip.js';

const texto = (n: number): Buffer => Buffer.from(linhas(n));
const nomes = (r: { arquivos: readonly { nome: string }[] }): string[] => r.arquivos.map((a) => a.nome);
const codigos = (r: { naoLido: readonly { documento: string; codigo: string }[] }): Record<string, string> =>
  Object.fromEntries(r.naoLido.map((n) => [n.documento, n.codigo]));

describe('reunir', () => {
  it('takes documents out of nested ZIPs, by content and in the order of their names', async () => {
    const interno = await zipDe({ 'Anexos/': '', 'Anexos/TR.txt': texto(9), 'Edital.doc': BYTES.pdf });
    const externo = await zipDe({ 'b.zip': interno, 'a.txt': texto(5) });
    const r = await reunir([{ nome: 'pacote.pdf', bytes: externo }, { nome: 'aviso', bytes: texto(3) }]);
    expect(r.arquivos.map((a) => [a.nome, a.tipo])).toEqual([
      ['aviso', 'txt'], ['pacote.pdf!a.txt', 'txt'], ['pacote.pdf!b.zip!Anexos/TR.txt', 'txt'], ['pacote.pdf!b.zip!Edital.doc', 'pdf'],
    ]);
    expect(r.naoLido).toEqual([]);
  });

  it('gives the same whatever the order of the arguments', async () => {
    const entradas = [{ nome: 'c', bytes: texto(3) }, { nome: 'a', bytes: texto(4) }, { nome: 'B', bytes: texto(5) }];
    expect(nomes(await reunir(entradas))).toEqual(nomes(await reunir([...entradas].reverse())));
  });

  it('reads equal files once and says which', async () => {
    const r = await reunir([{ nome: 'Edital.txt', bytes: texto(3) }, { nome: 'Edital (1).txt', bytes: texto(3) }]);
    expect(nomes(r)).toEqual(['Edital (1).txt']);
    expect(r.duplicados).toEqual([{ nome: 'Edital.txt', igualA: 'Edital (1).txt' }]);
  });

  it('never gives two documents the same name', async () => {
    const r = await reunir([{ nome: 'Edital.txt', bytes: texto(3) }, { nome: 'Edital.txt', bytes: texto(4) }]);
    expect(nomes(r)).toEqual(['Edital.txt', 'Edital.txt (2)']);
  });

  it('lists what has no reader, and reads the rest', async () => {
    const r = await reunir([
      { nome: 'a.pdf', bytes: ole2('Outra coisa') }, { nome: 'b', bytes: BYTES.rar }, { nome: 'c', bytes: BYTES.png },
      { nome: 'd', bytes: BYTES.p7s }, { nome: 'e', bytes: Buffer.alloc(0) }, { nome: 'f', bytes: ole2('EncryptedPackage') }, { nome: 'g', bytes: texto(2) },
    ]);
    expect(nomes(r)).toEqual(['c', 'g']);
    expect(codigos(r)).toEqual({
      'a.pdf': 'formato_nao_suportado', b: 'arquivo_vazio', d: 'assinatura_corrompida', e: 'arquivo_vazio', f: 'arquivo_cifrado',
    });
    expect(r.naoLido.every((n) => n.motivo.length > 20)).toBe(true);
  });

  it('refuses names that climb out of the ZIP, encrypted, damaged and oddly compressed entries, and reads the rest', async () => {
    const bom = texto(4);
    const zip = zipCru([
      { nome: '../../etc/passwd', conteudo: bom }, { nome: '/etc/passwd', conteudo: bom }, { nome: 'C:\\edital.txt', conteudo: bom },
      { nome: 'atalho', conteudo: bom, atributos: 0o120777 * 0x10000 }, { nome: 'senha.txt', conteudo: bom, marcas: 1 },
      { nome: 'crc.txt', conteudo: bom, crc: 1 }, { nome: 'tamanho.txt', conteudo: bom, tamanhoDeclarado: 10 }, { nome: 'lzma.txt', conteudo: bom, metodo: 14 },
      { nome: 'bom.txt', conteudo: bom },
    ]);
    const r = await reunir([{ nome: 'z', bytes: zip }]);
    expect(nomes(r)).toEqual(['z!bom.txt']);
    expect(codigos(r)).toEqual({
      'z!../../etc/passwd': 'zip_caminho_inseguro', 'z!/etc/passwd': 'zip_caminho_inseguro', 'z!C:/edital.txt': 'zip_caminho_inseguro',
      'z!atalho': 'zip_caminho_inseguro', 'z!senha.txt': 'zip_cifrado', 'z!crc.txt': 'zip_corrompido', 'z!tamanho.txt': 'zip_corrompido', 'z!lzma.txt': 'zip_metodo',
    });
  });

  it('decodes names of DOS, of Windows and of UTF-8 without its mark', async () => {
    const zip = zipCru([
      { nome: Buffer.from([0x4c, 0x69, 0x63, 0x69, 0x74, 0x61, 0x87, 0xc6, 0x6f]), conteudo: texto(2) },
      { nome: Buffer.from('Retificação', 'latin1'), conteudo: texto(3) },
      { nome: Buffer.from('Anexo Único', 'utf8'), conteudo: texto(4) },
    ]);
    expect(nomes(await reunir([{ nome: 'z', bytes: zip }]))).toEqual(['z!Anexo Único', 'z!Licitação', 'z!Retificação']);
  });

  it('drops leftovers of operating systems silently', async () => {
    const r = await reunir([{ nome: 'z', bytes: await zipDe({ '__MACOSX/._Edital.txt': texto(2), 'x/.DS_Store': texto(3), 'Edital.txt': texto(4) }) }]);
    expect([nomes(r), r.naoLido]).toEqual([['z!Edital.txt'], []]);
  });

  it('drops lock files of office programs, joins accents, keeps the ends of long names', async () => {
    const longo = `${'pasta muito comprida/'.repeat(30)}Edital.txt`;
    const r = await reunir([{ nome: 'z', bytes: await zipDe({ '~$edital.docx': texto(2), 'x/Thumbs.db': texto(3), ['Licitac\u0327a\u0303o.txt']: texto(4), [longo]: texto(5) }) }]);
    expect(r.naoLido).toEqual([]);
    expect(nomes(r)[0]).toBe('z!Licitação.txt');
    expect(nomes(r)[1]).toMatch(/^z!pasta muito comprida.{200,280}Edital\.txt$/);
  });

  it('reports ZIPs that are empty, truncated or too deep', async () => {
    let fundo = await zipDe({ 'Edital.txt': texto(2) });
    for (let i = 0; i < 4; i++) fundo = await zipDe({ 'z.zip': fundo });
    const bom = await zipDe({ 'a.txt': texto(200), 'b.txt': texto(300) });
    const r = await reunir([{ nome: 'fundo', bytes: fundo }, { nome: 'vazio', bytes: await zipDe({}) }, { nome: 'cortado', bytes: bom.subarray(0, bom.length - 40) }]);
    expect(codigos(r)).toEqual({ 'fundo!z.zip!z.zip!z.zip!z.zip': 'zip_profundo', vazio: 'arquivo_vazio', cortado: 'zip_corrompido' });
  });

  describe('bombs', () => {
    const zeros = Buffer.alloc(30 * 1024 * 1024);
    it('stops at the ratio, and reads what lies beside', async () => {
      const r = await reunir([{ nome: 'z', bytes: await zipDe({ 'bomba.txt': zeros, 'Edital.txt': texto(3) }) }]);
      expect([nomes(r), codigos(r)]).toEqual([['z!Edital.txt'], { 'z!bomba.txt': 'zip_bomba' }]);
    });
    it('stops at the size of one file, whatever the ZIP declares', async () => {
      const limites = { ...LIMITES_REUNIR, maxBytesArquivo: 1_000_000, maxRazao: 1e9 };
      const r = await reunir([{ nome: 'z', bytes: zipCru([{ nome: 'a', conteudo: zeros, tamanhoDeclarado: 500 }, { nome: 'b', conteudo: zeros }]) }], limites);
      expect(codigos(r)).toEqual({ 'z!a': 'zip_corrompido', 'z!b': 'arquivo_grande' });
    });
    it('stops at the size of the set', async () => {
      const limites = { ...LIMITES_REUNIR, maxBytesTotal: 200_000 };
      const r = await reunir([{ nome: 'z', bytes: await zipDe({ 'a.txt': texto(2500), 'b.txt': texto(2600) }) }, { nome: 'zz', bytes: texto(5000) }], limites);
      expect(nomes(r)).toEqual(['z!a.txt']);
      expect(codigos(r)).toEqual({ 'z!b.txt': 'zip_bomba', zz: 'conjunto_grande' });
    });
    it('stops at the number of entries, over all ZIPs together', async () => {
      const limites = { ...LIMITES_REUNIR, maxEntradas: 3 };
      const dois = await zipDe({ a: texto(2), b: texto(3) });
      const r = await reunir([{ nome: 'y', bytes: dois }, { nome: 'z', bytes: await zipDe({ c: texto(4), d: texto(5) }) }], limites);
      expect([nomes(r), codigos(r)]).toEqual([['y!a', 'y!b', 'z!c'], { z: 'zip_muitas_entradas' }]);
    });
  });

  it('cleans names that would fool a reader', async () => {
    const r = await reunir([{ nome: 'Edital\u202efdp.exe\n\u0007', bytes: texto(2) }, { nome: 'x'.repeat(500), bytes: texto(3) }]);
    expect(r.arquivos[0]!.nome).toBe('Editalfdp.exe');
    expect(r.arquivos[1]!.nome.length).toBeLessThan(300);
  });
});
