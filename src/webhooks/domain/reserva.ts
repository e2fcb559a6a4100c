import { ESPERAS_MS } from './backoff.js';

/** Of one destination at once, over all processes. */
export const MAX_POR_DESTINO = 2;
/** Attempts of one delivery, killed ones included. */
export const MAX_TENTATIVAS = ESPERAS_MS.length + 1;
/** Clocks of processes differ: a job this early is on time, and up to a minute early it is asked for again. */
const ADIANTADO_MS = 1000;
const ESPERA_MAXIMA_MS = 60_000;

/** A delivery whose turn seems to have come. */
export interface EntregaNaVez {
  readonly estado: string;
  readonly tentativas: number;
  readonly proximaEm: Date | null;
  /** Until when an attempt in course holds it. */
  readonly reservadaAte: Date | null;
  /** False: the webhook was turned off. */
  readonly ativo: boolean;
  readonly teste: boolean;
  /** The destination answers slowly: it has a queue of its own kind. */
  readonly lento: boolean;
  /** Other deliveries to the same destination that are being made. */
  readonly emCurso: number;
}

/** `nada`: it is over, somebody else's, or will be woken by whoever finishes before it. */
export type DecisaoReserva = { readonly fazer: 'enviar' | 'nada' | 'cancelar' | 'desistir' | 'outra_fila' } | { readonly fazer: 'esperar'; readonly ms: number };

/** What to do with a delivery that a job names. @param naFilaLenta the job came by the queue of slow destinations */
export function decideReserva(e: EntregaNaVez, agora: Date, naFilaLenta: boolean): DecisaoReserva {
  if (e.estado !== 'pendente' || (e.reservadaAte && e.reservadaAte > agora)) return { fazer: 'nada' };
  if (!e.ativo && !e.teste) return { fazer: 'cancelar' };
  if (e.tentativas >= MAX_TENTATIVAS) return { fazer: 'desistir' };
  const falta = (e.proximaEm?.getTime() ?? 0) - agora.getTime();
  if (falta > ADIANTADO_MS) return falta > ESPERA_MAXIMA_MS ? { fazer: 'nada' } : { fazer: 'esperar', ms: falta };
  if (e.lento && !naFilaLenta) return { fazer: 'outra_fila' };
  return { fazer: e.emCurso >= MAX_POR_DESTINO ? 'nada' : 'enviar' };
}
