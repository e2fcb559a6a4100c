import { AlicitError } from '../kernel/index.js';
import { classOf } from '../observacao/index.js';
import { readRetryAfter } from './domain/espera.js';
import type { Falha } from './erros.js';
import { readJson } from './read-json.js';

const ESGOTADO = 'tempo_esgotado';

/** A request that got no answer, or lost it halfway. @throws AlicitError of ours (an address refused, a body too large), which is final */
export function classifyErro(erro: unknown, { esgotado, cancelado }: { readonly esgotado: boolean; readonly cancelado: boolean }): Falha {
  if (erro instanceof AlicitError) throw erro;
  const falha = (desfecho: Falha['desfecho'], causa: string): Falha => ({ desfecho, status: null, causa, mensagem: null, esperarMs: null });
  if (cancelado) return falha('cancelado', 'cancelado');
  const codigo = (erro as { code?: unknown } | null)?.code;
  const causa = esgotado || (typeof codigo === 'string' && /TIMEOUT|TIMEDOUT/.test(codigo)) ? ESGOTADO : classOf(erro);
  return causa === ESGOTADO ? falha('tempo_esgotado', causa) : falha('rede', causa === 'erro_interno' ? 'conexao_interrompida' : causa);
}

/** An answer that is no success. @param corpo its beginning @param agora ms since 1970 */
export function classifyStatus(status: number, cabecalhos: Readonly<Record<string, string | string[] | undefined>>, corpo: Uint8Array, agora: number): Falha {
  const esperarMs = readRetryAfter(cabecalhos['retry-after'], agora);
  const comum = { status, causa: `http_${status}`, mensagem: readMensagem(corpo), esperarMs };
  if (status === 429) return { ...comum, desfecho: 'limite' };
  if (status === 404) return { ...comum, desfecho: 'nao_encontrado' };
  if (status === 408) return { ...comum, desfecho: 'tempo_esgotado' };
  if (status === 425 || status >= 500) return { ...comum, desfecho: 'erro_servidor' };
  return { ...comum, desfecho: status >= 400 ? 'recusado' : 'resposta_invalida' };
}

/** PNCP's refusals are JSON with a `message`: one line of it, untrusted. */
function readMensagem(corpo: Uint8Array): string | null {
  const lido = readJson(corpo, undefined);
  const texto = lido.ok && typeof lido.valor === 'object' && lido.valor !== null ? (lido.valor as { message?: unknown }).message : null;
  return typeof texto === 'string' ? texto.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim().slice(0, 200) || null : null;
}
