import { describe, expect, it } from '@jest/globals';
import { naturezaDe } from '../../../src/analises/contexto/natureza.js';
import { readOrgao } from '../../../src/analises/contexto/orgao.js';
import { readRegime } from '../../../src/analises/contexto/regime.js';
import { contextoCom, fatosCom, itemPncpCom, licitacaoCom } from '../../support/fatos.js';
import { textoDe } from '../../support/texto-edital.js';

describe('nature of the object', () => {
  it.each([
    ['Aquisição de gêneros alimentícios para a merenda', 'bens'],
    ['Registro de preços para eventual fornecimento de pneus', 'bens'],
    ['Contratação de empresa para prestação de serviços de limpeza, com fornecimento de materiais', 'servicos'],
    ['Locação de veículos sem motorista', 'servicos'],
    ['Contratação de empresa de engenharia, com fornecimento de materiais e mão de obra, para execução de obra de pavimentação', 'obras'],
    ['Construção de creche no bairro Centro', 'obras'],
    ['Prestação de serviços de engenharia para manutenção predial', 'servicos_engenharia'],
    ['Serviços técnicos de engenharia para elaboração de projetos de reforma', 'servicos_engenharia'],
    ['Prestação de serviços de limpeza de canteiros de obras', 'servicos'],
    ['Kit para drenagem biliar', 'indefinida'],
    ['Drenagem pluvial da Rua das Flores', 'obras'],
    ['Licença de uso de antivírus', 'servicos'],
    ['Objeto descrito no anexo', 'indefinida'],
  ])('%s → %s', (objeto, natureza) => expect(naturezaDe(objeto, null)).toBe(natureza));

  it('follows the mark of PNCP when all items agree', () => {
    expect(naturezaDe('Contratação de solução', licitacaoCom({ itens: [itemPncpCom({ materialOuServico: 'M' })] }))).toBe('bens');
    expect(naturezaDe('Contratação de solução', licitacaoCom({ itens: [itemPncpCom({ materialOuServico: 'M' }), itemPncpCom({ materialOuServico: 'S' })] }))).toBe('indefinida');
  });

  it('takes a concorrência for works when a service leads to building', () => {
    expect(naturezaDe('Serviços para as etapas do programa: construção de casas', null, null, 'concorrencia')).toBe('obras');
  });

  it('takes an empreitada for works when the words leave doubt', () => {
    expect(naturezaDe('Execução de cobertura metálica', null, 'empreitada_preco_global')).toBe('obras');
  });
});

describe('law that governs the tender', () => {
  it.each([
    ['Pregão regido pela Lei nº 14.133/2021.', '14133'],
    ['Nos termos da Lei n. 14133, de 2021.', '14133'],
    ['Licitação nos termos da Lei nº 13.303/2016; aplicam-se as sanções penais da Lei nº 14.133/2021.', '13303'],
    ['Pregão regido pela Lei nº 14.133/2021; não se aplica a Lei 13.303/2016. Ver a Lei nº 14.133/2021.', '14133'],
    ['Pregão regido pela Lei nº 10.520/2002 e pela Lei nº 8.666/1993.', 'legado'],
    ['Chamada pública de projetos sociais de uma fundação privada.', 'indefinido'],
  ])('%s → %s', (texto, regime) => expect(readRegime(textoDe(texto), null).regime).toBe(regime));

  it('believes PNCP before the text', () => {
    const l = licitacaoCom({ amparoLegalNome: 'Lei 13.303/2016, Art. 32, IV ' });
    expect(readRegime(textoDe('regido pela Lei nº 14.133/2021'), l).regime).toBe('13303');
  });
});

describe('the buyer', () => {
  it.each([
    ['Prefeitura Municipal de Vila Nova - MG', 'MG', 'Vila Nova', 'municipal'],
    ['Município de São José dos Campos/SP', 'SP', 'São José dos Campos', 'municipal'],
    ['Secretaria de Estado da Saúde de Santa Catarina', null, null, 'estadual'],
    ['Governo do Estado de Mato Grosso do Sul', 'MS', null, 'estadual'],
    ['Universidade Federal de Exemplo', null, null, 'federal'],
  ])('%s', (nome, uf, municipio, esfera) => expect(readOrgao(textoDe('x'), fatosCom({ orgao_nome: nome }), null)).toEqual({ nome, uf, municipio, esfera }));

  it('does not take "PREGÃO – PE" for Pernambuco', () => {
    expect(readOrgao(textoDe('PREGÃO ELETRÔNICO - PE 10/2026\nPROCESSO - PA 3/2026'), fatosCom(), null).uf).toBeNull();
    expect(readOrgao(textoDe('Sede em Vila Nova/RS.'), fatosCom(), null).uf).toBe('RS');
  });
});

it('completes the edital with PNCP, and never takes 0 for an amount', () => {
  const c = contextoCom({ fatos: { valor_estimado_total: '0' }, licitacao: { modalidadeId: 7, modoDisputaId: 3, valorEstimado: '1000.00', itens: [itemPncpCom({ criterioJulgamentoId: 1 })], publicacao: '2026-10-30T08:00:00' } }).certame;
  expect([c.modalidade?.valor, c.forma?.valor, c.modo?.valor, c.criterio?.valor, c.publicacao, c.valorEstimado?.valor]).toEqual(['pregao', 'presencial', 'aberto_fechado', 'menor_preco', '2026-10-30', '1000.00']);
  expect(contextoCom({ fatos: { valor_estimado_total: '0' } }).certame.valorEstimado).toBeNull();
  expect(c.modalidade?.fonte).toBe('pncp');
});
