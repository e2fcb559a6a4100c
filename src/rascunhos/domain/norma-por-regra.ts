/**
 * What the law says, in a sentence, for the checks that can find a clause against it. Each was written from the official
 * text of Lei 14.133/2021 (or of the law it names); the article is the check's own.
 */
export const NORMA: Readonly<Record<string, string>> = {
  amostra_art41: 'A lei restringe a amostra e a prova de conceito, quando feitas na fase de julgamento, ao licitante provisoriamente vencedor.',
  atestado_pct_art67: 'A lei admite atestados com quantidades mínimas de até 50% das parcelas de maior relevância ou valor significativo do objeto.',
  atestado_tempo_art67: 'A lei veda, quanto aos atestados, limitações de tempo e de locais específicos.',
  balanco_art69: 'A lei limita a exigência ao balanço patrimonial e às demonstrações contábeis dos 2 últimos exercícios sociais, e só ao último quando a empresa tem menos de 2 anos.',
  capital_pl_art69: 'A lei admite capital mínimo ou patrimônio líquido mínimo de até 10% do valor estimado da contratação.',
  modo_fechado_art56: 'A lei veda o modo de disputa fechado, isolado, quando o critério é o menor preço ou o maior desconto.',
  modo_aberto_art56: 'A lei veda o modo de disputa aberto quando o critério é o de técnica e preço.',
  criterio_modalidade_art6: 'A lei reserva a cada modalidade os seus critérios de julgamento; o do pregão é o menor preço ou o maior desconto.',
  srp_criterio_art82: 'No registro de preços, a lei manda que o critério seja o menor preço ou o maior desconto sobre tabela de preços praticada no mercado.',
  maior_desconto_sigilo_art24: 'No julgamento por maior desconto, a lei manda que o preço estimado ou o máximo aceitável conste do edital.',
  consorcio_acrescimo_art15: 'A lei fixa, para o consórcio, acréscimo de 10% a 30% sobre o valor exigido do licitante individual na habilitação econômico-financeira, salvo justificação.',
  reajuste_art25: 'A lei obriga o edital e o contrato a prever índice de reajuste, com data-base vinculada à data do orçamento estimado, independentemente do prazo de duração do contrato.',
  pagamento_art92: 'A lei exige que o contrato traga o preço, as condições e o prazo de pagamento.',
  garantia_proposta_art58: 'A lei limita a garantia de proposta a 1% do valor estimado para a contratação.',
  garantia_execucao_art98: 'A lei limita a garantia a 5% do valor inicial do contrato, ou a 10% quando a majoração é justificada pela complexidade técnica e pelos riscos envolvidos.',
  impugnacao_antecedencia: 'O prazo para impugnar e pedir esclarecimento é o da lei: o edital não pode exigir antecedência maior.',
  faturamento_minimo_art69: 'A lei veda a exigência de valores mínimos de faturamento anterior e de índices de rentabilidade ou lucratividade.',
  me_epp_teto_art4: 'A lei afasta o benefício às microempresas e empresas de pequeno porte nos itens e contratações acima do teto de receita da empresa de pequeno porte.',
  prazo_minimo_art55: 'O prazo mínimo para apresentação de propostas conta-se da divulgação do edital e varia com o objeto e o critério de julgamento.',
  prazo_minimo_art39: 'O prazo mínimo para apresentação de propostas conta-se da divulgação do instrumento convocatório e varia com o objeto e o critério de julgamento.',
  multa_art156: 'A lei fixa a multa entre 0,5% e 30% do valor do contrato.',
  impedimento_prazo_art156: 'A lei prevê o impedimento de licitar e contratar por até 3 anos, no âmbito do ente que o aplicou, e a declaração de inidoneidade de 3 a 6 anos, em todos os entes.',
  sede_local_art9: 'A lei veda preferências ou distinções em razão da naturalidade, da sede ou do domicílio dos licitantes.',
  seguro_garantia_art96: 'A lei manda que o edital fixe prazo mínimo de 1 mês, contado da homologação e anterior à assinatura do contrato, para o seguro-garantia.',
  visita_art63: 'A lei manda que o edital sempre preveja a substituição da vistoria por declaração do responsável técnico de que conhece as condições da contratação.',
  vedacao_art14: 'A lei manda que conste expressamente do edital a proibição de participar a quem tem vínculo ou parentesco com dirigente ou agente do órgão.',
  vedacao_art122: 'A lei manda que conste expressamente do edital a proibição de subcontratar quem tem vínculo ou parentesco com dirigente ou agente do órgão.',
};

/** How a point is called in a document: its subject, where the check's title is the rule itself. */
export const TEMA: Readonly<Record<string, string>> = {
  amostra_art41: 'Momento da amostra ou da prova de conceito', amostra_criterios: 'Critérios de avaliação da amostra ou da prova de conceito', atestado_pct_art67: 'Quantidade mínima exigida em atestado', balanco_art69: 'Exercícios exigidos no balanço',
  capital_pl_art69: 'Capital ou patrimônio líquido mínimo', modo_fechado_art56: 'Modo de disputa', modo_aberto_art56: 'Modo de disputa', criterio_modalidade_art6: 'Critério de julgamento', srp_criterio_art82: 'Critério de julgamento do registro de preços',
  pregao_obra_art29: 'Pregão e natureza do objeto', consorcio_acrescimo_art15: 'Acréscimo exigido do consórcio', reajuste_data_base_art92: 'Data-base do reajuste', matriz_riscos_art22: 'Matriz de riscos',
  vedacao_art14: 'Ausência da vedação a quem tem vínculo ou parentesco com o órgão', vedacao_art122: 'Ausência da vedação de subcontratar quem tem vínculo ou parentesco', dispensa_limite_art75: 'Valor da contratação e limite da dispensa',
  forma_presencial_art17: 'Forma presencial', garantia_proposta_art58: 'Valor da garantia de proposta', garantia_execucao_art98: 'Percentual da garantia de execução', garantia_execucao_art70: 'Percentual da garantia de execução',
  impugnacao_antecedencia: 'Antecedência exigida para impugnar ou pedir esclarecimento', indices_art69: 'Índices contábeis exigidos', endividamento_art69: 'Índice de endividamento exigido', marca_art41: 'Indicação de marca',
  me_epp_exclusiva_art48: 'Itens de até R$ 80 mil sem exclusividade de ME/EPP', me_epp_cota_art48: 'Cota reservada a ME/EPP', me_epp_teto_art4: 'Benefício de ME/EPP acima do teto de receita',
  prioridade_local_lc123: 'Prioridade para ME/EPP locais ou regionais', base_legal_art193: 'Remissão a lei revogada', documentos_de_todos_art63: 'Momento de apresentar os documentos de habilitação', quadro_permanente_art67: 'Vínculo do profissional na data da proposta',
  sede_no_objeto: 'Restrição do objeto a fornecedor do lugar', sede_local_art9: 'Sede no município ou no estado como condição',
  retificacao_art55: 'Retificação e prazo das propostas', multa_art156: 'Percentual da multa compensatória', multa_mora_art162: 'Multa de mora', seguro_garantia_art96: 'Prazo para apresentar seguro-garantia', visita_art63: 'Visita técnica',
  pagamento_atualizacao_art92: 'Atualização monetária do pagamento em atraso', requisito_indefinido: 'Exigência que remete a quadro ou tabela ausente', declaracao_custos_art63: 'Declaração sobre os custos trabalhistas', anexos_art25: 'Anexo citado e ausente',
};
