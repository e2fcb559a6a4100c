import { describe, expect, it } from '@jest/globals';
import { compareObjeto, readPerfil } from '../../../src/analises/decidir/lexico/compare-objeto.js';
import { headOf, keysOf, stem } from '../../../src/analises/decidir/lexico/palavras.js';
import { wordsOfCnae } from '../../../src/analises/decidir/lexico/cnae.js';
import type { Empresa } from '../../../src/empresas/index.js';

const EMPRESAS: Readonly<Record<string, Partial<Empresa>>> = {
  construtora: { descricao: 'Construtora de obras e pavimentação', cnaes: ['4120-4/00'], produtos: [{ descricao: 'Edificações' }, { descricao: 'Pavimentação asfáltica' }, { descricao: 'Reforma de prédios' }] },
  informatica: { descricao: 'Revenda de licenças de software e computadores', cnaes: ['4751-2/01'], produtos: [{ descricao: 'Licenças' }, { descricao: 'Notebooks' }, { descricao: 'Suporte técnico' }] },
  papelaria: { descricao: 'Papelaria e material de escritório', cnaes: ['4761-0/03'], produtos: [{ descricao: 'Papel sulfite' }, { descricao: 'Canetas' }, { descricao: 'Pastas' }] },
  magra: { descricao: 'Prestadora de serviços' },
};

const CASOS: readonly [keyof typeof EMPRESAS & string, string, string, boolean][] = [
  ['construtora', 'Contratação de empresa para execução de obra de ampliação da escola municipal', 'forte', false],
  ['construtora', 'Recapeamento de vias urbanas', 'area', false],
  ['construtora', 'Serviço de limpeza com dedicação exclusiva de mão de obra', 'nenhuma', true],
  ['construtora', 'Aquisição de papel sulfite para atender a Secretaria de Obras', 'generica', false],
  ['informatica', 'Aquisição de assinaturas de plataforma em nuvem', 'area', false],
  ['informatica', 'Aquisição de notebooks para a rede municipal de ensino', 'forte', false],
  ['informatica', 'Fornecimento de gêneros alimentícios para a merenda escolar', 'nenhuma', true],
  ['informatica', 'Serviços técnicos de topografia', 'generica', false],
  ['papelaria', 'Registro de preços de materiais de expediente', 'area', false],
  ['papelaria', 'Aquisição de zorblax', 'nenhuma', false],
  ['magra', 'Aquisição de medicamentos', 'nenhuma', false],
];

describe('comparison of portfolio and object', () => {
  it.each(CASOS)('%s × %s → %s, outside: %s', (quem, objeto, grau, fora) => {
    const perfil = readPerfil({ cnpj: '11222333000181', descricao: '', ...EMPRESAS[quem] });
    expect(compareObjeto(perfil, objeto)).toMatchObject({ grau, fora });
  });

  it('is outside only for a profile that tells enough', () => {
    const rica = { cnpj: '11222333000181', descricao: '', ...EMPRESAS.construtora };
    const fora = (e: Empresa) => compareObjeto(readPerfil(e), 'Aquisição de medicamentos').fora;
    expect(fora(rica)).toBe(true);
    expect(fora({ ...rica, produtos: undefined })).toBe(false);
    expect(fora({ ...rica, cnaes: undefined })).toBe(false);
  });

  it.each([
    ['construção', 'construções'], ['construção', 'construtora'], ['papel', 'papéis'], ['licença', 'licenças'], ['imóvel', 'imóveis'], ['pão', 'pães'], ['escolar', 'escolares'],
  ])('%s and %s share a stem', (a, b) => {
    const s = (x: string) => stem(x.normalize('NFD').replace(/[\u0300-\u036f]/g, ''));
    expect(s(a)).toBe(s(b));
  });
  it('transporte and transparente do not', () => {
    expect(stem('transporte')).not.toBe(stem('transparente'));
  });

  it('cuts what the object is for', () => {
    expect(headOf('Aquisição de papel sulfite para atender a Secretaria de Obras')).toBe('Aquisição de papel sulfite ');
    expect(headOf('Contratação de empresa especializada para a execução de obra')).toContain('execução de obra');
    expect([...keysOf('dedicação exclusiva de mão de obra').proprias]).not.toContain('obr');
  });

  it.each([['4120-4/00', /construção/], ['41.20-4-00 Construção de edifícios', /edifícios/], ['4771701', /medicamentos/], ['Comércio de tintas', /tintas/], ['99', /^$/]])('CNAE %s in words', (cnae, palavras) => {
    expect(wordsOfCnae(cnae)).toMatch(palavras);
  });
});
