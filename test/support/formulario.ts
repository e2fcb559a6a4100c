import { randomUUID } from 'node:crypto';

/** A part of a form: a field, or a file. */
export type ParteDeTeste = { readonly campo: string; readonly valor: string; readonly tipo?: string } | { readonly campo: string; readonly nome: string; readonly conteudo: Buffer | string; readonly tipo?: string };

/** A multipart/form-data body written by hand, file names as they are given (quotes escaped), and its headers. */
export function formulario(partes: readonly ParteDeTeste[]): { readonly payload: Buffer; readonly headers: { readonly 'content-type': string } } {
  const limite = `----alicit${randomUUID()}`;
  const pedacos = partes.flatMap((p) => [Buffer.from(`--${limite}\r\n${cabecalhoDe(p)}\r\n`), Buffer.from('nome' in p ? p.conteudo : p.valor), Buffer.from('\r\n')]);
  return { payload: Buffer.concat([...pedacos, Buffer.from(`--${limite}--\r\n`)]), headers: { 'content-type': `multipart/form-data; boundary=${limite}` } };
}

const cabecalhoDe = (p: ParteDeTeste): string =>
  'nome' in p
    ? `Content-Disposition: form-data; name="${p.campo}"; filename="${p.nome.replace(/"/g, '\\"')}"\r\nContent-Type: ${p.tipo ?? 'application/octet-stream'}\r\n`
    : `Content-Disposition: form-data; name="${p.campo}"\r\n${p.tipo ? `Content-Type: ${p.tipo}\r\n` : ''}`;

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
