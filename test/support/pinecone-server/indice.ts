import { cosine, Espaco, type Registro } from './espaco.ts';
import type { Rota } from './falhas.ts';
import { ok, recusaDosDados, type Resposta } from './resposta.ts';

/** An index: what was asked of the control plane, and its namespaces. */
export interface Indice {
  readonly name: string;
  readonly host: string;
  readonly campos: Readonly<Record<string, { readonly type: string; readonly dimension?: number; readonly metric?: string }>>;
  readonly deployment: Readonly<Record<string, unknown>>;
  readonly prontoEm: number;
  readonly espacos: Map<string, Espaco>;
}

export interface PedidoDeDados {
  readonly rota: Rota;
  readonly corpo: Readonly<Record<string, unknown>>;
  readonly parametros: URLSearchParams;
  /** Of the path, where the route has one. */
  readonly namespace: string | null;
  readonly agora: number;
  readonly visivelEm: number;
}

const MAX_POR_ESCRITA = 1000;
const MAX_LISTA = 100;

export const dimensaoDe = (indice: Indice): number => indice.campos['_values']?.dimension ?? 0;

/** What the data plane answers. */
export function responderDados(indice: Indice, p: PedidoDeDados): Resposta {
  const namespace = p.namespace ?? String(p.corpo['namespace'] ?? p.parametros.get('namespace') ?? '') ;
  const nome = namespace === '' ? '__default__' : namespace;
  const espaco = indice.espacos.get(nome);
  const vistos = espaco?.seen(p.agora) ?? new Map<string, Registro>();
  switch (p.rota) {
    case 'upsert': return upsert(indice, nome, p);
    case 'query': return query(indice, nome, vistos, p.corpo);
    case 'delete': return apagar(espaco, p);
    case 'update': return update(espaco, vistos, p);
    case 'fetch': return ok({ vectors: Object.fromEntries(p.parametros.getAll('ids').flatMap((id) => (vistos.has(id) ? [[id, vistos.get(id)]] : []))), namespace: nome, usage: { readUnits: 1 } });
    case 'list': return list(espaco?.ids(p.agora) ?? [], nome, p.parametros);
    case 'stats': return stats(indice, p.agora);
    case 'namespaces.listar': return ok({ namespaces: [...indice.espacos].map(([name, e]) => ({ name, record_count: e.seen(p.agora).size })), pagination: null });
    case 'namespaces.descrever': return vistos.size ? ok({ name: nome, record_count: vistos.size }) : recusaDosDados(404, 5, 'Namespace not found');
    case 'namespaces.apagar': {
      if (!espaco) return recusaDosDados(404, 5, 'Namespace not found');
      espaco.write([{ tudo: true }], p.visivelEm);
      return ok({}, 202);
    }
    default: return recusaDosDados(404, 5, 'Not found');
  }
}

function wrongOf(indice: Indice, { id, values }: Partial<Registro>): string | null {
  const dimensao = dimensaoDe(indice);
  if (typeof id !== 'string' || !/^[\x01-\x7f]{1,512}$/.test(id)) return 'Vector ID must be ASCII';
  if (!Array.isArray(values) || values.some((x) => typeof x !== 'number' || !Number.isFinite(x))) return 'Vector values must be finite numbers';
  if (values.length !== dimensao) return `Vector dimension ${values.length} does not match the dimension of the index ${dimensao}`;
  return values.every((x) => x === 0) ? 'Dense vectors must contain at least one non-zero value.' : null;
}

function upsert(indice: Indice, nome: string, { corpo, visivelEm }: PedidoDeDados): Resposta {
  const registros = corpo['vectors'] as Registro[] | undefined;
  if (!Array.isArray(registros) || !registros.length) return recusaDosDados(400, 3, 'Missing vectors');
  if (registros.length > MAX_POR_ESCRITA) return recusaDosDados(400, 3, `Requested upsert of ${registros.length} vectors exceeds the limit of ${MAX_POR_ESCRITA}`);
  for (const r of registros) {
    const errado = wrongOf(indice, r);
    if (errado) return recusaDosDados(400, 3, errado);
  }
  const espaco = indice.espacos.get(nome) ?? new Espaco();
  indice.espacos.set(nome, espaco);
  // What the index keeps is float32.
  espaco.write(registros.map((r) => ({ ...r, values: r.values.map(Math.fround) })), visivelEm);
  return ok({ upsertedCount: registros.length });
}

function query(indice: Indice, nome: string, vistos: ReadonlyMap<string, Registro>, corpo: Readonly<Record<string, unknown>>): Resposta {
  const pedido = corpo as { vector?: number[]; topK?: number; includeValues?: boolean; includeMetadata?: boolean };
  if (!Number.isInteger(pedido.topK) || pedido.topK! < 1 || pedido.topK! > 10_000) return recusaDosDados(400, 3, 'topK must be between 1 and 10000');
  const errado = wrongOf(indice, { id: 'q', values: pedido.vector });
  if (errado) return recusaDosDados(400, 3, errado);
  const matches = [...vistos.values()].map((r) => ({ id: r.id, score: cosine(r.values, pedido.vector!), ...(pedido.includeValues ? { values: r.values } : {}), ...(pedido.includeMetadata && r.metadata ? { metadata: r.metadata } : {}) }));
  return ok({ results: [], matches: matches.sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)).slice(0, pedido.topK), namespace: nome, usage: { readUnits: 5 } });
}

function apagar(espaco: Espaco | undefined, { corpo, visivelEm }: PedidoDeDados): Resposta {
  if (!espaco) return recusaDosDados(404, 5, 'Namespace not found');
  const { ids, deleteAll } = corpo as { ids?: string[]; deleteAll?: boolean };
  if (!deleteAll && !ids?.length) return recusaDosDados(400, 3, 'Invalid request.');
  if ((ids?.length ?? 0) > MAX_POR_ESCRITA) return recusaDosDados(400, 3, `Cannot delete more than ${MAX_POR_ESCRITA} ids`);
  espaco.write([deleteAll ? { tudo: true } : { tira: ids! }], visivelEm);
  return ok({});
}

function update(espaco: Espaco | undefined, vistos: ReadonlyMap<string, Registro>, { corpo, visivelEm }: PedidoDeDados): Resposta {
  const { id, values, setMetadata } = corpo as { id?: string; values?: number[]; setMetadata?: Record<string, unknown> };
  const antes = vistos.get(id ?? '');
  if (!espaco || !antes) return ok({});
  espaco.write([{ ...antes, ...(values ? { values: values.map(Math.fround) } : {}), ...(setMetadata ? { metadata: { ...antes.metadata, ...setMetadata } } : {}) }], visivelEm);
  return ok({});
}

/** The token is where the next page begins, made opaque. */
function list(ids: readonly string[], nome: string, p: URLSearchParams): Resposta {
  const limite = Number(p.get('limit') ?? MAX_LISTA);
  if (!Number.isInteger(limite) || limite < 1 || limite > MAX_LISTA) return recusaDosDados(400, 3, `limit must be between 1 and ${MAX_LISTA}`);
  const token = p.get('paginationToken');
  const depois = token ? Buffer.from(token, 'base64url').toString() : '';
  const resto = ids.filter((id) => id > depois && id.startsWith(p.get('prefix') ?? ''));
  const pagina = resto.slice(0, limite);
  return ok({ vectors: pagina.map((id) => ({ id })), ...(resto.length > limite ? { pagination: { next: Buffer.from(pagina.at(-1)!).toString('base64url') } } : {}), namespace: nome, usage: { readUnits: 1 } });
}

function stats(indice: Indice, agora: number): Resposta {
  const espacos = [...indice.espacos].map(([nome, e]) => [nome, { vectorCount: e.seen(agora).size }] as const).filter(([, e]) => e.vectorCount);
  return ok({ namespaces: Object.fromEntries(espacos), dimension: dimensaoDe(indice), indexFullness: 0, totalVectorCount: espacos.reduce((t, [, e]) => t + e.vectorCount, 0), metric: 'cosine', vectorType: 'dense' });
}
