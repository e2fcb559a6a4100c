#!/usr/bin/env node
// Labels of items made by hand (readable JSON, kept out of the repository) → numbers and hashes in bench/itens/<id>.json.
// node bench/itens-rotulos.mjs --editais DIR [--arquivo CAMINHO] ROTULO.json...
// `--arquivo`: path below DIR of what is given to the reader, when it is not the labelled file itself (a ZIP that holds it).
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { hashDescricao, toNumero } from './itens-comparar.mjs';

const { normalizeUnidade } = await import('../dist/editais/itens/unidades.js');
const pasta = join(dirname(fileURLToPath(import.meta.url)), 'itens');
const { values, positionals } = parseArgs({ options: { editais: { type: 'string' }, arquivo: { type: 'string' } }, allowPositionals: true });
if (!values.editais || !positionals.length) throw new Error('--editais DIR and at least one label are needed');
mkdirSync(pasta, { recursive: true });

for (const caminho of positionals) {
  const r = JSON.parse(readFileSync(caminho, 'utf8'));
  const arquivo = values.arquivo ?? relative(values.editais, r.arquivos[0]);
  if (arquivo.startsWith('..')) throw new Error(`${r.id}: the labelled file is not below --editais; say --arquivo`);
  const linhas = r.itens.map((i) => [
    i.numero, i.lote ?? null, toNumero(i.quantidade), i.unidade ? normalizeUnidade(i.unidade) : null, toNumero(i.valorUnitario), toNumero(i.valorTotal), i.beneficio ?? null, hashDescricao(i.descricao ?? ''),
  ]);
  const campos = { id: r.id, arquivo, ate: r.parcial ? r.ate : null, totalImpresso: toNumero(r.totalImpresso), colunas: ['numero', 'lote', 'quantidade', 'unidade', 'valorUnitario', 'valorTotal', 'beneficio', 'descricao'] };
  writeFileSync(join(pasta, `${r.id}.json`), `${JSON.stringify(campos).slice(0, -1)},"linhas":[\n${linhas.map((l) => JSON.stringify(l)).join(',\n')}\n]}\n`);
  console.log(`${r.id}: ${linhas.length} items`);
}
