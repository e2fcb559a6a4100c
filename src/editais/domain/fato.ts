import type { DecimalTexto, Evidencia } from '../../kernel/index.js';

export type Modalidade = 'pregao' | 'concorrencia' | 'dispensa' | 'inexigibilidade' | 'credenciamento' | 'leilao' | 'concurso' | 'dialogo_competitivo';
export type CriterioJulgamento = 'menor_preco' | 'maior_desconto' | 'tecnica_e_preco' | 'melhor_tecnica' | 'maior_lance' | 'maior_retorno' | 'conteudo_artistico';
export type ModoDisputa = 'aberto' | 'fechado' | 'aberto_fechado' | 'fechado_aberto' | 'dispensa_com_disputa' | 'nao_se_aplica';
export type RegimeExecucao =
  | 'empreitada_preco_unitario' | 'empreitada_preco_global' | 'empreitada_integral' | 'contratacao_integrada' | 'contratacao_semi_integrada' | 'tarefa' | 'fornecimento_prestacao_associada';
export interface Periodo {
  readonly n: number;
  readonly unidade: 'dias' | 'dias_uteis' | 'meses' | 'horas';
}

/** The 38 fields read from every edital and the type of each value. Amounts and percentages are decimal strings; instants ISO 8601 with offset. */
export interface ValorPorCampo {
  numero_edital: string;
  numero_processo: string;
  orgao_nome: string;
  /** 14 characters, no mask. */
  orgao_cnpj: string;
  modalidade: Modalidade;
  forma: 'eletronica' | 'presencial';
  criterio_julgamento: CriterioJulgamento;
  adjudicacao: 'item' | 'lote' | 'global';
  modo_disputa: ModoDisputa;
  srp: boolean;
  regime_execucao: RegimeExecucao;
  objeto: string;
  sessao_abertura: string;
  propostas_fim: string;
  impugnacao_dias_uteis: number;
  esclarecimento_dias_uteis: number;
  plataforma: string;
  valor_estimado_total: DecimalTexto;
  orcamento_sigiloso: boolean;
  me_epp: 'exclusiva' | 'cota_reservada' | 'ampla' | 'misto';
  validade_proposta_dias: number;
  /** Percentage, or an amount in R$ when only that is stated. */
  garantia_proposta_pct: DecimalTexto | { readonly valor: DecimalTexto };
  garantia_execucao_pct: DecimalTexto;
  capital_ou_pl_minimo_pct: DecimalTexto;
  indices_minimos: DecimalTexto;
  balanco_exercicios: number;
  falencia_validade_dias: number;
  visita_tecnica: 'nao_exige' | 'facultativa' | 'obrigatoria';
  amostra_ou_poc: boolean;
  consorcio: 'permitido' | 'vedado';
  subcontratacao: 'permitida' | 'vedada';
  atestado_min_pct: DecimalTexto;
  prazo_execucao: Periodo;
  vigencia_contrato: Periodo;
  pagamento_prazo: Periodo;
  reajuste_indice: string;
  multa_mora_pct_dia: DecimalTexto;
  multa_compensatoria_max_pct: DecimalTexto;
}
export type Campo = keyof ValorPorCampo;

export const CAMPOS = [
  'numero_edital', 'numero_processo', 'orgao_nome', 'orgao_cnpj', 'modalidade', 'forma', 'criterio_julgamento', 'adjudicacao', 'modo_disputa', 'srp',
  'regime_execucao', 'objeto', 'sessao_abertura', 'propostas_fim', 'impugnacao_dias_uteis', 'esclarecimento_dias_uteis', 'plataforma',
  'valor_estimado_total', 'orcamento_sigiloso', 'me_epp', 'validade_proposta_dias', 'garantia_proposta_pct', 'garantia_execucao_pct',
  'capital_ou_pl_minimo_pct', 'indices_minimos', 'balanco_exercicios', 'falencia_validade_dias', 'visita_tecnica', 'amostra_ou_poc', 'consorcio',
  'subcontratacao', 'atestado_min_pct', 'prazo_execucao', 'vigencia_contrato', 'pagamento_prazo', 'reajuste_indice', 'multa_mora_pct_dia',
  'multa_compensatoria_max_pct',
] as const satisfies readonly Campo[];

/**
 * Why there is no value: the document says it does not ask for it · everything was read and nothing was found ·
 * the pages that could hold it were not read · the field makes no sense for this tender.
 */
export type Ausencia = 'nao_exige' | 'nao_encontrado' | 'nao_lido' | 'nao_se_aplica';

/** Another reading of the same field, kept because the document contradicts itself. */
export interface Alternativa<V = unknown> extends Evidencia {
  readonly valor: V;
  readonly confianca: number;
}

/** A value with its proof. `confianca` 0–1: of facts given ≥ 0.9, 95 % should be right. */
export interface FatoLido<C extends Campo = Campo> extends Evidencia {
  readonly campo: C;
  readonly valor: ValorPorCampo[C];
  readonly confianca: number;
  /** Section title the quote stands in, when recognised. */
  readonly secao?: string;
  /** Other readings that disagree, best first. */
  readonly alternativas?: readonly Alternativa<ValorPorCampo[C]>[];
  /** Readings that lost clearly, best first, three at most: what else the reader saw. They are no contradiction. */
  readonly preteridas?: readonly Alternativa<ValorPorCampo[C]>[];
  /** What a reader must know: a condition, a conflict (starts with "CONFLITO:"), a limit. Portuguese. */
  readonly nota?: string;
  readonly corrigido?: undefined;
}

/** Who took the place of the machine's reading, why, when (ISO instant), and what the machine had read. */
export interface Corrigido<C extends Campo = Campo> {
  readonly por: string;
  readonly motivo: string;
  readonly em: string;
  readonly leituraDaMaquina: FatoLido<C> | FatoAusente<C>;
}

/** A value given by a person, for which they answer: `confianca` is 1. The quote is there when they gave one. */
export interface FatoCorrigido<C extends Campo = Campo> extends Partial<Evidencia> {
  readonly campo: C;
  readonly valor: ValorPorCampo[C];
  readonly confianca: number;
  readonly corrigido: Corrigido<C>;
  readonly secao?: undefined;
  readonly alternativas?: undefined;
  readonly preteridas?: undefined;
  readonly nota?: undefined;
}

/** A fact that has a value, whoever read it. */
export type FatoComValor<C extends Campo = Campo> = FatoLido<C> | FatoCorrigido<C>;

export interface FatoAusente<C extends Campo = Campo> {
  readonly campo: C;
  readonly valor: null;
  readonly ausencia: Ausencia;
  /** Set when a person says that there is no value. */
  readonly corrigido?: Corrigido<C>;
  readonly nota?: string;
  /** When the document itself says that it does not ask for it. */
  readonly evidencia?: Evidencia;
}

export type Fato<C extends Campo = Campo> = FatoComValor<C> | FatoAusente<C>;

/** The quote a fact stands on; null when it has none. */
export function evidenciaDoFato(f: Fato): Evidencia | null {
  if (f.valor === null) return f.evidencia ?? null;
  const { documento, pagina, trecho, ocr } = f;
  return documento === undefined || pagina === undefined || trecho === undefined ? null : { documento, pagina, trecho, ...(ocr === undefined ? {} : { ocr }) };
}
export type Fatos = { readonly [C in Campo]: Fato<C> };
