import type { Atributos } from './motor.js';

/** A statement as a span tells it. */
export interface SqlDescrito {
  readonly nome: string;
  readonly atributos: Atributos;
}

const MAX_TEXTO = 300;
/** Only the beginning is looked at: the table of a statement stands near it. */
const MAX_LIDO = 2000;
/** Texts in the statement, also those of several lines or with doubled quotes; what has no end goes to the end. */
const LITERAIS = /\$([a-z_]*)\$[^]*?(?:\$\1\$|$)|'(?:[^']|'')*(?:'|$)/gi;
const COMENTARIOS = /\/\*[^]*?(?:\*\/|$)|--[^\n]*/g;
const TABELA = /\b(?:from|into|update|join|table)\s+(?:only\s+|if\s+(?:not\s+)?exists\s+)?((?:"?[a-z_][\w]*"?\.)?"?[a-z_][\w]*"?)/i;
const OPERACAO = /^\s*\(?\s*([a-z]+)/i;

/**
 * Operation and table of a statement, and its beginning without comments or literals: parameters are not in the text, and
 * what is written into it is taken out.
 */
export function describeSql(texto: string): SqlDescrito {
  const limpo = texto.slice(0, MAX_LIDO).replace(LITERAIS, '?').replace(COMENTARIOS, ' ').replace(/\s+/g, ' ').trim();
  const operacao = (OPERACAO.exec(limpo)?.[1] ?? 'sql').toUpperCase();
  const tabela = TABELA.exec(limpo)?.[1]?.replace(/"/g, '');
  return { nome: tabela ? `${operacao} ${tabela}` : operacao, atributos: { 'db.system.name': 'postgresql', 'db.operation.name': operacao, 'db.collection.name': tabela, 'db.query.text': limpo.slice(0, MAX_TEXTO) } };
}
