import type { Frase } from '../../../support/frase.js';

const OBRA = { objeto: 'execução da obra de reforma da escola', titulo: 'EDITAL DE CONCORRÊNCIA ELETRÔNICA Nº 7/2026' } as const;
const DISPENSA = { titulo: 'AVISO DE DISPENSA ELETRÔNICA Nº 4/2026', preambulo: 'A Câmara Municipal de Rio Manso realizará dispensa eletrônica, nos termos do art. 75, II, da Lei nº 14.133/2021.' } as const;

/** The fields whose mistake costs the tender, in less usual words and beside their neighbours. */
export const CRITICOS: readonly Frase[] = [
  // estimated total
  ['valor_estimado_total', 'preambulo', '1.3. A despesa decorrente desta contratação está estimada no valor total de R$ 87.450,00 (oitenta e sete mil, quatrocentos e cinquenta reais).', '87450.00'],
  ['valor_estimado_total', 'preambulo', '1.3. O valor de referência para esta licitação, apurado em pesquisa de preços, é de R$ 214.300,55.', '214300.55'],
  ['valor_estimado_total', 'tr', '7.1. Estimativa do valor da contratação: R$ 1.500.000,00 (um milhão e quinhentos mil reais) para 24 meses.', '1500000.00'],
  ['valor_estimado_total', 'capa', 'ORÇAMENTO BÁSICO: R$ 4.128.900,17', '4128900.17', OBRA],
  ['valor_estimado_total', 'preambulo', '1.3. O valor unitário máximo é de R$ 12.300,00.', null],
  ['valor_estimado_total', 'habilitacao', '6.2. Atestado de contrato com valor total mínimo de R$ 300.000,00.', null],
  ['valor_estimado_total', 'minuta', 'CLÁUSULA QUINTA – DO PREÇO\nO valor total da contratação é de R$ ______ (______).', null],
  ['valor_estimado_total', 'sancoes', '8.2. O faturamento anual não poderá exceder R$ 4.800.000,00.', null],
  // who may bid
  ['me_epp', 'capa', 'TIPO DE PARTICIPAÇÃO: EXCLUSIVA ME/EPP', 'exclusiva'],
  ['me_epp', 'participacao', '2.2. Em atenção ao art. 48, I, da LC nº 123/2006, esta licitação é exclusiva para microempresas e empresas de pequeno porte.', 'exclusiva'],
  ['me_epp', 'participacao', '2.2. A participação é aberta a todos os interessados, não havendo itens exclusivos para ME/EPP.', 'ampla'],
  ['me_epp', 'participacao', '2.2. LOTE 1: ampla concorrência. LOTE 2: exclusivo para ME/EPP.', 'misto'],
  ['me_epp', 'participacao', '2.2. Deixa-se de aplicar a exclusividade prevista no art. 48 da LC nº 123/2006, por não haver três fornecedores locais enquadrados como ME/EPP.', 'ampla'],
  ['me_epp', 'julgamento', '5.2. Em caso de empate ficto, a microempresa poderá cobrir o preço da primeira colocada.', 'ampla'],
  // guarantee of the proposal
  ['garantia_proposta_pct', 'participacao', '2.2. Comprovante de prestação da garantia de proposta, no percentual de 0,8% (oito décimos por cento) do valor estimado, será anexado ao sistema.', '0.8'],
  ['garantia_proposta_pct', 'participacao', '2.2. Será exigida a comprovação do recolhimento de quantia a título de garantia de proposta, como requisito de pré-habilitação, no valor de R$ 41.289,00, equivalente a 1% do orçamento.', '1', OBRA],
  ['garantia_proposta_pct', 'final', '10.2. O licitante vencedor que se recusar a assinar perderá a garantia de proposta em favor do órgão.', null],
  // capital or net worth
  ['capital_ou_pl_minimo_pct', 'habilitacao', '6.2. Comprovação de capital mínimo equivalente a até 10% do valor estimado.', '10'],
  ['capital_ou_pl_minimo_pct', 'habilitacao', '6.2. Patrimônio líquido mínimo correspondente a dez por cento do valor total orçado, comprovado pelo balanço.', '10'],
  ['capital_ou_pl_minimo_pct', 'habilitacao', '6.2. Para os índices iguais ou inferiores a 1, patrimônio líquido igual ou superior a 10% (dez por cento) da proposta.', '10'],
  ['capital_ou_pl_minimo_pct', 'contrato', '9.2. A garantia de 5% será liberada ao final; o capital social da contratada consta do contrato social.', null],
  // visit
  ['visita_tecnica', 'habilitacao', '6.2. Declaração de que o licitante visitou o local ou de que dispensa a visita, assumindo os riscos.', 'facultativa', OBRA],
  ['visita_tecnica', 'tr', '4.1. Recomenda-se a visita ao local da obra, que poderá ser feita até a véspera da sessão.', 'facultativa', OBRA],
  ['visita_tecnica', 'habilitacao', '6.2. Termo de vistoria, de apresentação obrigatória, assinado por servidor do Município.', 'obrigatoria', OBRA],
  ['visita_tecnica', 'tr', '4.1. Não será exigida vistoria prévia.', 'nao_exige'],
  ['visita_tecnica', 'tr', '4.1. A contratada realizará visitas de manutenção preventiva mensais.', null],
  // session and deadline of the proposals
  ['sessao_abertura', 'capa', 'ABERTURA E JULGAMENTO DAS PROPOSTAS: 09/09/2026, às 14h01min', '2026-09-09T14:01:00-03:00'],
  ['sessao_abertura', 'capa', 'DATA DO CERTAME: 09/09/2026 – HORÁRIO DE INÍCIO: 8h30', '2026-09-09T08:30:00-03:00'],
  ['sessao_abertura', 'capa', 'Publicação: 20/08/2026\nImpugnações até: 03/09/2026 às 18h\nSessão de lances: 09/09/2026 às 10h', '2026-09-09T10:00:00-03:00'],
  ['sessao_abertura', 'preambulo', 'cuja abertura se dará às 09:30 (nove horas e trinta minutos) do dia 09 (nove) de setembro de 2026', '2026-09-09T09:30:00-03:00'],
  ['propostas_fim', 'capa', 'PERÍODO PARA CADASTRO DE PROPOSTAS: de 25/08/2026, 08h00, a 09/09/2026, 09h59\nSESSÃO: 09/09/2026, 10h00', '2026-09-09T09:59:00-03:00'],
  ['propostas_fim', 'capa', 'ENCERRAMENTO DO ENVIO DE PROPOSTAS: dia 09/09/2026 às 09:00', '2026-09-09T09:00:00-03:00'],
  ['propostas_fim', 'capa', 'Envio de propostas: das 8h de 25/08/2026 às 8h de 28/08/2026\nEnvio de lances: das 8h às 14h de 28/08/2026', '2026-08-28T08:00:00-03:00', DISPENSA],
  // rite
  ['modalidade', 'capa', '', 'pregao', { titulo: 'EDITAL DE LICITAÇÃO Nº 12/2026\nMODALIDADE: PREGÃO (FORMA ELETRÔNICA)' }],
  ['modalidade', 'capa', '', 'concorrencia', { titulo: 'EDITAL 007/2026\nCONCORRÊNCIA N. 003/2026' }],
  ['modalidade', 'capa', '', 'inexigibilidade', { titulo: 'INEXIGIBILIDADE DE LICITAÇÃO Nº 5/2026', preambulo: 'O Município contrata por inexigibilidade, nos termos do art. 74, I, da Lei nº 14.133/2021.' }],
  ['criterio_julgamento', 'julgamento', '5.2. Para julgamento, adotar-se-á o critério de MENOR PREÇO, aferido pelo valor total do lote.', 'menor_preco'],
  ['criterio_julgamento', 'julgamento', '5.2. O certame será julgado pelo maior desconto ofertado sobre a tabela SINAPI.', 'maior_desconto'],
  ['criterio_julgamento', 'preambulo', 'sagrando-se vencedor quem oferecer o maior valor de outorga fixa', 'maior_lance', { titulo: 'CONCORRÊNCIA Nº 2/2026' }],
  ['impugnacao_dias_uteis', 'impugnacao', '7.2. O prazo para apresentar impugnação encerra-se no 3º (terceiro) dia útil anterior à abertura das propostas.', 3],
  ['impugnacao_dias_uteis', 'impugnacao', '7.2. Admite-se impugnação, por qualquer pessoa, até 3 dias úteis que antecedem o certame.', 3],
];
