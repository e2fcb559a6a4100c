import { describe, expect, it } from '@jest/globals';
import type { DocumentoLido } from '../../../src/editais/domain/documento.js';
import { montarConjunto } from '../../../src/editais/em-vigor/montar-conjunto.js';
import { eraseRevogado, readErrata } from '../../../src/editais/em-vigor/read-errata.js';
import { readFatosDoConjunto } from '../../../src/editais/em-vigor/read-fatos-conjunto.js';
import { paginasDeEdital } from '../../support/edital-ficticio.js';
import { documentoDe } from '../../support/texto-edital.js';

const doc = (paginas: readonly string[], nome: string): DocumentoLido => ({ ...documentoDe(paginas, nome), sha256: nome.padStart(64, '0') });
const edital = doc(paginasDeEdital(), 'Edital.pdf');
const errata = (texto: string): DocumentoLido => doc([`ERRATA Nº 1\nPREGÃO ELETRÔNICO Nº 12/2026\n${texto}`], 'Errata.pdf');
const fatosCom = (texto: string) => readFatosDoConjunto(montarConjunto([edital, errata(texto)]));

describe('reading an errata', () => {
  const CASOS: readonly [string, string, [string, string | null, string][]][] = [
    ['a pair', 'Onde se lê: Validade da proposta: 60 dias.\nLeia-se: Validade da proposta: 90 dias.', [['validade_proposta_dias', 'Validade da proposta: 60 dias.', 'Validade da proposta: 90 dias.']]],
    ['quoted pairs', 'No item 3, onde se lê “visita técnica obrigatória”, leia-se “visita técnica facultativa”.\nNo item 4, ONDE LÊ-SE: “amostra em 5 dias”; LEIA-SE: “amostra em 8 dias”.', [['visita_tecnica', 'visita técnica obrigatória', 'visita técnica facultativa'], ['amostra_ou_poc', 'amostra em 5 dias', 'amostra em 8 dias']]],
    ['pairs without quotes, each led to by its place', '1. No item 3,\nonde se lê: entrega em 30 dias corridos.\nLeia-se: entrega em 45 dias corridos.\n2. No item 4.1 do Anexo I,\nonde se lê: amostra em 5 dias. Leia-se: amostra em 8 dias.', [['texto', 'entrega em 30 dias corridos.', 'entrega em 45 dias corridos.'], ['amostra_ou_poc', 'amostra em 5 dias.', 'amostra em 8 dias.']]],
    ['an order', 'Considerando os pedidos.\nA sessão pública fica remarcada para o dia 24/08/2026 às 10h.\nPedra Lisa, 3 de agosto de 2026.', [['sessao_abertura', null, 'A sessão pública fica remarcada para o dia 24/08/2026 às 10h.']]],
    ['a pair that ends at the signature', 'Onde se lê: 30 dias para a entrega.\nLeia-se: 45 dias para a entrega.\nAs demais cláusulas permanecem.\nPedra Lisa, 3 de agosto de 2026.', [['texto', '30 dias para a entrega.', '45 dias para a entrega.']]],
  ];
  it.each(CASOS)('%s', (_, texto, esperado) => {
    expect(readErrata(errata(texto)).map((c) => [c.campo, c.de, c.para])).toEqual(esperado);
  });

  it('quotes both texts on the page where each begins, also across pages', () => {
    const [c] = readErrata(doc(['ERRATA\nOnde se lê: a entrega será em 30 dias corridos.', 'Leia-se: a entrega será em 45 dias corridos.'], 'e.pdf'));
    expect([c!.evidenciaDe, c!.evidenciaPara]).toEqual([
      { documento: 'e.pdf', pagina: 1, trecho: 'a entrega será em 30 dias corridos.' }, { documento: 'e.pdf', pagina: 2, trecho: 'a entrega será em 45 dias corridos.' },
    ]);
  });

  it('quotes a short new text with the words that introduce it', () => {
    const [c] = readErrata(errata('Onde se lê: 10h. Leia-se: 14h.'));
    expect(c!.evidenciaPara!.trecho).toContain('Leia-se: 14h.');
  });

  it('blanks what no longer holds without moving anything', () => {
    const d = errata('Onde se lê: 60 dias.\nLeia-se: 90 dias.');
    const limpo = eraseRevogado(d);
    expect(limpo.paginas[0]!.texto).toHaveLength(d.paginas[0]!.texto.length);
    expect(limpo.paginas[0]!.texto).toMatch(/Onde se lê: {9}\nLeia-se: 90 dias\.$/);
    expect(eraseRevogado(edital)).toBe(edital);
  });
});

describe('facts under an errata', () => {
  it('are the new ones, the old staying in the note', () => {
    const f = fatosCom('Onde se lê: A validade da proposta será de 60 (sessenta) dias.\nLeia-se: A validade da proposta será de 90 (noventa) dias.').validade_proposta_dias;
    expect(f).toMatchObject({ valor: 90, documento: 'Errata.pdf', nota: expect.stringMatching(/^Alterado pela errata “Errata.pdf”; antes, na página \d+ de “Edital.pdf”/) });
    expect(f.valor !== null && f.alternativas).toBeUndefined();
  });

  it('follow an order that moves the session', () => {
    expect(fatosCom('A abertura da sessão pública fica remarcada para o dia 24/08/2026 às 10h.').sessao_abertura).toMatchObject({ valor: '2026-08-24T10:00:00-03:00', documento: 'Errata.pdf' });
  });

  it('are marked when the errata speaks of them and its value cannot be read', () => {
    const f = fatosCom('Onde se lê: A validade da proposta é a do item 3.1.\nLeia-se: A validade da proposta é a do anexo novo.').validade_proposta_dias;
    expect(f).toMatchObject({ valor: 60, confianca: 0.5, nota: expect.stringMatching(/^CONFLITO: a errata “Errata\.pdf”, página 1/) });
  });

  it('are not touched by an errata that the edital already carries, nor by its heading', () => {
    const jaDiz = montarConjunto([edital, errata('Onde se lê: A validade da proposta será de 30 dias.\nLeia-se: A validade da proposta será de 60 (sessenta) dias, contados da sessão pública.')]);
    expect([jaDiz.erratas, jaDiz.emVigor!.mudancas]).toEqual([[], []]);
    expect(fatosCom('Onde se lê: 30 dias.\nLeia-se: 45 dias úteis.').numero_edital).toMatchObject({ documento: 'Edital.pdf' });
  });

  it('follow an errata bound in front of the edital', () => {
    const frente = 'COMUNICADO Nº 1\nOnde se lê: A validade da proposta será de 60 (sessenta) dias.\nLeia-se: A validade da proposta será de 90 (noventa) dias.\n__________\nPregoeira';
    const c = montarConjunto([doc([frente, ...paginasDeEdital(), ...paginasDeEdital()], 'Comunicado.pdf')]);
    expect(c.emVigor).toMatchObject({ documento: 'Comunicado.pdf', mudancas: [expect.objectContaining({ campo: 'validade_proposta_dias' })] });
    expect(readFatosDoConjunto(c).validade_proposta_dias).toMatchObject({ valor: 90, pagina: 1 });
  });

  it('say that what is absent may stand in what was not read', () => {
    const fatos = readFatosDoConjunto(montarConjunto([edital]), [{ documento: 'TR.rtf', codigo: 'formato_nao_suportado', motivo: 'x' }]);
    expect(fatos.garantia_execucao_pct).toMatchObject({ valor: null, ausencia: 'nao_lido' });
  });
});
