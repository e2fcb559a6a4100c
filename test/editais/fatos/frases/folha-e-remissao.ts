import type { Frase } from '../../../support/frase.js';

const CONCURSO = { titulo: 'EDITAL DE CONCURSO Nº 2/2026', objeto: 'seleção de projetos arquitetônicos para a nova sede' } as const;
const OBRA = { titulo: 'EDITAL DE CONCORRÊNCIA ELETRÔNICA Nº 7/2026', objeto: 'execução da obra de pavimentação da rodovia' } as const;
const m = (n: number, unidade = 'meses') => ({ n, unidade });

/** Conditions left to a data sheet and the rows that answer them, ticked options, names of others in the place of rules, calendars. */
export const FOLHA_E_REMISSAO: readonly Frase[] = [
  // the row answers the condition of the number it cites
  ['validade_proposta_dias', 'proposta', '3.2. A validade das propostas é a indicada na Folha de Dados (CGL 3.2).\nFOLHA DE DADOS\nCGL 3.2 75 (setenta e cinco) dias\nCGL 3.4 Não se aplica', 75],
  ['validade_proposta_dias', 'proposta', '3.2. As propostas terão o prazo de validade fixado no Quadro de Informações.\nQUADRO DE INFORMAÇÕES\nItem 3.2: 4 (quatro) meses\nItem 3.5: dispensada', 120],
  ['validade_proposta_dias', 'proposta', '3.2. O prazo de entrega é o indicado na Folha de Dados (CGL 3.2).\nFOLHA DE DADOS\nCGL 3.2 75 (setenta e cinco) dias', null],
  ['validade_proposta_dias', 'proposta', '3.2. A validade das propostas é a indicada na Folha de Dados (CGL 3.2).\nFOLHA DE DADOS\nCGL 3.3 75 (setenta e cinco) dias', null],
  ['pagamento_prazo', 'contrato', '9.2. O pagamento ocorrerá no prazo informado na Folha de Dados (DL 9.2), após o recebimento definitivo.\nFOLHA DE DADOS\nDL 9.2 21 (vinte e um) dias da entrega da fatura', m(21, 'dias')],
  ['pagamento_prazo', 'contrato', '9.2. O prazo de pagamento consta dos Dados da Licitação.\nDADOS DA LICITAÇÃO\nIAO 9.2 Até 12 (doze) dias úteis da medição aprovada', m(12, 'dias_uteis'), OBRA],
  ['pagamento_prazo', 'contrato', '9.2. O prazo de pagamento consta dos Dados da Licitação.\nDADOS DA LICITAÇÃO\nIAO 9.2 A ser ajustado com o gestor', null, OBRA],
  ['prazo_execucao', 'contrato', '9.2. O prazo de entrega é o estabelecido na Folha de Dados (CGL 9.2).\nFOLHA DE DADOS\nCGL 9.2 45 (quarenta e cinco) dias, a partir do empenho', m(45, 'dias')],
  ['reajuste_indice', 'contrato', '9.2. O reajuste observará a Folha de Dados (CGL 9.2).\nFOLHA DE DADOS\nCGL 9.2 Valores fixos no primeiro ano; depois, INPC/IBGE', 'INPC'],
  ['reajuste_indice', 'contrato', '9.2. A atualização do débito em atraso observará a Folha de Dados (CGL 9.2).\nFOLHA DE DADOS\nCGL 9.2 IPCA, com juros de mora', null],
  ['objeto', 'preambulo', 'FOLHA DE DADOS\nCGL 1.1 Aquisição de cadeiras e mesas escolares para a rede estadual de ensino\nCGL 2.1 www.compras.exemplo.br', 'Aquisição de cadeiras e mesas escolares para a rede estadual de ensino', { objeto: 'aquisição dos bens, conforme descrição constante da Folha de Dados (CGL 1.1)' }],
  ['objeto', 'capa', '8. Objeto da licitação Reforma do ginásio municipal, com troca da cobertura, conforme projeto\n9. Dotação Programa 12.361', 'Reforma do ginásio municipal, com troca da cobertura, conforme projeto', { objeto: 'obra descrita no item 8 do preâmbulo' }],
  ['vigencia_contrato', 'contrato', '9.2. O prazo de vigência do contrato é o indicado na Folha de Dados (CGL 9.2).\nFOLHA DE DADOS\nCGL 9.2 18 (dezoito) meses, da assinatura', m(18)],
  ['validade_proposta_dias', 'proposta', '3.2. A proposta terá validade de 60 (sessenta) dias, se outro prazo não constar da Folha de Dados (CGL 3.2).\nFOLHA DE DADOS\nCGL 3.2 90 (noventa) dias', 90],
  ['pagamento_prazo', 'contrato', '9.2. O pagamento será feito em até 30 (trinta) dias, salvo prazo diverso indicado na Folha de Dados (CGL 9.2).\nFOLHA DE DADOS\nCGL 9.2 15 (quinze) dias do atesto', m(15, 'dias')],
  // what only refers is silent
  ['amostra_ou_poc', 'julgamento', '5.2. A entrega de amostras será exigida apenas quando indicada no Termo de Referência.', null],
  ['amostra_ou_poc', 'julgamento', '5.2. Será exigida amostra, se prevista na Folha de Dados (CGL 5.2).\nFOLHA DE DADOS\nCGL 5.2 Não serão exigidas amostras', false],
  ['amostra_ou_poc', 'julgamento', '5.2. A apresentação de amostra será exigida somente se prevista na Folha de Dados.\nFOLHA DE DADOS\nCGL 5.2 Será exigida amostra do licitante classificado em primeiro lugar', true],
  // options ticked
  ['visita_tecnica', 'capa', 'Visita técnica ( X ) Não exigida ( ) Facultativa ( ) Obrigatória\nGarantia contratual ( X ) Sim ( ) Não', 'nao_exige'],
  ['visita_tecnica', 'capa', 'Vistoria prévia: [ ] Dispensada [x] Facultativa [ ] Obrigatória', 'facultativa'],
  ['visita_tecnica', 'capa', 'Visita ao local ( ) Não exigida ( ) Facultativa (X) Obrigatória', 'obrigatoria', OBRA],
  ['visita_tecnica', 'capa', 'Visita técnica ( ) Não exigida ( ) Facultativa ( ) Obrigatória', null],
  ['consorcio', 'capa', 'Participação em consórcio: ( X ) Vedada ( ) Permitida', 'vedado'],
  ['consorcio', 'capa', 'Consórcio ( ) Vedado ( X ) Admitido, até 3 empresas', 'permitido'],
  ['consorcio', 'capa', 'Consórcio [ ] permitido [x] não permitido', 'vedado'],
  ['subcontratacao', 'capa', 'Subcontratação ( ) Vedada ( X ) Permitida, até 30%', 'permitida'],
  ['subcontratacao', 'capa', 'Subcontratação: [x] não admitida [ ] admitida', 'vedada'],
  ['amostra_ou_poc', 'capa', 'Amostras: ( X ) Não exigidas ( ) Exigidas', false],
  ['amostra_ou_poc', 'capa', 'Amostra ( ) Não exigida ( X ) Exigida do primeiro classificado', true],
  ['visita_tecnica', 'capa', 'Visita técnica: Não exigida (X) Facultativa ( ) Obrigatória ( )', 'nao_exige'],
  ['me_epp', 'capa', 'Participação ME/EPP: ( ) Ampla ( ) Cota reservada ( X ) Exclusiva', 'exclusiva'],
  ['orcamento_sigiloso', 'capa', 'Orçamento ( X ) Sigiloso ( ) Público', true],
  ['modo_disputa', 'capa', 'Modo de disputa ( ) Aberto ( X ) Aberto e fechado ( ) Fechado', 'aberto_fechado'],
  ['adjudicacao', 'capa', 'Adjudicação ( ) Por item ( X ) Por lote ( ) Global', 'lote'],
  // calendar
  ['visita_tecnica', 'participacao', 'Visita guiada (facultativa) ao edifício 14/04/2026, às 10h', 'facultativa', CONCURSO],
  ['propostas_fim', 'capa', 'Encerramento das inscrições 04/05/2026, às 23h59\nData-limite para entrega dos projetos 29/05/2026, às 17h00\nSessão pública de abertura 01/06/2026, às 14h00', '2026-05-29T17:00:00-03:00', CONCURSO],
  ['propostas_fim', 'capa', 'Término das inscrições e entrega dos projetos 04/05/2026, às 18h\nSessão pública de abertura 08/05/2026, às 14h', '2026-05-04T18:00:00-03:00', CONCURSO],
  ['propostas_fim', 'capa', 'Propostas: até 08h30 do dia 16/06/2026. Abertura das propostas: 16/06/2026, às 08h35.', '2026-06-16T08:30:00-03:00'],
  ['propostas_fim', 'capa', 'Disputa: aberta, 16/06/2026, 9h30\nPropostas até: 16/06/2026, 9h', '2026-06-16T09:00:00-03:00'],
  // names and headings
  ['consorcio', 'participacao', '2.2. Não poderá participar, direta ou indiretamente, a autora do projeto básico (Consórcio Vale-Engenho, CNPJ 11.222.333/0001-81).', null],
  ['consorcio', 'participacao', '2.2. Não poderão disputar: empresas em recuperação judicial sem plano; empresas reunidas em consórcio; servidores do órgão.', 'vedado'],
  ['consorcio', 'participacao', '2.2. Não poderão participar: empresas em consórcio; empresas suspensas; e cooperativas.', 'vedado'],
  ['impugnacao_dias_uteis', 'impugnacao', '7.2 Os esclarecimentos serão pedidos até 2 (dois) dias úteis antes da sessão.\n7.3 Qualquer cidadão poderá impugnar o edital até 5 (cinco) dias úteis antes da data da sessão.', 5],
  ['esclarecimento_dias_uteis', 'impugnacao', '7.2 – O edital poderá ser impugnado até 3 (três) dias úteis antes da abertura do certame.\n7.3 – Os pedidos de esclarecimento serão enviados até 6 (seis) dias úteis antes da abertura do certame.', 6],
  ['orgao_nome', 'capa', 'SEBRAE/SE', 'Serviço de Apoio às Micro e Pequenas Empresas do Sertão – SEBRAE/SE', { preambulo: 'O SERVIÇO DE APOIO ÀS MICRO E PEQUENAS EMPRESAS DO SERTÃO – SEBRAE/SE, serviço social autônomo, torna público que realizará licitação.' }],
  ['orgao_nome', 'capa', 'SECRETARIA DE GESTÃO', 'Central de Contratações Públicas – CECON', { preambulo: 'O Estado do Cerrado, pessoa jurídica de direito público interno, inscrito no CNPJ sob o nº 11.222.333/0001-81, por intermédio da Central de Contratações Públicas – CECON, torna público que realizará licitação.' }],
  ['plataforma', 'participacao', '2.2. DAS INSCRIÇÕES E CONSULTAS\n2.3. As inscrições e a entrega dos projetos serão feitas exclusivamente no sítio www.concursodapraca.org.br.', 'www.concursodapraca.org.br', CONCURSO],
  ['subcontratacao', 'minuta', '1.2. A subcontratação dos serviços acessórios (sondagem, topografia, limpeza final e sinalização provisória) é permitida, até 25% do valor.', 'permitida', OBRA],
  ['subcontratacao', 'minuta', '1.2. A subcontratação dos serviços acessórios (sondagem, topografia, limpeza final e sinalização provisória) não é permitida.', 'vedada', OBRA],
  ['prazo_execucao', 'tr', '1.2. A entrega se dará de forma fracionada, no prazo de até 8 (oito) dias úteis, contados do pedido.', m(8, 'dias_uteis')],
];
