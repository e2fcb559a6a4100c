import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readLicitacoes } from '../../src/recomendacoes/index.js';

describe('readLicitacoes', () => {
  let pasta = '';
  beforeAll(() => { pasta = mkdtempSync(join(tmpdir(), 'alicit-rec-')); });
  afterAll(() => rmSync(pasta, { recursive: true, force: true }));
  const ler = (texto: string) => {
    const caminho = join(pasta, 'l.jsonl');
    writeFileSync(caminho, texto);
    return readLicitacoes(caminho);
  };
  const normal = { numeroControlePNCP: 'a-1', objeto: 'Aquisição de pneus' };
  const bruto = { numeroControlePNCP: 'b-2', objetoCompra: 'Limpeza', itens: [{ numeroItem: 3, descricao: 'Servente' }] };
  const lidas = [{ numero: 'a-1', objeto: 'Aquisição de pneus' }, { numero: 'b-2', objeto: 'Limpeza', itens: [{ numero: 3, descricao: 'Servente' }] }];

  it.each([
    ['JSONL', `\ufeff${JSON.stringify(normal)}\r\n\n${JSON.stringify(bruto)}`],
    ['a list on one line', JSON.stringify([normal, bruto])],
    ['a list on many lines', JSON.stringify([normal, bruto], null, 1)],
    ["PNCP's envelope", JSON.stringify({ data: [normal, bruto], totalRegistros: 2 })],
    ["PNCP's envelope, indented", JSON.stringify({ data: [normal, bruto], totalRegistros: 2 }, null, 2)],
  ])('reads %s', async (_nome, texto) => expect(await ler(texto)).toEqual({ licitacoes: lidas, ruins: [], totalRuins: 0, repetidas: 0 }));

  it('counts and tells bad records, keeps the last of a number', async () => {
    const r = await ler([JSON.stringify(normal), '{quebrado', '[1]', '{"objeto":"sem número"}', '{"numeroControlePNCP":"c-3"}', JSON.stringify({ ...normal, objeto: 'Outro' })].join('\n'));
    expect(r.licitacoes).toEqual([{ numero: 'a-1', objeto: 'Outro' }]);
    expect(r).toMatchObject({ totalRuins: 4, repetidas: 1, ruins: [{ linha: 2, motivo: 'a linha não é JSON' }, { linha: 3, motivo: 'falta numeroControlePNCP' }, { linha: 4, motivo: 'falta numeroControlePNCP' }, { linha: 5, motivo: 'a licitação c-3 não traz objeto' }] });
  });

  it.each([['', 'licitacoes_invalidas'], ['isto não é JSON', 'licitacoes_invalidas'], ['[]', 'licitacoes_invalidas'], ['{"data":[{}]}', 'licitacoes_invalidas']])('refuses %j', async (texto, codigo) => {
    await expect(ler(texto)).rejects.toMatchObject({ codigo });
  });

  it('says which file is missing', async () => {
    await expect(readLicitacoes(join(pasta, 'nada.jsonl'))).rejects.toMatchObject({ codigo: 'arquivo_nao_encontrado' });
    await expect(readLicitacoes(pasta)).rejects.toMatchObject({ codigo: 'arquivo_nao_encontrado' });
  });
});
