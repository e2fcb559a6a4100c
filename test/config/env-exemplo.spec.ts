import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { listVariaveis, parseConfig, type Variavel } from '../../src/config/index.js';

interface Gerador {
  formatEnv(variaveis: readonly Variavel[], markdown: string): string;
}
const read = (nome: string): string => readFileSync(join(process.cwd(), nome), 'utf8');
const { formatEnv } = (await import(join(process.cwd(), 'scripts', 'env-exemplo.mjs'))) as Gerador;
const texto = read('docs/configuracao.md');

describe('.env.example', () => {
  it('is what npm run env:gerar writes', () => expect(read('.env.example')).toBe(formatEnv(listVariaveis(), texto)));

  it('has every variable once, commented out, and what it shows is accepted', () => {
    const linhas = [...read('.env.example').matchAll(/^#([A-Z][A-Z0-9_]*)=(.*)$/gm)].map(([, nome, valor]) => [nome!, valor!] as const);
    expect(linhas.map(([nome]) => nome).sort()).toEqual(listVariaveis().map((v) => v.nome).sort());
    expect(read('.env.example')).not.toMatch(/^[^#\n]/m);
    const { versao, ...padrao } = parseConfig({}, '/');
    expect(parseConfig(Object.fromEntries(linhas), '/')).toEqual({ versao, ...padrao });
  });

  it('says which are secret, and shows no value of them', () => {
    for (const { nome, secreta, padrao } of listVariaveis()) if (secreta) expect([nome, padrao, new RegExp(`SECRETA(?:\\.| \\([^)]*${nome}[^)]*\\)\\.)\\n(?:#\\w+=.*\\n)*#${nome}=\\n`).test(read('.env.example'))]).toEqual([nome, null, true]);
  });

  it.each<[string, readonly Variavel[], string]>([
    ['a variable without a row', [...listVariaveis(), { nome: 'ALICIT_NOVA', padrao: null, secreta: false }], texto],
    ['a row of none', listVariaveis().filter((v) => v.nome !== 'PORT'), texto],
    ['two rows of one', listVariaveis(), texto.replace('| `ALICIT_LOG` |', '| `ALICIT_ROLE` | all | outra vez |\n| `ALICIT_LOG` |')],
    ['another default', listVariaveis(), texto.replace('| `ALICIT_CACHE_MB` | 500 |', '| `ALICIT_CACHE_MB` | 501 |')],
    ['another default of two', listVariaveis(), texto.replace('| 1000, 100 |', '| 1000, 101 |')],
  ])('is not made of %s', (_, variaveis, markdown) => expect(() => formatEnv(variaveis, markdown)).toThrow(/não concordam/));
});
