import { beforeAll, describe, expect, it } from '@jest/globals';
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
});
