import type { EditalDeFora } from './editais.js';

const m = (n: number, unidade = 'meses') => ({ n, unidade });
const CAPA = 'EDITAL DE PREGÃO ELETRÔNICO Nº 61/2026\nPROCESSO Nº 410/2026\nO MUNICÍPIO DE RIO NOVO, CNPJ 11.222.333/0001-81, torna público que realizará licitação.\nMODO DE DISPUTA: ABERTO\nCRITÉRIO DE JULGAMENTO: MENOR PREÇO POR ITEM';

/** Notices that contradict themselves, or hold the leftovers of other models. */
export const CONFLITOS: readonly EditalDeFora[] = [
  {
    tipo: 'sobras de obra num pregão de material de escritório',
    paginas: [
      CAPA,
      '1. DO OBJETO\n1.1. Aquisição de material de escritório.\n2. DA PROPOSTA\n2.1. Nas obras e serviços de engenharia, o regime de execução será o de empreitada por preço unitário ou global, conforme o caso.\n2.2. Validade da proposta: 60 dias.\n3. DA HABILITAÇÃO\n3.1. Quando se tratar de obra, o licitante apresentará atestado de visita técnica.\n3.2. Caso admitida a participação de consórcio, observar-se-á o art. 15.\n4. DO CONTRATO\n4.1. A garantia contratual, quando exigida, será de até 5% do valor do contrato.\n4.2. Entrega em até 10 (dez) dias da ordem de fornecimento.\n4.3. Se o orçamento for sigiloso, será divulgado após o julgamento.\n4.4. Nas contratações com dedicação de mão de obra, o pagamento observará os fatos geradores.\n4.5. O pagamento será feito em 20 (vinte) dias após o recebimento da nota fiscal.',
    ],
    esperado: { regime_execucao: null, visita_tecnica: null, consorcio: null, garantia_execucao_pct: null, orcamento_sigiloso: null, prazo_execucao: m(10, 'dias'), pagamento_prazo: m(20, 'dias'), validade_proposta_dias: 60, criterio_julgamento: 'menor_preco', adjudicacao: 'item', modo_disputa: 'aberto', amostra_ou_poc: null },
  },
  {
    tipo: 'edital e minuta em desacordo: vale o edital, a outra fica como alternativa',
    paginas: [
      CAPA,
      '1. DO OBJETO\n1.1. Prestação de serviços de manutenção de elevadores.\n2. DO CONTRATO\n2.1. A contratada prestará garantia de execução de 5% (cinco por cento) do valor do contrato.\n2.2. O pagamento será efetuado em até 30 (trinta) dias do recebimento da nota fiscal.\n2.3. O prazo de vigência do contrato será de 24 (vinte e quatro) meses.\n2.4. É vedada a subcontratação.\n2.5. Multa moratória de 0,5% por dia de atraso.',
      'ANEXO II – MINUTA DE CONTRATO\nCLÁUSULA SEGUNDA – O contrato terá vigência de 12 (doze) meses.\nCLÁUSULA TERCEIRA – O pagamento será efetuado em até 10 (dez) dias úteis do recebimento da nota fiscal.\nCLÁUSULA QUARTA – É permitida a subcontratação de até 20% do objeto.\nCLÁUSULA QUINTA – Multa de mora de 0,3% por dia de atraso na execução.',
    ],
    esperado: { garantia_execucao_pct: '5', pagamento_prazo: m(30, 'dias'), vigencia_contrato: m(24), subcontratacao: 'vedada', multa_mora_pct_dia: '0.5' },
  },
  {
    tipo: 'modelo em branco: nada se lê do que não foi preenchido',
    paginas: [
      'EDITAL DE PREGÃO ELETRÔNICO Nº ___/2026\nPROCESSO Nº ______\nDATA DA SESSÃO: __/__/2026, às __h\nVALOR ESTIMADO: R$ ________\nO MUNICÍPIO DE [NOME], torna público.',
      '1. DO OBJETO\n1.1. O objeto é a [descrever o objeto].\n2.1. A validade da proposta será de __ (______) dias.\n2.2. O pagamento será efetuado em até XX (xxxx) dias.\n2.3. A vigência será de ___ meses.\n2.4. Multa de ___% por dia de atraso.\n2.5. Garantia de execução de XX% do valor do contrato.\n2.6. Participação de consórcio: ( ) SIM ( ) NÃO.\n2.7. Atestado de, no mínimo, [...]% dos quantitativos.',
    ],
    esperado: {
      numero_edital: null, numero_processo: null, sessao_abertura: null, valor_estimado_total: null, objeto: null, validade_proposta_dias: null, pagamento_prazo: null, vigencia_contrato: null, multa_mora_pct_dia: null, garantia_execucao_pct: null, consorcio: null, atestado_min_pct: null, orcamento_sigiloso: null, orgao_nome: null,
    },
  },
  {
    tipo: 'números e extensos que divergem',
    paginas: [CAPA, '2.1. A validade da proposta será de 60 (noventa) dias.\n2.2. O pagamento será efetuado em até 30 (vinte) dias da nota fiscal.\n2.3. Impugnações até 3 (dois) dias úteis antes da data da sessão.\n2.4. Valor total estimado: R$ 100.000,00 (cem mil reais).'],
    esperado: { validade_proposta_dias: 60, pagamento_prazo: m(30, 'dias'), impugnacao_dias_uteis: 3, valor_estimado_total: '100000.00' },
  },
  {
    tipo: 'retificação na frente do edital: a data nova vale',
    paginas: [
      'MUNICÍPIO DE RIO NOVO\nAVISO DE PRORROGAÇÃO\nPREGÃO ELETRÔNICO Nº 61/2026\nComunicamos que a sessão pública anteriormente marcada para 10/05/2026, às 9h, fica adiada para o dia 24/05/2026, às 10h.',
      CAPA,
      '1.1. O objeto é a aquisição de pneus.\n2. A sessão pública será aberta em 24/05/2026, às 10h.',
    ],
    esperado: { sessao_abertura: '2026-05-24T10:00:00-03:00' },
  },
];
