import { describe, expect, it } from '@jest/globals';
import { CAMPOS, parseValorDoCampo, type Campo } from '../../../src/editais/index.js';

describe('the value of a field', () => {
  it.each<[Campo, unknown, unknown]>([
    ['numero_edital', ' 12/2026 ', '12/2026'],
    ['orgao_cnpj', '11.222.333/0001-81', '11222333000181'],
    ['modalidade', 'pregao', 'pregao'],
    ['srp', false, false],
    ['sessao_abertura', '2026-12-15T09:00:00-03:00', '2026-12-15T09:00:00-03:00'],
    ['valor_estimado_total', '1860573.88', '1860573.88'],
    ['garantia_proposta_pct', '1', '1'],
    ['garantia_proposta_pct', { valor: '1000.00' }, { valor: '1000.00' }],
    ['indices_minimos', '1', '1'],
    ['impugnacao_dias_uteis', 3, 3],
    ['prazo_execucao', { n: 20, unidade: 'dias_uteis' }, { n: 20, unidade: 'dias_uteis' }],
  ])('%s takes %j', (campo, valor, lido) => expect(parseValorDoCampo(campo, valor)).toEqual(lido));

  it.each<[Campo, unknown, string]>([
    ['numero_edital', '', '/valor'],
    ['orgao_cnpj', '11.222.333/0001-80', '/valor'],
    ['modalidade', 'tomada_de_precos', '/valor'],
    ['srp', 'sim', '/valor'],
    ['sessao_abertura', '2026-12-15', '/valor'],
    ['sessao_abertura', '2026-12-15T09:00:00', '/valor'],
    ['sessao_abertura', '2026-13-15T09:00:00-03:00', '/valor'],
    ['valor_estimado_total', 1860573.88, '/valor'],
    ['valor_estimado_total', '1.860.573,88', '/valor'],
    ['valor_estimado_total', '0', '/valor'],
    ['garantia_execucao_pct', '101', '/valor'],
    ['garantia_proposta_pct', { valor: '-1' }, '/valor/valor'],
    ['balanco_exercicios', 2.5, '/valor'],
    ['impugnacao_dias_uteis', -1, '/valor'],
    ['prazo_execucao', { n: 20, unidade: 'anos' }, '/valor/unidade'],
    ['prazo_execucao', '20 dias', '/valor'],
  ])('%s refuses %j', (campo, valor, ponteiro) => {
    expect(() => parseValorDoCampo(campo, valor)).toThrow(expect.objectContaining({ codigo: 'correcao_invalida', tipo: 'invalido', detalhes: { campo, ponteiro } }));
  });

  it.each([['inventado'], ['constructor'], ['__proto__']])('there is no field %s', (campo) => {
    expect(() => parseValorDoCampo(campo as Campo, 'x')).toThrow(expect.objectContaining({ codigo: 'correcao_invalida' }));
  });

  it('no field takes what is nothing', () => {
    for (const campo of CAMPOS) for (const nada of [undefined, [], '']) expect(() => parseValorDoCampo(campo, nada)).toThrow(expect.objectContaining({ codigo: 'correcao_invalida' }));
  });
});
