import { isNo, mapNo, noAt, PREFIXO_SCHEMA, type No } from './no.js';

/**
 * Bodies of requests written in place get a name of their own (`sendArquivos` → `EnviarArquivosCorpo`): generators make
 * a type of each name, and nothing a person could say of what has none.
 */
export function nameCorpos(o: No, schemas: Record<string, No>): No {
  const corpo = o['requestBody'];
  const id = o['operationId'];
  if (!isNo(corpo) || typeof id !== 'string') return o;
  const content = mapNo(noAt(corpo, 'content'), (c) => {
    if (!isNo(c) || !isNo(c['schema']) || c['schema']['$ref'] !== undefined) return c;
    const nome = `${id[0]!.toUpperCase()}${id.slice(1)}Corpo`;
    schemas[nome] = { description: `Corpo de ${id}.`, ...c['schema'] };
    return { ...c, schema: { $ref: PREFIXO_SCHEMA + nome } };
  });
  return { ...o, requestBody: { ...corpo, content } };
}
