/** The part of JSON Schema that the API's description uses. */
export interface Esquema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly format?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly minItems?: number;
  readonly items?: Esquema;
  readonly properties?: Readonly<Record<string, Esquema>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly Esquema[];
  readonly oneOf?: readonly Esquema[];
  readonly allOf?: readonly Esquema[];
}

const FORMATOS: Readonly<Record<string, string>> = { 'date-time': '2099-01-01T00:00:00Z', date: '2099-01-01', uri: 'https://exemplo.com.br/', email: 'a@exemplo.com.br', uuid: '00000000-0000-4000-8000-000000000000' };
const MAX_NIVEIS = 12;

/** A small body the schema describes: what is required, and every field that names an id, as `idOf` gives it. */
export function sampleOf(esquema: Esquema, componentes: Readonly<Record<string, Esquema>>, idOf: (campo: string) => string, nivel = 0): unknown {
  if (nivel > MAX_NIVEIS) return null;
  const sample = (e: Esquema): unknown => sampleOf(e, componentes, idOf, nivel + 1);
  if (esquema.$ref) return sample(componentes[esquema.$ref.split('/').at(-1)!] ?? {});
  if ('const' in esquema) return esquema.const;
  if (esquema.enum) return esquema.enum[0];
  if (esquema.examples?.length) return esquema.examples[0];
  if (esquema.allOf) return Object.assign({}, ...esquema.allOf.map((e) => sample(e) as object)) as object;
  const opcoes = esquema.anyOf ?? esquema.oneOf;
  if (opcoes) return sample(opcoes.find((e) => isConhecido(e, componentes)) ?? {});
  const tipo = typeof esquema.type === 'string' ? esquema.type : esquema.type?.find((t) => t !== 'null');
  if (tipo === 'object' || esquema.properties) return sampleObject(esquema, sample, idOf);
  if (tipo === 'array') return Array.from({ length: esquema.minItems ?? 0 }, () => sample(esquema.items ?? {}));
  if (tipo === 'boolean') return true;
  if (tipo === 'integer' || tipo === 'number') return Math.max(1, esquema.minimum ?? 1);
  return FORMATOS[esquema.format ?? ''] ?? 'x'.repeat(Math.max(1, esquema.minLength ?? 1));
}

const isConhecido = (e: Esquema, componentes: Readonly<Record<string, Esquema>>): boolean => (e.$ref ? e.$ref.split('/').at(-1)! in componentes : e.type !== 'null');

function sampleObject({ properties = {}, required = [] }: Esquema, sample: (e: Esquema) => unknown, idOf: (campo: string) => string): object {
  const campos = Object.entries(properties).filter(([nome]) => required.includes(nome) || nome.endsWith('Id'));
  return Object.fromEntries(campos.map(([nome, e]) => [nome, nome.endsWith('Id') ? idOf(nome) : sample(e)]));
}

/** Names of the fields that end in `Id`, at any depth. */
export function idsOf(esquema: Esquema, componentes: Readonly<Record<string, Esquema>>, nivel = 0): string[] {
  if (nivel > MAX_NIVEIS) return [];
  const proximo = esquema.$ref ? componentes[esquema.$ref.split('/').at(-1)!] : undefined;
  const dentro = [proximo, esquema.items, ...(esquema.anyOf ?? []), ...(esquema.oneOf ?? []), ...(esquema.allOf ?? []), ...Object.values(esquema.properties ?? {})].filter((e) => e !== undefined);
  return [...new Set([...Object.keys(esquema.properties ?? {}).filter((n) => n.endsWith('Id')), ...dentro.flatMap((e) => idsOf(e, componentes, nivel + 1))])];
}
