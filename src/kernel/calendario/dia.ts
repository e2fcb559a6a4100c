import { DateTime } from 'luxon';

/** A civil day, "2026-10-09". Days have no time zone; an instant becomes a day in the zone it is written in. */
export type Dia = string;

/** Where deadlines are judged unless the edital says otherwise. */
export const FUSO = 'America/Sao_Paulo';

const MS_POR_DIA = 86_400_000;
const toEpoch = (dia: Dia): number => Date.parse(`${dia}T00:00:00Z`);
const fromEpoch = (ms: number): Dia => new Date(ms).toISOString().slice(0, 10);

/** True for an existing civil day written YYYY-MM-DD. */
export const isDia = (texto: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(texto) && !Number.isNaN(toEpoch(texto)) && fromEpoch(toEpoch(texto)) === texto;

/** `n` calendar days later (earlier when negative). */
export const addDias = (dia: Dia, n: number): Dia => fromEpoch(toEpoch(dia) + n * MS_POR_DIA);
/** Calendar days from `de` to `ate`. */
export const diffDias = (de: Dia, ate: Dia): number => Math.round((toEpoch(ate) - toEpoch(de)) / MS_POR_DIA);
/** 0 Sunday … 6 Saturday. */
export const weekdayOf = (dia: Dia): number => new Date(toEpoch(dia)).getUTCDay();

/** Civil day of an instant, in the offset it carries; an instant without offset is read in America/Sao_Paulo. Null when it is no date. */
export function diaDoInstante(instante: string): Dia | null {
  const d = DateTime.fromISO(instante, /(?:Z|[+-]\d{2}:?\d{2})$/.test(instante) ? { setZone: true } : { zone: FUSO });
  return d.isValid ? d.toISODate() : null;
}

/** Civil day of an instant as the clock of `deslocamento` ("-04:00") shows it. Null when it is no date. */
export function diaNoDeslocamento(instante: string, deslocamento: string): Dia | null {
  const d = DateTime.fromISO(instante, { zone: FUSO });
  return d.isValid ? d.setZone(`UTC${deslocamento}`).toISODate() : null;
}

/** "-04:00" of an ISO instant; null when it carries none. "Z" is "+00:00". */
export function deslocamentoDe(instante: string): string | null {
  if (instante.endsWith('Z')) return '+00:00';
  return /[+-]\d{2}:\d{2}$/.exec(instante)?.[0] ?? null;
}

/** Milliseconds of an instant, for comparing; an instant without offset is read in America/Sao_Paulo. NaN when it is no date. */
export const toMillis = (instante: string): number => DateTime.fromISO(instante, { zone: FUSO }).toMillis();

/** Last second of a day, or a given hour of it, as an ISO instant. */
export const instanteEm = (dia: Dia, deslocamento = '-03:00', hora = '23:59:59'): string => `${dia}T${hora.length === 5 ? `${hora}:00` : hora}${deslocamento}`;

/** "09/10/2026" */
export const formatDia = (dia: Dia): string => `${dia.slice(8, 10)}/${dia.slice(5, 7)}/${dia.slice(0, 4)}`;
/** "09/10/2026 às 17:00"; the last second of a day shows as "até o fim do dia". */
export function formatInstante(instante: string): string {
  const hora = instante.slice(11, 16);
  return hora === '23:59' ? `${formatDia(instante.slice(0, 10))}, até o fim do dia` : `${formatDia(instante.slice(0, 10))} às ${hora}`;
}
