import { describe, expect, it } from '@jest/globals';
import { textoDe } from '../../support/texto-edital.js';

/** Invented documents: every name, number and phrase is ours. */
const CAPA = 'MUNICÍPIO DE VALE SERENO\nPREGÃO ELETRÔNICO Nº 12/2031\nTorna-se público que a sessão ocorrerá em data futura.';
const LISTA = [
  '9.1 Fazem parte deste edital:',
  'ANEXO I – TERMO DE REFERÊNCIA',
  'ANEXO II – MODELO DE PROPOSTA',
  'ANEXO III – MINUTA DO CONTRATO',
].join('\n');

const tipos = (paginas: readonly string[]): string[] => textoDe(paginas).regioes.map((r) => r.tipo);

describe('findRegioes', () => {
  it('cuts body, TR, form and contract at the headings of the annexes', () => {
    const paginas = [CAPA, `${LISTA}\nVale Sereno, 3 de maio.`, 'ANEXO I\nTERMO DE REFERÊNCIA\n1. DO OBJETO\n1.1. Aquisição de mudas.', 'ANEXO II – MODELO DE PROPOSTA\nÀ Prefeitura', 'ANEXO III\nMINUTA DE CONTRATO Nº __/2031'];
    expect(tipos(paginas)).toEqual(['edital', 'tr', 'modelo', 'minuta']);
  });

  it('does not begin an annex at a link on the first page', () => {
    const capa = 'EDITAL DE LICITAÇÃO\nMUNICÍPIO DE VALE SERENO\nPREGÃO ELETRÔNICO Nº 12/2031\nMINUTA DE CONTRATO\nData da sessão: 4 de julho.';
    expect(tipos([capa, '1. DO OBJETO\n1.1. Aquisição de mudas.', 'MINUTA DE CONTRATO\nCONTRATO Nº __/2031'])).toEqual(['edital', 'minuta']);
  });

  it('takes the title that stands under the identification of the tender', () => {
    const paginas = [CAPA, 'ANEXO I\nMUNICÍPIO DE VALE SERENO\nPROCESSO Nº 7/2031\nPREGÃO ELETRÔNICO Nº 12/2031\nPLANILHA DE PREÇOS E DESCRIÇÃO'];
    expect(tipos(paginas)).toEqual(['edital', 'planilha']);
  });

  it.each([
    ['row of the list of annexes', LISTA],
    ['row with a wrapped title', 'São anexos:\nAnexo I – Quadro de quantitativos e condições gerais de\nprestação do serviço;\nAnexo II – Modelo de proposta;\nAnexo III – Minuta da ata.\n2. DO OBJETO'],
    ['end of a sentence', 'A vistoria será atestada no modelo do\nANEXO VII - Modelo de atestado de vistoria.'],
    ['mention in parentheses', 'As obrigações constam da minuta do\n(ANEXO II).\n13.5 Os preços são fixos.'],
    ['numbered list', '23.1.1 - ANEXO II - TERMO DE REFERÊNCIA;\n23.1.2 - ANEXO III - MODELO DE PROPOSTA;'],
    ['mention followed by a sentence', 'ANEXO III: Declaração de enquadramento. Esta declaração segue com a proposta.'],
  ])('does not take a mention for a heading: %s', (_, texto) => {
    expect(tipos([CAPA, texto])).toEqual(['edital']);
  });

  it.each([
    ['TERMO DE REFERÊNCIA – SERVIÇOS DE TI\n1. DO OBJETO', 'tr'],
    ['Universidade do Vale\nEstudo Técnico Preliminar 31/2031\n1. Informações Básicas', 'etp'],
    ['MINUTA DE TERMO DE CONTRATO\nCONTRATO Nº __/2031', 'minuta'],
    ['DECLARAÇÃO DE VISITA - ANEXO V AO EDITAL Nº 12/2031\nRazão social:', 'modelo'],
    ['MODELO DE PROCURAÇÃO\nOutorgante:', 'modelo'],
  ] as const)('recognises a part without "ANEXO" at its head: %s', (texto, tipo) => {
    expect(tipos([CAPA, texto])).toEqual(['edital', tipo]);
  });

  it('takes no row of a list that goes on at the head of the next page for a heading', () => {
    const paginas = [CAPA, '7.1. Serão recebidas fora dos envelopes as declarações dos modelos:\nAnexo IV: Declaração unificada;', 'Anexo III: Declaração de enquadramento como microempresa.\n7.2. O enquadramento será comprovado.\n8. DA PROPOSTA'];
    expect(tipos(paginas)).toEqual(['edital']);
    expect(tipos([CAPA, '7.1. Integram o edital:\nANEXO II – MODELO DE PROPOSTA;', 'Anexo I\nTermo de Referência\n1. Do objeto'])).toEqual(['edital', 'tr']);
  });

  it('gives a table of contents its own region and goes on with the body', () => {
    const sumario = ['SUMÁRIO', '1. DO OBJETO .......... 2', '2. DA PARTICIPAÇÃO ....... 3', '3. DA PROPOSTA ........ 4', '4. DA ABERTURA DA SESSÃO, DA CLASSIFICAÇÃO E', 'DOS LANCES ....... 5', 'ANEXO I – TERMO DE REFERÊNCIA ...... 9'].join('\n');
    const t = textoDe([CAPA, sumario, '1. DO OBJETO\n1.1. Aquisição de mudas.']);
    expect(t.regioes.map((r) => r.tipo)).toEqual(['edital', 'sumario', 'edital']);
    expect(t.secoes.map((s) => s.titulo)).toEqual(['1. DO OBJETO']);
  });
});
