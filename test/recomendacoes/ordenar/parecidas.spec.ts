import { describe, expect, it } from '@jest/globals';
import { indexRetornos, parteRetorno } from '../../../src/recomendacoes/ordenar/parecidas.js';
import type { Candidata, Retorno } from '../../../src/recomendacoes/ordenar/tipos.js';
import { candidata, retorno } from './apoio.js';

const parte = (c: Partial<Candidata>, ...retornos: Retorno[]) => parteRetorno(candidata({ numero: 'X', assinatura: [1, 2, 3, 4], ...c }), indexRetornos(retornos));

describe('what the company said of the like', () => {
  it('says nothing of what is unlike', () => {
    expect(parte({}).pontos).toBe(0);
    expect(parte({}, retorno('A', { assinatura: [9, 8, 7, 4] })).pontos).toBe(0);
    expect(parte({ assinatura: null }, retorno('A')).pontos).toBe(0);
    expect(parte({ assinatura: [] }, retorno('A', { assinatura: [] })).pontos).toBe(0);
  });

  it.each([['venci', 8], ['participei', 7.2], ['interessa', 6], ['perdi', 3.2], ['nao_interessa', -8]] as const)('%s of the same words: %d', (dito, pontos) =>
    expect(parte({}, retorno('A', { retorno: dito }))).toMatchObject({ pontos, codigo: 'parecida', dados: { numero: 'A', retorno: dito } }));

  it('is weaker the less alike they are', () => {
    expect(parte({}, retorno('A', { assinatura: [1, 2, 9, 8] })).pontos).toBe(3);
    expect(parte({}, retorno('A', { assinatura: [1, 2] })).pontos).toBe(6);
  });

  it('takes the strongest for and the strongest against, and names the one that prevails', () => {
    const ambos = parte({}, retorno('A', { retorno: 'venci', assinatura: [1, 2, 9, 8] }), retorno('B', { retorno: 'nao_interessa' }), retorno('C', { retorno: 'perdi' }));
    expect(ambos).toMatchObject({ pontos: -4, dados: { numero: 'B' } });
  });

  it('of the tender itself it says what was said', () => expect(parte({ numero: 'A' }, retorno('A', { retorno: 'participei' }))).toMatchObject({ pontos: 7.2, codigo: 'retorno' }));

  it.each([
    ['no reason', null, {}, -8], ['its subject', 'assunto', {}, -8], ['its place, same State', 'regiao', {}, -8], ['its place, another State', 'regiao', { uf: 'AM' }, 0], ['its value, near', 'valor', { valor: '100000' }, -8], ['its value, far', 'valor', { valor: '400000.01' }, 0], ['its value, unknown', 'valor', { valor: null }, 0],
    ['its deadline', 'prazo', {}, 0], ['what it demands', 'exigencias', {}, 0],
  ] as const)('refused for %s', (_nome, motivo, c, pontos) => expect(parte(c, retorno('A', { retorno: 'nao_interessa', motivo })).pontos).toBe(pontos));
});
