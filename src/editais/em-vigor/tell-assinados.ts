import type { DocumentoLido } from '../domain/documento.js';
import { DOCUMENTO_ASSINADO } from '../reunir/nome-seguro.js';

/** A notice for each document that came out of a digital signature: what it says was read, the signature was not verified. Pure. */
export const tellAssinados = (documentos: readonly Pick<DocumentoLido, 'nome'>[]): string[] =>
  documentos
    .filter(({ nome }) => nome.split('!').includes(DOCUMENTO_ASSINADO))
    .map(({ nome }) => `A assinatura digital de “${nome.slice(0, nome.indexOf(`!${DOCUMENTO_ASSINADO}`))}” não foi conferida: foi lido o documento que está dentro dela.`);
