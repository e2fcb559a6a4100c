import { describe, expect, it } from '@jest/globals';
import { AlicitError } from '../../src/kernel/index.js';
import { parseEmpresa } from '../../src/empresas/index.js';

const minima = { cnpj: '11.222.333/0001-81', descricao: 'Serviços de jardinagem' };
const read = (campos: Record<string, unknown>) => parseEmpresa({ ...minima, ...campos });

function errosDe(dados: unknown): { ponteiro: string; mensagem: string }[] {
  try {
    parseEmpresa(dados);
  } catch (e) {
    if (e instanceof AlicitError && e.codigo === 'empresa_invalida') return e.detalhes!.erros as { ponteiro: string; mensagem: string }[];
    throw e;
  }
  return [];
}

describe('parseEmpresa', () => {
  it('asks only for CNPJ and description', () => {
    expect(parseEmpresa(minima)).toEqual({ empresa: { cnpj: '11222333000181', descricao: 'Serviços de jardinagem' }, avisos: [] });
  });

  const tolerados: readonly [string, unknown, unknown][] = [
    ['cnpj', '12.abc.345/01de-35', '12ABC34501DE35'],
    ['cnpj', 11222333000181, '11222333000181'],
    ['porte', 'Empresa de Pequeno Porte', 'epp'],
    ['porte', 'M.E.', 'me'],
    ['porte', 'Microempreendedor Individual', 'mei'],
    ['porte', 'Médio', 'demais'],
    ['capitalSocial', 'R$ 1.000,00', '1000'],
    ['capitalSocial', 1000.5, '1000.5'],
    ['capitalSocial', '1000.50', '1000.5'],
    ['capitalSocial', '250.000', '250000'],
    ['patrimonioLiquido', '-R$ 3.500,10', '-3500.1'],
    ['patrimonioLiquido', '(3.500,10)', '-3500.1'],
    ['margemMinimaPct', '12,5%', '12.5'],
    ['margemMinimaPct', 8, '8'],
    ['indices', { liquidezGeral: '1,30', solvenciaGeral: '1.250', liquidezCorrente: 2 }, { liquidezGeral: '1.3', solvenciaGeral: '1.25', liquidezCorrente: '2' }],
    ['dataAbertura', '05/03/2015', '2015-03-05'],
    ['dataAbertura', '2015-03-05T00:00:00-03:00', '2015-03-05'],
    ['uf', 'santa catarina', 'SC'],
    ['uf', 'sc', 'SC'],
    ['ufsDeInteresse', 'SC, Paraná', ['SC', 'PR']],
    ['cnaes', '8130-3/00; 8129-0/00', ['8130-3/00', '8129-0/00']],
    ['cnaes', [8130300], ['8130300']],
    ['aceitaConsorcio', 'não', false],
    ['semImpedimentosArt14', 'Sim', true],
    ['diasParaProposta', '4', 4],
    ['balancos', [2024, '2025'], [2024, 2025]],
    ['documentos', [{ tipo: 'FGTS', validade: '30/11/2026' }], [{ tipo: 'crf_fgts', validade: '2026-11-30' }]],
    ['documentos', [{ tipo: 'contrato social', validade: 'não vence' }], [{ tipo: 'contrato_social', validade: null }]],
    ['documentos', [{ tipo: 'cndt', validade: null }], [{ tipo: 'cndt', validade: null }]],
    ['atestados', [{ descricao: 'Roçada', quantidade: '12.000', unidade: 'm²' }], [{ descricao: 'Roçada', quantidade: '12000', unidade: 'm²' }]],
    ['sancoes', [{ tipo: 'Inidônea', enteSancionador: 'União', inicio: '01/02/2026' }], [{ tipo: 'inidoneidade', enteSancionador: 'União', inicio: '2026-02-01' }]],
  ];
  it.each(tolerados)('%s: %j → %j', (campo, escrito, lido) => {
    expect(read({ [campo]: escrito }).empresa).toEqual({ ...parseEmpresa(minima).empresa, [campo]: lido });
  });

  const recusados: readonly [Record<string, unknown>, string][] = [
    [{ cnpj: '11.222.333/0001-82' }, '/cnpj'],
    [{ cnpj: undefined }, '/cnpj'],
    [{ descricao: '   ' }, '/descricao'],
    [{ descricao: undefined }, '/descricao'],
    [{ porte: 'enorme' }, '/porte'],
    [{ capitalSocial: '3.420,000,00' }, '/capitalSocial'],
    [{ capitalSocial: -1 }, '/capitalSocial'],
    [{ capitalSocial: { valor: 3 } }, '/capitalSocial'],
    [{ capitalSocial: Number.NaN }, '/capitalSocial'],
    [{ margemMinimaPct: 120 }, '/margemMinimaPct'],
    [{ dataAbertura: '31/02/2026' }, '/dataAbertura'],
    [{ uf: 'XX' }, '/uf'],
    [{ uf: 'constructor' }, '/uf'],
    [{ diasParaProposta: 2.5 }, '/diasParaProposta'],
    [{ aceitaConsorcio: 'talvez' }, '/aceitaConsorcio'],
    [{ documentos: { tipo: 'cndt' } }, '/documentos'],
    [{ documentos: [{ tipo: 'cndt' }, { tipo: 'cndt', validade: 'amanhã' }] }, '/documentos/1/validade'],
    [{ produtos: ['grama'] }, '/produtos/0'],
    [{ sancoes: [{ tipo: 'impedimento', enteSancionador: 'Município X' }] }, '/sancoes/0/inicio'],
    [{ indices: { liquidezGeral: 'boa' } }, '/indices/liquidezGeral'],
  ];
  it.each(recusados)('refuses %j at %s, in Portuguese', (campos, ponteiro) => {
    const erros = errosDe({ ...minima, ...campos });
    expect(erros.map((e) => e.ponteiro)).toEqual([ponteiro]);
    expect(erros[0]!.mensagem).not.toMatch(/invalid|expected|input/i);
  });

  it('lists every bad field at once', () => {
    const erros = errosDe({ cnpj: 'x', porte: 'y', uf: 'z', balancos: ['w'] });
    expect(erros.map((e) => e.ponteiro).sort()).toEqual(['/balancos/0', '/cnpj', '/descricao', '/porte', '/uf']);
  });

  it.each([null, 'texto', 3, []])('refuses %j as a profile', (dados) => {
    expect(errosDe(dados)).toEqual([{ ponteiro: '', mensagem: 'Esperava um objeto entre chaves { }.' }]);
  });

  it('reports unknown keys, with the name they may stand for, and reads the rest', () => {
    const { empresa, avisos } = read({ nome: 'Verde Ltda', certidoes: [], xyz: 1, atestados: [{ descricao: 'Poda', 'a/b~c': 1 }] });
    expect(empresa).toEqual({ ...parseEmpresa(minima).empresa, atestados: [{ descricao: 'Poda' }] });
    expect(avisos.map((a) => [a.ponteiro, /quis dizer "(\w+)"/.exec(a.mensagem)?.[1]])).toEqual([
      ['/atestados/0/a~1b~0c', undefined], ['/nome', 'razaoSocial'], ['/certidoes', 'documentos'], ['/xyz', undefined],
    ]);
  });

  it('knows its own fields however they are written, and products told by name alone', () => {
    const { empresa, avisos } = read({ razao_social: 'Verde Ltda', produtos_servicos: ['Poda de árvores', { descricao: 'Roçada' }], ufs_de_interesse: ['SC'], valor_min: 1500.5, 'Valor Máximo': 'R$ 2.000.000,00' });
    expect(empresa).toEqual({ ...parseEmpresa(minima).empresa, razaoSocial: 'Verde Ltda', produtos: [{ descricao: 'Poda de árvores' }, { descricao: 'Roçada' }], ufsDeInteresse: ['SC'], valorMin: '1500.5', valorMax: '2000000' });
    expect(avisos).toEqual([]);
  });

  it('leaves a second spelling of a field aside, and warns of limits that cross', () => {
    const { empresa, avisos } = read({ razaoSocial: 'Verde Ltda', razao_social: 'Outra', valorMin: '200', valorMax: '100' });
    expect(empresa.razaoSocial).toBe('Verde Ltda');
    expect(avisos.map((a) => a.ponteiro)).toEqual(['/razao_social', '/valorMin']);
  });

  it('keeps the unknown keys beside the errors', () => {
    expect(() => read({ xyz: 1, uf: 'XX' })).toThrow(expect.objectContaining({ detalhes: expect.objectContaining({ avisos: [expect.objectContaining({ ponteiro: '/xyz' })] }) }));
  });

  const estranhos: readonly [Record<string, unknown>, string | null][] = [
    [{ porte: 'me', receitaBrutaAnual: '360.000,00' }, null],
    [{ porte: 'me', receitaBrutaAnual: '360.000,01' }, '/porte'],
    [{ porte: 'epp', receitaBrutaAnual: '4.800.000,01' }, '/porte'],
    [{ porte: 'demais', receitaBrutaAnual: '90.000.000,00' }, null],
    [{ margemMinimaPct: 0.1 }, '/margemMinimaPct'],
    [{ margemMinimaPct: 0 }, null],
    [{ documentos: [{ tipo: 'cndt', emissao: '2026-05-01', validade: '2026-04-01' }] }, '/documentos/0/validade'],
    [{ sancoes: [{ tipo: 'impedimento', enteSancionador: 'X', inicio: '2026-05-01', fim: '2026-04-01' }] }, '/sancoes/0/fim'],
  ];
  it.each(estranhos)('%j warns at %s', (campos, ponteiro) => {
    expect(read(campos).avisos.map((a) => a.ponteiro)).toEqual(ponteiro ? [ponteiro] : []);
  });
});
