import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MauUso } from '../../src/cli/contexto.js';
import { recomendarCommand } from '../../src/cli/recomendar.command.js';
import { asErroPublico } from '../../src/kernel/index.js';

describe('alicit recomendar', () => {
  let pasta = '';
  const avisos: string[] = [];
  const nada = (): Promise<never> => Promise.reject(new Error('the command must not start the application'));
  const run = async (...args: string[]): Promise<number> => {
    avisos.length = 0;
    const tell = (m: string): void => void avisos.push(m);
    try {
      await recomendarCommand({ app: nada, banco: nada, entrada: (c) => join(pasta, c), saida: (c) => join(pasta, c), print: () => undefined, tell, fail: () => undefined }).exitOverride().parseAsync(args, { from: 'user' });
      return 0;
    } catch (erro) {
      const { codigo, mensagem } = asErroPublico(erro);
      tell(`${codigo}: ${mensagem}`);
      return erro instanceof MauUso ? 2 : 1;
    }
  };
  const perfil = { cnpj: '11222333000181', descricao: 'Loja de pneus', produtos_servicos: ['pneus', 'câmaras de ar'], valor_min: 1000, porte: 'EPP' };
  const usual = ['--empresas', 'e.json', '--licitacoes', 'l.jsonl', '--saida', 'r.tsv'];

  beforeAll(() => {
    pasta = mkdtempSync(join(tmpdir(), 'alicit-recomendar-'));
    writeFileSync(join(pasta, 'e.json'), JSON.stringify([{ id: 'E1', ...perfil }, perfil]));
    writeFileSync(join(pasta, 'l.jsonl'), [{ numeroControlePNCP: 'n-2', objeto: 'Aquisição de pneus' }, { numeroControlePNCP: 'n-1', objeto: 'Aquisição de pneus' }, { numeroControlePNCP: 'n-3', objetoCompra: 'Aquisição de medicamentos' }].map((l) => JSON.stringify(l)).join('\n') + '\n{ruim');
  });
  afterAll(() => rmSync(pasta, { recursive: true, force: true }));

  it('writes the rank of each company, ties by number, and tells the bad lines', async () => {
    expect(await run(...usual)).toBe(0);
    const linhas = readFileSync(join(pasta, 'r.tsv'), 'utf8').split('\n');
    expect(linhas.map((l) => l.replace(/\t[\d.]+$/, ''))).toEqual(['E1\tn-1\t1', 'E1\tn-2\t2', '11222333000181\tn-1\t1', '11222333000181\tn-2\t2', '']);
    expect(Number(linhas[0]!.split('\t')[3])).toBeGreaterThan(0.35);
    expect(avisos.join(' ')).toMatch(/1 registros não foram usados.*Registro 4.*4 recomendações para 2 empresas entre 3 licitações/);
  });

  it('obeys --top', async () => {
    expect(await run(...usual, '--top', '1')).toBe(0);
    expect(readFileSync(join(pasta, 'r.tsv'), 'utf8').trim().split('\n')).toHaveLength(2);
  });

  it.each([
    [['--top', '0'], 2, /--top espera/],
    [['--empresas', 'l.jsonl'], 1, /empresa_invalida/],
    [['--empresas', 'falta.json'], 1, /arquivo_nao_encontrado/],
    [['--licitacoes', 'falta.jsonl'], 1, /arquivo_nao_encontrado/],
    [['--licitacoes', 'e.json'], 1, /licitacoes_invalidas/],
    [['--saida', 'nao/existe/r.tsv'], 1, /saida_invalida/],
  ] as const)('%j ends with %i', async (mais, codigo, aviso) => {
    expect(await run(...usual, ...mais)).toBe(codigo);
    expect(avisos.join(' ')).toMatch(aviso);
  });

  it('goes on with a CNPJ that is wrong, and says so', async () => {
    writeFileSync(join(pasta, 'cnpj.json'), JSON.stringify({ ...perfil, cnpj: '11222333000180' }));
    expect(await run(...usual, '--empresas', 'cnpj.json')).toBe(0);
    expect(readFileSync(join(pasta, 'r.tsv'), 'utf8')).toMatch(/^11222333000180\tn-1\t1\t/);
    expect(avisos.join(' ')).toMatch(/Empresa 1: o CNPJ é inválido/);
  });

  it.each([
    [[{ ...perfil, id: 'x' }, { ...perfil, id: 'x' }], /mesmo id/],
    [[{ ...perfil, descricao: '' }], /Empresa 1:/],
    [[], /0 perfis/],
  ])('refuses the companies %#', async (perfis, aviso) => {
    writeFileSync(join(pasta, 'ruins.json'), JSON.stringify(perfis));
    expect(await run(...usual, '--empresas', 'ruins.json')).toBe(1);
    expect(avisos.join(' ')).toMatch(aviso);
  });
});
