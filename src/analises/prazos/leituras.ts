import type { IdPrazo, Prazo } from '../domain/analise.js';
import type { Contexto } from '../contexto/contexto.js';
import { addDias, countDiasUteis, diaNoDeslocamento, formatInstante, isDiaUtil, toMillis, type Dia, type Evidencia } from '../../kernel/index.js';

/** The readings of a deadline before they are combined. */
export interface Leituras {
  readonly id: IdPrazo;
  readonly titulo: string;
  readonly otimista?: string | null;
  readonly conservador?: string | null;
  readonly impresso?: string | null;
  /** Another instant that also binds and is none of the three (PNCP's). */
  readonly outro?: string | null;
  readonly dispositivo: string | null;
  readonly evidencias?: readonly Evidencia[];
  readonly conflitos?: readonly string[];
  readonly observacoes?: readonly string[];
  /** True: the dates are hypotheses on an act that has not happened; nothing binds yet. */
  readonly informativo?: boolean;
}

/** Earliest of the instants that exist, by time and not by text. */
export function earliest(instantes: readonly (string | null | undefined)[]): string | null {
  return instantes.reduce<string | null>((menor, x) => (x && (!menor || toMillis(x) < toMillis(menor)) ? x : menor), null);
}

/** Combines the readings: the earliest binds, what is left is counted in conservative business days after today. */
export function toPrazo(c: Pick<Contexto, 'agora' | 'calendario' | 'certame'>, l: Leituras): Prazo {
  const vinculante = l.informativo ? null : earliest([l.otimista, l.conservador, l.impresso, l.outro]);
  const encerrado = vinculante === null ? null : toMillis(vinculante) < toMillis(c.agora);
  const hoje = diaNoDeslocamento(c.agora, c.certame.deslocamento);
  const observacao = [...(l.observacoes ?? []), ...cinzas(c, l)].join(' ');
  return {
    id: l.id, titulo: l.titulo,
    otimista: l.otimista ?? null, conservador: l.conservador ?? null, impresso: l.impresso ?? null, vinculante,
    diasUteisRestantes: vinculante === null || hoje === null ? null : encerrado ? 0 : countDiasUteis(c.calendario, hoje, vinculante.slice(0, 10), 'conservadora'),
    encerrado,
    conflito: l.conflitos?.length ? l.conflitos.join(' ') : facultativos(l),
    dispositivo: l.dispositivo, evidencias: l.evidencias ?? [],
    ...(observacao ? { observacao } : {}),
  };
}

/** The two legal readings differ: say why. */
function facultativos(l: Leituras): string | null {
  if (!l.otimista || !l.conservador || l.otimista === l.conservador || l.informativo) return null;
  return `Há ponto facultativo no intervalo: se o órgão não trabalhar nele, o limite é ${formatInstante(l.conservador)}; se trabalhar, ${formatInstante(l.otimista)}. Use o mais cedo.`;
}

/** Ash Wednesday inside the interval counts as a business day; an agency that closes all day moves the limit. */
function cinzas(c: Pick<Contexto, 'calendario' | 'certame'>, l: Leituras): string[] {
  const ate = c.certame.diaAbertura;
  if (!l.conservador || !ate || l.informativo) return [];
  for (let d: Dia = l.conservador.slice(0, 10); d < ate; d = addDias(d, 1)) {
    if (c.calendario.feriadoEm(d)?.abreTarde && isDiaUtil(c.calendario, d, 'conservadora')) {
      return ['A Quarta-feira de Cinzas foi contada como dia útil (expediente à tarde): se o órgão não abrir, o limite recua um dia útil.'];
    }
  }
  return [];
}
