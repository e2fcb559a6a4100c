import { describe, expect, it } from '@jest/globals';
import { applySentido } from '../../../src/recomendacoes/motor/apply-sentido.js';
import type { TextoAchado } from '../../../src/recomendacoes/motor/texto-guardado.js';

const achado = (numero: string, topico: number, excluida = false): TextoAchado => ({ numero, revisao: 1, uf: 'SP', topico, excluida });
const MINIMO = 0.35;
const apply = (achados: readonly TextoAchado[], sentido: readonly string[]) => applySentido(achados, sentido, MINIMO).map((a) => [a.numero, Math.round(a.topico * 1000) / 1000]);

describe('applySentido', () => {
  it.each<[string, TextoAchado[], string[], (string | number)[][]]>([
    ['what is near gains by its place', [achado('a', 0.8), achado('b', 0.79)], ['b', 'a'], [['a', 0.859], ['b', 0.85]]],
    ['what is not near stays as it was', [achado('a', 0.8)], ['z'], [['a', 0.8]]],
    ['what the words liked a little less than enough is kept when it is near', [achado('a', 0.3)], ['a'], [['a', 0.41]]],
    ['and left when it is not', [achado('a', 0.3)], ['z'], []],
    ['or only far down', [achado('a', 0.3)], [...Array.from({ length: 60 }, (_, i) => `x${i}`), 'a'], []],
    ['what a word excludes gains nothing', [achado('a', 0.5, true), achado('b', 0.3, true)], ['a', 'b'], [['a', 0.5]]],
    ['no topic is above 1', [achado('a', 0.99)], ['a'], [['a', 1]]],
  ])('%s', (_nome, achados, sentido, esperado) => expect(apply(achados, sentido)).toEqual(esperado));

  it('never turns a difference of the words that is worth seeing', () => {
    expect(apply([achado('bom', 0.9), achado('fraco', 0.5)], ['fraco']).sort((x, y) => Number(y[1]) - Number(x[1]))[0]![0]).toBe('bom');
  });
});
