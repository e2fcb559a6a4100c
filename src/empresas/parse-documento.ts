import type { z } from 'zod';
import { invalido } from '../kernel/index.js';
import type { DocumentoEmpresa } from './domain/empresa.js';
import { documentoEmpresaSchema, documentoParcialSchema } from './empresa.schema.js';

/**
 * Reads one document's data, as tolerant as the profile is.
 * @throws AlicitError `documento_invalido`, whose `detalhes.erros` lists every bad field as {ponteiro, mensagem}
 */
export const parseDocumento = (dados: unknown): DocumentoEmpresa => parse(documentoEmpresaSchema, dados);

/** The same of data that a file will complete: nothing is required. @throws AlicitError `documento_invalido` */
export const parseDocumentoParcial = (dados: unknown): Partial<DocumentoEmpresa> => parse(documentoParcialSchema, dados);

function parse<T>(schema: z.ZodType<T>, dados: unknown): T {
  const lido = schema.safeParse(dados);
  if (lido.success) return JSON.parse(JSON.stringify(lido.data)) as T; // drops the undefined keys
  const erros = lido.error.issues.flatMap((i) =>
    i.code === 'unrecognized_keys' ? i.keys.map((k) => ({ ponteiro: `/${k}`, mensagem: 'Campo desconhecido.' })) : [{ ponteiro: i.path.map((p) => `/${String(p)}`).join(''), mensagem: i.message }],
  ).slice(0, 50);
  throw invalido('documento_invalido', `O documento não é válido. ${erros.slice(0, 3).map((e) => `${e.ponteiro || '(raiz)'}: ${e.mensagem}`).join(' ')}`, { erros });
}
