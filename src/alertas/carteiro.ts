import { setTimeout as sleep } from 'node:timers/promises';
import { AlicitError } from '../kernel/index.js';
import type { Saida } from '../saida/index.js';
import { readRetryAfter } from '../webhooks/index.js';
import { renderCorpo, type Formato } from './domain/formatos.js';
import type { Mensagem } from './domain/mensagem.js';

/** What became of a message. Never holds the address. */
export interface Entregue {
  readonly ok: boolean;
  /** HTTP status; null: there was no answer. */
  readonly status: number | null;
  /** Class of the failure: `http_404`, `saida_rede`; null when it went well. */
  readonly codigo: string | null;
  /** The address refuses such messages: trying again soon does not help. */
  readonly recusada: boolean;
  readonly tentativas: number;
}

export interface OpcoesCarteiro {
  readonly saida: Saida;
  /** A secret at Slack and Discord. */
  readonly url: string;
  readonly formato: Formato;
  readonly versao: string;
  /** Waits between attempts, ms: one fewer than the attempts. */
  readonly esperasMs?: readonly number[];
}

export interface Carteiro {
  /** Posts; tries again what may go better. A failure is told, not thrown. */
  deliver(mensagem: Mensagem, sinal?: AbortSignal): Promise<Entregue>;
}

const ESPERAS_MS: readonly number[] = [1000, 4000];
const TEMPO_MS = 8000;
const MAX_ESPERA_MS = 10_000;
const MAX_RESPOSTA = 1024;
/** The longest a delivery takes: whoever has a message to tell holds it for more than this. */
export const ENTREGA_MS = (ESPERAS_MS.length + 1) * TEMPO_MS + ESPERAS_MS.length * MAX_ESPERA_MS;
const PASSAGEIROS: ReadonlySet<number> = new Set([408, 425, 429]);

export function createCarteiro({ saida, url, formato, versao, esperasMs = ESPERAS_MS }: OpcoesCarteiro): Carteiro {
  async function attempt(corpo: string, id: string, sinal: AbortSignal | undefined): Promise<Omit<Entregue, 'tentativas'> & { readonly esperaMs: number }> {
    try {
      const { status, cabecalhos } = await saida.pedir({ url, metodo: 'POST', corpo, tempoMs: TEMPO_MS, maxBytes: MAX_RESPOSTA, aoExceder: 'cortar', cabecalhos: { 'content-type': 'application/json; charset=utf-8', 'webhook-id': id }, ...(sinal ? { sinal } : {}) });
      if (status >= 200 && status < 300) return { ok: true, status, codigo: null, recusada: false, esperaMs: 0 };
      const pedida = cabecalhos['retry-after'];
      return { ok: false, status, codigo: `http_${status}`, recusada: status < 500 && !PASSAGEIROS.has(status), esperaMs: readRetryAfter(typeof pedida === 'string' ? pedida : undefined, new Date()) ?? 0 };
    } catch (erro) {
      const codigo = erro instanceof AlicitError ? erro.codigo : 'erro_interno';
      return { ok: false, status: null, codigo, recusada: codigo === 'endereco_nao_permitido', esperaMs: 0 };
    }
  }
  return {
    async deliver(mensagem, sinal) {
      const corpo = renderCorpo(mensagem, formato, versao);
      for (let n = 1; ; n++) {
        const { esperaMs, ...feito } = await attempt(corpo, mensagem.id, sinal);
        const espera = esperasMs[n - 1];
        if (feito.ok || feito.recusada || espera === undefined || sinal?.aborted) return { ...feito, tentativas: n };
        await sleep(Math.min(MAX_ESPERA_MS, Math.max(espera, esperaMs)), undefined, sinal ? { signal: sinal } : {}).catch(() => undefined);
      }
    },
  };
}
