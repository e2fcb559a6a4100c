import type { Calendario, LeituraCalendario } from './calendario.js';
import { nextDiaUtil } from './dias-uteis.js';
import type { Dia } from './dia.js';

/** Date to date; a month without that day ends on its last one (art. 183, II and § 3º). */
export function addMeses(dia: Dia, n: number): Dia {
  const [ano, mes, d] = dia.split('-').map(Number) as [number, number, number];
  const total = ano * 12 + (mes - 1) + n;
  const anoFinal = Math.floor(total / 12);
  const mesFinal = total - anoFinal * 12;
  const ultimo = new Date(Date.UTC(anoFinal, mesFinal + 1, 0)).getUTCDate();
  return `${anoFinal}-${String(mesFinal + 1).padStart(2, '0')}-${String(Math.min(d, ultimo)).padStart(2, '0')}`;
}

/** End of a term in months, moved to the next business day when nobody works (art. 183, §§ 2º and 3º). */
export const vencimentoEmMeses = (c: Calendario, dia: Dia, n: number, leitura: LeituraCalendario): Dia => nextDiaUtil(c, addMeses(dia, n), leitura);
