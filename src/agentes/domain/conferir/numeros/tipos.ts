/**
 * What a number counts. `norma` is a law, decree or standard by its number; `item` a clause, article, annex or lot;
 * `codigo` what has a slash and is no date ("12/2026"); `pagina` a page of a document.
 */
export type TipoNumero =
  | 'dinheiro' | 'pct' | 'dias' | 'dias_uteis' | 'meses' | 'horas' | 'minutos' | 'data' | 'dia_mes' | 'mes_ano' | 'ano' | 'hora' | 'medida' | 'norma' | 'item' | 'artigo' | 'codigo' | 'cnpj' | 'pagina' | 'plano';

/** A value of a type: "dias:30", "dinheiro:1860573.88", "medida:m2:500". */
export type ChaveNumero = string;

/** A number met in a text. */
export interface NumeroLido {
  readonly tipo: TipoNumero;
  /** Readings that are the same thing; most have one. Any that is proven proves the number. */
  readonly chaves: readonly ChaveNumero[];
  readonly inicio: number;
  readonly fim: number;
  /** As written. */
  readonly bruto: string;
  /** Half of the last digit shown, in the type's unit, when the number is a round one ("R$ 397,6 mil": 50): what rounds to it is the same. */
  readonly folga?: number;
  /** Written in words alone ("três"). */
  readonly porExtenso: boolean;
}
