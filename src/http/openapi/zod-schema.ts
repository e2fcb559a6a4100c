import { z } from 'zod';
import { isNo, noAt, type No } from './no.js';
import { mapSchema } from './walk-schemas.js';

/** Ends the name of what clients send until it is known to be the same as what they get (see `mergeEntradas`). */
export const ENTRADA = '__entrada';
/** Marks a union told apart by a property, for `addDiscriminadores`. */
export const DISCRIMINADOR = 'x-discriminador';

const LIMITES_DE_INTEIRO: ReadonlySet<unknown> = new Set([Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER]);
/** Formats whose pattern adds nothing a reader or a generator could use. */
const FORMATOS: ReadonlySet<unknown> = new Set(['date-time', 'date', 'time', 'email', 'uri', 'uuid']);

/** A zod schema in the description's words: JSON Schema 2020-12, what has a name (`.meta({ id })`) as a component. */
export function convertZod(dado: unknown, tipo: 'input' | 'output'): { schema: No; components: Record<string, No> } | undefined {
  const schema = isNo(dado) && 'documenta' in dado ? dado['documenta'] : dado; // soDocumenta
  if (!(schema instanceof z.ZodType)) return undefined;
  const sufixo = tipo === 'input' ? ENTRADA : '';
  // Inside an object, so that a named schema at the root becomes a reference too.
  const json = z.toJSONSchema(z.object({ raiz: schema }), { target: 'draft-2020-12', io: tipo, unrepresentable: 'any', override: ({ zodSchema, jsonSchema }) => markUniao(zodSchema, jsonSchema as No) }) as unknown as No;
  const limpa = (no: unknown): No => mapSchema(no as No, (s) => tidy(s, tipo, sufixo));
  return {
    schema: limpa(noAt(json, 'properties')['raiz']),
    components: Object.fromEntries(Object.entries(noAt(json, '$defs')).map(([nome, s]) => [nome + sufixo, limpa(s)])),
  };
}

function markUniao(schema: unknown, json: No): void {
  if (schema instanceof z.ZodDiscriminatedUnion) json[DISCRIMINADOR] = schema.def.discriminator;
}

/** Without what says nothing (bounds of safe integers, patterns of formats) or binds too much (answers may gain fields). */
function tidy({ $schema: _, id: __, ...s }: No, tipo: 'input' | 'output', sufixo: string): No {
  if (typeof s['$ref'] === 'string') s['$ref'] = s['$ref'].replace('#/$defs/', '#/components/schemas/') + sufixo;
  for (const limite of ['minimum', 'maximum']) if (LIMITES_DE_INTEIRO.has(s[limite])) delete s[limite];
  if (FORMATOS.has(s['format'])) delete s['pattern'];
  if (isNo(s['propertyNames']) && Object.keys(s['propertyNames']).length === 1 && s['propertyNames']['type'] === 'string') delete s['propertyNames'];
  if (tipo === 'output' && s['additionalProperties'] === false) delete s['additionalProperties'];
  return foldNull(s);
}

/** `anyOf: [X, null]` of a plain X as one schema with two types: shorter, and read by more generators. */
function foldNull(s: No): No {
  const opcoes = s['anyOf'];
  if (!Array.isArray(opcoes) || opcoes.length !== 2) return s;
  const [x, nulo] = opcoes as [No, No];
  if (nulo['type'] !== 'null' || typeof x['type'] !== 'string' || x['type'] === 'object') return s;
  const { anyOf: _, ...resto } = s;
  return { ...x, ...resto, type: [x['type'], 'null'], ...(Array.isArray(x['enum']) ? { enum: [...(x['enum'] as unknown[]), null] } : {}) };
}
