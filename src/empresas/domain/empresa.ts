import type { DecimalTexto, Evidencia } from '../../kernel/index.js';

export type Porte = 'mei' | 'me' | 'epp' | 'demais';

/** Kinds of document the company keeps; certidões have a validity, the others do not expire. */
export type TipoDocumentoEmpresa =
  | 'cnd_federal' | 'cnd_estadual' | 'cnd_municipal' | 'crf_fgts' | 'cndt' | 'certidao_falencia' | 'contrato_social' | 'cartao_cnpj' | 'inscricao_estadual'
  | 'inscricao_municipal' | 'balanco' | 'atestado' | 'registro_conselho' | 'certidao_simplificada' | 'sicaf' | 'licenca' | 'outro';

/** What a certidão states. A regular CRF counts as `negativa`; a `positiva` (debts, actions) answers no requirement. */
export type ResultadoCertidao = 'negativa' | 'positiva_com_efeitos_de_negativa' | 'positiva';

/** A document or certidão of the company. Dates are ISO days ("2026-11-30"), judged in America/Sao_Paulo. */
export interface DocumentoEmpresa {
  readonly tipo: TipoDocumentoEmpresa;
  readonly descricao?: string;
  readonly emissao?: string;
  /** Last day on which it is valid ("válida até"); absent = unknown, null = does not expire. */
  readonly validade?: string | null;
  readonly uf?: string;
  readonly municipio?: string;
  /** Absent = unknown, or a kind that states nothing. */
  readonly resultado?: ResultadoCertidao;
  /** Where the file says so. */
  readonly prova?: Evidencia;
}

export interface Atestado {
  readonly descricao: string;
  readonly quantidade?: DecimalTexto;
  readonly unidade?: string;
  readonly valor?: DecimalTexto;
  readonly ano?: number;
  readonly emissor?: string;
}

/** A product or service with what it costs the company, when it says. Decimal strings, R$ a unit. */
export interface ProdutoOuServico {
  readonly descricao: string;
  readonly unidade?: string;
  readonly custoUnitario?: DecimalTexto;
  readonly palavras?: readonly string[];
}

export interface Sancao {
  readonly tipo: 'impedimento' | 'inidoneidade' | 'suspensao';
  readonly enteSancionador: string;
  readonly esfera?: 'federal' | 'estadual' | 'municipal';
  readonly uf?: string;
  readonly municipio?: string;
  readonly inicio: string;
  readonly fim?: string;
}

/**
 * What a company tells about itself. Only `cnpj` and `descricao` are required; whatever is missing is asked for only
 * where it matters to a decision.
 */
export interface Empresa {
  readonly cnpj: string;
  readonly razaoSocial?: string;
  readonly descricao: string;
  readonly porte?: Porte;
  /** Gross revenue of the calendar year's public contracts (art. 4º §2º of Lei 14.133). */
  readonly contratosPublicosNoAno?: DecimalTexto;
  readonly receitaBrutaAnual?: DecimalTexto;
  readonly naturezaJuridica?: string;
  readonly dataAbertura?: string;
  readonly cnaes?: readonly string[];
  readonly produtos?: readonly ProdutoOuServico[];
  readonly palavrasExcluidas?: readonly string[];
  readonly uf?: string;
  readonly municipio?: string;
  readonly capitalSocial?: DecimalTexto;
  readonly patrimonioLiquido?: DecimalTexto;
  readonly indices?: { readonly liquidezGeral?: DecimalTexto; readonly solvenciaGeral?: DecimalTexto; readonly liquidezCorrente?: DecimalTexto; readonly endividamento?: DecimalTexto };
  readonly balancos?: readonly number[];
  readonly documentos?: readonly DocumentoEmpresa[];
  readonly atestados?: readonly Atestado[];
  readonly profissionais?: readonly { readonly nome?: string; readonly conselho: string; readonly titulo?: string; readonly vinculo?: string }[];
  readonly sancoes?: readonly Sancao[];
  /** Declared by the company: none of the impediments of art. 14 of Lei 14.133 applies. */
  readonly semImpedimentosArt14?: boolean;
  readonly margemMinimaPct?: DecimalTexto;
  /** Costs as share of price: taxes and indirect costs, in %. */
  readonly tributosPct?: DecimalTexto;
  readonly custosIndiretosPct?: DecimalTexto;
  /** Total direct cost of this tender, when the company has already priced it, R$. */
  readonly custoDiretoTotal?: DecimalTexto;
  readonly capitalDeGiro?: DecimalTexto;
  readonly aceitaConsorcio?: boolean;
  /** Platforms where the company is already registered (host or product name). */
  readonly plataformas?: readonly string[];
  /** Largest number of business days the company needs to price a proposal; default from config. */
  readonly diasParaProposta?: number;
  readonly ufsDeInteresse?: readonly string[];
  /** Smallest and largest tender the company looks for, R$. */
  readonly valorMin?: DecimalTexto;
  readonly valorMax?: DecimalTexto;
}
