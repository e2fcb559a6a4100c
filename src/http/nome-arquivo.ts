const MAX = 180;

/**
 * A client's file name, for showing only (never part of a path): last segment, no control, invisible or direction-changing
 * characters, at most 180 characters with the extension kept. "arquivo" when nothing is left.
 */
export function cleanNomeArquivo(nome: string | null | undefined): string {
  const limpo = (nome ?? '').slice(-4000).toWellFormed().normalize('NFC').replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}\ufffd]/gu, '').split(/[/\\]/).at(-1)!.replace(/\s+/g, ' ').replace(/^[.\s]+/, '').trim();
  if (!limpo) return 'arquivo';
  const letras = [...limpo];
  if (letras.length <= MAX) return limpo;
  const extensao = [...(/\.[\p{L}\p{N}]{1,8}$/u.exec(limpo)?.[0] ?? '')];
  return [...letras.slice(0, MAX - extensao.length), ...extensao].join('');
}

/** `Content-Disposition` of a download (RFC 6266): a plain name for all, the real one in UTF-8. */
export function contentDisposition(nome: string): string {
  const limpo = cleanNomeArquivo(nome);
  const simples = limpo.normalize('NFD').replace(/[^\x20-\x7e]/g, '').replace(/["\\%]/g, '_') || 'arquivo';
  const utf8 = encodeURIComponent(limpo).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${simples}"; filename*=UTF-8''${utf8}`;
}
