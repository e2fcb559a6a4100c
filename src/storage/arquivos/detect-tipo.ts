/** Bytes that are enough to tell a type. */
export const INICIO = 4100;

/** Short name of a file's type by its first bytes ("pdf", "docx", "zip"…); null when they do not tell (plain text, HTML, CSV). */
export async function detectTipo(inicio: Uint8Array): Promise<string | null> {
  const { fileTypeFromBuffer } = await import('file-type');
  return (await fileTypeFromBuffer(inicio).catch(() => undefined))?.ext ?? null;
}

/** Passes a stream on, keeping its first bytes. */
export async function* keepInicio(origem: AsyncIterable<Buffer | string>, guarda: (trecho: Buffer) => void): AsyncGenerator<Buffer> {
  let falta = INICIO;
  for await (const parte of origem) {
    const trecho = typeof parte === 'string' ? Buffer.from(parte) : parte;
    if (falta > 0) guarda(Buffer.from(trecho.subarray(0, falta)));
    falta -= trecho.length;
    yield trecho;
  }
}
