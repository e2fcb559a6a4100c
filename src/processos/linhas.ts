import { z } from 'zod';
import { ESTADOS_ITEM, type Uso } from '../observacao/index.js';
import { isVivo, type Processo } from './domain/processo.js';

/** Who can be asked: a pool, a connection. */
export interface Perguntavel {
  query(sql: string, valores?: unknown[]): Promise<{ readonly rows: unknown[] }>;
}

/** What a process says of itself at each pulse. */
export type Batimento = Pick<Processo, 'id' | 'papel' | 'versao' | 'versaoWorkflow' | 'maquina' | 'pulsoMs' | 'encerrando'> & { readonly usos: Readonly<Record<string, Uso>> };

/** A process with what it knows of the services outside. */
export interface Linha extends Processo {
  readonly usos: Readonly<Record<string, Uso>>;
}

const MAX_LINHAS = 10_000;
const instante = z.coerce.date();
const usoSchema = z.object({ estado: z.enum(ESTADOS_ITEM), erro: z.string().max(100).nullable(), em: instante, latenciaMs: z.number().nullable(), ultimoSucesso: instante.nullable(), desmentivel: z.boolean() });

export const writeBatimento = async (banco: Perguntavel, b: Batimento): Promise<void> =>
  void (await banco.query(
    `insert into alicit.processo (id, papel, versao, versao_workflow, maquina, pulso_ms, encerrando, usos) values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (id) do update set visto_em = now(), encerrando = excluded.encerrando, usos = excluded.usos`,
    [b.id, b.papel, b.versao, b.versaoWorkflow, b.maquina, b.pulsoMs, b.encerrando, JSON.stringify(b.usos)],
  ));

export const eraseProcesso = async (banco: Perguntavel, id: string): Promise<void> => void (await banco.query('delete from alicit.processo where id = $1', [id]));

/** All that are written down, also the silent ones, by when they began. */
export async function readLinhas(banco: Perguntavel): Promise<readonly Linha[]> {
  const { rows } = await banco.query(
    `select id, papel, versao, versao_workflow as "versaoWorkflow", maquina, pulso_ms as "pulsoMs", iniciado_em as "iniciadoEm", visto_em as "vistoEm", encerrando, usos,
       greatest(0, extract(epoch from now() - visto_em) * 1000)::float8 as "silencioMs" from alicit.processo order by iniciado_em, id limit ${MAX_LINHAS}`,
  );
  return (rows as (Processo & { readonly usos: Readonly<Record<string, unknown>> })[]).map((l) => ({ ...l, usos: parseUsos(l.usos) }));
}

/** What another version wrote in a form unknown to this one is left out. */
const parseUsos = (usos: Readonly<Record<string, unknown>>): Record<string, Uso> =>
  Object.fromEntries(Object.entries(usos).flatMap(([nome, dito]) => {
    const uso = usoSchema.safeParse(dito);
    return uso.success ? [[nome, uso.data] as const] : [];
  }));

export const vivos = (linhas: readonly Linha[]): readonly Processo[] => linhas.filter(isVivo).map(({ usos: _, ...p }) => p);
