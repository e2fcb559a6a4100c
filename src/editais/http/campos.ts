import type { Campo } from '../domain/fato.js';

/** How a field's value is written in JSON: what tells the members of the union apart. */
export type TipoDeFato = 'texto' | 'numero' | 'indice' | 'dinheiro' | 'percentual' | 'data_hora' | 'prazo' | 'booleano' | 'enum';

export interface DescricaoDoCampo {
  readonly tipo: TipoDeFato;
  /** As it is called in Portuguese. */
  readonly nome: string;
  readonly unidade: string | null;
}

const de = (tipo: TipoDeFato, nome: string, unidade: string | null = null): DescricaoDoCampo => ({ tipo, nome, unidade });
const pct = (nome: string, unidade = '%'): DescricaoDoCampo => de('percentual', nome, unidade);

/** Every field, as the API shows it. `garantia_proposta_pct` becomes `dinheiro` where only an amount is stated. */
export const DESCRICAO_DO_CAMPO: { readonly [C in Campo]: DescricaoDoCampo } = {
  numero_edital: de('texto', 'Número do edital'), numero_processo: de('texto', 'Número do processo'), orgao_nome: de('texto', 'Órgão'), orgao_cnpj: de('texto', 'CNPJ do órgão'),
  modalidade: de('enum', 'Modalidade'), forma: de('enum', 'Forma'), criterio_julgamento: de('enum', 'Critério de julgamento'), adjudicacao: de('enum', 'Adjudicação'), modo_disputa: de('enum', 'Modo de disputa'),
  srp: de('booleano', 'Registro de preços'), regime_execucao: de('enum', 'Regime de execução'), objeto: de('texto', 'Objeto'),
  sessao_abertura: de('data_hora', 'Abertura da sessão'), propostas_fim: de('data_hora', 'Fim do recebimento das propostas'),
  impugnacao_dias_uteis: de('numero', 'Antecedência da impugnação', 'dias_uteis'), esclarecimento_dias_uteis: de('numero', 'Antecedência do pedido de esclarecimento', 'dias_uteis'), plataforma: de('texto', 'Plataforma'),
  valor_estimado_total: de('dinheiro', 'Valor estimado total', 'BRL'), orcamento_sigiloso: de('booleano', 'Orçamento sigiloso'), me_epp: de('enum', 'Tratamento de ME/EPP'), validade_proposta_dias: de('numero', 'Validade da proposta', 'dias'),
  garantia_proposta_pct: pct('Garantia de proposta'), garantia_execucao_pct: pct('Garantia de execução'), capital_ou_pl_minimo_pct: pct('Capital ou patrimônio líquido mínimo'),
  indices_minimos: de('indice', 'Índices contábeis mínimos'), balanco_exercicios: de('numero', 'Exercícios do balanço', 'exercicios'), falencia_validade_dias: de('numero', 'Validade da certidão de falência', 'dias'),
  visita_tecnica: de('enum', 'Visita técnica'), amostra_ou_poc: de('booleano', 'Amostra ou prova de conceito'), consorcio: de('enum', 'Consórcio'), subcontratacao: de('enum', 'Subcontratação'), atestado_min_pct: pct('Percentual mínimo do atestado'),
  prazo_execucao: de('prazo', 'Prazo de execução'), vigencia_contrato: de('prazo', 'Vigência do contrato'), pagamento_prazo: de('prazo', 'Prazo de pagamento'), reajuste_indice: de('texto', 'Índice de reajuste'),
  multa_mora_pct_dia: pct('Multa de mora', '%/dia'), multa_compensatoria_max_pct: pct('Multa compensatória máxima'),
};
