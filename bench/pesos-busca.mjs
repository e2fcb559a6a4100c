#!/usr/bin/env node
// Learns the weights of src/editais/busca/pesos.ts from labelled questions and measures them on documents left out:
//   node bench/pesos-busca.mjs GOLD EDITAIS [GOLD EDITAIS ...]      (after npm run build)
// GOLD is a folder of the gold's JSON files. Prints page first and page in three, held out by document (8 parts), then
// the weights learned on everything. The loss is the likelihood of the right page among the candidates, with a penalty on
// large weights; it starts from the order of the words alone.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const L2 = 0.006;
const RODADAS = 300;
const PASSO = 0.02;
const NITIDEZ = 4;
const PARTES = 8;
const pares = process.argv.slice(2);
if (!pares.length || pares.length % 2) {
  console.error('use: node bench/pesos-busca.mjs GOLD EDITAIS [GOLD EDITAIS ...]');
  process.exit(2);
}
const { createIndiceBusca, createLeitor, openConjunto, TextoEdital } = await import('../dist/editais/index.js');
const { parseConsulta } = await import('../dist/editais/busca/consulta.js');
const { findCandidatas } = await import('../dist/editais/busca/rank.js');
const { SINAIS } = await import('../dist/editais/busca/sinais.js');
const palavras = (s) => s.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase().match(/[a-z0-9]+/g) ?? [];

/** A question with its candidates: signals, page, and how good each is (0 to 1). */
async function perguntasDe(gold, editais, leitor) {
  const saida = [];
  for (const arquivo of readdirSync(gold).filter((f) => f.endsWith('.json')).sort()) {
    const g = JSON.parse(readFileSync(join(gold, arquivo), 'utf8'));
    const indice = createIndiceBusca(new TextoEdital((await openConjunto([join(editais, g.arquivo)], { leitor })).partes));
    for (const { pergunta, paginas, trecho } of g.perguntas) {
      const quer = palavras(trecho);
      const candidatas = findCandidatas(indice, parseConsulta(pergunta)).map(({ id, sinais }) => {
        const c = indice.clausulas[id];
        const tem = new Set(palavras(indice.t.texto.slice(c.inicio, c.fim)));
        const cobre = quer.filter((w) => tem.has(w)).length / quer.length;
        const certa = paginas.includes(c.pagina);
        return { pagina: c.pagina, certa, valor: !certa ? 0 : cobre >= 0.6 ? 1 : cobre >= 0.3 ? 0.5 : 0.15, x: Float64Array.from(SINAIS, (s) => sinais[s]) };
      });
      saida.push({ documento: `${gold}/${arquivo}`, candidatas });
    }
  }
  return saida;
}
const score = (w, x) => x.reduce((soma, v, i) => soma + v * w[i], 0);
const inicial = () => Float64Array.from(SINAIS, (s) => (s === 'base' ? 1 : 0));

/** Adam on the mean loss. */
function learn(perguntas) {
  const w = inicial();
  const w0 = inicial();
  const m = new Float64Array(w.length);
  const v = new Float64Array(w.length);
  const uteis = perguntas.filter((p) => p.candidatas.some((c) => c.valor > 0));
  for (let r = 1; r <= RODADAS; r++) {
    const gradiente = new Float64Array(w.length);
    for (const { candidatas } of uteis) {
      const notas = candidatas.map((c) => NITIDEZ * score(w, c.x));
      const maior = Math.max(...notas);
      const e = notas.map((n) => Math.exp(n - maior));
      const total = e.reduce((a, b) => a + b, 0);
      const certo = e.reduce((s, x, k) => s + x * candidatas[k].valor, 0);
      candidatas.forEach((c, k) => {
        const d = (NITIDEZ * (e[k] / total - (e[k] * c.valor) / certo)) / uteis.length;
        for (let i = 0; i < w.length; i++) gradiente[i] += d * c.x[i];
      });
    }
    for (let i = 0; i < w.length; i++) {
      const g = gradiente[i] + 2 * L2 * (w[i] - w0[i]);
      m[i] = 0.9 * m[i] + 0.1 * g;
      v[i] = 0.999 * v[i] + 0.001 * g * g;
      w[i] -= (PASSO * (m[i] / (1 - 0.9 ** r))) / (Math.sqrt(v[i] / (1 - 0.999 ** r)) + 1e-8);
    }
  }
  return w;
}
/** Pages in the order of the weights, each once. */
function primeiras(w, { candidatas }) {
  const ordem = [...candidatas].sort((a, b) => score(w, b.x) - score(w, a.x));
  const vistas = new Set();
  return ordem.filter((c) => !vistas.has(c.pagina) && vistas.add(c.pagina));
}

const leitor = createLeitor({ threads: 2, tempoMs: 120_000, limites: { maxPaginas: 2000 } });
const perguntas = [];
for (let i = 0; i < pares.length; i += 2) perguntas.push(...(await perguntasDe(pares[i], pares[i + 1], leitor)));
await leitor.close();
const documentos = [...new Set(perguntas.map((p) => p.documento))];
const medida = { n: 0, p1: 0, p3: 0 };
for (let parte = 0; parte < PARTES; parte++) {
  const fora = new Set(documentos.filter((_, i) => i % PARTES === parte));
  const w = learn(perguntas.filter((p) => !fora.has(p.documento)));
  for (const p of perguntas.filter((x) => fora.has(x.documento))) {
    const paginas = primeiras(w, p);
    medida.n++;
    medida.p1 += Number(paginas[0]?.certa ?? false);
    medida.p3 += Number(paginas.slice(0, 3).some((c) => c.certa));
  }
}
console.log(`perguntas ${medida.n}, documentos ${documentos.length} · fora do aprendizado: página primeira ${(medida.p1 / medida.n).toFixed(3)}, em três ${(medida.p3 / medida.n).toFixed(3)}`);
const w = learn(perguntas);
console.log(JSON.stringify(Object.fromEntries(SINAIS.map((s, i) => [s, Math.round(w[i] * 100) / 100]).filter(([, x]) => Math.abs(x) >= 0.03))));
