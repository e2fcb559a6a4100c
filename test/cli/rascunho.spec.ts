import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rascunhoCommand } from '../../src/cli/rascunho.command.js';
import { createLeitor, openConjunto } from '../../src/editais/index.js';
import { asErroPublico } from '../../src/kernel/index.js';

const EXEMPLOS = join(process.cwd(), 'exemplos');

/** The command over a reader in this thread, in the place of the application's. */
describe('alicit rascunho', () => {
  let pasta = '';
  beforeAll(() => void (pasta = mkdtempSync(join(tmpdir(), 'alicit-rascunho-'))));
  afterAll(() => rmSync(pasta, { recursive: true, force: true }));
  const leitor = createLeitor({ threads: 0, tempoMs: 60_000, limites: { maxPaginas: 100 } });
  let lido: ReturnType<typeof openConjunto> | null = null;
  /** The edital of all these tests is the same: it is read once. */
  const editais = { open: (caminhos: readonly string[]) => (lido ??= openConjunto(caminhos, { leitor })), release: () => Promise.resolve() };
  const app = (): Promise<INestApplicationContext> => Promise.resolve({ get: () => editais } as unknown as INestApplicationContext);

  const run = async (...args: string[]): Promise<{ erro: string | null; saida: string; avisos: string }> => {
    let [saida, avisos] = ['', ''];
    const comando = rascunhoCommand({ app, banco: () => Promise.reject(new Error('no database')), entrada: (c) => join(EXEMPLOS, c), saida: (c) => join(pasta, c), print: (t) => void (saida += t), tell: (t) => void (avisos += `${t}\n`), fail: () => undefined });
    try {
      await comando.exitOverride().configureOutput({ writeErr: () => undefined }).parseAsync([...args, '--empresa', 'empresa.json', '--agora', '2026-11-23T10:00:00-03:00'], { from: 'user' });
      return { erro: null, saida, avisos };
    } catch (erro) {
      return { erro: (erro as { code?: string }).code ?? asErroPublico(erro).codigo, saida, avisos };
    }
  };
  const EDITAL = ['edital-exemplo.pdf', 'errata-exemplo.pdf'];

  it('prints Markdown, with the points asked for, and tells what is to be completed', async () => {
    const { erro, saida, avisos } = await run('impugnacao', ...EDITAL, '--pontos', 'atestado_pct_art67');
    expect(erro).toBeNull();
    expect(saida).toContain('# Impugnação ao edital');
    expect(saida).toContain('Montes Claros/MG, 23 de novembro de 2026.');
    expect(saida).not.toContain('Hora-limite');
    expect(avisos).toContain('a completar antes de enviar:');
  });

  it('writes Word or Markdown, as the file is called', async () => {
    expect(await run('checklist', ...EDITAL, '--saida', 'lista.docx')).toMatchObject({ erro: null, saida: '', avisos: expect.stringContaining('gravado em lista.docx') });
    expect(readFileSync(join(pasta, 'lista.docx')).subarray(0, 2).toString()).toBe('PK');
    expect((await run('esclarecimento', ...EDITAL, '--saida', 'pedido.md')).erro).toBeNull();
    expect(readFileSync(join(pasta, 'pedido.md'), 'utf8')).toContain('# Pedido de esclarecimento');
  });

  it.each([
    [['recurso', ...EDITAL], 'commander.invalidArgument'],
    [['checklist', ...EDITAL, '--saida', 'lista.pdf'], 'mau_uso'],
    [['impugnacao', ...EDITAL, '--pontos', 'inventado'], 'ponto_desconhecido'],
    [['impugnacao', ...EDITAL, '--pncp', 'nao-existe.json'], 'arquivo_nao_encontrado'],
    [['impugnacao', ...EDITAL, '--licitacao', 'nao-existe.json'], 'arquivo_nao_encontrado'],
  ])('%j → %s', async (args, esperado) => expect((await run(...args)).erro).toBe(esperado));
});
