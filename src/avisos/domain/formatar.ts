import { DateTime } from 'luxon';
import { FUSO } from '../../kernel/index.js';

/** "15/12/2026 às 09:00", in the instant's own offset, which is said when it is not Brasília's; the text itself when it is no instant. */
export function formatQuando(iso: string): string {
  const temFuso = /(?:Z|[+-]\d{2}:?\d{2})$/.test(iso);
  const d = iso.endsWith('Z') || !temFuso ? DateTime.fromISO(iso, { zone: FUSO }) : DateTime.fromISO(iso, { setZone: true });
  if (!d.isValid) return iso;
  const fuso = d.offset === -180 ? '' : ` (UTC${d.toFormat('ZZ')})`;
  const hora = d.toFormat('HH:mm:ss') === '23:59:59' ? ', até o fim do dia' : ` às ${d.toFormat('HH:mm')}`;
  return `${d.toFormat('dd/MM/yyyy')}${hora}${fuso}`;
}

/** "hoje", "em 1 dia útil", "em 3 dias úteis". */
export const formatFalta = (diasUteis: number): string => (diasUteis === 0 ? 'hoje' : diasUteis === 1 ? 'em 1 dia útil' : `em ${diasUteis} dias úteis`);

/** At most so many characters, an ellipsis for what was left out. */
export const shorten = (texto: string, maximo: number): string => (texto.length <= maximo ? texto : `${texto.slice(0, maximo - 1).trimEnd()}…`).toWellFormed();
