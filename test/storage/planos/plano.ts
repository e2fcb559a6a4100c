import type pg from 'pg';

/** A query as the program made it. */
export interface Consulta {
  readonly texto: string;
  readonly valores: readonly unknown[];
}

/** A node of a plan, as `explain (format json)` tells it. */
export interface No {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Plan Rows': number;
  readonly Filter?: string;
  readonly Plans?: readonly No[];
}

/** Above so many rows a table is not read from end to end, nor sorted. */
const MUITAS = 20_000;

/** The plan the server would follow. Nothing is run. */
export async function explain(sql: pg.Client, { texto, valores }: Consulta): Promise<No> {
  const { rows } = await sql.query<{ 'QUERY PLAN': readonly [{ Plan: No }] }>(`explain (format json) ${texto}`, [...valores]);
  return rows[0]!['QUERY PLAN'][0].Plan;
}

/** What is wrong with a plan: big tables read from end to end, and sorts of many rows. `grandes`: rows by table. */
export function faltasDo(plano: No, { texto }: Consulta, grandes: ReadonlyMap<string, number>): string[] {
  const faltas: string[] = [];
  const visit = (no: No): void => {
    const tabela = no['Relation Name'];
    if (no['Node Type'] === 'Seq Scan' && tabela && (grandes.get(tabela) ?? 0) >= MUITAS) faltas.push(`Seq Scan on ${tabela} (${no.Filter ?? 'no filter'}): ${texto.replace(/\s+/g, ' ').slice(0, 300)}`);
    if (/Sort$/.test(no['Node Type']) && no['Plan Rows'] > MUITAS) faltas.push(`${no['Node Type']} of ${no['Plan Rows']} rows: ${texto.replace(/\s+/g, ' ').slice(0, 300)}`);
    no.Plans?.forEach(visit);
  };
  visit(plano);
  return faltas;
}
