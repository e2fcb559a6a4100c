import { describe, expect, it } from '@jest/globals';
import { tellAssinados } from '../../../src/editais/em-vigor/tell-assinados.js';

describe('tellAssinados', () => {
  it('tells of what came out of a signature, and of nothing else', () => {
    const nomes = ['a.zip!Edital.pdf.p7s!documento assinado', 'TR.pdf', 'meu documento assinado.pdf'];
    expect(tellAssinados(nomes.map((nome) => ({ nome })))).toEqual(['A assinatura digital de “a.zip!Edital.pdf.p7s” não foi conferida: foi lido o documento que está dentro dela.']);
  });
});
