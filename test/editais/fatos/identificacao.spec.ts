import { describe, expect, it } from '@jest/globals';
import { readFatos } from '../../../src/editais/fatos/index.js';
import type { Campo } from '../../../src/editais/domain/fato.js';
import { textoDe } from '../../support/texto-edital.js';

/** Whole notices, invented: how the fields hold together in the kinds that a bidder meets. `null`: must not be read. */
const EDITAIS: readonly { tipo: string; paginas: readonly string[]; esperado: Partial<Record<Campo, unknown>> }[] = [
  {
    tipo: 'federal, goods, price register, by group',
    paginas: [
      'PREGÃO ELETRÔNICO\n90021/2026\nCONTRATANTE (UASG)\nINSTITUTO FEDERAL DO VALE VERDE – CAMPUS SERRA (158999)\nOBJETO\nRegistro de preços para eventual aquisição de equipamentos de informática.\nVALOR TOTAL DA CONTRATAÇÃO\nR$ 500.000,00\nCRITÉRIO DE JULGAMENTO:\nmenor preço por grupo\nMODO DE DISPUTA:\naberto e fechado\nPREFERÊNCIA ME/EPP/EQUIPARADAS\nNÃO',
      'PREGÃO ELETRÔNICO Nº 90021/2026\n(Processo Administrativo n° 23999.001122/2026-33)\nTorna-se público que o(a) INSTITUTO FEDERAL DO VALE VERDE – CAMPUS SERRA, por meio da Coordenação de Compras, sediado na rua A, realizará licitação, para registro de preços, na modalidade PREGÃO, na forma ELETRÔNICA, nos termos da Lei nº 14.133, de 2021.\n1. DO OBJETO\n1.1. O objeto da presente licitação é o registro de preços para eventual aquisição de equipamentos de informática, conforme condições, quantidades e exigências estabelecidas neste Edital e seus anexos.\n1.2. A licitação será dividida em grupos, formados por um ou mais itens, facultando-se ao licitante a participação em quantos grupos forem de seu interesse.\n2. DA PARTICIPAÇÃO\n2.1. Poderão participar os interessados previamente credenciados no Sistema de Compras do Governo Federal (www.gov.br/compras).',
      '5.11. Caso seja adotado para o envio de lances o modo de disputa “aberto”, os licitantes…\n5.12. Caso seja adotado o modo de disputa “fechado e aberto”, poderão…\n7.1. Se o critério de julgamento for o de maior desconto, o preço já decorre do desconto.\n8.1. No caso de obras executadas sob o regime de empreitada por preço unitário, o licitante apresentará planilhas.',
    ],
    esperado: {
      modalidade: 'pregao', forma: 'eletronica', numero_edital: '90021/2026', numero_processo: '23999.001122/2026-33', orgao_nome: 'INSTITUTO FEDERAL DO VALE VERDE – CAMPUS SERRA',
      criterio_julgamento: 'menor_preco', adjudicacao: 'lote', modo_disputa: 'aberto_fechado', srp: true, regime_execucao: null, plataforma: 'www.gov.br/compras',
      objeto: 'registro de preços para eventual aquisição de equipamentos de informática',
    },
  },
  {
    tipo: 'municipal work, in person',
    paginas: [
      'PREFEITURA MUNICIPAL DE LAGOA FUNDA\nCNPJ 11.222.333/0001-81\nEDITAL DE CONCORRÊNCIA PRESENCIAL Nº 003/2026\nPROCESSO LICITATÓRIO Nº 061/2026\nTIPO: MENOR PREÇO GLOBAL\nA PREFEITURA MUNICIPAL DE LAGOA FUNDA, inscrita no CNPJ nº 11.222.333/0001-81, torna público que fará realizar licitação na modalidade CONCORRÊNCIA, na forma presencial, sob o regime de empreitada por preço unitário.\n1. DO OBJETO\n1.1. Constitui objeto da presente licitação a contratação de empresa para a reforma da ponte do Rio Pardo.\n2. O edital está no site www.lagoafunda.mg.gov.br.',
    ],
    esperado: {
      modalidade: 'concorrencia', forma: 'presencial', numero_edital: '003/2026', orgao_cnpj: '11222333000181', criterio_julgamento: 'menor_preco', adjudicacao: 'global',
      regime_execucao: 'empreitada_preco_unitario', plataforma: null, objeto: 'contratação de empresa para a reforma da ponte do Rio Pardo',
    },
  },
  {
    tipo: 'dispensa with a stage of bids',
    paginas: [
      'AVISO DE CONTRATAÇÃO DIRETA Nº 15/2026\nPROCESSO Nº 2026.004.0077\nTorna-se público que a CÂMARA MUNICIPAL DE BARRA LONGA, por meio do setor de compras, realizará Dispensa Eletrônica, com critério de julgamento menor preço por item, nos termos do art. 75, inciso II, da Lei nº 14.133/2021.\nLink: https://bnc.org.br\nPERÍODO DE LANCES: das 8h às 14h\n1. OBJETO DA CONTRATAÇÃO DIRETA\n1.1. O objeto da presente dispensa é a aquisição de material de expediente para a secretaria da Câmara.\n1.2. A contratação será dividida em itens, conforme tabela.',
    ],
    esperado: {
      modalidade: 'dispensa', forma: 'eletronica', numero_edital: '15/2026', orgao_nome: 'CÂMARA MUNICIPAL DE BARRA LONGA', criterio_julgamento: 'menor_preco', adjudicacao: 'item',
      modo_disputa: 'dispensa_com_disputa', plataforma: 'bnc.org.br', objeto: 'aquisição de material de expediente para a secretaria da Câmara', regime_execucao: null,
    },
  },
  {
    tipo: 'credenciamento',
    paginas: [
      'EDITAL DE CREDENCIAMENTO Nº 004/2026\nINEXIGIBILIDADE Nº 010/2026\nPROCESSO ADMINISTRATIVO Nº 210/2026\nO FUNDO MUNICIPAL DE SAÚDE DE PEDRA ALTA, torna público o chamamento público para o credenciamento de clínicas.\n1. DO OBJETO\n1.1. O presente edital tem por objeto o credenciamento de pessoas jurídicas para prestação de serviços de fisioterapia aos usuários da rede.\n4. DO CRITÉRIO\n4.1. Quando o critério de julgamento for o menor preço, observar-se-á a tabela.',
    ],
    esperado: {
      modalidade: 'credenciamento', numero_edital: '004/2026', numero_processo: '210/2026', orgao_nome: 'FUNDO MUNICIPAL DE SAÚDE DE PEDRA ALTA', criterio_julgamento: null, modo_disputa: null,
      objeto: 'credenciamento de pessoas jurídicas para prestação de serviços de fisioterapia aos usuários da rede',
    },
  },
  {
    tipo: 'concession of a public space',
    paginas: [
      'EDITAL DE CONCORRÊNCIA Nº 002/2026\nProcesso nº 1409/2026\nO MUNICÍPIO DE PORTO BELO DO SUL, por sua Secretaria de Turismo, torna público que realizará licitação na modalidade CONCORRÊNCIA, na forma eletrônica, do tipo MAIOR OFERTA, para a concessão de uso do quiosque da orla.\n1. DO OBJETO\n1.1. A presente licitação tem por objeto a concessão onerosa de uso do quiosque nº 4 da orla central, destinado à exploração de lanchonete.\nModo de disputa: fechado\nSistema: www.portaldecompraspublicas.com.br',
    ],
    esperado: {
      modalidade: 'concorrencia', forma: 'eletronica', criterio_julgamento: 'maior_lance', modo_disputa: 'fechado', orgao_nome: 'MUNICÍPIO DE PORTO BELO DO SUL', numero_edital: '002/2026',
      plataforma: 'www.portaldecompraspublicas.com.br', objeto: 'concessão onerosa de uso do quiosque nº 4 da orla central, destinado à exploração de lanchonete', srp: null,
    },
  },
  {
    tipo: 'state company under Lei 13.303',
    paginas: [
      'LICITAÇÃO ELETRÔNICA Nº 2026/00077\nModalidade: LICITAÇÃO ELETRÔNICA\nTipo: MENOR PREÇO\nO BANCO DO VALE VERDE S.A., por seu Centro de Compras, divulga a presente licitação, regida pela Lei nº 13.303/2016 e pelo seu regulamento.\nOBJETO: Prestação de serviços de transporte de valores nas agências do Estado.\nModo de disputa: ABERTO\nAs propostas serão recebidas exclusivamente por meio eletrônico, no endereço www.licitacoes-e.com.br.',
    ],
    esperado: {
      modalidade: null, forma: 'eletronica', numero_edital: '2026/00077', criterio_julgamento: 'menor_preco', modo_disputa: 'aberto', plataforma: 'www.licitacoes-e.com.br',
      objeto: 'Prestação de serviços de transporte de valores nas agências do Estado',
    },
  },
];

describe('identification of a whole notice', () => {
  it.each(EDITAIS)('$tipo', ({ paginas, esperado }) => {
    const fatos = readFatos(textoDe(paginas));
    const lido = Object.fromEntries(Object.keys(esperado).map((c) => [c, fatos[c as Campo].valor]));
    expect(lido).toEqual(esperado);
  });
});
