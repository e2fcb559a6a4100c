import type { Uso } from './indicador.js';

/** A real request counts for so long unless its owner says otherwise, ms. */
export const USO_VALE_MS = 5 * 60_000;

/** When the last probe was made, ms since 1970, and whether it is still to be believed. */
export interface SondaFeita {
  readonly em: number;
  readonly valida: boolean;
}

/**
 * What says how a dependency is: its last real request, the last probe, or a probe still to be made.
 * - A recent request that went well needs no probe, and neither does a failure no probe can disprove.
 * - Another recent failure stands until a probe made after it; probes are made no oftener than their validity.
 * - Without a recent request, the probe.
 */
export function decidir(uso: Pick<Uso, 'em' | 'estado' | 'desmentivel'> | null, sonda: SondaFeita | null, agora: number, valeMs: number = USO_VALE_MS): 'uso' | 'sonda' | 'sondar' {
  const valida = sonda?.valida ?? false;
  if (!uso || agora - uso.em.getTime() > valeMs) return valida ? 'sonda' : 'sondar';
  if (uso.estado === 'ok' || !uso.desmentivel) return 'uso';
  if (!valida) return 'sondar';
  return sonda!.em > uso.em.getTime() ? 'sonda' : 'uso';
}

/** The later of what is known of the same dependency. A clock that runs ahead on another machine does not win for ever: nothing is later than now. */
export function newest(usos: readonly (Uso | null | undefined)[], agora: number): Uso | null {
  const ditos = usos.filter((u) => u !== null && u !== undefined).map((u) => (u.em.getTime() > agora ? { ...u, em: new Date(agora) } : u));
  const ultimo = ditos.reduce<Uso | null>((a, b) => (a && a.em >= b.em ? a : b), null);
  return ultimo && { ...ultimo, ultimoSucesso: latest(ditos.map((u) => u.ultimoSucesso)) };
}

/** The latest of some instants. */
export const latest = (instantes: readonly (Date | null | undefined)[]): Date | null => instantes.reduce<Date | null>((a, b) => (b && (!a || b > a) ? b : a), null);
