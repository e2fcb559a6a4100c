import { isDiaUtil, type Calendario, type LeituraCalendario } from './calendario.js';
import { addDias, type Dia } from './dia.js';

function walk(c: Calendario, dia: Dia, n: number, passo: 1 | -1, leitura: LeituraCalendario): Dia {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`business days must be a non-negative integer: ${n}`);
  let d = dia;
  for (let falta = n; falta > 0; ) {
    d = addDias(d, passo);
    if (isDiaUtil(c, d, leitura)) falta--;
  }
  return d;
}

/** The n-th business day after `dia`: the start is left out and the end is counted (art. 183, caput). */
export const addDiasUteis = (c: Calendario, dia: Dia, n: number, leitura: LeituraCalendario): Dia => walk(c, dia, n, 1, leitura);

/** The limit of "até n dias úteis antes de `dia`": the day itself does not count. */
export const subtractDiasUteis = (c: Calendario, dia: Dia, n: number, leitura: LeituraCalendario): Dia => walk(c, dia, n, -1, leitura);

/** Business days in (de, ate]; 0 when `ate` is not after `de`. */
export function countDiasUteis(c: Calendario, de: Dia, ate: Dia, leitura: LeituraCalendario): number {
  let n = 0;
  for (let d = addDias(de, 1); d <= ate; d = addDias(d, 1)) if (isDiaUtil(c, d, leitura)) n++;
  return n;
}

/** The day itself or the next business day: a term that falls on a day without work moves on (art. 183, § 2º). */
export function nextDiaUtil(c: Calendario, dia: Dia, leitura: LeituraCalendario): Dia {
  let d = dia;
  while (!isDiaUtil(c, d, leitura)) d = addDias(d, 1);
  return d;
}

/** End of a term of n business days for acts made known on the internet: its first day is the next business day (art. 183, § 1º, I). */
export const addDiasUteisDaInternet = (c: Calendario, dia: Dia, n: number, leitura: LeituraCalendario): Dia =>
  addDiasUteis(c, addDiasUteis(c, dia, 1, leitura), n, leitura);
