import { describe, expect, it } from '@jest/globals';
import type { Pagina } from '../../../../src/editais/domain/pagina.js';
import { decideOcr, type CausaOcr } from '../../../../src/editais/leitura/ocr/decide-ocr.js';
import { dropFundos } from '../../../../src/editais/leitura/ocr/drop-fundos.js';
import { isIlegivel } from '../../../../src/editais/leitura/ocr/texto-ilegivel.js';

const PROSA = 'A sessão pública será realizada no portal de compras, na data e no horário indicados neste edital, e dela poderão participar as empresas do ramo. ';
const shift = (texto: string, n: number): string => [...texto].map((c) => (c === ' ' ? c : String.fromCharCode(c.charCodeAt(0) - n))).join('');
const TABELA = Array.from({ length: 40 }, (_, i) => `${i + 1} CIMENTO PORTLAND CP II-E-32 SACO 50KG UN 120 R$ 38,90 R$ 4.668,00`).join('\n');
const SIGLAS = Array.from({ length: 60 }, (_, i) => `SINAPI ${90000 + i} KG M2 UN CHP`).join(' ');
const LINKS = Array.from({ length: 40 }, () => 'https://x.gov.br/a?b=1&c=2#d fulano@x.gov.br').join(' ');

describe('text that is no text', () => {
  it.each<[string, string, boolean]>([
    ['prose', PROSA.repeat(3), false],
    ['a table of materials, without a function word', TABELA, false],
    ['acronyms and units', SIGLAS, false],
    ['addresses', LINKS, false],
    ['English', 'This agreement shall be governed by applicable law '.repeat(10), false],
    ['a few odd signs among prose', `${PROSA}\uf0b7 \uf0b7 \ufffd ${PROSA}`, false],
    ['nothing', ' \n ', false],
    ['too short to tell', 'XPTO 42 KWH', false],
    ['private use characters', '\uf041\uf042\uf043\uf020'.repeat(30), true],
    ['replacement characters', `${'\ufffd'.repeat(60)} de ${'\ufffd'.repeat(40)}`, true],
    ['control characters', '\u0001\u0003\u0004\u0005 '.repeat(40), true],
    ['letters of a shifted encoding', shift(PROSA.repeat(3), 29), true],
    ['consonants only', 'bcdfg hjklm npqrs tvwxz '.repeat(20), true],
  ])('%s', (_nome, texto, esperado) => {
    expect(isIlegivel(texto)).toBe(esperado);
  });
});

describe('whether a page needs OCR', () => {
  it.each<[string, string, boolean, number, CausaOcr | null]>([
    ['no text, an image', '', true, 1, 'sem_camada'],
    ['no text, marks only, an image', ' . - \n', true, 1, 'sem_camada'],
    ['blank', '', false, 0, null],
    ['good text', PROSA.repeat(20), false, 0, null],
    ['good text over a letterhead', PROSA.repeat(20), true, 1, null],
    ['a stamp over a page-wide image', 'Assinado por Fulano de Tal', true, 0.98, 'imagem'],
    ['a short page with a logo', 'ANEXO II MODELO DE PROPOSTA', true, 0.1, null],
    ['glyphs without meaning', '\uf041\uf042\uf043 '.repeat(30), false, 0, 'ilegivel'],
  ])('%s', (_nome, texto, temImagem, cobertura, esperado) => {
    expect(decideOcr({ texto, temImagem: () => temImagem, cobertura: () => cobertura })).toBe(esperado);
  });
});

describe('an image behind text', () => {
  const pagina = (numero: number, texto: string): Pagina => ({ numero, texto, linhas: [], origem: 'nativo' });
  const pendente = { numero: 2, causa: 'imagem' } as const;
  const kept = (texto: string, comFundo: boolean, outras: readonly string[] = []): boolean =>
    dropFundos([pendente], [pagina(1, PROSA), pagina(2, texto), ...outras.map((t, i) => pagina(i + 3, t))], () => comFundo).length > 0;

  it.each<[string, string, boolean, boolean]>([
    ['a stamp only', 'Assinado digitalmente por FULANO DE TAL em 01/02/2026\nVerifique em https://x.gov.br/abc', false, true],
    ['a stamp only, in a document on letterhead', 'Documento autenticado: código ABC123', true, true],
    ['a title under it', 'ANEXO III', false, true],
    ['a title, in a document on letterhead', 'ANEXO III – MODELO DE DECLARAÇÃO', true, false],
    ['text of its own', PROSA, false, false],
  ])('%s', (_nome, texto, comFundo, esperado) => {
    expect(kept(texto, comFundo)).toBe(esperado);
  });

  it('is a scan when all its text is running lines', () => {
    const rodape = 'Prefeitura Municipal de Exemplo, Praça da Matriz, centro, fone 0000-0000, CEP 00000-000, Estado de Minas Gerais';
    expect(kept(`${rodape} 2`, false, [`${rodape} 3`, `${rodape} 4`])).toBe(true);
    expect(kept(rodape, false)).toBe(false);
  });
});
