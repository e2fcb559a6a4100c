/** A change of the collection as kept: `id` as the database's number. */
export interface MudancaVista {
  readonly id: string;
  readonly campo: string;
  readonly antes: unknown;
  readonly depois: unknown;
  readonly em: Date;
}

/** The id of a change as the API shows it: `mud_` and 26 digits, so that it pages like the others. */
export const toMudancaId = (id: string): string => `mud_${id.padStart(26, '0')}`;
