import { appendDescontinuada, DESCONTINUADA } from '../descontinuada.js';
import { descricaoDeErro } from '../api-erros.js';
import { withCabecalhos } from './cabecalhos.js';
import { withIdentificadores } from './identificadores.js';
import { isNo, mapNo, noAt, PREFIXO_SCHEMA, sortKeys, type No } from './no.js';

const METODOS: ReadonlySet<string> = new Set(['get', 'put', 'post', 'delete', 'patch']);

/** Every operation of the paths, replaced by `troca`. */
export const mapOperacoes = (paths: No, troca: (operacao: No, metodo: string, caminho: string) => No): No =>
  mapNo(paths, (rota, caminho) => (isNo(rota) ? mapNo(rota, (o, metodo) => (METODOS.has(metodo) && isNo(o) ? troca(o, metodo, caminho) : o)) : rota));

/** An operation with what the decorators of its route imply: scope, errors, deprecation. */
export const finishOperacao = (o: No, metodo: string, caminho: string): No => withDescontinuada(withErros(withCabecalhos(withIdentificadores(withEscopo(o), caminho), metodo)));

/** The scope as role of the security requirement (OpenAPI 3.1) and in words; none for public routes. */
function withEscopo({ 'x-publica': publica, ...o }: No): No {
  if (publica === true) return { ...o, security: [] };
  const escopo = o['x-escopo'];
  if (typeof escopo !== 'string') return o;
  return { ...o, description: joinParagrafos(o['description'], `Escopo da chave: \`${escopo}\`.`), security: [{ chave: [escopo] }] };
}

/** Errors are `application/problem+json`, which the decorators cannot say together with a schema, and stand once in the components. */
function withErros(o: No): No {
  const { requestBody } = o;
  const params = Array.isArray(o['parameters']) ? (o['parameters'] as No[]) : [];
  const implicitos = [...(requestBody ? [400, 413, 415, 422] : []), ...(params.some((p) => p['in'] === 'query') ? [422] : [])];
  const declarados = mapNo(noAt(o, 'responses'), (r, status) => (Number(status) >= 400 && isNo(r) && r['content'] !== undefined && r['description'] === descricaoDeErro(Number(status)) ? erroRef(status) : r));
  const faltam = implicitos.filter((s) => declarados[String(s)] === undefined).map((s) => [String(s), erroRef(String(s))]);
  return { ...o, responses: sortKeys({ ...declarados, ...Object.fromEntries(faltam) }) };
}

/** Errors that time mends. */
const ESPERA: ReadonlySet<number> = new Set([429, 503]);
const erroRef = (status: string): No => ({ $ref: `#/components/responses/Erro${status}` });

/** The component every operation's error refers to. `usados` are the paths: only what they name is given. */
export function createRespostas(paths: No): No {
  const usados = new Set([...JSON.stringify(paths).matchAll(/#\/components\/responses\/Erro(\d{3})"/g)].map((m) => Number(m[1])));
  return Object.fromEntries([...usados].sort((a, b) => a - b).map((s) => [`Erro${s}`, { description: descricaoDeErro(s), ...(ESPERA.has(s) ? { headers: { 'Retry-After': { description: 'Segundos a esperar antes de tentar de novo.', schema: { type: 'integer' } } } } : {}), content: { 'application/problem+json': { schema: { $ref: `${PREFIXO_SCHEMA}Problema` } } } }]));
}

function withDescontinuada({ [DESCONTINUADA]: marca, ...o }: No): No {
  if (!isNo(marca)) return o;
  return { ...o, deprecated: true, description: joinParagrafos(o['description'], appendDescontinuada(marca)), [DESCONTINUADA]: marca };
}

const joinParagrafos = (a: unknown, b: string): string => (typeof a === 'string' && a ? `${a}\n\n${b}` : b);
