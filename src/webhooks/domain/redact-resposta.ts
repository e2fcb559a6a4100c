/** Secrets that a receiver may echo: ours (signatures, webhook secrets, API keys) and theirs (authorization values). */
const SEGREDOS: readonly (readonly [RegExp, string])[] = [
  [/\bwhsec_[\w+/=-]+/g, 'whsec_…'],
  [/\bv1,[\w+/-]{20,}={0,2}/g, 'v1,…'],
  [/\balicit_[\w-]{8,}/g, 'alicit_…'],
  [/\b(Bearer|Basic)\s+[\w.~+/=-]{8,}/gi, '$1 …'],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, 'eyJ…'],
];

/** What a receiver answered, as text for the delivery log: no control characters (PostgreSQL keeps no U+0000), no secrets. */
export function redactResposta(bytes: Uint8Array): string {
  const texto = new TextDecoder().decode(bytes).replace(/[^\P{Cc}\t\n]/gu, '');
  return SEGREDOS.reduce((t, [padrao, troca]) => t.replace(padrao, troca), texto);
}
