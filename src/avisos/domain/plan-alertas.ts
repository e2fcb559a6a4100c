import { countDiasUteis, createCalendario, diaDoInstante, instanteEm, subtractDiasUteis, type Calendario, type Dia } from '../../kernel/index.js';
import type { PrazoConhecido } from './prazo-conhecido.js';

/** Where a tender stands; only one that goes on has urgency. */
export type Andamento = 'divulgada' | 'suspensa' | 'revogada' | 'anulada';

export interface EntradaAlertas {
  /** How the tender is named in keys. */
  readonly referencia: string;
  readonly andamento: Andamento;
  readonly uf: string | null;
  readonly prazos: readonly PrazoConhecido[];
  readonly diasUteisAntes: readonly number[];
  /** Hour of Brasília at which a day's alerts go out. */
  readonly hora: string;
  readonly agora: Date;
  /** Keys of what was told already. */
  readonly contadas: ReadonlySet<string>;
}

export interface AlertaDePrazo {
  readonly chave: string;
  readonly prazo: PrazoConhecido;
  /** The configured advance that is due. */
  readonly antecedencia: number;
  /** From today to the deadline's day. */
  readonly diasUteisRestantes: number;
}

const DUAS_HORAS_MS = 2 * 3600 * 1000;

/** The key of an alert: another date is another alert. */
export const chaveDoAlerta = (referencia: string, { id, em }: Pick<PrazoConhecido, 'id' | 'em'>, antecedencia: number): string => `prazo:${referencia}:${id}:${new Date(em).toISOString()}:${antecedencia}`;

/**
 * Which deadlines are to be told now. Of the advances that are due only the nearest is told: after days without running one alert comes, not
 * three. What is past, or of a tender that stopped, is not told.
 */
export function planAlertas(e: EntradaAlertas): readonly AlertaDePrazo[] {
  if (e.andamento !== 'divulgada') return [];
  const calendario = createCalendario({ uf: e.uf });
  const distintos = e.prazos.filter((p) => p.id !== 'sessao' || !e.prazos.some((o) => o.id === 'propostas' && Date.parse(o.em) === Date.parse(p.em)));
  return distintos.flatMap((prazo) => planPrazo(prazo, calendario, e) ?? []);
}

function planPrazo(prazo: PrazoConhecido, calendario: Calendario, { referencia, diasUteisAntes, hora, agora, contadas }: EntradaAlertas): AlertaDePrazo | null {
  const [limite, dia] = [Date.parse(prazo.em), diaDoInstante(prazo.em)];
  if (dia === null || Number.isNaN(limite) || limite <= agora.getTime()) return null;
  const devidas = diasUteisAntes.filter((n) => alertAt(calendario, dia, n, hora, limite) <= agora.getTime());
  if (!devidas.length) return null;
  const antecedencia = Math.min(...devidas);
  const jaContada = diasUteisAntes.some((n) => n <= antecedencia && contadas.has(chaveDoAlerta(referencia, prazo, n)));
  if (jaContada) return null;
  const hoje = diaDoInstante(toBrasilia(agora))!;
  return { chave: chaveDoAlerta(referencia, prazo, antecedencia), prazo, antecedencia, diasUteisRestantes: countDiasUteis(calendario, hoje, dia, 'conservadora') };
}

/** ms: the hour of alerts so many business days before; on the last day, two hours before at the latest. */
function alertAt(calendario: Calendario, dia: Dia, antecedencia: number, hora: string, limite: number): number {
  const em = Date.parse(instanteEm(antecedencia === 0 ? dia : subtractDiasUteis(calendario, dia, antecedencia, 'conservadora'), '-03:00', hora));
  return Math.min(em, limite - DUAS_HORAS_MS);
}

/** The instant as Brasília's clock shows it; the country has had one offset since 2019. */
const toBrasilia = (agora: Date): string => new Date(agora.getTime() - 3 * 3600 * 1000).toISOString().replace('Z', '-03:00');
