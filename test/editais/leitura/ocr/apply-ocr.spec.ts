import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Pagina } from '../../../../src/editais/domain/pagina.js';
import { applyOcr } from '../../../../src/editais/leitura/ocr/apply-ocr.js';
import { isUsavel, openCacheOcr } from '../../../../src/editais/leitura/ocr/cache-ocr.js';
import type { CausaOcr } from '../../../../src/editais/leitura/ocr/decide-ocr.js';
import { countPaginas, openImagem } from '../../../../src/editais/leitura/ocr/imagem.js';
import type { EstadoOcr } from '../../../../src/editais/leitura/ocr/resultado-ocr.js';
import { pngDe, tiffDe } from '../../../support/pdf-digitalizado.js';

const nativa = (texto: string): Pagina => ({ numero: 1, texto, linhas: [], origem: texto ? 'nativo' : 'nenhum' });
const doOcr = (texto: string): Pagina => ({ numero: 1, texto, linhas: [{ y: 10, altura: 9, celulas: [{ texto, x0: 1, x1: 2 }] }], origem: 'ocr', confiancaOcr: 0.91 });
const LONGO = 'A sessão pública será realizada no portal de compras, na data e no horário indicados neste edital. '.repeat(3);

describe('what OCR gave, in the place of what it was asked for', () => {
  it.each<[string, CausaOcr, string, EstadoOcr, string | null, string, string | null]>([
    ['a scanned page', 'sem_camada', '', 'lida', LONGO, LONGO, null],
    ['a blank one', 'sem_camada', '', 'em_branco', null, '', null],
    ['a photograph', 'sem_camada', '', 'sem_texto', null, '', 'sem_texto'],
    ['a faint copy', 'sem_camada', '', 'ilegivel', null, '', 'ocr_ilegivel'],
    ['one that took too long', 'sem_camada', '', 'tempo_esgotado', null, '', 'tempo_esgotado'],
    ['one that brought the engine down', 'sem_camada', '', 'falhou', null, '', 'ocr_falhou'],
    ['a scan under a stamp', 'imagem', 'Assinado por Fulano', 'lida', LONGO, LONGO, null],
    ['letterhead behind text, which OCR reads no better', 'imagem', 'ANEXO II TERMO DE REFERÊNCIA', 'lida', 'ANEXO II TERMO DE REFERENCIA Logo', 'ANEXO II TERMO DE REFERÊNCIA', null],
    ['a picture under a stamp', 'imagem', 'Assinado por Fulano', 'sem_texto', null, 'Assinado por Fulano', null],
    ['a broken font', 'ilegivel', '\uf041\uf042', 'lida', LONGO, LONGO, null],
    ['a broken font that OCR cannot read either', 'ilegivel', '\uf041\uf042', 'lida', '\uf041\uf042\uf043\uf044', '\uf041\uf042', 'ocr_ilegivel'],
  ])('%s', (_nome, causa, antes, estado, texto, esperado, codigo) => {
    const { paginas, naoLido } = applyOcr([nativa(antes)], [{ numero: 1, causa }], new Map([[1, { estado, pagina: texto === null ? null : doOcr(texto) }]]), 'limite');
    expect([paginas[0]!.texto, naoLido.map((n) => [n.codigo, n.paginas])]).toEqual([esperado, codigo ? [[codigo, [1]]] : []]);
  });

  it('tells pages that were not sent, those of a kind together', () => {
    const paginas = [1, 2, 3].map((numero) => ({ ...nativa(''), numero }));
    const pendentes = paginas.map(({ numero }) => ({ numero, causa: 'sem_camada' }) as const);
    expect(applyOcr(paginas, pendentes, new Map(), 'desligado').naoLido).toMatchObject([{ codigo: 'sem_texto', paginas: [1, 2, 3] }]);
    expect(applyOcr(paginas, pendentes, new Map([[2, { estado: 'em_branco', pagina: null }]]), 'limite').naoLido).toMatchObject([{ codigo: 'limite_ocr', paginas: [1, 3] }]);
  });
});

describe('recognised pages on disk', () => {
  it('are given back as they were; damaged ones are as good as none', async () => {
    const pasta = mkdtempSync(join(tmpdir(), 'alicit-'));
    const cache = openCacheOcr(pasta);
    const resultado = { estado: 'lida', pagina: doOcr('ção') } as const;
    await cache.put('ab12', 1, resultado);
    expect([await cache.get('ab12', 1), await cache.get('ab12', 2)]).toEqual([resultado, null]);
    const arquivo = readdirSync(pasta, { recursive: true, withFileTypes: true }).find((e) => e.isFile())!;
    writeFileSync(join(arquivo.parentPath, arquivo.name), 'estragado');
    expect(await cache.get('ab12', 1)).toBeNull();
    rmSync(pasta, { recursive: true });
  });

  it('are used unless they ran out of less time', () => {
    expect(isUsavel(null, 10)).toBe(false);
    expect(isUsavel({ estado: 'sem_texto', pagina: null }, 10)).toBe(true);
    expect(isUsavel({ estado: 'tempo_esgotado', pagina: null, tempoMs: 10 }, 10)).toBe(true);
    expect(isUsavel({ estado: 'tempo_esgotado', pagina: null, tempoMs: 9 }, 10)).toBe(false);
  });
});

describe('image files', () => {
  const folha = { cinza: new Uint8Array(6), largura: 3, altura: 2 };
  const jpeg = (w: number, h: number): Buffer => Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc2, 0, 11, 8, h >> 8, h & 255, w >> 8, w & 255, 1, 0, 0, 0]);
  const png = (w: number, h: number): Buffer => {
    const b = pngDe(folha);
    b.writeUInt32BE(w, 16);
    b.writeUInt32BE(h, 20);
    return b;
  };

  it('tell their pages and size before anything is unpacked', () => {
    expect([countPaginas(pngDe(folha)), countPaginas(jpeg(3, 2)), countPaginas(tiffDe([folha, folha, folha]))]).toEqual([1, 1, 3]);
    for (const bytes of [pngDe(folha), jpeg(3, 2), tiffDe([folha, folha])]) expect(openImagem(bytes, 1)).toMatchObject({ largura: 3, altura: 2 });
    expect(openImagem(tiffDe([folha, { ...folha, largura: 2, altura: 3 }]), 2)).toMatchObject({ largura: 2, altura: 3 });
  });

  it.each([
    ['a bomb', png(60_000, 60_000), 'imagem_grande'],
    ['a wide JPEG', jpeg(65_000, 65_000), 'imagem_grande'],
    ['no size', png(0, 10), 'arquivo_corrompido'],
    ['a cut JPEG', jpeg(3, 2).subarray(0, 9), 'arquivo_corrompido'],
    ['another format', Buffer.from('RIFF....WEBPVP8 '), 'imagem_nao_suportada'],
    ['a TIFF that points nowhere', Buffer.from([0x49, 0x49, 42, 0, 0xff, 0xff, 0xff, 0]), 'arquivo_corrompido'],
  ])('are refused: %s', (_nome, bytes, codigo) => {
    expect(() => openImagem(bytes, 1)).toThrow(expect.objectContaining({ codigo }));
  });

  it('end their walk over the pages of a TIFF that goes in circles', () => {
    const b = tiffDe([folha, folha]);
    const segundo = b.readUInt32LE(8 + 2 + 9 * 12);
    b.writeUInt32LE(8, segundo + 2 + 9 * 12);
    expect(countPaginas(b)).toBe(2);
  });
});
