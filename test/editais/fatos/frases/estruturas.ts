import type { Frase } from '../../../support/frase.js';

const OBRA = { objeto: 'execução da obra de reforma da escola', titulo: 'EDITAL DE CONCORRÊNCIA ELETRÔNICA Nº 7/2026' } as const;
const COMPRA = { objeto: 'aquisição de gêneros alimentícios' } as const;
const m = (n: number, unidade = 'meses') => ({ n, unidade });

/** Statements that lean on what stands around them: titles, lists, tables, boxes, parentheses. */
export const ESTRUTURAS: readonly Frase[] = [
  // the title names it, the clause only answers
  ['amostra_ou_poc', 'julgamento', '5.3 DA APRESENTAÇÃO DE AMOSTRAS\n5.3.1 Não se aplica a esta contratação.', false],
  ['amostra_ou_poc', 'tr', '4.6. Da exigência de amostra\n4.6.1. Não será exigida.', false],
  ['visita_tecnica', 'tr', '4.6. DA VISTORIA\n4.6.1. Não se aplica.', 'nao_exige'],
  ['visita_tecnica', 'tr', '4.6. VISITA TÉCNICA\n4.6.1. Facultativa, mediante agendamento.', 'facultativa', OBRA],
  ['subcontratacao', 'tr', '4.7. Subcontratação\n4.7.1. Não será permitida.', 'vedada'],
  ['subcontratacao', 'minuta', 'CLÁUSULA QUARTA – DA SUBCONTRATAÇÃO\n4.1. É vedada, no todo ou em parte.', 'vedada'],
  ['consorcio', 'participacao', '2.4. DOS CONSÓRCIOS\n2.4.1. Não serão admitidos.', 'vedado'],
  ['garantia_execucao_pct', 'contrato', '9.3. DA GARANTIA CONTRATUAL\n9.3.1. Será de 5% (cinco por cento) do valor do contrato.', '5'],
  ['garantia_proposta_pct', 'participacao', '2.4. DA GARANTIA DE PROPOSTA\n2.4.1. Não será exigida.', null],
  ['vigencia_contrato', 'minuta', 'CLÁUSULA TERCEIRA – DA VIGÊNCIA\n3.1. Será de 24 (vinte e quatro) meses, a partir da assinatura.', m(24)],
  ['prazo_execucao', 'tr', '5.2. DO PRAZO DE ENTREGA\n5.2.1. Até 12 (doze) dias úteis da ordem de compra.', m(12, 'dias_uteis'), COMPRA],
  ['pagamento_prazo', 'minuta', 'CLÁUSULA SEXTA – DO PAGAMENTO\n6.1. O prazo é de até 30 (trinta) dias, contados do ateste.', m(30, 'dias')],
  ['reajuste_indice', 'minuta', 'CLÁUSULA SÉTIMA – DO REAJUSTE\n7.1. Índice: IGP-DI/FGV.\n7.2. Periodicidade: anual.', 'IGP-DI'],
  ['validade_proposta_dias', 'proposta', '3.4. DO PRAZO DE VALIDADE DA PROPOSTA\n3.4.1. 60 (sessenta) dias, no mínimo.', 60],
  // tables with a label in one cell and the value in the next
  ['prazo_execucao', 'capa', 'PRAZO DE EXECUÇÃO\n6 (seis) meses', m(6), OBRA],
  ['vigencia_contrato', 'capa', 'PRAZO DE VIGÊNCIA\n12 meses', m(12)],
  ['regime_execucao', 'capa', 'REGIME DE EXECUÇÃO\nEmpreitada por preço global', 'empreitada_preco_global', OBRA],
  ['modo_disputa', 'capa', 'MODO DE DISPUTA\nAberto', 'aberto'],
  ['criterio_julgamento', 'capa', 'CRITÉRIO DE JULGAMENTO\nMaior desconto', 'maior_desconto'],
  ['plataforma', 'capa', 'PLATAFORMA\nLicitar Digital – www.licitardigital.com.br', 'www.licitardigital.com.br'],
  ['sessao_abertura', 'capa', 'DATA E HORA DA SESSÃO\n12/08/2026\n09h00', '2026-08-12T09:00:00-03:00'],
  ['propostas_fim', 'capa', 'FIM DO RECEBIMENTO DAS PROPOSTAS\n12/08/2026 08h45\nSESSÃO PÚBLICA\n12/08/2026 09h00', '2026-08-12T08:45:00-03:00'],
  ['valor_estimado_total', 'capa', 'VALOR TOTAL ESTIMADO\nR$ 345.678,90', '345678.90'],
  ['me_epp', 'capa', 'EXCLUSIVIDADE ME/EPP\nNão', 'ampla'],
  ['orcamento_sigiloso', 'capa', 'ORÇAMENTO\nSigiloso', true],
  ['orcamento_sigiloso', 'preambulo', '1.3. O preço estimado somente será divulgado após o término da fase de lances.', true],
  ['visita_tecnica', 'capa', 'VISITA TÉCNICA\nObrigatória', 'obrigatoria', OBRA],
  ['consorcio', 'capa', 'CONSÓRCIO\nPermitido', 'permitido'],
  // boxes
  ['me_epp', 'capa', 'PARTICIPAÇÃO: [ ] AMPLA [X] EXCLUSIVA ME/EPP [ ] COTA RESERVADA', 'exclusiva'],
  ['forma', 'capa', 'FORMA: ( ) PRESENCIAL (X) ELETRÔNICA', 'eletronica', { titulo: 'CONCORRÊNCIA Nº 1/2026' }],
  ['adjudicacao', 'capa', 'ADJUDICAÇÃO: ( ) ITEM (X) LOTE ( ) GLOBAL', 'lote'],
  ['criterio_julgamento', 'capa', 'CRITÉRIO DE JULGAMENTO: (X) MENOR PREÇO ( ) MAIOR DESCONTO ( ) TÉCNICA E PREÇO', 'menor_preco'],
  ['visita_tecnica', 'capa', 'VISITA TÉCNICA: ( ) OBRIGATÓRIA (X) FACULTATIVA', 'facultativa'],
  ['consorcio', 'capa', 'PERMITE CONSÓRCIO: ( ) SIM (X) NÃO', 'vedado'],
  ['subcontratacao', 'capa', 'ADMITE SUBCONTRATAÇÃO: (X) SIM ( ) NÃO', 'permitida'],
  ['amostra_ou_poc', 'capa', 'EXIGE AMOSTRA: (X) SIM ( ) NÃO', true],
  // lists
  ['atestado_min_pct', 'habilitacao', '6.2. Comprovação de aptidão por atestado das seguintes parcelas, na quantidade mínima de 50% (cinquenta por cento):\na) concreto armado – 120 m³;\nb) cobertura metálica – 800 m².', '50', OBRA],
  ['multa_compensatoria_max_pct', 'sancoes', '8.2. Multas:\nI – de 5% (cinco por cento) do valor da proposta, pela recusa em assinar;\nII – de 10% (dez por cento) do valor do contrato, por inexecução parcial;\nIII – de 20% (vinte por cento) do valor do contrato, por inexecução total.', '20'],
  ['multa_mora_pct_dia', 'sancoes', '8.2. A contratada sujeita-se a:\na) advertência;\nb) multa de:\nb.1) 0,3% (três décimos por cento), por dia de atraso, até o 30º dia;\nb.2) 10% (dez por cento), após o 30º dia.', '0.3'],
  ['indices_minimos', 'habilitacao', '6.2. Índices:\nILG = (AC + RLP) / (PC + ELP) ≥ 1,00\nILC = AC / PC ≥ 1,00\nISG = AT / (PC + ELP) ≥ 1,00', '1'],
  ['consorcio', 'participacao', '2.3. Não poderão participar:\n2.3.1. estrangeiros sem representação;\n2.3.2. consórcio de empresas, qualquer que seja sua forma de constituição;', 'vedado'],
  // both ways in one sentence
  ['visita_tecnica', 'habilitacao', '6.2. A visita técnica não é obrigatória, mas recomendada, devendo quem não a fizer apresentar declaração.', 'facultativa', OBRA],
  ['subcontratacao', 'tr', '4.1. É vedada a subcontratação total, admitida a parcial até 30% (trinta por cento).', 'permitida'],
  ['valor_estimado_total', 'preambulo', '1.3. O valor máximo da contratação é de R$ 120.000,00, sendo R$ 10.000,00 mensais.', '120000.00'],
  ['pagamento_prazo', 'minuta', 'A liquidação ocorrerá em 10 dias úteis e o pagamento, em até 10 (dez) dias úteis após a liquidação.', m(10, 'dias_uteis')],
];
