import { DateTime } from 'luxon';
import { FUSO } from '../../kernel/index.js';
import { DIAS_SEMANA, type Modo, type Preferencias } from './preferencias.js';

const inBrasilia = (agora: Date): DateTime => DateTime.fromJSDate(agora, { zone: FUSO });

function atHora(dia: DateTime, hora: string): DateTime {
  const [h = 0, m = 0] = hora.split(':').map(Number);
  return dia.startOf('day').set({ hour: h, minute: m });
}

/** The first hour of the digest after `agora`. A time of day the clock skips is the one after it. */
export function nextResumo({ hora, dias }: Preferencias['resumo'], agora: Date): Date {
  const hoje = inBrasilia(agora);
  for (let i = 0; i <= 7; i++) {
    const vez = atHora(hoje.plus({ days: i }), hora);
    if (vez > hoje && dias.includes(DIAS_SEMANA[vez.weekday - 1]!)) return vez.toJSDate();
  }
  throw new RangeError('a digest needs a day of the week');
}

/** The end of the quiet hours that `agora` is in; null outside of them. Equal hours are no quiet hours. */
export function endOfSilencio(silencio: Preferencias['silencio'], agora: Date): Date | null {
  if (!silencio || silencio.inicio === silencio.fim) return null;
  const hoje = inBrasilia(agora);
  const viraODia = silencio.fim < silencio.inicio;
  for (const dia of [hoje.minus({ days: 1 }), hoje]) {
    const [de, ate] = [atHora(dia, silencio.inicio), atHora(viraODia ? dia.plus({ days: 1 }) : dia, silencio.fim)];
    if (de <= hoje && hoje < ate) return ate.toJSDate();
  }
  return null;
}

/**
 * When an aviso goes by e-mail: null, never. Quiet hours hold what goes at once, unless its deadline passes before they end.
 * @param limite ISO instant after which it would come too late
 */
export function releaseOf(p: Pick<Preferencias, 'resumo' | 'silencio'>, modo: Modo, agora: Date, limite: string | null): Date | null {
  if (modo === 'desligado') return null;
  if (modo === 'resumo') return nextResumo(p.resumo, agora);
  const fim = endOfSilencio(p.silencio, agora);
  if (!fim) return agora;
  return limite !== null && Date.parse(limite) <= fim.getTime() ? agora : fim;
}
