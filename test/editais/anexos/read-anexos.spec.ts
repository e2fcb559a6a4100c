import { describe, expect, it } from '@jest/globals';
import { TextoEdital } from '../../../src/editais/domain/texto-edital.js';
import { numeroDoAnexo, readAnexos } from '../../../src/editais/anexos/index.js';
import { documentoDe, textoDe } from '../../support/texto-edital.js';

const EDITAL = '1. DO OBJETO\n1.1. Compra de tinta, conforme o Anexo I.\n2. DOS ANEXOS\n2.1. Integram este edital:\nAnexo I – Termo de Referência;\nAnexo II – Minuta do contrato;\nAnexo III – Modelo de proposta.';

describe('annexes cited and present', () => {
  it('title, mentions, where each is cited and where it begins', () => {
    expect(readAnexos(textoDe([EDITAL, 'ANEXO I – TERMO DE REFERÊNCIA\nTinta acrílica.', 'ANEXO III – MODELO DE PROPOSTA\nPreço: ____'])).map((a) => [a.nome, a.titulo, a.mencoes, a.citadoEm?.pagina, a.presente, a.presenteEm?.pagina])).toEqual([
      ['Anexo I', 'Termo de Referência', 2, 1, true, 2], ['Anexo II', 'Minuta do contrato', 1, 1, false, undefined], ['Anexo III', 'Modelo de proposta', 1, 1, true, 3],
    ]);
  });

  it('a file of its own, and a heading that only sends elsewhere', () => {
    const t = new TextoEdital([{ documento: documentoDe([EDITAL, 'ANEXO I – TERMO DE REFERÊNCIA\n(em arquivo separado)'], 'edital.pdf'), regiao: 'edital' }, { documento: documentoDe(['Contrato de compra de tinta.'], 'Anexo II - minuta.pdf'), regiao: 'minuta' }]);
    expect(readAnexos(t).map((a) => [a.nome, a.presente, a.presenteEm?.documento ?? null])).toEqual([['Anexo I', false, null], ['Anexo II', true, 'Anexo II - minuta.pdf'], ['Anexo III', false, null]]);
  });

  it('an annex of a law is none', () => expect(readAnexos(textoDe('1. DO OBJETO\n1.1. Conforme o Anexo IV da Lei nº 1.000.'))).toEqual([]));

  it.each([['iv', 4], ['ix', 9], ['xiii', 13], ['7', 7], ['unico', 'unico'], ['b', null]])('%s → %s', (id, n) => expect(numeroDoAnexo(id)).toBe(n));
});
