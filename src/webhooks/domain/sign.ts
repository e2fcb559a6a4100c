import { createHmac, timingSafeEqual } from 'node:crypto';

/** Standard Webhooks (standardwebhooks.com): what is signed is `id.timestamp.body`, with HMAC-SHA256, version `v1`. */
export interface CabecalhosAssinatura {
  readonly 'webhook-id': string;
  /** Seconds since 1970, of this attempt. */
  readonly 'webhook-timestamp': string;
  /** `v1,<base64>`, one for each secret, separated by a space. */
  readonly 'webhook-signature': string;
}

export interface MensagemAssinada {
  /** Of the event: the same in every attempt. Has no dot. */
  readonly id: string;
  readonly quando: Date;
  /** The exact text that is sent. */
  readonly corpo: string;
}

export type ResultadoVerificacao = 'ok' | 'cabecalho_ausente' | 'fora_da_tolerancia' | 'assinatura_invalida';

/** How far the clocks of sender and receiver may be apart. */
export const TOLERANCIA_S = 5 * 60;

const PREFIXO = 'whsec_';
const BYTES_SEGREDO = 32;

/** @param aleatorio 32 random bytes */
export function createSegredo(aleatorio: Uint8Array): string {
  if (aleatorio.byteLength !== BYTES_SEGREDO) throw new RangeError(`a secret has ${BYTES_SEGREDO} bytes`);
  return PREFIXO + Buffer.from(aleatorio).toString('base64');
}

/** The headers of one attempt. @param segredos `whsec_…`, at least one: the current one and, while it is valid, the one before */
export function sign({ id, quando, corpo }: MensagemAssinada, segredos: readonly string[]): CabecalhosAssinatura {
  if (segredos.length === 0) throw new RangeError('a message is signed with one secret at least');
  const timestamp = String(Math.floor(quando.getTime() / 1000));
  const assinaturas = segredos.map((s) => `v1,${computeHmac(s, id, timestamp, corpo).toString('base64')}`);
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': assinaturas.join(' ') };
}

/**
 * What a receiver does: one signature must match one secret, compared in constant time.
 * @param cabecalhos names in lower case
 * @param agora the receiver's clock
 */
export function verifySignature(cabecalhos: Readonly<Record<string, string | undefined>>, corpo: string, segredos: readonly string[], agora: Date): ResultadoVerificacao {
  const { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': assinatura } = cabecalhos;
  if (!id || !timestamp || !assinatura) return 'cabecalho_ausente';
  if (!/^\d{1,12}$/.test(timestamp) || Math.abs(agora.getTime() / 1000 - Number(timestamp)) > TOLERANCIA_S) return 'fora_da_tolerancia';
  const esperadas = segredos.map((s) => computeHmac(s, id, timestamp, corpo));
  const confere = assinatura.split(' ').some((parte) => {
    const [versao, valor] = parte.split(',');
    const recebida = Buffer.from(valor ?? '', 'base64');
    return versao === 'v1' && esperadas.some((e) => e.length === recebida.length && timingSafeEqual(e, recebida));
  });
  return confere ? 'ok' : 'assinatura_invalida';
}

const computeHmac = (segredo: string, id: string, timestamp: string, corpo: string): Buffer =>
  createHmac('sha256', Buffer.from(segredo.startsWith(PREFIXO) ? segredo.slice(PREFIXO.length) : segredo, 'base64')).update(`${id}.${timestamp}.${corpo}`).digest();
