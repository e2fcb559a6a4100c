import { createHash } from 'node:crypto';
import { PassThrough, type Readable } from 'node:stream';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { AlicitError, invalido } from '../kernel/index.js';
import { RespostaPronta, type PedidoIdempotente } from './idempotencia.js';

/** A part of a form: a field, or a file whose content streams. */
export type Parte =
  | { readonly tipo: 'campo'; readonly campo: string; readonly valor: string }
  | {
      readonly tipo: 'arquivo';
      readonly campo: string;
      /** As the client sent it: untrusted (see `cleanNomeArquivo`). */
      readonly nome: string;
      /** Must be read or destroyed before the next part is asked for. Destroying it skips the rest of the file. */
      readonly conteudo: Readable;
    };

export interface LimitesMultipart {
  readonly maxBytesArquivo: number;
  readonly maxArquivos: number;
}

/** Errors of the form's reader, by their code. */
const CODIGOS: Readonly<Record<string, () => AlicitError>> = {
  FST_INVALID_MULTIPART_CONTENT_TYPE: () => invalido('tipo_de_corpo_nao_aceito', 'Envie um formulário: Content-Type multipart/form-data.'),
  FST_FILES_LIMIT: () => invalido('muitos_arquivos', 'O pedido traz arquivos demais: divida-os em mais de um pedido.'),
  FST_PARTS_LIMIT: () => invalido('muitos_arquivos', 'O formulário tem partes demais: divida-o em mais de um pedido.'),
  FST_FIELDS_LIMIT: () => invalido('muitos_campos', 'O formulário tem campos demais.'),
};

const malformado = () => invalido('corpo_malformado', 'O formulário multipart não pôde ser lido até o fim: a conexão caiu ou o corpo está malformado. Envie de novo.');

/**
 * The parts of a multipart/form-data request, in order, nothing held whole in memory but fields. A file over the limit ends one byte
 * after it, so that whoever stores it can refuse it alone. A request with an `Idempotency-Key` is told what was in the form once
 * it was read to its end.
 * @throws AlicitError `tipo_de_corpo_nao_aceito`, `muitos_arquivos`, `muitos_campos`, `corpo_grande` (a field), `corpo_malformado`
 */
export async function* readMultipart(pedido: FastifyRequest & PedidoIdempotente, { maxBytesArquivo, maxArquivos }: LimitesMultipart): AsyncGenerator<Parte> {
  const vistas: Promise<string>[] | null = pedido.idempotencia ? [] : null;
  try {
    for await (const parte of pedido.parts({ limits: { fileSize: maxBytesArquivo + 1, files: maxArquivos } })) {
      vistas?.push(parte.type === 'file' ? hashArquivo(parte) : Promise.resolve(JSON.stringify([parte.fieldname, parte.value])));
      if (parte.type === 'file') yield* giveArquivo(parte);
      else if (parte.valueTruncated) throw invalido('corpo_grande', `O campo ${parte.fieldname.slice(0, 60)} do formulário passa do limite.`);
      else yield { tipo: 'campo', campo: parte.fieldname ?? '', valor: typeof parte.value === 'string' ? parte.value : JSON.stringify(parte.value) };
    }
    if (vistas) pedido.idempotencia?.supplyCorpo(createHash('sha256').update((await Promise.all(vistas)).join('\n')).digest('hex'));
  } catch (erro) {
    throw toErroMultipart(erro);
  }
}

/** Name and hash of a file, once all of it has passed, also what its reader skips. */
function hashArquivo({ file, fieldname, filename }: MultipartFile): Promise<string> {
  const hash = createHash('sha256');
  file.on('data', (trecho: Buffer) => hash.update(trecho));
  return new Promise((resolve) => file.once('close', () => resolve(JSON.stringify([fieldname, filename, hash.digest('hex')]))));
}

/** What the reader of forms threw, as an error of ours. */
export function toErroMultipart(erro: unknown): unknown {
  if (erro instanceof AlicitError || erro instanceof RespostaPronta) return erro;
  const codigo = (erro as { code?: unknown } | null)?.code;
  return (typeof codigo === 'string' ? CODIGOS[codigo] : undefined)?.() ?? malformado();
}

/** The file through a stream of our own: whoever gives up on it does not stop the form, whose reader needs every byte taken. */
function* giveArquivo(parte: MultipartFile): Generator<Parte> {
  const conteudo = new PassThrough();
  const skip = () => void parte.file.unpipe(conteudo).resume();
  parte.file.once('error', (erro) => conteudo.destroy(toErroMultipart(erro) as Error));
  parte.file.once('close', () => {
    if (!parte.file.readableEnded) conteudo.destroy(malformado());
  });
  conteudo.on('error', () => undefined).once('close', skip);
  // A short body may have ended, and failed, before anyone listened.
  if (parte.file.destroyed) conteudo.destroy(toErroMultipart(parte.file.errored) as Error);
  else parte.file.pipe(conteudo);
  try {
    yield { tipo: 'arquivo', campo: parte.fieldname ?? '', nome: parte.filename ?? '', conteudo };
  } finally {
    if (!conteudo.readableEnded) conteudo.destroy();
  }
}

/** The text of a file part that stands for a field (`curl -F dados=@dados.json`). @throws AlicitError `corpo_grande` */
export async function readTextoDaParte(conteudo: Readable, maxBytes: number): Promise<string> {
  const trechos: Buffer[] = [];
  let bytes = 0;
  for await (const trecho of conteudo as AsyncIterable<Buffer>) {
    bytes += trecho.length;
    if (bytes > maxBytes) throw invalido('corpo_grande', `O campo do formulário passa de ${maxBytes} bytes.`, { maxBytes });
    trechos.push(trecho);
  }
  return Buffer.concat(trechos).toString('utf8');
}

/** JSON in a field of a form. @throws AlicitError `corpo_malformado`, naming the field */
export function parseJsonDoCampo(campo: string, texto: string): unknown {
  try {
    return JSON.parse(texto.replace(/^\ufeff/, '')) as unknown;
  } catch {
    throw invalido('corpo_malformado', `O campo ${campo} do formulário não é um JSON: confira as aspas e as vírgulas.`, { campo });
  }
}
