import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { findDesvios, tabelasDoCliente } from './consultas.js';

const RAIZ = process.cwd();
const files = (pasta: string): string[] => readdirSync(join(RAIZ, pasta), { recursive: true, withFileTypes: true }).filter((f) => f.isFile() && f.name.endsWith('.ts')).map((f) => relative(RAIZ, join(f.parentPath, f.name)));
const read = (arquivo: string): string => readFileSync(join(RAIZ, arquivo), 'utf8');
const tabelas = tabelasDoCliente(files('src/storage/migrations').map(read));
/** The database's own folder, and the three that work for all organisations at once. */
const DE_TODOS = /^src\/(?:storage|workflows|jobs|eventos)\//;

describe('rows of clients', () => {
  it('are reached only through DaOrganizacao, or by statements that say for whom', () => {
    expect(tabelas).toEqual(expect.arrayContaining(['chave_api', 'empresa', 'licitacao_arquivo', 'analise', 'webhook']));
    expect(tabelas).not.toContain('organizacao');
    const desvios = files('src').filter((a) => !a.startsWith('src/storage/')).flatMap((a) => findDesvios(a, read(a), tabelas, { sql: !DE_TODOS.test(a) }));
    expect(desvios).toEqual([]);
  });

  it.each([
    ['this.fonte.getRepository(Empresa)', 'getRepository'],
    ['class A { constructor(@InjectRepository(Empresa) r) {} }', 'InjectRepository'],
    ['m.createQueryBuilder()', 'createQueryBuilder'],
    ["q('select * from alicit.empresa where id = $1')", 'empresa sem organizacao_id'],
    ['q(`update alicit.analise set x = ${y} where id = $1`)', 'analise sem organizacao_id'],
    ["q('delete from webhook')", 'webhook sem organizacao_id'],
    ["q('select 1 from alicit.empresa /* sistema: */')", 'empresa sem organizacao_id'],
    ["const t = 'alicit.licitacao'", 'licitacao sem organizacao_id'],
  ])('a planted %s is found', (texto, achado) => expect(findDesvios('a.ts', texto, tabelas, { sql: true })).toEqual([`a.ts:1: ${achado}`]));

  it.each([
    "import { InjectRepository } from '@nestjs/typeorm'",
    "q('select * from alicit.empresa where organizacao_id = $1')",
    "q('select count(*) from alicit.analise /* sistema: queue of all */')",
    "q('select * from alicit.organizacao where id = $1')",
    "tell('a empresa não existe')",
  ])('%s is no trespass', (texto) => expect(findDesvios('a.ts', texto, tabelas, { sql: true })).toEqual([]));
});
