import type { Frase } from '../../../support/frase.js';

const OBRA = { objeto: 'execução da obra de pavimentação da Rua das Acácias', titulo: 'EDITAL DE CONCORRÊNCIA ELETRÔNICA Nº 7/2026' } as const;
const COMPRA = { objeto: 'aquisição de mobiliário escolar' } as const;
const meses = (n: number) => ({ n, unidade: 'meses' });
const dias = (n: number) => ({ n, unidade: 'dias' });
const uteis = (n: number) => ({ n, unidade: 'dias_uteis' });

/** Phrasings of our own: groups of companies, terms, payment, adjustment, penalties. */
export const CONTRATO: readonly Frase[] = [
  // consorcio
  ['consorcio', 'participacao', '2.2. Será admitida a participação de empresas reunidas em consórcio, limitado a 3 (três) consorciadas.', 'permitido'],
  ['consorcio', 'participacao', '2.2. É vedada a participação de pessoas jurídicas reunidas em consórcio.', 'vedado'],
  ['consorcio', 'participacao', '2.2. Não será admitida nesta licitação a participação de:\na) empresas em processo de falência;\nb) empresas em consórcio, qualquer que seja sua forma de constituição;', 'vedado'],
  ['consorcio', 'participacao', '2.2. Poderão participar empresas isoladamente ou reunidas em consórcio.', 'permitido'],
  ['consorcio', 'capa', 'PARTICIPAÇÃO DE CONSÓRCIOS: NÃO', 'vedado'],
  ['consorcio', 'participacao', '2.2. Quando permitida a participação em consórcio, serão observadas as normas do art. 15.', null],
  ['consorcio', 'tr', '4.1. Justifica-se a vedação de consórcio pela baixa complexidade do objeto.', 'vedado'],
  ['consorcio', 'preambulo', 'O CONSÓRCIO PÚBLICO INTERMUNICIPAL DE SAÚDE conduz o certame em nome dos entes consorciados.', null],
  ['consorcio', 'participacao', '2.2. Admitir-se-á a formação de consórcio, devendo a empresa líder ser brasileira.', 'permitido'],
  // subcontratacao
  ['subcontratacao', 'minuta', 'CLÁUSULA QUARTA – DA SUBCONTRATAÇÃO\nNão será admitida a subcontratação do objeto contratual.', 'vedada'],
  ['subcontratacao', 'tr', '4.1. É permitida a subcontratação de até 30% do objeto, mediante anuência.', 'permitida'],
  ['subcontratacao', 'tr', '4.1. Admite-se subcontratar os serviços de sondagem e topografia.', 'permitida'],
  ['subcontratacao', 'capa', 'SUBCONTRATAÇÃO: NÃO PERMITIDA', 'vedada'],
  ['subcontratacao', 'minuta', 'A CONTRATADA não poderá subcontratar, ceder ou transferir, total ou parcialmente, o objeto deste contrato.', 'vedada'],
  ['subcontratacao', 'minuta', 'Em caso de subcontratação autorizada, a CONTRATADA responde solidariamente.', null],
  ['subcontratacao', 'tr', '4.1. Fica autorizada a subcontratação parcial, exceto das parcelas de maior relevância.', 'permitida'],
  ['subcontratacao', 'habilitacao', '6.2. Não será aceito atestado emitido por subcontratada.', null],
  // prazo_execucao
  ['prazo_execucao', 'tr', '4.1. O prazo de execução da obra é de 240 (duzentos e quarenta) dias corridos, contados da ordem de serviço.', dias(240), OBRA],
  ['prazo_execucao', 'tr', '4.1. Os itens deverão ser entregues em até 15 (quinze) dias úteis após o recebimento da nota de empenho.', uteis(15), COMPRA],
  ['prazo_execucao', 'tr', '4.1. Prazo de entrega: 30 dias, a partir da Autorização de Fornecimento.', dias(30), COMPRA],
  ['prazo_execucao', 'tr', '4.1. A obra deverá ser concluída em 8 (oito) meses, conforme cronograma físico-financeiro.', meses(8), OBRA],
  ['prazo_execucao', 'tr', '4.1. A entrega dos medicamentos ocorrerá em até 48 (quarenta e oito) horas do pedido.', { n: 48, unidade: 'horas' }, { objeto: 'aquisição de medicamentos' }],
  ['prazo_execucao', 'tr', '4.1. O objeto recusado será substituído no prazo de 5 (cinco) dias.', null, COMPRA],
  ['prazo_execucao', 'minuta', 'CLÁUSULA TERCEIRA – O prazo para a entrega é de vinte dias, contados do recebimento da ordem de compra.', dias(20), COMPRA],
  ['prazo_execucao', 'tr', '4.1. O contratado terá o prazo máximo de 10 (dez) dias para entregar os produtos, contado da solicitação.', dias(10), COMPRA],
  ['prazo_execucao', 'tr', '4.1. Início dos serviços: em até 5 dias úteis da ordem de serviço.', null],
  ['prazo_execucao', 'tr', '4.1. O licitante executará o objeto em 6 (seis) meses a contar da ordem de início.', meses(6), OBRA],
  // vigencia_contrato
  ['vigencia_contrato', 'minuta', 'CLÁUSULA TERCEIRA – DA VIGÊNCIA\nO prazo de vigência da contratação é de 12 (doze) meses, contados da assinatura, prorrogável por até 10 anos.', meses(12)],
  ['vigencia_contrato', 'contrato', '9.2. A vigência do contrato será de 5 (cinco) anos, nos termos do art. 106.', meses(60)],
  ['vigencia_contrato', 'contrato', '9.2. O contrato vigorará por 180 (cento e oitenta) dias, a contar da publicação no PNCP.', dias(180)],
  ['vigencia_contrato', 'contrato', '9.2. A Ata de Registro de Preços terá validade de 1 (um) ano, prorrogável por igual período.', meses(12)],
  ['vigencia_contrato', 'contrato', '9.2. O contrato terá vigência até 31/12/2026.', null],
  ['vigencia_contrato', 'minuta', 'Vigência: 24 meses', meses(24)],
  ['vigencia_contrato', 'contrato', '9.2. O prazo da concessão será de 30 (trinta) anos.', meses(360), { objeto: 'concessão dos serviços de iluminação pública' }],
  ['vigencia_contrato', 'contrato', '9.2. O credenciamento terá vigência de 12 (doze) meses, permanecendo aberto durante esse prazo.', meses(12), { titulo: 'EDITAL DE CREDENCIAMENTO Nº 4/2026' }],
  ['vigencia_contrato', 'contrato', '9.2. A garantia terá validade durante a vigência do contrato e por mais 90 dias.', null],
  // pagamento_prazo
  ['pagamento_prazo', 'minuta', 'CLÁUSULA SEXTA – O pagamento será efetuado em até 30 (trinta) dias, contados do recebimento da nota fiscal.', dias(30)],
  ['pagamento_prazo', 'minuta', 'O pagamento será realizado no prazo máximo de até dez dias úteis, contados da finalização da liquidação da despesa.', uteis(10)],
  ['pagamento_prazo', 'tr', '4.1. Forma de pagamento: 28 dias após a entrega e aceite.', dias(28)],
  ['pagamento_prazo', 'minuta', 'A CONTRATANTE pagará à CONTRATADA até o 15º (décimo quinto) dia útil após o atesto da fatura.', uteis(15)],
  ['pagamento_prazo', 'minuta', 'O pagamento será mensal, até o dia 10 (dez) do mês subsequente.', null],
  ['pagamento_prazo', 'sancoes', '8.2. A multa será paga em até 30 dias da notificação.', null],
  ['pagamento_prazo', 'minuta', 'O prazo para pagamento é de 20 (vinte) dias corridos após a liquidação.', dias(20)],
  ['pagamento_prazo', 'contrato', '9.2. O arrematante pagará o lance em até 3 dias úteis, mediante guia.', null, { titulo: 'LEILÃO Nº 5/2026' }],
  // reajuste_indice
  ['reajuste_indice', 'minuta', 'CLÁUSULA SÉTIMA – DO REAJUSTE\nApós um ano, os preços serão reajustados pela variação do IPCA/IBGE.', 'IPCA'],
  ['reajuste_indice', 'minuta', 'Os valores serão reajustados anualmente pelo Índice Nacional de Custo da Construção – INCC-DI, da FGV.', 'INCC-DI'],
  ['reajuste_indice', 'minuta', 'Em caso de atraso no pagamento, os valores serão atualizados pelo IPCA.', null],
  ['reajuste_indice', 'minuta', 'O reajuste observará o Índice Geral de Preços do Mercado (IGP-M).', 'IGP-M'],
  ['reajuste_indice', 'minuta', 'Os preços são fixos e irreajustáveis.', null],
  ['reajuste_indice', 'tr', '4.1. Índice de reajuste: INPC.', 'INPC'],
  ['reajuste_indice', 'tr', '4.1. O orçamento foi elaborado com base no SINAPI de março/2026.', null],
  ['reajuste_indice', 'minuta', 'Os preços contratados poderão ser reajustados com base no ICTI, apurado pelo IPEA.', 'ICTI'],
  ['reajuste_indice', 'minuta', 'É admitida a revisão dos preços após doze meses, limitada à variação do IPC-FIPE.', 'IPC-FIPE'],
  // multa_mora_pct_dia
  ['multa_mora_pct_dia', 'sancoes', '8.2. Multa moratória de 0,5% (cinco décimos por cento) por dia de atraso injustificado, até o limite de 30 dias.', '0.5'],
  ['multa_mora_pct_dia', 'sancoes', '8.2. Multa de 0,33% ao dia, sobre o valor da parcela em atraso, até 20%.', '0.33'],
  ['multa_mora_pct_dia', 'sancoes', '8.2. Multa diária de 1% (um por cento) sobre o valor do empenho, em caso de atraso na entrega.', '1'],
  ['multa_mora_pct_dia', 'sancoes', '8.2. O atraso injustificado sujeitará a contratada à multa de mora de meio por cento por dia.', '0.5'],
  ['multa_mora_pct_dia', 'minuta', 'Juros de mora de 1% ao mês e 0,033% por dia de atraso no pagamento.', null],
  ['multa_mora_pct_dia', 'sancoes', '8.2. Multa de 0,2% por hora de indisponibilidade do sistema.', null],
  ['multa_mora_pct_dia', 'sancoes', '8.2. Multa moratória de 0,1% (um décimo por cento) até 0,3% (três décimos por cento) por dia de atraso.', '0.3'],
  ['multa_mora_pct_dia', 'sancoes', '8.2. Multa de 10% sobre o valor total em caso de inexecução.', null],
  // multa_compensatoria_max_pct
  ['multa_compensatoria_max_pct', 'sancoes', '8.2. Multa compensatória de 20% (vinte por cento) sobre o valor do contrato, pela inexecução total.', '20'],
  ['multa_compensatoria_max_pct', 'sancoes', '8.2. a) multa de 10% do valor do contrato, por inexecução parcial;\nb) multa de 15% do valor do contrato, por inexecução total;', '15'],
  ['multa_compensatoria_max_pct', 'sancoes', '8.2. A multa não poderá ser inferior a 0,5% nem superior a 30% do valor do contrato.', '30'],
  ['multa_compensatoria_max_pct', 'sancoes', '8.2. Multa de 0,5% por dia de atraso, limitada a 15%.', null],
  ['multa_compensatoria_max_pct', 'sancoes', '8.2. Pela recusa em assinar o contrato: multa de 5% (cinco por cento) do valor da proposta.', '5'],
  ['multa_compensatoria_max_pct', 'sancoes', '8.2. As multas serão aplicadas conforme a gravidade, no percentual de 0,5% a 25% do valor contratado.', '25'],
  ['multa_compensatoria_max_pct', 'minuta', 'A garantia contratual será de 5% do valor do contrato.', null],
  ['multa_compensatoria_max_pct', 'sancoes', '8.2. Será aplicada multa administrativa correspondente a 30% do valor da adjudicação quando houver fraude.', '30'],
];
