import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AppDeTeste } from './app.js';

/** Objects of the file store on disk: their sha256. */
export const objetosDe = (t: AppDeTeste): string[] =>
  existsSync(join(t.pasta, 'arquivos')) ? readdirSync(join(t.pasta, 'arquivos'), { recursive: true, withFileTypes: true }).filter((e) => e.isFile()).map((e) => e.name).sort() : [];

/** Rows of any table that show a text in any column, as "table: n"; bytes are looked into as text. */
export async function rowsWith(t: AppDeTeste, texto: string): Promise<string[]> {
  const tabelas = await t.fonte.query<{ nome: string }[]>(`select format('%I.%I', schemaname, tablename) as nome from pg_tables where schemaname not in ('pg_catalog', 'information_schema') order by 1`);
  const achadas: string[] = [];
  for (const { nome } of tabelas) {
    const colunas = await t.fonte.query<{ c: string; bytes: boolean }[]>(
      `select quote_ident(attname) as c, atttypid = 'bytea'::regtype as bytes from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped`, [nome]);
    const onde = colunas.map(({ c, bytes }) => (bytes ? `position(convert_to($1, 'UTF8') in coalesce(${c}, '')) > 0` : `strpos(${c}::text, $1) > 0`)).join(' or ');
    const [linha] = await t.fonte.query<{ n: number }[]>(`select count(*)::int as n from ${nome} where ${onde}`, [texto]);
    if (linha!.n > 0) achadas.push(`${nome}: ${linha!.n}`);
  }
  return achadas;
}

/** Files below the data folder that hold a text. */
export const filesWith = (t: AppDeTeste, texto: string): string[] =>
  readdirSync(t.pasta, { recursive: true, withFileTypes: true }).filter((e) => e.isFile()).map((e) => join(e.parentPath, e.name)).filter((f) => readFileSync(f).includes(texto));
