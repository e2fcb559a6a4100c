import { isNo, noAt, PREFIXO_SCHEMA, refName, type No } from './no.js';
import { mapSchema } from './walk-schemas.js';
import { DISCRIMINADOR } from './zod-schema.js';

/** `data_hora` → `DataHora`. */
const toPascal = (texto: string): string => texto.split(/[^A-Za-z0-9]+/).filter(Boolean).map((p) => p[0]!.toUpperCase() + p.slice(1)).join('');

/**
 * Unions told apart by a property as generators read them: `oneOf` of named schemas with `discriminator` and its mapping.
 * An option without a name gets its union's and its value's (`Fato` + `data_hora` → `FatoDataHora`).
 */
export function addDiscriminadores(schemas: Readonly<Record<string, No>>): Record<string, No> {
  const todos: Record<string, No> = { ...schemas };
  for (const [nome, schema] of Object.entries(schemas)) {
    todos[nome] = mapSchema(schema, (s, caminho) => (typeof s[DISCRIMINADOR] === 'string' ? discriminate(s, s[DISCRIMINADOR], nome + caminho.map(toPascal).join(''), todos) : s));
  }
  return todos;
}

function discriminate({ [DISCRIMINADOR]: _, oneOf, ...uniao }: No, propriedade: string, nome: string, todos: Record<string, No>): No {
  const mapping: Record<string, string> = {};
  let texto = true;
  const refs = (oneOf as No[]).map((opcao) => {
    const ref = refName(opcao);
    const valores = valuesOf(ref === null ? opcao : (todos[ref] ?? {}), propriedade);
    if (valores.length === 0) throw new Error(`${nome}: an option of the union has no literal in ${propriedade}`);
    const novo = ref ?? nome + toPascal(String(valores[0]));
    if (ref === null) {
      if (todos[novo]) throw new Error(`${nome}: the name ${novo} is taken`);
      todos[novo] = { ...(uniao['description'] === undefined ? {} : { description: `${String(uniao['description']).replace(/\.$/, '')} (${propriedade}: ${valores.map(String).join(', ')}).` }), ...opcao };
    }
    texto &&= valores.every((v) => typeof v === 'string');
    for (const v of valores) mapping[String(v)] = PREFIXO_SCHEMA + novo;
    return { $ref: PREFIXO_SCHEMA + novo };
  });
  // OpenAPI maps texts only: options told apart by true and false are a plain oneOf.
  if (!texto) return { ...uniao, oneOf: refs };
  return { ...uniao, oneOf: refs, discriminator: { propertyName: propriedade, mapping } };
}

function valuesOf(opcao: No, propriedade: string): readonly unknown[] {
  const p = noAt(opcao, 'properties')[propriedade];
  if (!isNo(p)) return [];
  return 'const' in p ? [p['const']] : Array.isArray(p['enum']) ? p['enum'] : [];
}
