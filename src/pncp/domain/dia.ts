import { DateTime } from 'luxon';

const FUSO = 'America/Sao_Paulo';

/** The day it is in Brasília at an instant, YYYY-MM-DD: PNCP counts its days there, and refuses tomorrow's. */
export const diaDeBrasilia = (instante: Date): string => DateTime.fromJSDate(instante, { zone: FUSO }).toISODate()!;

/** YYYY-MM-DD as PNCP writes days, AAAAMMDD; null when it is no day. */
export function toDiaPncp(dia: string): string | null {
  return /^\d{4}-\d{2}-\d{2}$/.test(dia) && DateTime.fromISO(dia, { zone: 'utc' }).isValid ? dia.replaceAll('-', '') : null;
}

/** Days from one to the other, both counted from midnight; negative when reversed. */
export const daysBetween = (de: string, ate: string): number => DateTime.fromISO(ate, { zone: 'utc' }).diff(DateTime.fromISO(de, { zone: 'utc' }), 'days').days;
