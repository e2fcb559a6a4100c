import type { Rota } from './falhas.ts';
import type { Indice } from './indice.ts';
import { ok, recusaDoControle, type Resposta } from './resposta.ts';

/** The indexes of a project. `open` starts the data plane of a new one. */
export interface Controle {
  readonly indices: Map<string, Indice>;
  readonly open: (indice: Omit<Indice, 'host' | 'espacos'>) => Promise<Indice>;
  readonly drop: (indice: Indice) => void;
  readonly prontoMs: number;
}

const toModel = (i: Indice, agora: number): object => {
  const ready = agora >= i.prontoEm;
  return {
    name: i.name, host: i.host, status: { ready, state: ready ? 'Ready' : 'Initializing' }, deployment: i.deployment, read_capacity: { mode: 'OnDemand', status: { state: 'Ready' } },
    schema: { fields: i.campos }, deletion_protection: 'disabled', tags: null,
  };
};

/** What the control plane answers; `nome`: of the path. */
export async function responderControle(controle: Controle, rota: Rota, nome: string, corpo: Readonly<Record<string, unknown>>, agora: number): Promise<Resposta> {
  const { indices } = controle;
  const indice = indices.get(nome);
  if (rota === 'indices.listar') return ok({ indexes: [...indices.values()].map((i) => toModel(i, agora)) });
  if (rota === 'indices.criar') {
    const novo = String(corpo['name'] ?? '');
    const campos = (corpo['schema'] as { fields?: Indice['campos'] } | undefined)?.fields ?? {};
    const { dimension, metric, type } = campos['_values'] ?? {};
    if (!/^[a-z0-9](?:[a-z0-9-]{0,43}[a-z0-9])?$/.test(novo)) return recusaDoControle(400, 'INVALID_ARGUMENT', 'Name must consist of lower case alphanumeric characters or hyphens');
    if (type !== 'dense_vector' || !Number.isInteger(dimension) || dimension! < 1 || dimension! > 20_000 || !['cosine', 'euclidean', 'dotproduct'].includes(metric ?? '')) return recusaDoControle(422, 'INVALID_ARGUMENT', 'The index needs a dense vector field with a dimension and a metric');
    if (indices.has(novo)) return recusaDoControle(409, 'ALREADY_EXISTS', 'Resource already exists');
    const deployment = (corpo['deployment'] as Record<string, unknown> | undefined) ?? { deployment_type: 'managed', cloud: 'aws', region: 'us-east-1' };
    return ok(toModel(await controle.open({ name: novo, campos, deployment, prontoEm: agora + controle.prontoMs }), agora), 201);
  }
  if (!indice) return recusaDoControle(404, 'NOT_FOUND', `Resource ${nome} not found`);
  if (rota === 'indices.descrever') return ok(toModel(indice, agora));
  indices.delete(nome);
  controle.drop(indice);
  return ok({}, 202);
}
