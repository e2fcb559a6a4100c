#!/usr/bin/env node
// `npm run bench -- itens [--json] [--erros]`: items as read against the labels in bench/itens (numbers and hashes, no
// text of any edital), per edital and in all. The editais are those of ../shared/dados/editais; absent ones are told.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compareItens } from './itens-comparar.mjs';

const aqui = dirname(fileURLToPath(import.meta.url));
const EDITAIS = join(aqui, '..', '..', 'shared', 'dados', 'editais');
const SOMA = { true: 'confere', false: 'NÃO', null: '-' };

/** Reads and compares every labelled edital that is on this machine. */
export async function measureItens({ editais = EDITAIS, rotulos = join(aqui, 'itens') } = {}) {
  const { createLeitor, openConjunto, readItens } = await import('../dist/editais/index.js');
  const { normalizeUnidade } = await import('../dist/editais/itens/unidades.js');
  const leitor = createLeitor({ threads: 2, tempoMs: 120_000, limites: { maxPaginas: 2000 } });
  const porEdital = [];
  const ausentes = [];
  for (const nome of existsSync(rotulos) ? readdirSync(rotulos).filter((f) => f.endsWith('.json')).sort() : []) {
    const rotulo = JSON.parse(readFileSync(join(rotulos, nome), 'utf8'));
    const arquivo = join(editais, rotulo.arquivo);
    if (!existsSync(arquivo)) {
      ausentes.push(rotulo.id);
      continue;
    }
    const { partes } = await openConjunto([arquivo], { leitor });
    const lidos = readItens(partes);
    const somas = lidos.escolhidas.map((t) => t.somaConfere);
    porEdital.push({ id: rotulo.id, ...compareItens(rotulo, lidos.itens, normalizeUnidade), soma: somas.length === 0 || somas.every((s) => s === null) ? null : !somas.includes(false), totalImpresso: rotulo.totalImpresso });
  }
  await leitor.close();
  const total = porEdital.reduce((t, e) => Object.fromEntries(CONTAS.map((c) => [c, (t[c] ?? 0) + e[c]])), {});
  return { porEdital, ausentes, total, certas: total.esperadas ? total.certas / total.esperadas : null, media: porEdital.length ? porEdital.reduce((s, e) => s + e.certas / e.esperadas, 0) / porEdital.length : null };
}
const CONTAS = ['esperadas', 'achadas', 'certas', 'erradas', 'faltam', 'inventadas', 'descricoes'];

/** The table, for people. */
export function printItens({ porEdital, ausentes, total, certas, media }, { erros = false } = {}) {
  const linha = (id, e, soma) => console.log(`${id.padEnd(30)}${CONTAS.map((c) => String(e[c]).padStart(c.length + 2)).join('')}${(e.esperadas ? ((100 * e.certas) / e.esperadas).toFixed(1) : '-').padStart(8)} %  ${soma}`);
  console.log(`\n${'itens por edital'.padEnd(30)}${CONTAS.map((c) => c.padStart(c.length + 2)).join('')}   certas   soma × total impresso`);
  for (const e of porEdital) {
    linha(e.id, e, SOMA[String(e.soma)]);
    if (!erros) continue;
    for (const x of e.erros) console.log(`   ${x.lote ? `${x.lote}/` : ''}${x.numero}: ${x.falta ? 'falta' : x.difere.map(([c, a, b]) => `${c} ${a} → ${b}`).join('; ')}`);
    for (const x of e.sobras) console.log(`   ${x.lote ? `${x.lote}/` : ''}${x.numero}: inventada`);
  }
  if (!porEdital.length) return console.log('nenhum edital rotulado nesta máquina');
  linha('todos', total, `média por edital ${(100 * media).toFixed(1)} %`);
  console.log(`certas: ${(100 * certas).toFixed(1)} %${ausentes.length ? `; ausentes: ${ausentes.join(', ')}` : ''}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const r = await measureItens();
  if (process.argv.includes('--json')) console.log(JSON.stringify(r));
  else printItens(r, { erros: process.argv.includes('--erros') });
}
