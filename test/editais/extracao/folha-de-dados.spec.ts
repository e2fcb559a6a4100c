import { describe, expect, it } from '@jest/globals';
import { isRemetidoAFolha } from '../../../src/editais/extracao/folha-de-dados.js';

describe('isRemetidoAFolha', () => {
  it.each([
    'poderao participar consorcios, quando permitido na folha de dados',
    'a visita tecnica, se exigida no quadro de informacoes, sera comprovada por atestado',
    'a subcontratacao, desde que prevista nos dados da licitacao, dependera de anuencia',
  ])('leaves the answer to the data sheet: %s', (frase) => {
    expect(isRemetidoAFolha(frase)).toBe(true);
  });

  it.each(['e permitida a participacao em consorcio', 'o prazo consta da folha de dados', 'quando houver consorcio, a lider respondera por todos'])('answers by itself: %s', (frase) => {
    expect(isRemetidoAFolha(frase)).toBe(false);
  });
});
