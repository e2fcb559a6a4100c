import { AlicitError } from '../kernel/index.js';
import type { RespostaSaida, Saida } from '../saida/index.js';
import { readRetryAfter } from './domain/backoff.js';
import { classifyFalha, classifyStatus, type Classificacao } from './domain/classify-resposta.js';
import { redactResposta } from './domain/redact-resposta.js';
import { sign } from './domain/sign.js';

/** Largest body sent and largest answer kept, in bytes. */
export const MAX_BYTES_EVENTO = 256 * 1024;
export const MAX_BYTES_RESPOSTA = 2 * 1024;

export interface Entrega {
  /** Of the event. */
  readonly id: string;
  readonly url: string;
  /** JSON, exactly as it is signed and sent. */
  readonly corpo: string;
  /** `whsec_…` that are valid now, the current one first. */
  readonly segredos: readonly string[];
}

/** One line of the delivery log. Headers are never in it. */
export interface ResultadoEntrega extends Classificacao {
  /** HTTP status; null when there was no answer. */
  readonly status: number | null;
  /** Up to 2 KB of the answer, without secrets; null when there was no answer. */
  readonly resposta: string | null;
  readonly respostaCortada: boolean;
  /** What `Retry-After` asked for, at most one hour. */
  readonly esperaPedidaMs: number | null;
  readonly duracaoMs: number;
}

export interface ContextoEntrega {
  readonly agora: Date;
  /** From connecting to the end of the answer. */
  readonly tempoMs: number;
  /** The process is stopping. */
  readonly sinal?: AbortSignal;
}

/** One attempt: signs, posts, classifies. Never throws for what the network or the receiver does. */
export async function sendEntrega(saida: Saida, entrega: Entrega, { agora, tempoMs, sinal }: ContextoEntrega): Promise<ResultadoEntrega> {
  const inicio = performance.now();
  const fim = (r: Omit<ResultadoEntrega, 'duracaoMs'>): ResultadoEntrega => ({ ...r, duracaoMs: Math.round(performance.now() - inicio) });
  if (Buffer.byteLength(entrega.corpo) > MAX_BYTES_EVENTO) return fim({ ...SEM_RESPOSTA, ...EVENTO_GRANDE });
  try {
    const resposta = await saida.pedir({
      url: entrega.url, metodo: 'POST', corpo: entrega.corpo, tempoMs, maxBytes: MAX_BYTES_RESPOSTA, aoExceder: 'cortar', ...(sinal ? { sinal } : {}),
      cabecalhos: { 'content-type': 'application/json; charset=utf-8', ...sign({ id: entrega.id, quando: agora, corpo: entrega.corpo }, entrega.segredos) },
    });
    return fim(readResultado(resposta, agora));
  } catch (erro) {
    if (!(erro instanceof AlicitError)) throw erro;
    return fim({ ...SEM_RESPOSTA, ...classifyFalha(erro.codigo, erro.message) });
  }
}

const SEM_RESPOSTA = { status: null, resposta: null, respostaCortada: false, esperaPedidaMs: null } as const;
const EVENTO_GRANDE: Classificacao = { desfecho: 'recusada', codigo: 'evento_grande', motivo: `O evento passa de ${MAX_BYTES_EVENTO / 1024} KB e não foi enviado.`, desativar: false };

function readResultado({ status, cabecalhos, corpo, inteiro }: RespostaSaida, agora: Date): Omit<ResultadoEntrega, 'duracaoMs'> {
  const classificacao = classifyStatus(status);
  const pedida = cabecalhos['retry-after'];
  return {
    ...classificacao, status, resposta: redactResposta(corpo), respostaCortada: !inteiro,
    esperaPedidaMs: classificacao.desfecho === 'tentar_de_novo' && typeof pedida === 'string' ? readRetryAfter(pedida, agora) : null,
  };
}
