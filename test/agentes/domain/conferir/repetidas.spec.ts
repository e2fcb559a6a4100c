import { describe, expect, it } from '@jest/globals';
import { isRepetida } from '../../../../src/agentes/index.js';

const aceitas = [{ texto: 'A garantia de execução é de 5% do valor inicial do contrato.' }];
describe('isRepetida', () => {
  it.each(['A garantia de execução é de 5% do valor inicial do contrato.', 'A GARANTIA de execução é de 5% do valor inicial do contrato', 'É de 5% do valor inicial do contrato a garantia de execução.'])('%s says it again', (texto) => expect(isRepetida(texto, aceitas)).toBe(true));
  it.each(['A garantia de execução é de 10% do valor inicial do contrato.', 'A garantia de proposta é de 5% do valor da proposta.', 'O pagamento ocorre em 30 dias.'])('%s says another thing', (texto) => expect(isRepetida(texto, aceitas)).toBe(false));
  it('nothing repeats nothing', () => expect(isRepetida('A garantia é de 5%.', [])).toBe(false));
});
