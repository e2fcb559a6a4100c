/**
 * Text of unknown encoding: by its mark (BOM), by the charset an HTML page declares, else UTF-8 when it is that, else
 * Windows' Latin-1, in which everything is text.
 */
export function decodeTexto(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode('utf-16le', bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode('utf-16be', bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const declarado = /charset\s{0,3}=\s{0,3}["']?(utf-8)/i.test(decode('windows-1252', bytes.subarray(0, 2048)));
    return decode(declarado ? 'utf-8' : 'windows-1252', bytes);
  }
}

const decode = (codificacao: string, bytes: Uint8Array): string => new TextDecoder(codificacao).decode(bytes);
