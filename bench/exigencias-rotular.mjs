#!/usr/bin/env node
// `node bench/exigencias-rotular.mjs ROTULO.json...`: readable labels ({id, arquivo, exigencias: [{tipo, pagina,
// tambemNaPagina, trecho, limite?}]}) → bench/exigencias/<id>.json: kind, pages, words as hashes, whether the label is
// borderline ("limite": finding it is right, missing it is no fault), and the sha256 of the file.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ACEITOS, hashesOf } from './exigencias-comum.mjs';

const saida = join(dirname(fileURLToPath(import.meta.url)), 'exigencias');
for (const f of process.argv.slice(2)) {
  const { id, arquivo, exigencias } = JSON.parse(readFileSync(f, 'utf8'));
  const sem = exigencias.filter((e) => !ACEITOS[e.tipo]);
  if (sem.length) throw new Error(`${basename(f)}: kinds without a match: ${[...new Set(sem.map((e) => e.tipo))].join(', ')}`);
  const sha256 = createHash('sha256').update(readFileSync(arquivo)).digest('hex');
  const linhas = exigencias.map((e) => JSON.stringify({ tipo: e.tipo, paginas: [e.pagina, ...(e.tambemNaPagina ?? [])], palavras: hashesOf(e.trecho).join(' '), ...(e.limite === true ? { limite: true } : {}) }));
  writeFileSync(join(saida, `${id}.json`), `{"id": ${JSON.stringify(id)}, "sha256": "${sha256}", "exigencias": [\n${linhas.join(',\n')}\n]}\n`);
  console.log(`${id}: ${exigencias.length}`);
}
