import { describe, expect, it } from '@jest/globals';
import { parteMeEpp } from '../../../src/recomendacoes/ordenar/parte-me-epp.js';
import { createDiasUteis, partePrazo } from '../../../src/recomendacoes/ordenar/parte-prazo.js';
import { parteRegiao } from '../../../src/recomendacoes/ordenar/parte-regiao.js';
import { parteValor } from '../../../src/recomendacoes/ordenar/parte-valor.js';
import type { QuemRecebe } from '../../../src/recomendacoes/ordenar/tipos.js';
import { AGORA, candidata, emDias, empresa } from './apoio.js';

describe('region', () => {
  const de = (c: { uf?: string | null; codigoIbge?: string | null }, e: Partial<QuemRecebe>, km: number | null) => parteRegiao(candidata(c), empresa(e), () => km);
  it.each([
    ['its own município', { uf: 'SP', codigoIbge: '3509502' }, {}, 0, 5, 'mesmo_municipio'],
    ['a neighbour, in another State too', { uf: 'MG', codigoIbge: '3100000' }, {}, 99, 4, 'perto'],
    ['its State', { uf: 'SP', codigoIbge: '3550308' }, {}, 101, 3, 'mesma_uf'],
    ['a State it wants', { uf: 'MG', codigoIbge: '3106200' }, {}, 600, 3, 'uf_de_interesse'],
    ['a State it does not want', { uf: 'AM', codigoIbge: '1302603' }, {}, 2700, -5, 'fora_das_ufs'],
    ['another State, with no list of those it wants', { uf: 'AM', codigoIbge: '1302603' }, { ufsDeInteresse: [] }, 2700, -2, 'outra_uf'],
    ['nobody knows where', { uf: null, codigoIbge: null }, {}, null, 0, 'local_desconhecido'],
    ['a company that tells no place', { uf: 'AM', codigoIbge: null }, { uf: null, codigoIbge: null, ufsDeInteresse: [] }, null, 0, 'empresa_sem_local'],
  ])('%s', (_nome, c, e, km, pontos, codigo) => expect(de(c, e, km)).toMatchObject({ pontos, codigo }));
});

describe('value', () => {
  it.each([
    [null, 0, 'valor_desconhecido'], ['100000', 4, 'na_faixa'], ['500000.00', 4, 'na_faixa'], ['99999.99', -2, 'abaixo_da_faixa'], ['49999', -4, 'abaixo_da_faixa'], ['500000.01', -2, 'acima_da_faixa'], ['1000000', -2, 'acima_da_faixa'], ['1000000.01', -4, 'acima_da_faixa'],
  ])('%s in 100,000 to 500,000', (valor, pontos, codigo) => expect(parteValor(candidata({ valor }), empresa())).toMatchObject({ pontos, codigo }));
  it('says nothing to a company that told no range', () => expect(parteValor(candidata({ valor: '1' }), empresa({ valorMinimo: null, valorMaximo: null }))).toMatchObject({ pontos: 0, codigo: 'sem_faixa' }));
  it('takes a range of one end', () => expect(parteValor(candidata({ valor: '1' }), empresa({ valorMinimo: null }))).toMatchObject({ pontos: 4 }));
});

describe('ME/EPP', () => {
  it.each([
    [null, 'me', 0, undefined], ['nenhuma', 'demais', 0, undefined], ['exclusiva', 'me', 3, undefined], ['exclusiva', 'mei', 3, undefined], ['parcial', 'epp', 1, undefined],
    ['exclusiva', 'demais', -5, 'exclusiva_me_epp'], ['parcial', 'demais', -2, 'itens_exclusivos_me_epp'], ['exclusiva', null, 0, 'porte_desconhecido'],
  ] as const)('items: %s, company: %s', (meEpp, porte, pontos, alerta) => {
    const parte = parteMeEpp(candidata({ meEpp }), empresa({ porte }));
    expect([parte.pontos, parte.alerta]).toEqual([pontos, alerta]);
  });
});

describe('time left', () => {
  it.each([
    ['no closing', null, 5, null, 0, 'sem_data', 'sem_data'], ['closed', emDias(-1), 5, 0, 0, 'encerrada', undefined], ['far', emDias(100), 5, null, 0, 'ha_tempo', undefined], ['enough', emDias(9), 5, 7, 0, 'ha_tempo', undefined],
    ['a little short', emDias(4), 5, 4, -2, 'prazo_curto', 'prazo_curto'], ['half of what it needs', emDias(2), 5, 2, -3, 'prazo_curto', 'prazo_curto'], ['two days, nothing told', emDias(2), null, 2, -1, 'encerra_logo', 'encerra_logo'], ['three days, nothing told', emDias(3), null, 3, 0, 'ha_tempo', undefined],
  ] as const)('%s', (_nome, encerramento, diasParaProposta, dias, pontos, codigo, alerta) => {
    const parte = partePrazo(candidata({ encerramento }), empresa({ diasParaProposta }), AGORA, dias);
    expect([parte.pontos, parte.codigo, parte.alerta]).toEqual([pontos, codigo, alerta]);
  });

  /** AGORA is Monday, 23 November 2026. */
  it.each([[0, 0], [1, 1], [4, 4], [5, 4], [7, 5], [14, 10], [46, null]])('%i days from now are %s business days', (dias, uteis) => expect(createDiasUteis(AGORA)(emDias(dias), 'SC')).toBe(uteis));
  it('counts the holidays of the State: 25 December and, in Bahia, none more', () => expect(createDiasUteis(Date.parse('2026-12-23T12:00:00-03:00'))(Date.parse('2026-12-28T12:00:00-03:00'), 'BA')).toBe(1));
  it('knows the day in Brasília: 23:30 there is the next day in UTC', () => expect(createDiasUteis(Date.parse('2026-11-24T02:30:00Z'))(Date.parse('2026-11-24T12:00:00Z'), null)).toBe(1));
});
