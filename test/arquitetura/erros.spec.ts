import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { statusOf } from '../../src/http/problema.js';
import type { TipoErro } from '../../src/kernel/index.js';

const RAIZ = join(import.meta.dirname, '..', '..');
const read = (caminho: string): string => readFileSync(join(RAIZ, caminho), 'utf8');

/** Every code the source gives to an error. The command line's own are said in its help. */
function codigos(): string[] {
  const arquivos = readdirSync(join(RAIZ, 'src'), { recursive: true, encoding: 'utf8' }).filter((a) => a.endsWith('.ts') && !a.startsWith('cli'));
  const padrao = /(?:\b(?:invalido|naoEncontrado|indisponivel|conflito)\(\s*|new AlicitError\(\s*'[a-z_]+',\s*|recusa\(\d+, |\bcodigo: )'([a-z0-9]+(?:_[a-z0-9]+)+)'/g;
  return [...new Set(arquivos.flatMap((a) => [...read(join('src', a)).matchAll(padrao)].map(([, codigo]) => codigo!)))].sort();
}

describe('the codes of errors', () => {
  it('are all in the documentation', () => {
    const ditos = read('docs/erros.md') + read('docs/configuracao.md');
    const todos = codigos();
    expect(todos.length).toBeGreaterThan(100);
    expect(todos.filter((codigo) => !ditos.includes(`\`${codigo}\``))).toEqual([]);
  });

  it('that the documentation of the API lists exist', () => {
    const fonte = readdirSync(join(RAIZ, 'src'), { recursive: true, encoding: 'utf8' }).filter((a) => a.endsWith('.ts')).map((a) => read(join('src', a))).join('\n');
    const listados = read('docs/erros.md').split('\n').filter((l) => /^\| `/.test(l)).flatMap((l) => [...l.split('|')[1]!.matchAll(/`([a-z0-9_]+)`/g)].map(([, codigo]) => codigo!));
    expect(listados.length).toBeGreaterThan(90);
    expect(listados.filter((codigo) => !new RegExp(`['\\s]${codigo}[':]`).test(fonte))).toEqual([]);
  });

  it('are documented with the status they answer', () => {
    const TIPOS: Readonly<Record<string, TipoErro>> = { invalido: 'invalido', naoEncontrado: 'nao_encontrado', indisponivel: 'indisponivel', conflito: 'conflito' };
    const linhas = (read('docs/erros.md').split('\n').filter((l) => /^\| `.*\| \d{3} \|/.test(l)).flatMap((l) => {
      const [, nomes, status] = l.split('|');
      return [...nomes!.matchAll(/`([a-z0-9_]+)`/g)].map(([, codigo]) => [codigo!, Number(status)] as const);
    }));
    const documentado = Map.groupBy(linhas, ([codigo]) => codigo);
    const padrao = /(?:\b(invalido|naoEncontrado|indisponivel|conflito)\(\s*|new AlicitError\(\s*'([a-z_]+)',\s*)'([a-z0-9_]+)'/g;
    const errados = readdirSync(join(RAIZ, 'src'), { recursive: true, encoding: 'utf8' }).filter((a) => a.endsWith('.ts') && !a.startsWith('cli'))
      .flatMap((a) => [...read(join('src', a)).matchAll(padrao)])
      .map(([, nome, tipo, codigo]) => ({ codigo: codigo!, responde: statusOf(nome ? TIPOS[nome]! : (tipo as TipoErro), codigo!) }))
      .filter(({ codigo, responde }) => documentado.has(codigo) && !documentado.get(codigo)!.some(([, status]) => status === responde));
    expect(documentado.size).toBeGreaterThan(80);
    expect(errados).toEqual([]);
  });
});
