import type { DecimalTexto } from '../../kernel/index.js';

/** What the items reserve to micro and small companies: all of them, some, none. Null: the items are not known. */
export type BeneficioMeEpp = 'exclusiva' | 'parcial' | 'nenhuma';

/** How a tender stands at a moment. Only `aberta` is urgent. */
export type Estado = 'aberta' | 'encerrada' | 'suspensa' | 'revogada' | 'anulada';

/** What a company may say of a tender. */
export const RETORNOS = ['interessa', 'nao_interessa', 'participei', 'venci', 'perdi'] as const;
export type TipoRetorno = (typeof RETORNOS)[number];

/** Why it is of no interest: what is like it in this, and only in this, is lowered. */
export const MOTIVOS = ['assunto', 'regiao', 'valor', 'prazo', 'exigencias', 'outro'] as const;
export type MotivoRetorno = (typeof MOTIVOS)[number];

/** A tender whose topic suits the company, with what the ranking looks at. Instants are milliseconds; null: not known. */
export interface Candidata {
  readonly numero: string;
  /** 0 to 1, of the matching engine. */
  readonly topico: number;
  /** A word the company excludes is in it. */
  readonly excluida: boolean;
  readonly meEpp: BeneficioMeEpp | null;
  readonly uf: string | null;
  readonly codigoIbge: string | null;
  readonly modalidadeId: number | null;
  /** R$; never 0. */
  readonly valor: DecimalTexto | null;
  readonly situacao: string | null;
  readonly publicacao: number | null;
  readonly encerramento: number | null;
  /** The same in records that are probably one tender. */
  readonly duplicidade: string | null;
  /** Hashes of the rarest words of its object; null where the company said nothing of any tender. */
  readonly assinatura: readonly number[] | null;
}

/** What a company said of a tender, with what the tender was. */
export interface Retorno {
  readonly numero: string;
  readonly retorno: TipoRetorno;
  readonly motivo: MotivoRetorno | null;
  readonly objeto: string | null;
  readonly uf: string | null;
  readonly codigoIbge: string | null;
  readonly valor: DecimalTexto | null;
  readonly assinatura: readonly number[];
}

/** The company, as far as the ranking looks at it. */
export interface QuemRecebe {
  readonly uf: string | null;
  /** Of its município, when name and State are those of one. */
  readonly codigoIbge: string | null;
  readonly ufsDeInteresse: readonly string[];
  readonly porte: 'mei' | 'me' | 'epp' | 'demais' | null;
  readonly valorMinimo: DecimalTexto | null;
  readonly valorMaximo: DecimalTexto | null;
  readonly diasParaProposta: number | null;
}

/** Kilometres between two municípios by IBGE code, in a straight line; null when one is not known. */
export type Distancia = (de: string | null, ate: string | null) => number | null;

/** One part of the score: points added to the topic's 80 (each part has its bounds), why, and what to warn of. */
export interface Parte {
  readonly pontos: number;
  readonly codigo: string;
  readonly dados: Readonly<Record<string, string | number | null>>;
  readonly alerta?: string;
}

export type NomeDaParte = 'regiao' | 'valor' | 'meEpp' | 'prazo' | 'retorno';
export type Partes = Readonly<Record<NomeDaParte, Parte>>;
