import { BEM, latest, type Indicador, type Uso, type Verificacao } from '../observacao/index.js';
import type { EstadoPncp } from './domain/pncp.js';

/** Failures among successes are PNCP's usual day; so long after the last success they are not. */
const SEM_SUCESSO_MS = 10 * 60_000;

/**
 * How PNCP is, told from the requests that were made: nothing is asked of it to know. Optional: ALICIT works with what it
 * has. `nao_configurado` until the first request.
 */
export function judgePncp({ endpoints, pausadoAte }: EstadoPncp): Verificacao {
  const usados = endpoints.filter((e) => e.ultimoSucesso !== null || e.ultimaFalha !== null);
  if (!usados.length) return { estado: 'nao_configurado', erro: null };
  if (pausadoAte) return { estado: 'limite', erro: 'http_429' };
  const aberto = usados.find((e) => e.disjuntor !== 'fechado');
  if (aberto) return { estado: 'indisponivel', erro: `disjuntor_${aberto.endpoint}` };
  const sucesso = Math.max(...usados.map((e) => e.ultimoSucesso?.getTime() ?? 0));
  const falha = usados.flatMap((e) => e.ultimaFalha ?? []).sort((a, b) => b.em.getTime() - a.em.getTime())[0];
  if (!falha || falha.em.getTime() - sucesso < SEM_SUCESSO_MS) return BEM;
  return { estado: 'indisponivel', erro: falha.status === null ? falha.desfecho : `http_${falha.status}` };
}

/** What processes that ask PNCP tell those that do not: it is asked in bursts, a quarter of an hour apart. ms */
const USO_VALE_MS = 60 * 60_000;

/** The same for other processes to hear; null until the first request of this one. */
export function usoDe(estado: EstadoPncp): Uso | null {
  const { endpoints } = estado;
  const em = latest(endpoints.flatMap((e) => [e.ultimoSucesso, e.ultimaFalha?.em]));
  return em && { ...judgePncp(estado), em, latenciaMs: endpoints.find((e) => e.ultimoSucesso?.getTime() === em.getTime())?.latenciaMs?.p50 ?? null, ultimoSucesso: latest(endpoints.map((e) => e.ultimoSucesso)), desmentivel: false };
}

export const createSaudePncp = (estado: () => EstadoPncp): Indicador => ({ nome: 'pncp', obrigatorio: false, check: () => Promise.resolve(judgePncp(estado())), uso: () => usoDe(estado()), usoValeMs: USO_VALE_MS });
