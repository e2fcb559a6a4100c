/** A multipart/form-data body as a browser or curl would send it. Text fields, or files with a name. */
export async function createFormulario(partes: readonly (readonly [campo: string, valor: string] | readonly [campo: string, conteudo: Uint8Array | string, nome: string])[]): Promise<{ payload: Buffer; headers: { 'content-type': string } }> {
  const form = new FormData();
  for (const [campo, conteudo, nome] of partes) {
    if (nome === undefined) form.append(campo, conteudo as string);
    else form.append(campo, new Blob([conteudo as string | Uint8Array<ArrayBuffer>]), nome);
  }
  const corpo = new Response(form);
  return { payload: Buffer.from(await corpo.arrayBuffer()), headers: { 'content-type': corpo.headers.get('content-type')! } };
}
