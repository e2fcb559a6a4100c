import { APICallError } from '@ai-sdk/provider';
import { readEspera } from './domain/espera.js';
import { FalhaDeModelo, type Causa, type Falha } from './domain/falha.js';

/** Failed before a byte of the request was sent. */
const SEM_CONEXAO = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'CERT_HAS_EXPIRED', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'ERR_TLS_CERT_ALTNAME_INVALID']);
const SEM_CREDITO = /"(?:code|type)"\s*:\s*"(?:insufficient_quota|billing_hard_limit_reached)"/;

/** A body longer than is read. */
export class RespostaGrande extends Error {
  override readonly name = 'RespostaGrande';
}

/** Whatever a request threw, as a class of failure; nothing of the error itself goes on: it carries the request and its headers. @param agora ms since 1970 */
export function classifyFalha(erro: unknown, { esgotado, agora }: { readonly esgotado: boolean; readonly agora: number }): Falha {
  if (erro instanceof FalhaDeModelo) return erro.falha;
  const falha = (causa: Causa, talvezPago: boolean, status: number | null = null, esperarMs: number | null = null): Falha => ({ causa, status, esperarMs, talvezPago });
  if (esgotado) return falha('tempo_esgotado', true);
  const cadeia = causesOf(erro);
  if (cadeia.some((e) => e instanceof RespostaGrande)) return falha('resposta_grande', true);
  const status = APICallError.isInstance(erro) ? (erro.statusCode ?? null) : null;
  if (APICallError.isInstance(erro) && status !== null && status >= 300) {
    return falha(causeOf(status, erro.responseBody ?? ''), status === 408, status, readEspera(erro.responseHeaders ?? {}, agora));
  }
  const codigos = cadeia.map((e) => (e as { code?: unknown }).code).filter((c) => typeof c === 'string');
  if (codigos.some((c) => SEM_CONEXAO.has(c))) return falha('rede', false, status);
  if (codigos.some((c) => /TIMEOUT|TIMEDOUT/.test(c))) return falha('tempo_esgotado', true, status);
  if (codigos.some((c) => /^(?:ECONNRESET|EPIPE|UND_ERR_SOCKET|ECONNABORTED)$/.test(c)) || cadeia.some((e) => e instanceof TypeError && /fetch failed|terminated/.test(e.message))) return falha(status === null ? 'rede' : 'resposta_cortada', true, status);
  return falha('resposta_invalida', true, status);
}

function causeOf(status: number, corpo: string): Causa {
  if (status === 401 || status === 403) return 'chave_recusada';
  if (status === 429) return SEM_CREDITO.test(corpo) ? 'sem_credito' : 'limite';
  if (status === 404) return 'modelo_desconhecido';
  if (status === 408) return 'tempo_esgotado';
  if (status === 409 || status === 425 || status >= 500) return 'erro_servidor';
  return status >= 400 ? 'pedido_recusado' : 'resposta_invalida';
}

/** The error and what caused it, a few deep. */
function causesOf(erro: unknown): readonly object[] {
  const cadeia: object[] = [];
  for (let e = erro; typeof e === 'object' && e !== null && cadeia.length < 6; e = (e as { cause?: unknown }).cause) cadeia.push(e);
  return cadeia;
}
