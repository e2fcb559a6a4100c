import { DateTime } from 'luxon';
import { FUSO, invalido } from '../kernel/index.js';

/** A moment as judgements take it: Brasília's, with offset, to the second. */
export const formatAgora = (instante: Date): string => DateTime.fromJSDate(instante, { zone: FUSO }).toISO({ suppressMilliseconds: true })!;

/** A simulated moment: ISO 8601; without offset it is Brasília's. @throws AlicitError `agora_invalido` */
export function parseAgora(texto: string): Date {
  const d = DateTime.fromISO(texto, { zone: FUSO });
  if (!d.isValid || d.year < 1990 || d.year > 2200) throw invalido('agora_invalido', 'O campo agora espera um instante ISO 8601, como 2026-11-23T10:00:00-03:00.', { erros: [{ ponteiro: '/agora', mensagem: 'instante inválido' }] });
  return d.startOf('second').toJSDate();
}
