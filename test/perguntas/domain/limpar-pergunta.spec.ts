import { describe, expect, it } from '@jest/globals';
import { cleanPergunta } from '../../../src/perguntas/domain/limpar-pergunta.js';

describe('cleanPergunta', () => {
  it.each([
    ['  Qual o  prazo? ', 'Qual o prazo?'], ['Oi, bom dia! Qual o prazo?', 'Qual o prazo?'], ['Você pode me dizer se aceitam consórcio?', 'aceitam consórcio?'], ['Gostaria de saber quem fiscaliza', 'quem fiscaliza'],
    ['Olaria fornece tijolo?', 'Olaria fornece tijolo?'], ['Preciso saber nadar?', 'nadar?'], ['Oi', 'Oi'],
  ])('%j → %j', (pergunta, limpa) => {
    expect(cleanPergunta(pergunta)).toBe(limpa);
  });
});
