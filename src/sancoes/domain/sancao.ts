import type { Dia } from '../../kernel/index.js';

/** The registers of the Portal da Transparência: CEIS (inidôneas e suspensas), CNEP (empresas punidas). */
export const CADASTROS = ['ceis', 'cnep'] as const;
export type Cadastro = (typeof CADASTROS)[number];

export type TipoSancao = 'impedimento' | 'inidoneidade' | 'suspensao';

/** Does it keep the company from bidding? `desconhecido`: a category or law nobody classified; never blocks, always told. */
export type EfeitoSancao = 'impede' | 'nao_impede' | 'desconhecido';

/**
 * Whom it binds. `todos`: every entity. `ente`: the federative entity that applied it. `ente_ao_menos`: that one for
 * certain, perhaps more. `uniao`: the federal administration and tenders with federal money. `orgao`: the body that
 * applied it; beyond it, disputed. `indefinido`: the register does not tell.
 */
export type AlcanceRegistrado = 'todos' | 'ente' | 'ente_ao_menos' | 'uniao' | 'orgao' | 'indefinido';

/** What a sanction does, by its category, the law it stands on and the scope that was published. */
export interface ClasseSancao {
  /** Null when it does not bar, or when nobody classified it. */
  readonly tipo: TipoSancao | null;
  readonly efeito: EfeitoSancao;
  readonly alcance: AlcanceRegistrado;
  /** The law that was recognised, as "Lei 14.133/2021, art. 156, III"; null when none was. */
  readonly fundamento: string | null;
  /** The longest term of that law, months; null when it has none, or the law is unknown. */
  readonly maxMeses: number | null;
}

/** A sanction of a legal person as a register publishes it. Texts are untrusted. */
export interface SancaoRegistrada extends ClasseSancao {
  readonly cadastro: Cadastro;
  /** The register's own code; null when it gives none. */
  readonly codigo: string | null;
  /** 14 characters, no mask. */
  readonly cnpj: string;
  /** CPFs in it are masked: the name of a sole trader may hold its owner's. */
  readonly nome: string | null;
  /** As published. */
  readonly categoria: string;
  readonly abrangencia: string | null;
  readonly fundamentacao: string | null;
  readonly orgao: string;
  readonly esfera: 'federal' | 'estadual' | 'municipal' | null;
  readonly uf: string | null;
  /** Read from the name of the body; null when it does not say. */
  readonly municipio: string | null;
  readonly inicio: Dia | null;
  /** Null: the register gives no end. */
  readonly fim: Dia | null;
  /** The category says that it has a term: without `fim` its end is unknown, not absent. */
  readonly comPrazo: boolean;
  readonly publicacao: Dia | null;
  readonly transito: Dia | null;
  readonly processo: string | null;
  /** R$; only CNEP gives it. */
  readonly valorMulta: string | null;
}

/** A register that was imported. */
export interface FonteSancoes {
  readonly cadastro: Cadastro;
  /** The day of the file. */
  readonly data: Dia;
}

/** What the registers say of a company: everything a judgement needs to know of them. */
export interface ConsultaSancoes {
  /** Those imported; a register that is not here was not consulted. */
  readonly fontes: readonly FonteSancoes[];
  /** Days after which a register no longer proves that there is nothing. */
  readonly maxDias: number;
  /** Of this very CNPJ. */
  readonly registros: readonly SancaoRegistrada[];
  /** Of other establishments of the same company (the first eight characters are the same). */
  readonly daRaiz: readonly SancaoRegistrada[];
}
