import type { DecimalTexto, Dia, Evidencia } from '../../kernel/index.js';
import type { Porte, ResultadoCertidao, TipoDocumentoEmpresa } from './empresa.js';

/** How the last day of validity was had. */
export type RegraValidade =
  /** Printed as a date. */
  | 'impressa'
  /** Printed as a number of days or months from the issue. */
  | 'prazo_impresso'
  /** Not printed: the term the law or the issuer's rules give. */
  | 'prazo_legal'
  /** The kind does not expire. */
  | 'nao_vence'
  /** Nothing printed: the edital says how old it may be. */
  | 'do_edital'
  | 'desconhecida';

/** Last day on which the paper is valid, and the rule behind it. `ate` null: does not expire (`nao_vence`) or unknown. */
export interface ValidadeLida {
  readonly ate: Dia | null;
  readonly regra: RegraValidade;
  /** Portuguese, with the source of the rule. */
  readonly motivo: string;
}

/** Whose paper it is. `raiz`: first eight characters of the CNPJ, also when only they are printed. */
export interface Titular {
  readonly nome: string | null;
  readonly cnpj: string | null;
  readonly raiz: string | null;
}

/** Something its owner should look at: a stable code and a Portuguese sentence. */
export interface AvisoDocumento {
  readonly codigo: string;
  readonly mensagem: string;
}

/** CNPJ card and what a Junta certifies. */
export interface DadosCadastrais {
  readonly nomeFantasia: string | null;
  readonly porte: Porte | null;
  readonly naturezaJuridica: string | null;
  /** Codes as printed, the main one first. */
  readonly cnaes: readonly string[];
  readonly atividadePrincipal: string | null;
  readonly endereco: string | null;
  /** "ATIVA", "BAIXADA"… */
  readonly situacao: string | null;
  readonly dataAbertura: Dia | null;
  readonly capitalSocial: DecimalTexto | null;
}

/** Articles of association. Of people only names are kept, never documents or addresses. */
export interface DadosSocietarios {
  readonly ato: 'contrato' | 'alteracao' | 'estatuto' | 'empresario' | null;
  readonly consolidado: boolean;
  readonly objeto: string | null;
  readonly capitalSocial: DecimalTexto | null;
  readonly socios: readonly string[];
  readonly administradores: readonly string[];
  readonly nire: string | null;
  readonly registro: Dia | null;
}

export type ContaDoBalanco = 'ativoCirculante' | 'realizavelLongoPrazo' | 'ativoTotal' | 'passivoCirculante' | 'exigivelLongoPrazo' | 'patrimonioLiquido' | 'receita';
export type IndiceDoBalanco = 'liquidezGeral' | 'solvenciaGeral' | 'liquidezCorrente' | 'endividamento';

/** Accounts of the latest year printed, R$; losses and deficits negative. */
export interface DadosDoBalanco {
  readonly exercicio: number | null;
  readonly sped: boolean;
  readonly contas: Readonly<Record<ContaDoBalanco, DecimalTexto | null>>;
  /** From the accounts, four decimals, cut; null when an account is missing or a divisor is zero. */
  readonly indicesCalculados: Readonly<Record<IndiceDoBalanco, DecimalTexto | null>>;
  readonly indicesImpressos: Readonly<Record<IndiceDoBalanco, DecimalTexto | null>>;
}

export interface QuantidadeAtestada {
  readonly descricao: string;
  readonly quantidade: DecimalTexto;
  readonly unidade: string;
}

export interface DadosDoAtestado {
  readonly contratante: { readonly nome: string | null; readonly cnpj: string | null };
  readonly objeto: string | null;
  readonly quantidades: readonly QuantidadeAtestada[];
  readonly valor: DecimalTexto | null;
  readonly inicio: Dia | null;
  readonly fim: Dia | null;
  readonly cat: string | null;
  readonly art: string | null;
}

export interface NivelSicaf {
  readonly nivel: string;
  readonly validade: Dia | null;
}

export interface DadosDoRegistro {
  readonly conselho: string | null;
  readonly responsaveis: readonly string[];
}

/** What each kind of paper says beyond what all say; a block is absent when the paper is not of its kind. */
export interface ValoresDocumento {
  readonly cadastro?: DadosCadastrais;
  readonly sociedade?: DadosSocietarios;
  readonly balanco?: DadosDoBalanco;
  readonly atestado?: DadosDoAtestado;
  readonly sicaf?: { readonly niveis: readonly NivelSicaf[] };
  readonly registro?: DadosDoRegistro;
}

/** A company's paper as read. What is unknown is null, with its reason in `faltam`. */
export interface LeituraDocumento {
  readonly tipo: TipoDocumentoEmpresa;
  readonly titulo: string;
  readonly titular: Titular;
  readonly emissor: string | null;
  readonly numero: string | null;
  readonly emissao: Dia | null;
  readonly validade: ValidadeLida;
  readonly uf: string | null;
  readonly municipio: string | null;
  readonly resultado: ResultadoCertidao | null;
  readonly codigoControle: string | null;
  readonly valores: ValoresDocumento;
  /** The quote behind each field that has one ("titular", "emissao", "validade", "resultado", "balanco.ativoCirculante"…). */
  readonly evidencias: Readonly<Record<string, Evidencia>>;
  /** Why each unknown field is unknown, in Portuguese. */
  readonly faltam: Readonly<Record<string, string>>;
  /** 0 to 1: how sure the kind and the main fields are. */
  readonly confianca: number;
  readonly origem: 'nativo' | 'ocr';
  /** 1-based, of the file. */
  readonly paginas: { readonly primeira: number; readonly ultima: number };
  readonly avisos: readonly AvisoDocumento[];
}

/** A reading as it is kept with a document's file: what was read, or why nothing was. */
export interface LeituraGuardada {
  readonly leitura: LeituraDocumento | null;
  readonly naoLido: { readonly codigo: string; readonly motivo: string } | null;
}
