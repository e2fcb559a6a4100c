import { describe, expect, it } from '@jest/globals';
import type { Pagina } from '../../../src/editais/domain/pagina.js';
import { removeRepetidos } from '../../../src/editais/leitura/remove-repetidos.js';

const paginas = (textos: readonly string[]): Pagina[] => textos.map((texto, i) => ({ numero: i + 1, texto, linhas: [], origem: 'nativo' }));
const textos = (entrada: readonly string[]): string[] => removeRepetidos(paginas(entrada)).map((p) => p.texto);

describe('removeRepetidos', () => {
  it('takes running headers, footers and page numbers out, but for the first page\'s header', () => {
    const corpo = ['Objeto', 'Habilitação', 'Recursos', 'Sanções', 'Foro'];
    const entrada = corpo.map((c, i) => `PREFEITURA DE PEDRA LISA\nCNPJ 1\n${c}\nPágina ${i + 1} de 5`);
    expect(textos(entrada)).toEqual(['PREFEITURA DE PEDRA LISA\nCNPJ 1\nObjeto', 'Habilitação', 'Recursos', 'Sanções', 'Foro']);
  });

  it.each(['1', 'Página1', '– 1 –', '1/5', 'Pág. 1', 'Página 1 | 5'])('takes "%s" for a page number', (n) => {
    const entrada = ['Objeto', 'Prazo', 'Preço', 'Foro'].map((c, i) => `${n.replace('1', String(i + 1))}\nLinha ${c}`);
    expect(textos(entrada)[0]).toBe('Linha Objeto');
  });

  it('keeps a footer on the page where it first stands, when it begins after the cover', () => {
    const rodape = 'CNPJ 11.222.333/0001-81 – Rua das Acácias, 10';
    const paginas = Array.from({ length: 6 }, (_, i) => ({ numero: i + 1, texto: `Texto próprio da página ${'abcdef'[i]}${i > 1 ? `\n${rodape}` : ''}`, linhas: [], origem: 'nativo' as const }));
    expect(removeRepetidos(paginas).map((p) => p.texto.includes(rodape))).toEqual([false, false, true, false, false, false]);
  });

  it('leaves alone what stands on half of the pages or fewer, and short documents', () => {
    const entrada = ['A\nlinha um', 'A\nlinha dois', 'linha três', 'linha quatro'];
    expect(textos(entrada)).toEqual(entrada);
    expect(textos(['A\nx', 'A\ny', 'A\nz'])).toEqual(['A\nx', 'A\ny', 'A\nz']);
  });
});
