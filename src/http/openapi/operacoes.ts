import { appendDescontinuada, DESCONTINUADA } from '../descontinuada.js';
import { isNo, mapNo, noAt, type No } from './no.js';

const METODOS: ReadonlySet<string> = new Set(['get', 'put', 'post', 'delete', 'patch']);

/** Every operation of the paths, replaced by `troca`. */
export const mapOperacoes = (paths: No, troca: (operacao: No) => No): No =>
  mapNo(paths, (rota) => (isNo(rota) ? mapNo(rota, (o, metodo) => (METODOS.has(metodo) && isNo(o) ? troca(o) : o)) : rota));

/** An operation with what the decorators of its route imply: scope, errors, deprecation. */
export const finishOperacao = (o: No): No => withDescontinuada(withErros(withEscopo(o)));

/** The scope as role of the security requirement (OpenAPI 3.1) and in words; none for public routes. */
function withEscopo({ 'x-publica': publica, ...o }: No): No {
  if (publica === true) return { ...o, security: [] };
  const escopo = o['x-escopo'];
  if (typeof escopo !== 'string') return o;
  return { ...o, description: joinParagrafos(o['description'], `Escopo da chave: \`${escopo}\`.`), security: [{ chave: [escopo] }] };
}

/** Errors are `application/problem+json`, which the decorators cannot say together with a schema. */
function withErros(o: No): No {
  const responses = mapNo(noAt(o, 'responses'), (r, status) => {
    if (!isNo(r) || !isNo(r['content'])) return r;
    const json = r['content']['application/json'];
    return Number(status) >= 400 && json !== undefined ? { ...r, content: { 'application/problem+json': json } } : r;
  });
  return { ...o, responses };
}

function withDescontinuada({ [DESCONTINUADA]: marca, ...o }: No): No {
  if (!isNo(marca)) return o;
  return { ...o, deprecated: true, description: joinParagrafos(o['description'], appendDescontinuada(marca)), [DESCONTINUADA]: marca };
}

const joinParagrafos = (a: unknown, b: string): string => (typeof a === 'string' && a ? `${a}\n\n${b}` : b);
