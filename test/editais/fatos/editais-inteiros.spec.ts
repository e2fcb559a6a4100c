import { describe, expect, it } from '@jest/globals';
import type { Campo } from '../../../src/editais/domain/fato.js';
import { readFatos } from '../../../src/editais/fatos/index.js';
import { textoDe } from '../../support/texto-edital.js';
import { EDITAIS_ESTADUAIS } from './frases/editais-estaduais.js';
import { EDITAIS } from './frases/editais.js';

describe('whole notices of kinds that no fixture has', () => {
  it.each([...EDITAIS, ...EDITAIS_ESTADUAIS].map((e) => [e.tipo, e] as const))('%s', (_, { paginas, esperado }) => {
    const fatos = readFatos(textoDe(paginas));
    expect(Object.fromEntries(Object.keys(esperado).map((c) => [c, fatos[c as Campo].valor]))).toEqual(esperado);
  });
});
