import type { Frase } from '../../../support/frase.js';

const OBRA = { titulo: 'EDITAL DE CONCORRÊNCIA ELETRÔNICA Nº 7/2026', objeto: 'execução da obra de pavimentação da rodovia' } as const;
const PPP = { titulo: 'EDITAL DE CONCORRÊNCIA PRESENCIAL Nº 3/2026', objeto: 'concessão administrativa dos serviços de iluminação pública' } as const;
const m = (n: number, unidade = 'meses') => ({ n, unidade });

/** Entities that buy for another, terms told in passing, dates of in-person rites. */
export const ENTES_E_PRAZOS: readonly Frase[] = [
  ['orgao_nome', 'capa', '', 'Universidade Federal do Planalto', { preambulo: 'A União, por intermédio da Universidade Federal do Planalto, torna público que realizará licitação.' }],
  ['orgao_nome', 'capa', '', 'Companhia Municipal de Trânsito – COMTRAN', { preambulo: 'A Prefeitura de Vila Nova, por meio da Companhia Municipal de Trânsito – COMTRAN, torna público que realizará licitação.' }],
  ['orgao_nome', 'capa', 'ESTADO DO SERTÃO\nSECRETARIA DA EDUCAÇÃO\nFUNDAÇÃO DE APOIO À ESCOLA – FAE', 'Fundação de Apoio à Escola – FAE', { preambulo: 'A Secretaria da Educação, por intermédio da Fundação de Apoio à Escola – FAE, torna público que realizará licitação.' }],
  ['orgao_nome', 'capa', 'ÓRGÃO PROMOTOR: Consórcio Intermunicipal do Rio Doce – CIRD', 'Consórcio Intermunicipal do Rio Doce – CIRD', { preambulo: 'Torna-se pública a licitação.' }],
  ['prazo_execucao', 'tr', '1.2. O prazo de execução dos serviços é de 10 (dez) meses, conforme cronograma físico-financeiro.', m(10), OBRA],
  ['prazo_execucao', 'contrato', '9.2. A obra terá prazo de execução de 300 (trezentos) dias corridos.', m(300, 'dias'), OBRA],
  ['prazo_execucao', 'contrato', '9.2. O prazo de elaboração dos projetos será de 120 dias e o de execução das obras, de 540 dias, contados da ordem de serviço.', m(540, 'dias'), OBRA],
  ['prazo_execucao', 'contrato', '9.2. Prazo máximo para conclusão do objeto: 18 (dezoito) meses da assinatura.', m(18), OBRA],
  ['pagamento_prazo', 'contrato', '9.2. O CONTRATANTE pagará as medições no prazo de 20 (vinte) dias úteis do protocolo.', m(20, 'dias_uteis'), OBRA],
  ['pagamento_prazo', 'contrato', '9.2. Condições de pagamento: 28 DDL.', m(28, 'dias')],
  ['pagamento_prazo', 'contrato', '9.2. O pagamento se dará no 10º (décimo) dia útil após a aceitação da fatura.', m(10, 'dias_uteis')],
  ['reajuste_indice', 'contrato', '9.2. Índice de reajustamento adotado: INCC-M/FGV.', 'INCC-M', OBRA],
  ['reajuste_indice', 'contrato', '9.2. A contraprestação mensal será reajustada a cada 12 meses, aplicando-se o IPCA.', 'IPCA', PPP],
  ['atestado_min_pct', 'habilitacao', '6.2. Comprovação de execução de serviços com quantitativo mínimo de 30% (trinta por cento) do licitado.', '30'],
  ['atestado_min_pct', 'habilitacao', '6.2. Será considerado compatível o atestado que comprove fornecimento de 25% da quantidade total do item.', '25'],
  ['validade_proposta_dias', 'proposta', '3.2. Prazo de validade: não inferior a 60 (sessenta) dias.', 60],
  ['validade_proposta_dias', 'proposta', '3.2. A proposta deverá ter validade de, no mínimo, 4 (quatro) meses.', 120],
  ['amostra_ou_poc', 'julgamento', '5.2. Caso haja dúvida, o pregoeiro poderá exigir amostra ou prova de conceito do objeto.', false],
  ['amostra_ou_poc', 'sancoes', '8.2. Deixar de apresentar amostra quando exigida sujeita o licitante a multa.', null],
  ['amostra_ou_poc', 'julgamento', '5.2. Não se aplica a exigência de amostras a esta contratação.', false],
  ['visita_tecnica', 'habilitacao', '6.2. Atestado de visita técnica, ou declaração de que conhece as condições locais.', 'facultativa', OBRA],
  ['consorcio', 'participacao', '2.2. Admitir-se-á a participação de consórcios, nas condições do art. 15 da Lei nº 14.133/2021.', 'permitido'],
  ['consorcio', 'participacao', '2.2. Consórcios: permitidos, observado o limite de duas consorciadas.', 'permitido'],
  ['me_epp', 'participacao', '2.2. LOTE 01 (Ampla Participação); LOTE 02 (Cota Reservada – até 25%); LOTE 03 (Exclusivo ME/EPP).', 'misto'],
  ['me_epp', 'participacao', '2.2. A participação nos lotes 3 e 5 restringe-se a ME/EPP; nos demais, aberta a todos.', 'misto'],
  ['propostas_fim', 'capa', 'Acolhimento das propostas: até 13/07/2026, às 8h59\nAbertura: 13/07/2026, às 9h', '2026-07-13T08:59:00-03:00'],
  ['propostas_fim', 'capa', 'Data limite para entrega dos envelopes: 20/08/2026 Horário: 14h00\nData de abertura: 20/08/2026 Horário: 14h15', '2026-08-20T14:00:00-03:00'],
  ['sessao_abertura', 'capa', 'Data limite para entrega dos envelopes: 20/08/2026 Horário: 14h00\nData de abertura: 20/08/2026 Horário: 14h15', '2026-08-20T14:15:00-03:00'],
  ['sessao_abertura', 'capa', 'Leilão público na B3: 15/10/2026, às 14h\nEntrega dos envelopes: 08/10/2026, das 10h às 12h', '2026-10-15T14:00:00-03:00', PPP],
  ['propostas_fim', 'capa', 'Leilão público na B3: 15/10/2026, às 14h\nEntrega dos envelopes: 08/10/2026, das 10h às 12h', '2026-10-08T12:00:00-03:00', PPP],
  ['subcontratacao', 'minuta', 'É vedado à CONTRATADA subcontratar, ceder ou transferir o objeto.', 'vedada'],
  ['subcontratacao', 'minuta', 'A subcontratação dependerá de prévia e expressa autorização e não excederá 25%.', 'permitida'],
];
