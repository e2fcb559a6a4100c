import { DateTime } from 'luxon';
import type { Acesso } from '../acesso/index.js';
import { AlicitError, FUSO, invalido } from '../kernel/index.js';

/** A moment as judgements take it: Brasília's, with offset, to the second. */
export const formatAgora = (instante: Date): string => DateTime.fromJSDate(instante, { zone: FUSO }).toISO({ suppressMilliseconds: true })!;

/** A simulated moment: ISO 8601; without offset it is Brasília's. @throws AlicitError `agora_invalido` */
export function parseAgora(texto: string): Date {
  const d = DateTime.fromISO(texto, { zone: FUSO });
  if (!d.isValid || d.year < 1990 || d.year > 2200) throw invalido('agora_invalido', 'O campo agora espera um instante ISO 8601, como 2026-11-23T10:00:00-03:00.', { erros: [{ ponteiro: '/agora', mensagem: 'instante inválido' }] });
  return d.startOf('second').toJSDate();
}

/** The simulated moment of a request; null: when it runs. @throws AlicitError `escopo_ausente`, `agora_invalido` */
export function readAgora({ escopos }: Pick<Acesso, 'escopos'>, texto: string | undefined): Date | null {
  if (texto === undefined) return null;
  if (!escopos.has('analises:simular')) throw new AlicitError('proibido', 'escopo_ausente', 'Simular outro momento (campo agora) exige o escopo analises:simular, que a chave de API não tem.', { escopo: 'analises:simular' });
  return parseAgora(texto);
}
