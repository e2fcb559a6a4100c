import { describe, expect, it } from '@jest/globals';
import { alvosDe } from '../../../src/perguntas/domain/alvo.js';
import { cutCitacao } from '../../../src/perguntas/domain/cut-citacao.js';

const enche = (assunto: string): string => `O ${assunto} da escola segue o calendário fixado no anexo e o que mais os moradores da rua combinarem entre si ao longo do ano de jardinagem.`;
const frase = 'As mudas serão regadas em até 6 (seis) dias do aviso da escola de jardinagem.';
const termos = new Set(['mud', 'reg']);

describe('cutCitacao', () => {
  it('takes a short clause whole, and none that is too short for a quote', () => {
    expect(cutCitacao(frase, termos, [])).toBe(frase);
    expect(cutCitacao('Regar.', termos, [])).toBeNull();
  });

  it('cuts the sentence that answers out of a long clause, verbatim', () => {
    const longa = [enche('viveiro'), enche('canteiro'), enche('adubo'), frase, enche('portão'), enche('muro')].join(' ');
    const citacao = cutCitacao(longa, termos, alvosDe('Em quantos dias rego as mudas?'))!;
    expect(citacao).toContain(frase);
    expect(citacao.length).toBeLessThanOrEqual(400);
    expect(longa).toContain(citacao);
  });

  it('cuts a sentence without end between words', () => {
    const semFim = `${'palavra '.repeat(80)}mudas regadas ${'palavra '.repeat(40)}`.trim();
    const citacao = cutCitacao(semFim, termos, [])!;
    expect(citacao).toContain('mudas regadas');
    expect(citacao.length).toBeLessThanOrEqual(400);
    expect(` ${semFim} `).toContain(` ${citacao} `);
  });
});
