import { Recusa } from './recusa.ts';

type Esquema = Readonly<Record<string, unknown>>;
const ehObjeto = (v: unknown): v is Esquema => typeof v === 'object' && v !== null && !Array.isArray(v);
const NAO_ACEITOS = ['allOf', 'oneOf', 'not', 'if', 'then', 'else', 'dependentRequired', 'dependentSchemas', 'patternProperties', 'propertyNames'];

/** Refuses, with 400 as OpenAI does, a schema that its strict mode does not take: an open object, an optional property, a composition. */
export function checkEsquemaEstrito(esquema: unknown, onde: string, param: string): void {
  const recusar = (caminho: readonly string[], porque: string): never => {
    throw new Recusa(400, `Invalid schema for ${onde}: In context=(${caminho.map((p) => `'${p}'`).join(', ')}), ${porque}`, { param, codigo: 'invalid_json_schema' });
  };
  if (!ehObjeto(esquema) || esquema['type'] !== 'object') return recusar([], "schema must be a JSON Schema of 'type: \"object\"'.");
  const visit = (s: Esquema, caminho: readonly string[]): void => {
    for (const chave of NAO_ACEITOS) if (chave in s) recusar(caminho, `'${chave}' is not permitted.`);
    if (s['type'] === 'object' || 'properties' in s) {
      if (s['additionalProperties'] !== false) recusar(caminho, "'additionalProperties' is required to be supplied and to be false.");
      const propriedades = ehObjeto(s['properties']) ? s['properties'] : {};
      const faltam = Object.keys(propriedades).filter((p) => !(Array.isArray(s['required']) && s['required'].includes(p)));
      if (faltam.length) recusar(caminho, `'required' is required to be supplied and to be an array including every key in properties. Missing '${faltam[0]}'.`);
      for (const [nome, filho] of Object.entries(propriedades)) if (ehObjeto(filho)) visit(filho, [...caminho, 'properties', nome]);
    }
    if (ehObjeto(s['items'])) visit(s['items'], [...caminho, 'items']);
    for (const grupo of ['anyOf', 'prefixItems']) if (Array.isArray(s[grupo])) s[grupo].forEach((f: unknown, i: number) => ehObjeto(f) && visit(f, [...caminho, grupo, String(i)]));
    for (const grupo of ['$defs', 'definitions']) if (ehObjeto(s[grupo])) for (const [nome, filho] of Object.entries(s[grupo])) if (ehObjeto(filho)) visit(filho, [...caminho, grupo, nome]);
  };
  visit(esquema, []);
}

/** The smallest value a schema takes: empty lists, empty texts, zeros, first choices. What the server answers when nobody told it what to say. */
export function exampleOf(esquema: unknown, raiz: unknown = esquema, fundo = 0): unknown {
  if (!ehObjeto(esquema) || fundo > 40) return null;
  if (typeof esquema['$ref'] === 'string') {
    const alvo = esquema['$ref'].replace(/^#\//, '').split('/').filter((p) => p !== '#').reduce<unknown>((v, p) => (ehObjeto(v) ? v[p] : undefined), raiz);
    return exampleOf(alvo, raiz, fundo + 1);
  }
  if ('const' in esquema) return esquema['const'];
  if (Array.isArray(esquema['enum'])) return esquema['enum'][0];
  for (const grupo of ['anyOf', 'oneOf', 'allOf']) if (Array.isArray(esquema[grupo])) return exampleOf(esquema[grupo][0], raiz, fundo + 1);
  const tipo: unknown = Array.isArray(esquema['type']) ? esquema['type'][0] : esquema['type'];
  const minimo = (chave: string): number => (typeof esquema[chave] === 'number' ? esquema[chave] : 0);
  switch (tipo) {
    case 'object': return Object.fromEntries(Object.entries(ehObjeto(esquema['properties']) ? esquema['properties'] : {}).map(([nome, filho]) => [nome, exampleOf(filho, raiz, fundo + 1)]));
    case 'array': return Array.from({ length: Math.min(10, minimo('minItems')) }, () => exampleOf(esquema['items'], raiz, fundo + 1));
    case 'string': return 'x'.repeat(Math.min(1000, minimo('minLength')));
    case 'number': case 'integer': return minimo('minimum');
    case 'boolean': return false;
    default: return null;
  }
}
