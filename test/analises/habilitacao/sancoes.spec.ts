import { describe, expect, it } from '@jest/globals';
import { scopeSancao, type Ente } from '../../../src/analises/index.js';
import type { Regime } from '../../../src/analises/contexto/regime.js';
import type { Sancao } from '../../../src/empresas/index.js';

const sancao = (parte: Partial<Sancao>): Sancao => ({ tipo: 'impedimento', enteSancionador: 'Município A', esfera: 'municipal', uf: 'MG', municipio: 'A', inicio: '2026-01-01', fim: '2026-12-31', ...parte });
const ESTADO_B: Ente = { nome: 'Estado B', esfera: 'estadual', uf: 'SP', municipio: null };
const MUNICIPIO_A: Ente = { nome: 'Prefeitura de A', esfera: 'municipal', uf: 'MG', municipio: 'A' };
const DIA = '2026-06-30';

describe('reach of a sanction (art. 156 §§ 4º and 5º)', () => {
  it.each<[string, Partial<Sancao>, Ente, string, Regime, string]>([
    ['impediment of another entity is only a warning', {}, ESTADO_B, DIA, '14133', 'alerta'],
    ['impediment of the same município', {}, MUNICIPIO_A, DIA, '14133', 'impede'],
    ['impediment of a namesake in another State', { uf: 'SP' }, MUNICIPIO_A, DIA, '14133', 'alerta'],
    ['inidoneidade reaches all', { tipo: 'inidoneidade' }, ESTADO_B, DIA, '14133', 'impede'],
    ['a state company too', { tipo: 'inidoneidade' }, ESTADO_B, DIA, '13303', 'impede'],
    ['before it begins', {}, MUNICIPIO_A, '2025-12-31', '14133', 'nao_alcanca'],
    ['on its first day', {}, MUNICIPIO_A, '2026-01-01', '14133', 'impede'],
    ['on its last day', {}, MUNICIPIO_A, '2026-12-31', '14133', 'impede'],
    ['after it ended', { tipo: 'inidoneidade' }, MUNICIPIO_A, '2027-01-01', '14133', 'nao_alcanca'],
    ['without an end it goes on', { fim: undefined }, MUNICIPIO_A, '2030-01-01', '14133', 'impede'],
    ['of the Union, federal buyer', { esfera: 'federal' }, { nome: 'Ministério X', esfera: 'federal', uf: 'DF', municipio: null }, DIA, '14133', 'impede'],
    ['of a State, the same State', { esfera: 'estadual', uf: 'SP' }, ESTADO_B, DIA, '14133', 'impede'],
    ['sphere unknown', { esfera: undefined }, ESTADO_B, DIA, '14133', 'indefinido'],
    ['buyer unknown', {}, { nome: null, esfera: null, uf: null, municipio: null }, DIA, '14133', 'indefinido'],
    ['suspension of Lei 8.666 elsewhere is disputed', { tipo: 'suspensao' }, ESTADO_B, DIA, '14133', 'alerta'],
    ['suspension of a state company reaches only itself', { tipo: 'suspensao', enteSancionador: 'Companhia C', esfera: 'municipal' }, { ...MUNICIPIO_A, nome: 'Companhia D' }, DIA, '13303', 'alerta'],
    ['… itself', { tipo: 'suspensao', enteSancionador: 'Companhia C' }, { ...MUNICIPIO_A, nome: 'COMPANHIA C' }, DIA, '13303', 'impede'],
  ])('%s', (_nome, parte, ente, dia, regime, alcance) => expect(scopeSancao(sancao(parte), ente, dia, regime).alcance).toBe(alcance));
});
