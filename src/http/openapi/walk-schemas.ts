import { isNo, mapNo, type No } from './no.js';

/** Keywords of JSON Schema that hold one schema, a list of them, or a map of them by name. */
const UM: ReadonlySet<string> = new Set(['items', 'additionalProperties', 'propertyNames', 'not', 'contains', 'unevaluatedProperties']);
const LISTA: ReadonlySet<string> = new Set(['oneOf', 'anyOf', 'allOf', 'prefixItems']);
const MAPA: ReadonlySet<string> = new Set(['properties', 'patternProperties']);

type Troca = (schema: No, caminho: readonly string[]) => No;

/** A schema with every schema inside it, then itself, replaced by `troca`. `caminho` are the property names that lead there. */
export function mapSchema(schema: No, troca: Troca, caminho: readonly string[] = []): No {
  const dentro = mapNo(schema, (valor, chave) => {
    if (UM.has(chave) && isNo(valor)) return mapSchema(valor, troca, caminho);
    if (LISTA.has(chave) && Array.isArray(valor)) return valor.map((v: unknown) => (isNo(v) ? mapSchema(v, troca, caminho) : v));
    if (MAPA.has(chave) && isNo(valor)) return mapNo(valor, (v, nome) => (isNo(v) ? mapSchema(v, troca, [...caminho, nome]) : v));
    return valor;
  });
  return troca(dentro, caminho);
}

/** Every `schema` of the paths (parameters, bodies, answers, headers), replaced by `troca`. Examples are left alone. */
export function mapSchemasOfPaths(no: unknown, troca: (schema: No) => No): unknown {
  if (Array.isArray(no)) return no.map((v) => mapSchemasOfPaths(v, troca));
  if (!isNo(no)) return no;
  return mapNo(no, (valor, chave) => {
    if (chave === 'schema' && isNo(valor)) return troca(valor);
    return chave === 'example' || chave === 'examples' ? valor : mapSchemasOfPaths(valor, troca);
  });
}
