import { describe, expect, it } from '@jest/globals';
import { parseCorrecao } from '../../../src/analises/index.js';

const AUTORIA = { motivo: 'conferido na página 4', autor: 'Ana', em: '2026-11-23T10:00:00-03:00' };

describe('parseCorrecao', () => {
  it.each([
    [{ alvo: 'fato', campo: 'srp', valor: true, ...AUTORIA }],
    [{ alvo: 'fato', campo: 'garantia_proposta_pct', valor: null, ausencia: 'nao_exige', ...AUTORIA }],
    [{ alvo: 'fato', campo: 'srp', valor: true, evidencia: { documento: 'a.pdf', pagina: 1, trecho: 'registro de preços' }, ...AUTORIA }],
    [{ alvo: 'requisito', id: 'cndt', status: 'atende', ...AUTORIA }],
    [{ alvo: 'requisito', id: 'cndt', exigido: false, ...AUTORIA }],
    [{ alvo: 'requisito', id: 'cndt', validade: null, ...AUTORIA }],
  ])('takes %j', (c) => expect(parseCorrecao(c)).toEqual(c));

  it.each<[string, unknown, string]>([
    ['no target', { ...AUTORIA }, '/alvo'],
    ['an unknown field', { alvo: 'fato', campo: 'cor', valor: 1, ...AUTORIA }, '/campo'],
    ['a value that does not fit', { alvo: 'fato', campo: 'srp', valor: 'x', ...AUTORIA }, '/valor'],
    ['neither value nor absence', { alvo: 'fato', campo: 'srp', valor: null, ...AUTORIA }, '/ausencia'],
    ['value and absence', { alvo: 'fato', campo: 'srp', valor: true, ausencia: 'nao_exige', ...AUTORIA }, '/ausencia'],
    ['the absence that only reading gives', { alvo: 'fato', campo: 'srp', valor: null, ausencia: 'nao_lido', ...AUTORIA }, '/ausencia'],
    ['no reason', { alvo: 'fato', campo: 'srp', valor: true, ...AUTORIA, motivo: ' ' }, '/motivo'],
    ['no author', { alvo: 'requisito', id: 'x', exigido: false, ...AUTORIA, autor: '' }, '/autor'],
    ['a moment without offset', { alvo: 'requisito', id: 'x', exigido: false, ...AUTORIA, em: '2026-11-23T10:00:00' }, '/em'],
    ['an unknown status', { alvo: 'requisito', id: 'x', status: 'talvez', ...AUTORIA }, '/status'],
    ['an impossible day', { alvo: 'requisito', id: 'x', validade: '2026-02-30', ...AUTORIA }, '/validade'],
    ['nothing to change', { alvo: 'requisito', id: 'x', ...AUTORIA }, '/status'],
    ['no object', 'correção', '/'],
  ])('refuses %s', (_, bruto, ponteiro) => {
    expect(() => parseCorrecao(bruto)).toThrow(expect.objectContaining({ codigo: 'correcao_invalida', detalhes: expect.objectContaining({ ponteiro }) }));
  });
});
