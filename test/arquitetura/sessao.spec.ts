import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

/** Who may: the one connection that listens, never through a pooler, and that of the embedded server, which has none. */
const PODEM = ['jobs/escuta.ts', 'storage/embutido/presenca.ts'];

/** State of a session, lost or left to others behind a pooler in transaction mode; and statements prepared by name. */
const PROIBIDOS: Readonly<Record<string, RegExp>> = {
  'a session lock': /\bpg_(?:try_)?advisory_(?:lock|unlock)\w*\(/i,
  'a setting of the session': /['"`;]\s*set\s+(?!local\b|transaction\b)(?:session\s+)?[a-z_.]+\s*(?:=|\bto\b)/i,
  'a listener': /['"`;]\s*(?:un)?listen\s/i,
  'a temporary table': /\bcreate\s+(?:local\s+|global\s+)?temp(?:orary)?\s/i,
  'a cursor that outlives its transaction': /\bwith\s+hold\b/i,
  'a statement prepared by name': /['"`;]\s*prepare\s+\w+\s*(?:\(|as\b)|\bquery\(\s*\{[^}]*\bname\s*:/i,
  'a setting kept after the transaction': /\bset_config\([^)]*,\s*false\s*\)/i,
};

const raiz = join(process.cwd(), 'src');
const fontes = readdirSync(raiz, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.ts') && !PODEM.includes(f));

describe('pooled connections keep no state of a session', () => {
  it.each(Object.entries(PROIBIDOS))('no source asks for %s', (_, proibido) => {
    expect(fontes.length).toBeGreaterThan(500);
    expect(fontes.filter((f) => proibido.test(readFileSync(join(raiz, f), 'utf8')))).toEqual([]);
  });

  it.each([
    ['a session lock', "q('select pg_advisory_lock($1)')"], ['a session lock', "q('SELECT pg_try_advisory_lock_shared(1)')"], ['a setting of the session', "q('set statement_timeout = 5')"], ['a setting of the session', 'q(`begin; set search_path to x`)'],
    ['a listener', "q('listen canal')"], ['a temporary table', "q('create temp table x ()')"], ['a cursor that outlives its transaction', "q('declare c cursor with hold for select 1')"],
    ['a statement prepared by name', "c.query({ name: 'x', text: 'select 1' })"], ['a statement prepared by name', "q('prepare x as select 1')"], ['a setting kept after the transaction', "q(`select set_config('a', 'b', false)`)"],
  ])('%s would be found in %s', (nome, fonte) => expect(PROIBIDOS[nome]!.test(fonte)).toBe(true));

  it.each(["q('set local statement_timeout = 5')", "q('update x set a = 1')", "q('select pg_advisory_xact_lock(1)')", "q(`select set_config('a', 'b', true)`)"])('%s is fine', (fonte) => {
    expect(Object.values(PROIBIDOS).some((p) => p.test(fonte))).toBe(false);
  });
});
