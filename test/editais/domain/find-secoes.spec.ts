import { describe, expect, it } from '@jest/globals';
import { documentoDe, textoDe } from '../../support/texto-edital.js';
import { TextoEdital } from '../../../src/editais/domain/texto-edital.js';

const titulos = (texto: string): string[] => textoDe(texto).secoes.map((s) => s.titulo);
const CLAUSULA = 'Texto da cláusula, com tudo o que ela precisa dizer para não parecer vazia.';

describe('findSecoes', () => {
  it.each([
    [`1. DO OBJETO\n${CLAUSULA}\n2 – DA PROPOSTA\n${CLAUSULA}`, ['1. DO OBJETO', '2 – DA PROPOSTA']],
    [`IV – VISITA TÉCNICA\n${CLAUSULA}`, ['IV – VISITA TÉCNICA']],
    [`CLÁUSULA SÉTIMA – DO REAJUSTE\n${CLAUSULA}`, ['CLÁUSULA SÉTIMA – DO REAJUSTE']],
    [`3. Do pagamento\n3.1 Em trinta dias.`, ['3. Do pagamento']],
    [`7 DO PREENCHIMENTO DA PROPOSTA\n7.1 Pelo sistema.`, ['7 DO PREENCHIMENTO DA PROPOSTA']],
    [`DAS OBRIGAÇÕES DA CONTRATADA\n${CLAUSULA}`, ['DAS OBRIGAÇÕES DA CONTRATADA']],
    [`5. DA ABERTURA DA SESSÃO E\nDOS LANCES\n5.1 ${CLAUSULA}`, ['5. DA ABERTURA DA SESSÃO E DOS LANCES']],
  ])('reads the title in %j', (texto, esperado) => {
    expect(titulos(texto)).toEqual(esperado);
  });

  it.each([
    ['rows of an item table', '1 DIPIRONA 500 MG, COMPRIMIDO\n10 UN\n2 SORO FISIOLÓGICO 0,9%, FRASCO\n20 FR\n3 LUVA DE PROCEDIMENTO, CAIXA\n5 CX'],
    ['a list of titles with nothing under them', '1. DO OBJETO\n2. DA PROPOSTA\n3. DOS RECURSOS\n4. DO PAGAMENTO'],
    ['words that begin with roman letters', 'VALOR TOTAL\nINDIVIDUAL EM CARTUCHO\nVIDRO ÂMBAR\nDIVERSOS'],
    ['a sentence that cites a clause', 'cláusula sexta deste contrato, observado o prazo.'],
    ['the second line of a title', 'CONTRATO QUE ENTRE SI FAZEM O MUNICÍPIO\nDO VALE SERENO E A EMPRESA'],
    ['an enumeration', 'I – ADVERTÊNCIA;\nII – MULTA;'],
  ])('takes no title from %s', (_, texto) => {
    expect(titulos(texto)).toEqual([]);
  });
});

describe('restoreQuebras', () => {
  const pagina = 'O foro é o da comarca. 4.2 – O licitante enviará a proposta. 5 – DA SESSÃO\n5.1 – A sessão é pública.';

  it('gives back the line break lost before a clause, at the same offset', () => {
    const t = textoDe(pagina);
    expect(t.texto).toHaveLength(pagina.length + 1);
    expect(t.texto).toContain('comarca.\n4.2 –');
    expect(t.secoes.map((s) => s.titulo)).toEqual(['5 – DA SESSÃO']);
  });

  it('with geometry, breaks only where a visual line begins', () => {
    const doc = documentoDe([pagina]);
    const linha = (texto: string, y: number) => ({ y, altura: 10, celulas: [{ texto, x0: 50, x1: 400 }] });
    const comLinhas = { ...doc, paginas: [{ ...doc.paginas[0]!, linhas: [linha('O foro é o da comarca. 4.2 – O licitante enviará a proposta.', 10), linha('5 – DA SESSÃO', 22), linha('5.1 – A sessão é pública.', 34)] }] };
    const t = new TextoEdital([{ documento: comLinhas, regiao: 'edital' }]);
    expect(t.texto).toContain('comarca. 4.2 –');
    expect(t.texto).toContain('proposta.\n5 – DA SESSÃO');
  });
});
