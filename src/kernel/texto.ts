/**
 * Folding that keeps every offset: one UTF-16 unit in, one out. Lower case, no accents, typographic quotes and
 * dashes made plain. Expressions are matched on the folded text and quotes are cut from the original at the same
 * place. The caller passes NFC text (see `normalizeText`).
 */
export function fold(texto: string): string {
  const codigos = new Uint16Array(texto.length);
  let largo = false;
  for (let i = 0; i < texto.length; i++) {
    const codigo = texto.charCodeAt(i);
    const dobrado = codigo < 128 ? (codigo >= 65 && codigo <= 90 ? codigo + 32 : codigo) : foldChar(texto[i]!).charCodeAt(0);
    codigos[i] = dobrado;
    if (dobrado > 255) largo = true;
  }
  // One flat string: text joined character by character is a tree that takes twenty times its size.
  return largo ? Buffer.from(codigos.buffer).toString('utf16le') : Buffer.from(codigos).toString('latin1');
}

const tabela = new Map<string, string>([
  ['“', '"'], ['”', '"'], ['„', '"'], ['‘', "'"], ['’', "'"], ['´', "'"], ['–', '-'], ['—', '-'], ['−', '-'], ['‐', '-'], ['‑', '-'],
  ['\u00a0', ' '], ['\u2007', ' '], ['\u202f', ' '], ['\u2009', ' '], ['\u00ad', '-'], ['°', 'º'], ['º', 'º'], ['ª', 'ª'], ['•', '-'], ['·', '-'],
]);
function foldChar(c: string): string {
  let r = tabela.get(c);
  if (r === undefined) {
    r = c.normalize('NFD')[0]!.toLowerCase();
    if (r.length !== 1) r = c;
    tabela.set(c, r);
  }
  return r;
}

/** NFC, ligatures opened, no-break spaces plain, control characters out; line breaks are `\n`. */
export function normalizeText(texto: string): string {
  return texto
    .replace(/\r\n?/g, '\n')
    .replace(/[\ufb00-\ufb06]/g, (c) => c.normalize('NFKC'))
    .normalize('NFC')
    .replace(/[\u00a0\u2007\u202f\u2009]/g, ' ')
    .replace(/[\u0000-\u0008\u000b\u000e-\u001f\ufeff\u200b-\u200d]/g, '');
}

/** White space collapsed to single spaces, trimmed. */
export const squeeze = (texto: string): string => texto.replace(/\s+/g, ' ').trim();

/** Letters and digits of the folded text only: the comparison that survives spacing, hyphenation and punctuation. */
export const lettersOf = (texto: string): string =>
  texto.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/[^a-z0-9]/g, '');
