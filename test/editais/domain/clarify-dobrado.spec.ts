import { describe, expect, it } from '@jest/globals';
import { textoDe } from '../../support/texto-edital.js';

const dobrado = (texto: string): string => textoDe(texto).dobrado.replace(/\s+/g, ' ').trim();

describe('clarifyDobrado', () => {
  it.each([
    ['a numbered title and its answer', '4.6. DA VISTORIA\n4.6.1. Não se aplica.', '4.6. da vistoria: nao se aplica.'],
    ['a clause of the contract', 'CLÁUSULA TERCEIRA – DA VIGÊNCIA\n3.1. Será de 24 meses.', 'clausula terceira - da vigencia: sera de 24 meses.'],
    ['a cell and its value', 'PRAZO DE EXECUÇÃO\n6 (seis) meses', 'prazo de execucao:6 (seis) meses'],
    ['not a sentence with a subject', '4.6. DA VISTORIA\n4.6.1. Não se aplicam as regras do item 3 à vistoria prévia do local.', '4.6. da vistoria 4.6.1. nao se aplicam as regras do item 3 a vistoria previa do local.'],
    ['not the end of a sentence', 'O prazo, contado da ordem,\n30 dias.', 'o prazo, contado da ordem, 30 dias.'],
    ['not a wrapped sentence', '9.2. A garantia contratual, caso\nexigida, será de 5%.', '9.2. a garantia contratual, caso exigida, sera de 5%.'],
    ['the ticked box', 'FORMA: ( ) PRESENCIAL (X) ELETRÔNICA\nfim', 'forma: eletronica fim'],
    ['not yes and no, which have a reader', 'SRP: ( ) SIM (X) NÃO', 'srp: ( ) sim (x) nao'],
    ['not a form left blank', 'FORMA: ( ) PRESENCIAL ( ) ELETRÔNICA', 'forma: ( ) presencial ( ) eletronica'],
    ['not two choices', 'FORMA: (X) PRESENCIAL (X) ELETRÔNICA', 'forma: (x) presencial (x) eletronica'],
  ])('%s', (_, texto, esperado) => expect(dobrado(texto)).toBe(esperado));

  it('leaves every character at its place, so that quotes are cut from the original', () => {
    const texto = '4.6. DA VISTORIA\n4.6.1. Não se aplica.\nFORMA: ( ) PRESENCIAL (X) ELETRÔNICA\nfim';
    const t = textoDe(texto);
    expect(t.dobrado).toHaveLength(t.texto.length);
    expect(t.texto.slice(t.dobrado.indexOf('nao se'), t.dobrado.indexOf('nao se') + 13)).toBe('Não se aplica');
    expect(t.texto.slice(t.dobrado.indexOf('eletronica'), t.dobrado.indexOf('eletronica') + 10)).toBe('ELETRÔNICA');
  });
});
