import type { Campo } from './fato.js';

/** What people call each field. */
export const TITULO_CAMPO: Readonly<Record<Campo, string>> = {
  numero_edital: 'Número do edital', numero_processo: 'Número do processo', orgao_nome: 'Órgão', orgao_cnpj: 'CNPJ do órgão', modalidade: 'Modalidade', forma: 'Forma',
  criterio_julgamento: 'Critério de julgamento', adjudicacao: 'Adjudicação', modo_disputa: 'Modo de disputa', srp: 'Registro de preços', regime_execucao: 'Regime de execução',
  objeto: 'Objeto', sessao_abertura: 'Sessão pública', propostas_fim: 'Fim do recebimento das propostas', impugnacao_dias_uteis: 'Impugnação (dias úteis antes)',
  esclarecimento_dias_uteis: 'Esclarecimento (dias úteis antes)', plataforma: 'Plataforma', valor_estimado_total: 'Valor total estimado', orcamento_sigiloso: 'Orçamento sigiloso',
  me_epp: 'Participação de ME/EPP', validade_proposta_dias: 'Validade da proposta (dias)', garantia_proposta_pct: 'Garantia de proposta', garantia_execucao_pct: 'Garantia de execução',
  capital_ou_pl_minimo_pct: 'Capital ou patrimônio líquido mínimo', indices_minimos: 'Índices contábeis mínimos', balanco_exercicios: 'Balanços exigidos (exercícios)',
  falencia_validade_dias: 'Validade da certidão de falência (dias)', visita_tecnica: 'Visita técnica', amostra_ou_poc: 'Amostra ou prova de conceito', consorcio: 'Consórcio',
  subcontratacao: 'Subcontratação', atestado_min_pct: 'Atestado: percentual mínimo', prazo_execucao: 'Prazo de entrega ou execução', vigencia_contrato: 'Vigência', pagamento_prazo: 'Prazo de pagamento',
  reajuste_indice: 'Índice de reajuste', multa_mora_pct_dia: 'Multa de mora por dia', multa_compensatoria_max_pct: 'Multa compensatória máxima',
};

const PALAVRAS: Readonly<Record<string, string>> = {
  pregao: 'Pregão', concorrencia: 'Concorrência', dispensa: 'Dispensa', inexigibilidade: 'Inexigibilidade', credenciamento: 'Credenciamento', leilao: 'Leilão', concurso: 'Concurso',
  dialogo_competitivo: 'Diálogo competitivo', eletronica: 'eletrônica', presencial: 'presencial', menor_preco: 'Menor preço', maior_desconto: 'Maior desconto', tecnica_e_preco: 'Técnica e preço',
  melhor_tecnica: 'Melhor técnica', maior_lance: 'Maior lance', maior_retorno: 'Maior retorno econômico', conteudo_artistico: 'Conteúdo artístico', item: 'por item', lote: 'por lote', global: 'global',
  aberto: 'Aberto', fechado: 'Fechado', aberto_fechado: 'Aberto e fechado', fechado_aberto: 'Fechado e aberto', dispensa_com_disputa: 'Dispensa com disputa', nao_se_aplica: 'não se aplica',
  empreitada_preco_unitario: 'Empreitada por preço unitário', empreitada_preco_global: 'Empreitada por preço global', empreitada_integral: 'Empreitada integral', contratacao_integrada: 'Contratação integrada',
  contratacao_semi_integrada: 'Contratação semi-integrada', tarefa: 'Tarefa', fornecimento_prestacao_associada: 'Fornecimento e prestação de serviço associado', exclusiva: 'exclusiva de ME/EPP',
  cota_reservada: 'com cota reservada', ampla: 'ampla concorrência', misto: 'mista (itens exclusivos ou cotas e itens abertos)', nao_exige: 'não exigida', facultativa: 'facultativa', obrigatoria: 'obrigatória',
  permitido: 'permitido', vedado: 'vedado', permitida: 'permitida', vedada: 'vedada',
};
/** An enum value in words. */
export const palavra = (valor: string): string => PALAVRAS[valor] ?? valor.replace(/_/g, ' ');
