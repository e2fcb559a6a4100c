/** What replaces a secret. */
const OCULTO = '[oculto]';

/** Secrets told by their shape: our keys, webhook secrets, bearer tokens, passwords inside addresses, keys of vendors. */
const FORMAS: readonly (readonly [RegExp, string])[] = [
  [/\balicit_[A-Za-z0-9_-]{8,}/g, OCULTO],
  [/\bwhsec_[A-Za-z0-9+/=_-]{8,}/g, OCULTO],
  [/\b(Bearer|Basic)(\s+|%20|\+)[^\s"'\\,;]{4,}/gi, `$1 ${OCULTO}`],
  [/\b([a-z][a-z0-9+.-]{1,20}:\/\/)[^\s/"'\\?#]*@/gi, `$1${OCULTO}@`],
  [/\b(?:sk|pcsk)[-_][A-Za-z0-9_-]{12,}/g, OCULTO],
];

/** Shorter than this a known secret is not looked for: it would hide ordinary text. */
const MENOR_SEGREDO = 6;

/**
 * Hides secrets in a text (a log line, a message): those told by their shape, and the ones given, also as JSON or as
 * part of an address would write them.
 */
export function createOcultador(segredos: readonly (string | null)[] = []): (texto: string) => string {
  const formas = segredos.filter((s): s is string => s !== null && s.length >= MENOR_SEGREDO).flatMap((s) => [s, JSON.stringify(s).slice(1, -1), encodeURIComponent(s)]);
  const conhecidos = [...new Set(formas)].sort((a, b) => b.length - a.length);
  return (texto) => {
    let limpo = texto;
    for (const segredo of conhecidos) limpo = limpo.replaceAll(segredo, OCULTO);
    for (const [forma, troca] of FORMAS) limpo = limpo.replace(forma, troca);
    return limpo;
  };
}
