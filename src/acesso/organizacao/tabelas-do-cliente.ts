/** Runs one statement: whatever the connection or the transaction is. */
export type Consulta = <T>(sql: string, parametros?: readonly unknown[]) => Promise<T[]>;

/** A table of rows that belong to organisations. */
export interface TabelaDoCliente {
  readonly esquema: string;
  readonly nome: string;
  readonly colunas: readonly { readonly nome: string; readonly tipo: string }[];
  /** Column that refers to a stored file; null when it has none. */
  readonly colunaArquivo: string | null;
}

interface LinhaColuna { readonly esquema: string; readonly tabela: string; readonly coluna: string; readonly tipo: string }
interface LinhaReferencia { readonly de: string; readonly para: string; readonly coluna: string }

/** By name, quoted: `"alicit"."empresa"`. */
export const nameOf = ({ esquema, nome }: Pick<TabelaDoCliente, 'esquema' | 'nome'>): string => `${quote(esquema)}.${quote(nome)}`;
export const quote = (nome: string): string => `"${nome.replaceAll('"', '""')}"`;

/**
 * Every table with an `organizacao_id`, from the database's own catalogue: one that is added later cannot be forgotten.
 * In an order in which rows may be deleted: who refers comes before what is referred to.
 */
export async function listTabelasDoCliente(consulta: Consulta): Promise<TabelaDoCliente[]> {
  const colunas = await consulta<LinhaColuna>(
    `select n.nspname as esquema, c.relname as tabela, a.attname as coluna, format_type(a.atttypid, a.atttypmod) as tipo
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relkind in ('r', 'p') and not c.relispartition and n.nspname not in ('pg_catalog', 'information_schema')
       and exists (select 1 from pg_attribute o where o.attrelid = c.oid and o.attname = 'organizacao_id' and not o.attisdropped)
     order by n.nspname, c.relname, a.attnum`,
  );
  const referencias = await consulta<LinhaReferencia>(
    `select dn.nspname || '.' || d.relname as de, pn.nspname || '.' || p.relname as para, a.attname as coluna
     from pg_constraint k join pg_class d on d.oid = k.conrelid join pg_namespace dn on dn.oid = d.relnamespace join pg_class p on p.oid = k.confrelid join pg_namespace pn on pn.oid = p.relnamespace
       join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
     where k.contype = 'f'`,
  );
  const tabelas = new Map<string, { esquema: string; nome: string; colunas: { nome: string; tipo: string }[]; colunaArquivo: string | null }>();
  for (const { esquema, tabela, coluna, tipo } of colunas) {
    const nome = `${esquema}.${tabela}`;
    const t = tabelas.get(nome) ?? { esquema, nome: tabela, colunas: [], colunaArquivo: referencias.find((r) => r.de === nome && r.para === 'alicit.arquivo')?.coluna ?? null };
    t.colunas.push({ nome: coluna, tipo });
    tabelas.set(nome, t);
  }
  return sortReferentesAntes(tabelas, referencias);
}

function sortReferentesAntes<T>(tabelas: ReadonlyMap<string, T>, referencias: readonly LinhaReferencia[]): T[] {
  const prontas = new Set<string>();
  const ordem: T[] = [];
  const visit = (nome: string): void => {
    const tabela = tabelas.get(nome);
    if (!tabela || prontas.has(nome)) return;
    prontas.add(nome);
    for (const r of referencias) if (r.para === nome) visit(r.de);
    ordem.push(tabela);
  };
  for (const nome of tabelas.keys()) visit(nome);
  return ordem;
}

/** Columns a client is given of its rows: no secrets (`segredo…`), no hashes of keys, no kept bytes. */
export const colunasVisiveis = ({ colunas }: TabelaDoCliente): string[] =>
  colunas.filter((c) => c.tipo !== 'bytea' && !(c.nome.startsWith('segredo') && !c.tipo.startsWith('timestamp'))).map((c) => c.nome);
