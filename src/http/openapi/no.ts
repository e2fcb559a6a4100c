/** A JSON object of the description: a schema, an operation, whatever stands between them. */
export type No = Record<string, unknown>;

export const isNo = (v: unknown): v is No => typeof v === 'object' && v !== null && !Array.isArray(v);

/** The object at `chave`, or an empty one. */
export const noAt = (no: No, chave: string): No => (isNo(no[chave]) ? no[chave] : {});

/** A copy with the keys that `mapa` gives. */
export const mapNo = (no: No, mapa: (valor: unknown, chave: string) => unknown): No => Object.fromEntries(Object.entries(no).map(([chave, valor]) => [chave, mapa(valor, chave)]));

export const PREFIXO_SCHEMA = '#/components/schemas/';

/** Name of the component a `$ref` points at; null when it is not a schema's. */
export const refName = (no: No): string | null => (typeof no['$ref'] === 'string' && no['$ref'].startsWith(PREFIXO_SCHEMA) ? no['$ref'].slice(PREFIXO_SCHEMA.length) : null);

/** The same, by name: the text does not depend on the order things were found in. */
export const sortKeys = (no: No): No => Object.fromEntries(Object.entries(no).sort(([a], [b]) => (a < b ? -1 : 1)));
