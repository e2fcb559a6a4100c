import type { Frase } from '../../../support/frase.js';

const CONCURSO = { titulo: 'EDITAL DE CONCURSO Nº 2/2026', objeto: 'seleção de projetos arquitetônicos para a nova sede' } as const;
const PPP = { titulo: 'EDITAL DE CONCORRÊNCIA PRESENCIAL Nº 3/2026', objeto: 'concessão administrativa dos serviços de iluminação pública' } as const;
const OBRA = { titulo: 'EDITAL DE CONCORRÊNCIA ELETRÔNICA Nº 7/2026', objeto: 'execução da obra de pavimentação da rodovia' } as const;
const CREDENCIAMENTO = { titulo: 'EDITAL DE CREDENCIAMENTO Nº 5/2026', objeto: 'credenciamento de pessoas jurídicas para prestação de exames laboratoriais' } as const;
const LEILAO = { titulo: 'EDITAL DE LEILÃO ELETRÔNICO Nº 4/2026', objeto: 'alienação de bens móveis inservíveis' } as const;
const m = (n: number, unidade = 'meses') => ({ n, unidade });

/** State companies, social services, concursos, concessions: their own words for the same fields. */
export const OUTROS_RITOS: readonly Frase[] = [
  ['criterio_julgamento', 'julgamento', '5.2. O julgamento observará o critério de melhor técnica, conforme os quesitos do Anexo III.', 'melhor_tecnica', CONCURSO],
  ['criterio_julgamento', 'preambulo', 'Critério de julgamento: MAIOR OFERTA pelo uso do espaço.', 'maior_lance', { titulo: 'EDITAL DE CONCORRÊNCIA PRESENCIAL Nº 3/2026', objeto: 'concessão de uso de espaço público' }],
  ['criterio_julgamento', 'preambulo', 'A licitação será julgada pelo maior valor de outorga fixa.', 'maior_lance', { titulo: 'EDITAL DE CONCORRÊNCIA Nº 3/2026', objeto: 'concessão do terminal rodoviário' }],
  ['criterio_julgamento', 'preambulo', 'Tipo: menor valor da contraprestação mensal.', 'menor_preco', PPP],
  ['criterio_julgamento', 'preambulo', 'Critério: menor taxa de administração.', 'menor_preco'],
  ['criterio_julgamento', 'preambulo', 'Julgamento pelo maior percentual de desconto sobre a tabela.', 'maior_desconto'],
  ['modalidade', 'capa', '', null, { titulo: 'LICITAÇÃO ELETRÔNICA Nº 12/2026', preambulo: 'A COMPANHIA DE GÁS DO PLANALTO – GASPLAN torna público que realizará licitação, nos termos da Lei nº 13.303/2016 e de seu Regulamento Interno de Licitações e Contratos.' }],
  ['modalidade', 'capa', '', 'pregao', { titulo: 'PREGÃO ELETRÔNICO Nº 12/2026', preambulo: 'O SERVIÇO DE APOIO ÀS MICRO E PEQUENAS EMPRESAS DO ACRE – SEBRAE/AC torna público que realizará pregão, nos termos do Regulamento de Licitações e de Contratos do Sistema Sebrae.' }],
  ['modo_disputa', 'preambulo', 'MODO DE DISPUTA: Fechado, com apresentação de propostas em envelopes', 'fechado', OBRA],
  ['modo_disputa', 'lances', '4.2. A disputa ocorrerá no modo aberto, com lances verbais e sucessivos.', 'aberto', { titulo: 'EDITAL DE PREGÃO PRESENCIAL Nº 2/2026' }],
  ['srp', 'capa', 'SISTEMA DE REGISTRO DE PREÇOS: Não', false],
  ['regime_execucao', 'capa', 'REGIME DE EXECUÇÃO Contratação integrada', 'contratacao_integrada', OBRA],
  ['regime_execucao', 'capa', 'Regime: empreitada por preço unitário', 'empreitada_preco_unitario', OBRA],
  ['impugnacao_dias_uteis', 'impugnacao', '7.2. Qualquer cidadão é parte legítima para impugnar o edital, devendo protocolar o pedido até 5 (cinco) dias úteis antes da data fixada para a ocorrência do certame, devendo a GASPLAN julgar e responder em até 3 (três) dias úteis.', 5, { titulo: 'LICITAÇÃO ELETRÔNICA Nº 12/2026', preambulo: 'A COMPANHIA DE GÁS DO PLANALTO – GASPLAN torna público que realizará licitação, nos termos da Lei nº 13.303/2016 e de seu Regulamento Interno de Licitações e Contratos.' }],
  ['impugnacao_dias_uteis', 'impugnacao', '7.2. A impugnação deverá ser apresentada até 2 (dois) dias úteis antes da abertura da sessão e será decidida em até 1 (um) dia útil antes da mesma data.', 2, { titulo: 'PREGÃO ELETRÔNICO Nº 12/2026', preambulo: 'O SERVIÇO DE APOIO ÀS MICRO E PEQUENAS EMPRESAS DO ACRE – SEBRAE/AC torna público que realizará pregão, nos termos do Regulamento de Licitações e de Contratos do Sistema Sebrae.' }],
  ['esclarecimento_dias_uteis', 'impugnacao', '7.2. Esclarecimentos poderão ser solicitados até as 17h do terceiro dia útil anterior à data da sessão.', 3, { titulo: 'PREGÃO ELETRÔNICO Nº 12/2026', preambulo: 'O SERVIÇO DE APOIO ÀS MICRO E PEQUENAS EMPRESAS DO ACRE – SEBRAE/AC torna público que realizará pregão, nos termos do Regulamento de Licitações e de Contratos do Sistema Sebrae.' }],
  ['impugnacao_dias_uteis', 'impugnacao', '7.2. Não caberá impugnação fora do prazo de 3 dias úteis anteriores à abertura do certame.', 3],
  ['esclarecimento_dias_uteis', 'impugnacao', '7.2. Pedidos de esclarecimento: até 3 dias úteis antes da sessão. Respostas: até 1 dia útil antes da sessão.', 3],
  ['impugnacao_dias_uteis', 'impugnacao', '7.2. Qualquer pessoa pode impugnar o edital a qualquer tempo, enquanto vigente o credenciamento, cabendo resposta em até 3 (três) dias úteis antes da análise dos documentos.', null, CREDENCIAMENTO],
  ['impugnacao_dias_uteis', 'impugnacao', '7.2. O prazo para impugnar é de 10 (dez) dias úteis contados da publicação deste Edital.', null, CREDENCIAMENTO],
  ['impugnacao_dias_uteis', 'impugnacao', 'Art. 22. As impugnações serão recebidas até 3 (três) dias úteis antes do término das inscrições.', 3, CONCURSO],
  ['garantia_proposta_pct', 'capa', 'GARANTIA DE PROPOSTA Exigida: 1% do orçamento estimado', '1', OBRA],
  ['garantia_proposta_pct', 'capa', 'GARANTIA DA PROPOSTA: não exigida', null, OBRA],
  ['garantia_execucao_pct', 'capa', 'GARANTIA DE EXECUÇÃO 5% do valor do contrato', '5', OBRA],
  ['garantia_execucao_pct', 'capa', 'Garantia contratual: 5% (cinco por cento)', '5', OBRA],
  ['capital_ou_pl_minimo_pct', 'capa', 'PATRIMÔNIO LÍQUIDO MÍNIMO 10% do valor estimado', '10', OBRA],
  ['indices_minimos', 'capa', 'ÍNDICES CONTÁBEIS LG, SG e LC iguais ou superiores a 1,0', '1', OBRA],
  ['orcamento_sigiloso', 'capa', 'VALOR ESTIMADO: Sigiloso, art. 34 da Lei nº 13.303/2016', true, { titulo: 'LICITAÇÃO ELETRÔNICA Nº 12/2026', preambulo: 'A COMPANHIA DE GÁS DO PLANALTO – GASPLAN torna público que realizará licitação, nos termos da Lei nº 13.303/2016 e de seu Regulamento Interno de Licitações e Contratos.' }],
  ['valor_estimado_total', 'capa', 'VALOR ESTIMADO R$ 4.310.220,15 (data-base março/2026)', '4310220.15', OBRA],
  ['valor_estimado_total', 'contrato', '9.2. O valor estimado do contrato, correspondente ao somatório das contraprestações, é de R$ 148.352.412,00.', '148352412.00', PPP],
  ['valor_estimado_total', 'contrato', '9.2. Valor global anual estimado: R$ 240.000,00 (duzentos e quarenta mil reais).', '240000.00', CREDENCIAMENTO],
  ['multa_mora_pct_dia', 'sancoes', '8.2. 0,33% por dia de atraso na entrega de laudos, até o limite de 10%.\n8.3. Multa de 5% sobre o valor faturado.', '0.33', CREDENCIAMENTO],
  ['multa_compensatoria_max_pct', 'sancoes', '8.2. A multa será de até 5% (cinco por cento) do valor do contrato, em caso de caducidade.\n8.3. A soma das multas de um ano não excederá 10% do faturamento.', '5', PPP],
  ['vigencia_contrato', 'contrato', '9.2. O prazo da concessão é de 25 (vinte e cinco) anos, contados da assunção.', m(300), PPP],
  ['vigencia_contrato', 'contrato', '9.2. A permissão de uso vigorará por 60 (sessenta) meses.', m(60), { titulo: 'EDITAL DE CONCORRÊNCIA PRESENCIAL Nº 3/2026', objeto: 'permissão de uso de quiosque' }],
  ['vigencia_contrato', 'participacao', '2.2. O credenciamento ficará aberto por 60 meses, e os contratos dele decorrentes terão vigência de 12 meses.', m(12), CREDENCIAMENTO],
  ['pagamento_prazo', 'contrato', '9.2. O repasse à concessionária ocorrerá até o 10º dia útil do mês subsequente.', null, PPP],
  ['pagamento_prazo', 'contrato', '9.2. O prêmio será pago em parcela única, em até 30 (trinta) dias da homologação do resultado.', m(30, 'dias'), CONCURSO],
  ['consorcio', 'participacao', '2.2. Não poderão participar:\n2.2.1. pessoas físicas;\n2.2.2. empresas reunidas em consórcio, qualquer que seja sua forma;', 'vedado', CREDENCIAMENTO],
  ['consorcio', 'participacao', 'Art. 9º Podem concorrer pessoas jurídicas, isoladamente ou em consórcio de até três.', 'permitido', PPP],
  ['me_epp', 'participacao', '2.2. Para os itens 1 a 5, a participação é exclusiva de microempresas e empresas de pequeno porte; os itens 6 e 7 são abertos à ampla concorrência.', 'misto'],
  ['me_epp', 'capa', 'EXCLUSIVIDADE ME/EPP Itens 2, 4 e 7\nAMPLA CONCORRÊNCIA Itens 1, 3, 5 e 6', 'misto'],
  ['me_epp', 'participacao', '2.2. O Sebrae não se sujeita à Lei Complementar nº 123/2006 quanto a licitações exclusivas, aplicando-se apenas o critério de desempate.', 'ampla', { titulo: 'PREGÃO ELETRÔNICO Nº 12/2026', preambulo: 'O SERVIÇO DE APOIO ÀS MICRO E PEQUENAS EMPRESAS DO ACRE – SEBRAE/AC torna público que realizará pregão, nos termos do Regulamento de Licitações e de Contratos do Sistema Sebrae.' }],
  ['visita_tecnica', 'participacao', '05.01 Os bens poderão ser examinados nos dias 10 e 11, das 8h às 16h, não sendo obrigatória a visitação.', 'facultativa', LEILAO],
  ['visita_tecnica', 'participacao', '2.2. É obrigatória a visita aos imóveis, atestada pela Comissão, sem o que o lance não será aceito.', 'obrigatoria', LEILAO],
  ['amostra_ou_poc', 'julgamento', '5.2. O licitante provisoriamente classificado em primeiro lugar deverá apresentar amostra do item 3 em até 5 dias úteis.', true],
  ['amostra_ou_poc', 'tr', '1.2. As marcas pré-qualificadas dispensam amostra; as demais serão avaliadas mediante amostra, quando solicitada.', false],
  // schools and family farming
  ['prazo_execucao', 'julgamento', '5.2. As amostras, se solicitadas, serão entregues em até 3 (três) dias úteis.', null],
  ['prazo_execucao', 'contrato', '9.2. Entrega ponto a ponto, nas escolas, em até 5 (cinco) dias corridos da autorização de fornecimento.', m(5, 'dias')],
  ['amostra_ou_poc', 'julgamento', '5.2. Os fornecedores classificados em primeiro lugar entregarão amostras na Central de Alimentação.', true],
  ['criterio_julgamento', 'preambulo', 'O Município fará licitação, Pregão Eletrônico, menor preço por item, para registro de preços de gêneros.', 'menor_preco'],
  ['forma', 'preambulo', 'Os interessados deverão apresentar os envelopes de habilitação e de projeto de venda na Secretaria de Educação.', 'presencial', { titulo: 'CHAMADA PÚBLICA Nº 2/2026', objeto: 'aquisição de gêneros da agricultura familiar' }],
  ['me_epp', 'participacao', '2.2. Lotes 1 a 4: reservados a microempresas e empresas de pequeno porte. Lotes 5 a 12: livre concorrência.', 'misto'],
  ['multa_compensatoria_max_pct', 'sancoes', '8.2. Multas: 0,1% por dia de atraso no cronograma; 10% por inexecução.', '10'],
  ['validade_proposta_dias', 'participacao', '2.2. A garantia de proposta, quando exigida, será apresentada até a sessão, com validade mínima de 150 (cento e cinquenta) dias.', null],
  ['consorcio', 'participacao', '2.2. Não poderão se credenciar: I – instituições em liquidação; II – consórcios; III – as declaradas inidôneas.', 'vedado'],
];
