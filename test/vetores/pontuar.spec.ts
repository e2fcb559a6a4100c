import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Selecao } from '../../src/vetores/domain/melhores.js';
import { scoreBloco } from '../../src/vetores/domain/pontuar.js';
import { forcaBruta, nomeDe, sortearVetores } from './sortear.js';

const numero = fc.float({ min: -1000, max: 1000, noNaN: true, noDefaultInfinity: true });

describe('the best of many', () => {
  it('are those a full sort would give, of equal ones who came first', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: -5, max: 5 }), { maxLength: 60 }), fc.integer({ min: 1, max: 20 }), (notas, top) => {
      const selecao = new Selecao(top);
      notas.forEach((nota, i) => selecao.offer(i, nota));
      const certas = notas.map((nota, i) => ({ nota, i })).sort((a, b) => b.nota - a.nota || a.i - b.i).slice(0, top);
      expect(selecao.take()).toEqual({ posicoes: certas.map((c) => c.i), notas: certas.map((c) => c.nota) });
    }));
  });
});

describe('a block of vectors', () => {
  it('scores as the plain cosine does, whatever the dimension', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 70 }), fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 50 }), fc.integer(), (dimensoes, quantos, top, semente) => {
      const vetores = sortearVetores(quantos, dimensoes, semente);
      const perguntas = sortearVetores(2, dimensoes, semente + 1).map((v) => v.vetor);
      const achados = scoreBloco({ vetores: Float32Array.from(vetores.flatMap((v) => [...v.vetor])), dimensoes, perguntas, top });
      for (const [p, pergunta] of perguntas.entries()) {
        const certos = forcaBruta(vetores, pergunta, quantos);
        const notas = new Map(certos.map((c) => [c.id, c.nota]));
        expect(achados[p]!.notas).toHaveLength(Math.min(top, quantos));
        for (const [n, posicao] of achados[p]!.posicoes.entries()) {
          expect(achados[p]!.notas[n]).toBeCloseTo(notas.get(nomeDe(posicao))!, 9);
          expect(achados[p]!.notas[n]).toBeCloseTo(certos[n]!.nota, 9);
        }
      }
    }));
  });

  it('never leaves −1 to 1, does not change with length, and is 1 with itself', () => {
    fc.assert(fc.property(fc.array(numero, { minLength: 1, maxLength: 30 }), fc.array(numero, { minLength: 30, maxLength: 30 }), fc.float({ min: Math.fround(0.01), max: 100, noNaN: true }), (a, outros, escala) => {
      const [v, o] = [Float32Array.from(a), Float32Array.from(outros.slice(0, a.length))];
      fc.pre(v.some((x) => Math.abs(x) > 1e-3) && o.some((x) => Math.abs(x) > 1e-3));
      const score = (x: Float32Array, y: Float32Array) => scoreBloco({ vetores: x, dimensoes: a.length, perguntas: [y], top: 1 })[0]!.notas[0]!;
      expect(score(v, v)).toBeCloseTo(1, 9);
      expect(Math.abs(score(v, o))).toBeLessThanOrEqual(1);
      expect(score(v, o)).toBeCloseTo(score(o, v), 9);
      expect(score(v.map((x) => x * escala), o)).toBeCloseTo(score(v, o), 5);
    }));
  });
});
