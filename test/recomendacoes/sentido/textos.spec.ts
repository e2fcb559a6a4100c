import { describe, expect, it } from '@jest/globals';
import { colecaoDoAcervo, textoDaEmpresa, textoDaLicitacao } from '../../../src/recomendacoes/sentido/textos.js';
import { EMPRESA } from '../apoio.js';

describe('what is said in one vector', () => {
  it('of a tender: its object, then its items, as far as they fit', () => {
    expect(textoDaLicitacao('Aquisição de  mobiliário', [{ descricao: 'Mesa' }, { descricao: 'Cadeira' }])).toBe('Aquisição de mobiliário. Mesa. Cadeira');
    expect(textoDaLicitacao(null, null)).toBe('');
    expect(textoDaLicitacao('x'.repeat(5000), null)).toHaveLength(1500);
  });

  it('of a company: what it sells, and nothing that names it', () => {
    const texto = textoDaEmpresa(EMPRESA);
    expect(texto).toContain('recapeamento de ruas e avenidas');
    for (const nome of [EMPRESA.cnpj, EMPRESA.razaoSocial, EMPRESA.municipio]) expect(texto).not.toContain(nome);
  });

  it('is compared within one space of vectors only', () => expect(colecaoDoAcervo('a|m|')).not.toBe(colecaoDoAcervo('a|m|256')));
});
