#!/usr/bin/env node
// `npm run bench -- perguntas [--aprender] [--erros] [--editais PASTA]... [GOLD EDITAIS]...`: answers without a model over labelled questions.
// For each set: answerable questions answered, with the right page in the first citation and in any; unanswerable ones refused. As shipped,
// and held out: each document answered by weights learned without it (8 parts). `--aprender` prints the weights learned on everything,
// `--json` the shipped numbers alone. Without arguments: the gold of ../shared and the labels of bench/perguntas.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readPerguntas } from './perguntas-dados.mjs';

const { SINAIS } = await import('../dist/perguntas/domain/sinais.js');
const { LIMIAR } = await import('../dist/perguntas/domain/pesos.js');
const aqui = dirname(fileURLToPath(import.meta.url));
const shared = join(aqui, '..', '..', 'shared');
const PARTES = 8;
const L2 = 0.01;
const RODADAS = 600;
const PASSO = 0.08;
const DECIDE = { achado: 9, ausente: -9 };

/** Logistic regression by Adam on standardised signals; answerable and unanswerable weigh the same in all. Questions that a fact decides teach nothing. */
export function learn(todas) {
  const perguntas = todas.filter((p) => !p.exame.fato);
  const n = SINAIS.length + 1;
  const x = perguntas.map((p) => SINAIS.map((s) => p.exame.sinais[s]));
  const media = SINAIS.map((_, j) => x.reduce((s, l) => s + l[j], 0) / x.length);
  const desvio = SINAIS.map((_, j) => Math.sqrt(x.reduce((s, l) => s + (l[j] - media[j]) ** 2, 0) / x.length) || 1);
  const z = x.map((l) => [1, ...l.map((v, j) => (v - media[j]) / desvio[j])]);
  const total = (responde) => perguntas.reduce((s, p) => s + (p.responde === responde ? p.peso : 0), 0) || 1;
  const [sim, nao] = [total(true), total(false)];
  const pesos = perguntas.map((p) => (0.5 * p.peso) / (p.responde ? sim : nao));
  const w = new Float64Array(n);
  const m = new Float64Array(n);
  const v = new Float64Array(n);
  for (let r = 1; r <= RODADAS; r++) {
    const gradiente = new Float64Array(n);
    z.forEach((l, i) => {
      const erro = (1 / (1 + Math.exp(-l.reduce((s, a, j) => s + a * w[j], 0))) - Number(perguntas[i].responde)) * pesos[i];
      for (let j = 0; j < n; j++) gradiente[j] += erro * l[j];
    });
    for (let j = 0; j < n; j++) {
      const g = gradiente[j] + (j ? L2 * w[j] : 0);
      m[j] = 0.9 * m[j] + 0.1 * g;
      v[j] = 0.999 * v[j] + 0.001 * g * g;
      w[j] -= (PASSO * (m[j] / (1 - 0.9 ** r))) / (Math.sqrt(v[j] / (1 - 0.999 ** r)) + 1e-8);
    }
  }
  const pesosReais = SINAIS.map((_, j) => w[j + 1] / desvio[j]);
  return { pesos: pesosReais, tendencia: w[0] - pesosReais.reduce((s, p, j) => s + p * media[j], 0) };
}
const logit = (modelo, p) => p.exame.fato ? DECIDE[p.exame.fato] : SINAIS.reduce((s, k, j) => s + modelo.pesos[j] * p.exame.sinais[k], modelo.tendencia);

/** The logit at which, of questions of full weight, the worse of the two rates is best. */
function balance(perguntas, notaDe) {
  const inteiras = perguntas.filter((p) => p.peso === 1).map((p) => ({ responde: p.responde, nota: notaDe(p) })).sort((a, b) => a.nota - b.nota);
  const [sim, nao] = [true, false].map((r) => inteiras.filter((p) => p.responde === r).length);
  let [aceitas, recusadas, melhor, corte] = [sim, 0, 0, 0];
  for (const { responde, nota } of inteiras) {
    const pior = Math.min(aceitas / sim, recusadas / nao);
    if (pior > melhor) [melhor, corte] = [pior, nota];
    if (responde) aceitas--;
    else recusadas++;
  }
  return corte;
}

const taxa = (lista, f) => (lista.length ? lista.filter(f).length / lista.length : null);
const certa = (p, quantas) => p.resposta.citacoes.slice(0, quantas).some((c) => p.paginas.includes(c.pagina));
/** The numbers of one set as shipped. */
export function rates(perguntas) {
  const sim = perguntas.filter((p) => p.responde);
  const nao = perguntas.filter((p) => !p.responde);
  return {
    comResposta: sim.length, achadas: taxa(sim, (p) => p.resposta.encontrado), primeira: taxa(sim, (p) => certa(p, 1)), alguma: taxa(sim, (p) => certa(p, 3)),
    semResposta: nao.length, recusadas: taxa(nao, (p) => !p.resposta.encontrado),
  };
}
/** The gold of ../shared and our labels, or what the arguments name. */
export function readPadrao(args = [], { extras = true } = {}) {
  const pastas = args.flatMap((a, i) => (a === '--editais' ? [args[i + 1]] : []));
  const soltos = args.filter((a, i) => !a.startsWith('--') && args[i - 1] !== '--editais');
  const golds = [{ nome: 'gold', pasta: join(shared, 'gold', 'dev'), editais: join(shared, 'dados', 'editais') }];
  for (let i = 0; i + 1 < soltos.length; i += 2) golds.push({ nome: soltos[i].split('/').slice(-2).join('/'), pasta: soltos[i], editais: soltos[i + 1] });
  return readPerguntas({ golds: golds.filter((g) => existsSync(g.pasta)), rotulos: join(aqui, 'perguntas', 'rotulos'), pastas: [join(shared, 'dados', 'editais'), ...pastas], extras });
}

const tres = (x) => (x === null ? '  -  ' : x.toFixed(3));
function printTabela(perguntas, fora) {
  console.log(`${'conjunto'.padEnd(24)} com resposta: n, achadas, página na 1ª, em alguma (achadas fora)   sem resposta: n, recusadas (fora)`);
  for (const conjunto of new Set(perguntas.map((p) => p.conjunto))) {
    const suas = perguntas.filter((p) => p.conjunto === conjunto);
    const r = rates(suas);
    const f = { sim: taxa(suas.filter((p) => p.responde), (p) => fora.get(p)), nao: taxa(suas.filter((p) => !p.responde), (p) => !fora.get(p)) };
    console.log(`${conjunto.padEnd(24)} ${String(r.comResposta).padStart(5)}  ${tres(r.achadas)}  ${tres(r.primeira)}  ${tres(r.alguma)}  (${tres(f.sim)})   ${String(r.semResposta).padStart(5)}  ${tres(r.recusadas)}  (${tres(f.nao)})`);
  }
}

/** Of the questions whose confidence falls in each fifth, how many are answerable, both kinds weighing the same; held out. */
function printCalibracao(perguntas, chances) {
  const total = (responde) => perguntas.reduce((s, p) => s + (p.responde === responde ? p.peso : 0), 0);
  const peso = (p) => p.peso / total(p.responde);
  const faixas = [0, 1, 2, 3, 4].map((i) => {
    const dela = perguntas.filter((p) => Math.min(4, Math.floor(chances.get(p) * 5)) === i);
    const soma = dela.reduce((s, p) => s + peso(p), 0);
    return `${(i / 5).toFixed(1)}–${((i + 1) / 5).toFixed(1)}: ${(dela.reduce((s, p) => s + (p.responde ? peso(p) : 0), 0) / soma).toFixed(2)} (${dela.length})`;
  });
  console.log(`com resposta, por faixa de confiança, fora do aprendizado: ${faixas.join(' · ')}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url) || process.argv[1].endsWith('bench.mjs')) {
  const args = process.argv.slice(2).filter((a) => a !== 'perguntas');
  const { perguntas, ausentes } = await readPadrao(args, { extras: !args.includes('--json') });
  if (args.includes('--json')) {
    console.log(JSON.stringify({ ausentes, ...Object.fromEntries([...new Set(perguntas.map((p) => p.conjunto))].map((c) => [c, rates(perguntas.filter((p) => p.conjunto === c))])) }));
  } else {
    const fora = new Map();
    const chances = new Map();
    for (let parte = 0; parte < PARTES; parte++) {
      const dela = (p) => parseInt(p.documento.slice(0, 8), 16) % PARTES === parte;
      const dentro = perguntas.filter((p) => !dela(p));
      const modelo = learn(dentro);
      const corte = balance(dentro, (p) => logit(modelo, p));
      for (const p of perguntas.filter(dela)) {
        fora.set(p, logit(modelo, p) >= corte);
        chances.set(p, 1 / (1 + Math.exp(corte - logit(modelo, p))));
      }
    }
    printTabela(perguntas, fora);
    printCalibracao(perguntas.filter((p) => !p.exame.fato), chances);
    if (ausentes.length) console.log(`without their file here: ${ausentes.join(', ')}`);
    if (args.includes('--erros')) for (const p of perguntas) if (p.responde !== p.resposta.encontrado) console.log(`${p.responde ? 'perdida ' : 'deixada '} ${p.resposta.confianca.toFixed(2)} ${p.conjunto} · ${p.id} · ${p.pergunta}`);
    if (args.includes('--aprender')) {
      const modelo = learn(perguntas);
      const corte = balance(perguntas, (p) => logit(modelo, p));
      console.log(JSON.stringify(Object.fromEntries(SINAIS.map((s, j) => [s, Math.round(modelo.pesos[j] * 100) / 100]))), `TENDENCIA ${(modelo.tendencia - corte).toFixed(2)} for LIMIAR ${LIMIAR}`);
    }
  }
}
