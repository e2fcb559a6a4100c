#!/usr/bin/env node
// Runs the gold evaluation on the built command line and holds it against .ci/pisos.json.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measureCalibracao, parteCerta } from '../bench/calibracao.mjs';
import { measureItens } from '../bench/itens.mjs';

const raiz = join(dirname(fileURLToPath(import.meta.url)), '..');
const gold = join(raiz, '..', 'shared', 'gold');
const editais = join(raiz, '..', 'shared', 'dados', 'editais');
const pisos = JSON.parse(readFileSync(join(raiz, '.ci', 'pisos.json'), 'utf8'));
const pasta = mkdtempSync(join(tmpdir(), 'alicit-gold-'));

function run(comando, args) {
  const r = spawnSync(comando, args, { cwd: raiz, encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'inherit'] });
  if (r.status !== 0) throw new Error(`${comando} ${args[0]}: exit ${r.status}`);
  return r.stdout;
}
const avaliar = (...args) => run(process.execPath, [join(gold, 'avaliar.mjs'), ...args, '--editais', editais]);

const falhas = [];
const exige = (nome, valor, piso) => {
  console.log(`${valor >= piso ? 'ok ' : 'LOW'} ${nome.padEnd(34)} ${valor.toFixed(3)} (floor ${piso})`);
  if (!(valor >= piso)) falhas.push(nome);
};
try {
  const lista = join(pasta, 'lista.json');
  writeFileSync(lista, avaliar('lista', '--gold', 'dev'));
  run('npm', ['run', '--silent', 'alicit', '--', 'fatos', '--lista', lista, '--saida', join(pasta, 'fatos')]);
  const f = JSON.parse(avaliar('fatos', '--gold', 'dev', '--pred', join(pasta, 'fatos'), '--json'));
  exige('fatos precisão', f.todos.precision, pisos.fatos.precisao);
  exige('fatos revocação', f.todos.recall, pisos.fatos.revocacao);
  exige('fatos críticos precisão', f.criticos.precision, pisos.fatos.precisaoCritica);
  exige('fatos críticos revocação', f.criticos.recall, pisos.fatos.revocacaoCritica);
  exige('citações válidas', f.citacoes.validas / f.citacoes.feitas, 1);
  exige('citações que mostram o valor', f.citacoes.mostramOValor / f.citacoes.deveriamMostrar, pisos.fatos.mostraOValor);
  if (!f.citacoes.poppler) falhas.push('pdftotext missing: quotes not checked');
  for (const [campo, r] of Object.entries(f.porCampo)) if (r.tp + r.fn >= 5 && r.tp / (r.tp + r.fn) < pisos.fatos.revocacaoMinimaPorCampo) falhas.push(`recall of ${campo}`);
  const { inteiros, metades } = await measureCalibracao();
  exige('certos entre os fatos ≥ 0,90', parteCerta(inteiros), pisos.fatos.certosComConfiancaAlta);
  exige('o mesmo, com metade das páginas', parteCerta(metades), pisos.fatos.certosComConfiancaAlta);
  run('npm', ['run', '--silent', 'alicit', '--', 'buscar', '--lista', lista, '--saida', join(pasta, 'busca')]);
  const b = JSON.parse(avaliar('busca', '--gold', 'dev', '--pred', join(pasta, 'busca'), '--json'));
  exige('busca página primeira', b.p1, pisos.busca.p1);
  exige('busca página em três', b.p3, pisos.busca.p3);
  exige('busca trecho em três', b.t3, pisos.busca.t3);
  const itens = await measureItens();
  if (!itens.porEdital.length || itens.ausentes.length) falhas.push(`editais with labelled items missing: ${itens.ausentes.join(', ') || 'all'}`);
  else {
    exige('itens, linhas certas', itens.certas, pisos.itens.certas);
    exige('itens, média por edital', itens.media, pisos.itens.mediaPorEdital);
    exige('itens que não foram inventados', 1 - itens.total.inventadas / itens.total.esperadas, pisos.itens.naoInventados);
  }
  const x = JSON.parse(run(process.execPath, [join(raiz, 'bench', 'exigencias.mjs'), '--json']));
  // Those whose file this machine does not have are left out of the numbers.
  console.log(`exigências: ${x.rotulos} labels, ${x.ausentes} editais without their file`);
  if (x.rotulos) {
    exige('exigências revocação', x.revocacao, pisos.exigencias.revocacao);
    exige('exigências precisão', x.precisao, pisos.exigencias.precisao);
  }
  const q = JSON.parse(run(process.execPath, [join(raiz, 'bench', 'perguntas.mjs'), '--json']));
  console.log(`perguntas: ${q.ausentes.length} labelled editais without their file`);
  exige('perguntas, página citada', q.gold.alguma, pisos.perguntas.paginaCitada);
  exige('perguntas, página citada primeiro', q.gold.primeira, pisos.perguntas.paginaPrimeira);
  exige('perguntas sem resposta recusadas', q['rótulos a'].recusadas, pisos.perguntas.recusadas);
  for (const [nome, piso] of Object.entries(pisos.recomendacoes)) {
    const conjunto = nome === 'dev' ? join(gold, 'matching', 'dev.') : join(raiz, 'bench', 'casamento', nome, '/');
    const rank = join(pasta, `rank-${nome}.tsv`);
    run('npm', ['run', '--silent', 'alicit', '--', 'recomendar', '--empresas', `${conjunto}empresas.json`, '--licitacoes', join(gold, 'matching', 'licitacoes.jsonl'), '--saida', rank]);
    const empresas = JSON.parse(avaliar('recomendacoes', '--qrels', `${conjunto}qrels.tsv`, '--pred', rank, '--json'));
    const media = (k) => empresas.reduce((soma, e) => soma + e[k], 0) / empresas.length;
    exige(`recomendações ${nome}, nDCG@10`, media('ndcg10'), piso.ndcg10);
    exige(`recomendações ${nome}, revocação@50`, media('recall50'), piso.recall50);
    exige(`recomendações ${nome}, julgadas em dez`, media('julgados10'), piso.julgados10);
  }
} finally {
  rmSync(pasta, { recursive: true, force: true });
}
if (falhas.length) {
  console.error(`below the floor: ${falhas.join(', ')}`);
  process.exit(1);
}
