import { beforeAll, describe, expect, it } from '@jest/globals';
import { cutPassagens } from '../../../src/editais/busca/cut-passagens.js';
import { createIndiceBusca, searchTrechos, type IndiceBusca } from '../../../src/editais/busca/index.js';
import { squeeze } from '../../../src/kernel/index.js';
import { textoDe } from '../../support/texto-edital.js';

/** An invented edital: places, numbers and phrases are ours. */
const PAGINAS = [
  'MUNICÍPIO DE VALE SERENO\nCONCORRÊNCIA Nº 3/2031\n1. DO OBJETO\n1.1. Reforma da praça central, com fornecimento de material.\n1.2. O critério de julgamento é o menor preço global.',
  '2. DA VISTORIA\n2.1. O licitante poderá conhecer o local da obra, mediante agendamento pelo telefone (11) 5555-0101, até dois dias antes da sessão.\n2.2. A vistoria não é obrigatória e pode ser trocada por declaração.',
  '3. DA HABILITAÇÃO\n3.1. Documentos de qualificação técnica:\na) atestado de execução de calçamento em pedra;\nb) registro da empresa no conselho profissional.\n3.2. É admitida a soma de atestados para alcançar as quantidades exigidas.',
  '4. DO CONTRATO\n4.1. O adjudicatário será convocado para assinar o termo em 7 (sete) dias úteis, sob pena de decair o direito.\n4.2. A caução de execução será de 4% do valor do ajuste.',
  '5. DO PAGAMENTO\n5.1. O pagamento ocorrerá em 25 (vinte e cinco) dias do atesto da nota fiscal, acompanhada das certidões negativas.\n5.2. Em caso de atraso, o valor será corrigido pelo índice oficial.',
  'ANEXO I\nMODELO DE PROPOSTA\nPrazo de pagamento: ____ dias. Prazo para assinar o contrato: ____ dias.',
  'ANEXO II\nTERMO DE REFERÊNCIA\n1. DA ENTREGA\n1.1. As pedras serão entregues no almoxarifado, na Rua das Laranjeiras, 40, Bairro Novo.\n1.2. Material com vício será substituído em 3 (três) dias.',
];
let indice: IndiceBusca;
beforeAll(() => {
  indice = createIndiceBusca(textoDe(PAGINAS));
});

describe('searchTrechos', () => {
  it.each([
    ['Como agendo a visita técnica?', 2, 'telefone (11) 5555-0101'],
    ['Em quanto tempo preciso assinar o contrato depois de convocado?', 4, '7 (sete) dias úteis'],
    ['Posso somar atestados?', 3, 'soma de atestados'],
    ['Quando a Prefeitura paga?', 5, '25 (vinte e cinco) dias'],
    ['Onde as pedras devem ser entregues?', 7, 'Rua das Laranjeiras'],
    ['Se a pedra vier com defeito, em quanto tempo tenho de trocar?', 7, '3 (três) dias'],
    ['Qual o percentual da garantia de execução?', 4, '4%'],
    ['Se o pagamento atrasar, há correção?', 5, 'corrigido'],
    ['Que certidões acompanham a nota fiscal?', 5, 'certidões negativas'],
  ])('%s → page %d', (pergunta, pagina, contem) => {
    const [primeiro] = searchTrechos(indice, pergunta);
    expect(primeiro?.pagina).toBe(pagina);
    expect(primeiro?.texto).toContain(contem);
  });

  it('gives verbatim, bounded passages of one page that do not overlap, best first', () => {
    const achados = searchTrechos(indice, 'Qual o prazo de pagamento e de assinatura do contrato?', { top: 5 });
    expect(achados.length).toBeGreaterThan(2);
    for (const a of achados) {
      expect(squeeze(PAGINAS[a.pagina - 1]!)).toContain(a.texto);
      expect(a.texto.length).toBeLessThanOrEqual(1200);
      expect(a.texto).toContain(a.destaque);
    }
    const notas = achados.map((a) => a.score);
    expect(notas).toEqual([...notas].sort((x, y) => y - x));
    expect(new Set(achados.map((a) => a.texto)).size).toBe(achados.length);
  });

  it('prefers the rule to the blank of a form', () => {
    expect(searchTrechos(indice, 'Qual o prazo de pagamento?')[0]?.pagina).toBe(5);
  });

  it('names the section and obeys top', () => {
    const achados = searchTrechos(indice, 'soma de atestados', { top: 1 });
    expect(achados).toHaveLength(1);
    expect(achados[0]?.secao).toBe('3. DA HABILITAÇÃO');
  });

  it('finds nothing for words that the set does not have', () => {
    expect(searchTrechos(indice, 'zebras astronautas')).toEqual([]);
    expect(searchTrechos(createIndiceBusca(textoDe([''])), 'prazo')).toEqual([]);
  });

  it('shows a clause that annexes repeat once, and says where else it stands', () => {
    const regra = 'A rega do canteiro central cabe ao produtor das mudas, que a faz ao nascer do sol, em todos os dias do verão, com água da cisterna.';
    const repetido = createIndiceBusca(textoDe([`7.1. ${regra}`, '8.1. A poda do canteiro central cabe à escola de jardinagem da cidade.', `CLÁUSULA TERCEIRA – DA REGA\n3.1. ${regra}`]));
    const achados = searchTrechos(repetido, 'Quem faz a rega do canteiro central?');
    expect(achados[0]).toMatchObject({ pagina: 1, tambem: [{ documento: 'edital.pdf', pagina: 3 }] });
    expect(achados.map((a) => a.pagina)).toEqual([1, 2]);
  });

  it('shows both clauses when they differ in a number: the reader must see the contradiction', () => {
    const regra = (dias: number): string => `A rega do canteiro central cabe ao produtor das mudas, que a faz em até ${dias} dias do plantio, com água da cisterna da escola.`;
    const contraditorio = createIndiceBusca(textoDe([`7.1. ${regra(5)}`, `3.1. ${regra(15)}`]));
    const achados = searchTrechos(contraditorio, 'Em quantos dias o produtor rega o canteiro central?');
    expect(achados.map((a) => a.pagina).sort()).toEqual([1, 2]);
    expect(achados.every((a) => a.tambem.length === 0)).toBe(true);
  });

  it('joins the order of another source, when there is one', () => {
    const pergunta = 'Qual o percentual da garantia de execução?';
    const passagens = cutPassagens(indice);
    const com = (texto: string): string => passagens.find((p) => p.texto.includes(texto))!.id;
    const daPagina = (pagina: number): string => passagens.find((p) => indice.clausulas[Number(p.id.split('-')[0])]!.pagina === pagina)!.id;
    expect(searchTrechos(indice, pergunta, { porSentido: [daPagina(7), com('4%')] })[0]?.texto).toContain('4%');
    expect(searchTrechos(indice, pergunta, { porSentido: [daPagina(7), com('4%')] }).map((a) => a.pagina)).toContain(7);
    expect(searchTrechos(indice, 'zebras', { porSentido: [daPagina(3)] }).map((a) => a.pagina)).toEqual([3]);
  });

  it('takes no place that is not of this set', () => {
    expect(searchTrechos(indice, 'zebras', { porSentido: ['900-901', 'x', '5-2', '-1-3'] })).toEqual([]);
  });

  describe('questions in the words of a bidder', () => {
    /** Each question's answer stands beside a decoy that shares its words. */
    const CLAUSULAS = [
      '1. DA ENTREGA DOS DOCUMENTOS\n1.1. A proposta e a habilitação virão em envelopes lacrados, protocolados na recepção da escola.\n1.2. Cada proposta vale por sessenta dias, e os documentos vencidos são atualizados a pedido.',
      '2. DAS GARANTIAS\n2.1. A garantia do contrato será prestada por caução em dinheiro ou fiança bancária do contratado.\n2.2. O construtor responde pela solidez do coreto, com garantia de cinco anos do recebimento definitivo.',
      '3. DOS PREÇOS\n3.1. Oferta abaixo de 85% do orçado obriga a garantia adicional igual à diferença.\n3.2. O desconto de tributos será feito pela tesouraria no dia do pagamento.',
      '4. DA PARADA\n4.1. A interrupção injustificada da rega sujeita o contratado à retirada das mudas.\n4.2. A rega das mudas será medida por fiscal, que poderá sustar o serviço.',
      '5. DA EQUIPE\n5.1. Não faz parte do objeto a capacitação dos jardineiros da cidade.\n5.2. O fornecedor precisa informar os nomes dos jardineiros que trabalham na cidade.',
      '6. DO FABRICANTE\n6.1. O interessado deverá apresentar carta do fabricante da bomba que o declare revenda autorizada.\n6.2. O manual do fabricante da bomba fica com o parceiro da cidade, na escola de jardinagem.',
    ];
    let populares: IndiceBusca;
    beforeAll(() => {
      populares = createIndiceBusca(textoDe(CLAUSULAS));
    });
    it.each([
      ['Como entrego a proposta e os documentos?', '1.1.'],
      ['Qual a garantia da obra depois de pronta?', '2.2.'],
      ['Há risco em dar um desconto muito alto?', '3.1.'],
      ['O que acontece se a rega for interrompida sem justificativa?', '4.1.'],
      ['O fornecedor precisa dar treinamento?', '5.1.'],
      ['Preciso ser parceiro do fabricante?', '6.1.'],
    ])('%s → %s', (pergunta, clausula) => {
      expect(searchTrechos(populares, pergunta)[0]?.destaque).toContain(clausula);
    });
  });
});
