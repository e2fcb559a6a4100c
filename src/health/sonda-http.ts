import { BEM, type Verificacao } from '../observacao/index.js';

/**
 * Asks a vendor something cheap and says what its answer means: a wrong key, a quota and an outage are different
 * things to do. Redirects are not followed: the key goes nowhere else. The body is not read.
 */
export async function probeHttp(url: string, cabecalhos: Readonly<Record<string, string>>, sinal: AbortSignal): Promise<Verificacao> {
  const resposta = await fetch(url, { headers: cabecalhos, redirect: 'manual', signal: sinal });
  await resposta.body?.cancel().catch(() => undefined);
  return meaningOf(resposta.status);
}

/** What a status says about the vendor. */
export function meaningOf(status: number): Verificacao {
  if (status >= 200 && status < 300) return BEM;
  const erro = `http_${status}`;
  if (status === 401 || status === 403) return { estado: 'chave_invalida', erro };
  if (status === 402 || status === 429) return { estado: 'limite', erro };
  return { estado: 'indisponivel', erro };
}
