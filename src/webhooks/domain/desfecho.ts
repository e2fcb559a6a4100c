import { scheduleTentativa } from './backoff.js';
import type { Classificacao } from './classify-resposta.js';

/** `pendente`: there is an attempt to come. */
export const ESTADOS_ENTREGA = ['pendente', 'entregue', 'recusada', 'desistiu', 'cancelada'] as const;
export type EstadoEntrega = (typeof ESTADOS_ENTREGA)[number];

export interface Tentada extends Classificacao {
  readonly esperaPedidaMs: number | null;
  readonly duracaoMs: number;
}

/** A destination that takes longer than this no longer shares workers with the others. */
export const LENTO_MS = 2000;
const DIA_MS = 24 * 3600 * 1000;
/** Failures that say nothing of the endpoint. */
const NOSSAS: ReadonlySet<string> = new Set(['saida_cancelada', 'segredo_ilegivel', 'evento_grande']);

/** What a delivery is after its `numero`-th attempt. @param sorteio random number, 0 ≤ n < 1 */
export function decideEntrega(t: Tentada, numero: number, agora: Date, sorteio: number): { readonly estado: EstadoEntrega; readonly proximaEm: Date | null } {
  if (t.desfecho !== 'tentar_de_novo') return { estado: t.desfecho, proximaEm: null };
  const proxima = scheduleTentativa({ feitas: numero, agora, sorteio, esperaPedidaMs: t.esperaPedidaMs });
  return proxima.estado === 'desistiu' ? { estado: 'desistiu', proximaEm: null } : { estado: 'pendente', proximaEm: proxima.em };
}

export interface SaudeWebhook {
  /** When the first attempt after the last success failed. */
  readonly falhandoDesde: Date | null;
  readonly lento: boolean;
  /** Why it is turned off now, in Portuguese; null: it is not. */
  readonly desativar: string | null;
}

/** What an attempt says of its webhook: turned off at once by a 410, or when a delivery is given up after `diasFalha` days without success. */
export function decideWebhook(falhandoDesde: Date | null, t: Tentada, estado: EstadoEntrega, agora: Date, diasFalha: number): SaudeWebhook {
  const lento = t.duracaoMs > LENTO_MS;
  if (t.desfecho === 'entregue') return { falhandoDesde: null, lento, desativar: null };
  if (t.codigo !== null && NOSSAS.has(t.codigo)) return { falhandoDesde, lento, desativar: null };
  const desde = falhandoDesde ?? agora;
  if (t.desativar) return { falhandoDesde: desde, lento, desativar: t.motivo };
  const cansou = estado !== 'pendente' && agora.getTime() - desde.getTime() >= diasFalha * DIA_MS;
  return { falhandoDesde: desde, lento, desativar: cansou ? `Nenhuma entrega deu certo em ${diasFalha} dia${diasFalha === 1 ? '' : 's'} ou mais. A última falha: ${t.motivo ?? 'sem resposta.'}` : null };
}
