import { BEM, type Verificacao } from './indicador.js';

/** Of a refusal so much is read, to tell its kinds apart. Bytes. */
const MAX_CORPO = 4096;
/** A good key that may not do what was asked: the refusal names what it lacks. */
const SEM_ESCOPO = /missing scopes?/i;
const SEM_CREDITO = /insufficient_quota|billing_hard_limit_reached/;

export interface OpcoesDeSonda {
  readonly cabecalhos: Readonly<Record<string, string>>;
  readonly sinal: AbortSignal;
  /** Statuses that only say that this route is not there: who answers them, answers. */
  readonly semRota?: readonly number[];
}

/**
 * Asks a vendor something cheap and says what its answer means: a wrong key, a quota and an outage are different
 * things to do. Redirects are not followed: the key goes nowhere else. Of the body only the start of a refusal is read,
 * and none of it is repeated.
 */
export async function probeHttp(url: string, { cabecalhos, sinal, semRota = [] }: OpcoesDeSonda): Promise<Verificacao> {
  const resposta = await fetch(url, { headers: cabecalhos, redirect: 'manual', signal: sinal });
  const corpo = [401, 403, 429].includes(resposta.status) ? await readStart(resposta) : '';
  await resposta.body?.cancel().catch(() => undefined);
  return semRota.includes(resposta.status) ? BEM : meaningOf(resposta.status, corpo);
}

/** What a status, and the start of its body, say about the vendor. */
export function meaningOf(status: number, corpo = ''): Verificacao {
  if (status >= 200 && status < 300) return BEM;
  const erro = `http_${status}`;
  if (status === 401 || status === 403) return SEM_ESCOPO.test(corpo) ? BEM : { estado: 'chave_invalida', erro };
  if (status === 402 || status === 429) return { estado: 'limite', erro: SEM_CREDITO.test(corpo) ? 'sem_credito' : erro };
  return { estado: 'indisponivel', erro };
}

async function readStart(resposta: Response): Promise<string> {
  const leitor = resposta.body?.getReader();
  if (!leitor) return '';
  const partes: Uint8Array[] = [];
  try {
    for (let lidos = 0; lidos < MAX_CORPO; ) {
      const { done, value } = await leitor.read();
      if (done) break;
      partes.push(value as Uint8Array);
      lidos += (value as Uint8Array).length;
    }
  } catch {
    // What came tells enough; without it, the status does.
  } finally {
    await leitor.cancel().catch(() => undefined);
    leitor.releaseLock();
  }
  return Buffer.concat(partes).subarray(0, MAX_CORPO).toString('latin1');
}
