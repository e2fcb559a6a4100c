#!/usr/bin/env node
// `npm run bench -- exigencias [--editais PASTA]... [--erros]`: the reading of requirements against the labels of
// bench/exigencias. A label is found when a row of a kind that answers it stands on one of its pages and holds its
// words; a row is right when it answers some label. Labels marked `limite` are borderline: a row that answers one is right
// (precision), one that is missed does not count (recall is of the others alone). `--json` prints the numbers alone.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ACEITOS, hashesOf } from './exigencias-comum.mjs';

const aqui = dirname(fileURLToPath(import.meta.url));
/** Share of a label's words that a row must hold. */
const PALAVRAS = 0.75;

const opcoes = process.argv.slice(2).filter((a) => a !== 'exigencias');
const json = opcoes.includes('--json');
const erros = opcoes.includes('--erros');
const pastas = opcoes.flatMap((a, i) => (a === '--editais' ? [opcoes[i + 1]] : []));
if (!pastas.length) pastas.push(join(aqui, '..', '..', 'shared', 'dados', 'editais'));

const rotulos = readdirSync(join(aqui, 'exigencias')).filter((f) => f.endsWith('.json')).sort().map((f) => JSON.parse(readFileSync(join(aqui, 'exigencias', f), 'utf8')));
const procurados = new Map(rotulos.map((r) => [r.sha256, r]));

/** Path of each labelled file, and of files that are packages which may hold one. */
function locate() {
  const achados = new Map();
  const pacotes = [];
  for (const pasta of pastas.filter((p) => existsSync(p))) for (const nome of readdirSync(pasta, { recursive: true })) {
    const caminho = join(pasta, nome);
    let bytes;
    try { bytes = readFileSync(caminho); } catch { continue; }
    const sha = createHash('sha256').update(bytes).digest('hex');
    if (procurados.has(sha)) achados.set(sha, caminho);
    else if (bytes[0] === 0x50 && bytes[1] === 0x4b) pacotes.push(caminho);
  }
  return { achados, pacotes };
}

const { openConjunto, createLeitor, readExigencias, TextoEdital } = await import('../dist/editais/index.js');
const leitor = createLeitor({ threads: 2, tempoMs: 120_000, limites: { maxPaginas: 2000 } });
const textoDe = async (caminho) => new TextoEdital((await openConjunto([caminho], { leitor })).partes);
/** The text of a document inside a package: alone, as if it had been given by itself. Each package is opened once. */
const abertos = new Map();
async function dePacote(pacotes, sha) {
  for (const p of pacotes) {
    if (!abertos.has(p)) for (const d of (await openConjunto([p], { leitor }).catch(() => ({ documentos: [] }))).documentos) if (procurados.has(d.documento.sha256)) abertos.set(d.documento.sha256, d.documento);
    abertos.set(p, true);
    if (abertos.has(sha)) return new TextoEdital([{ documento: abertos.get(sha), regiao: 'edital' }]);
  }
  return null;
}

const words = (x) => new Set([...hashesOf(x.texto), ...hashesOf(x.evidencia.trecho), ...x.tambemEm.flatMap((e) => hashesOf(e.trecho))]);
const pages = (x) => new Set([x.evidencia.pagina, ...x.tambemEm.map((e) => e.pagina)]);
const holds = (linha, rotulo) => {
  const palavras = rotulo.palavras.split(' ');
  return rotulo.paginas.some((p) => linha.paginas.has(p) || linha.paginas.has(p - 1)) && palavras.filter((p) => linha.palavras.has(p)).length / palavras.length >= PALAVRAS;
};
const fits = (linha, rotulo) => ACEITOS[rotulo.tipo].some((a) => linha.tipo.startsWith(a));
const answers = (linha, rotulo) => holds(linha, rotulo) && fits(linha, rotulo);
/** A label that takes two list items at once is answered by the two rows, one after the other. */
const answersJuntas = (a, b, rotulo) => fits(a, rotulo) && fits(b, rotulo) && holds({ paginas: a.paginas, palavras: new Set([...a.palavras, ...b.palavras]) }, rotulo);

const isCerta = (linhas, i, r) => r.exigencias.some((q) => holds(linhas[i], q) || (linhas[i + 1] && answersJuntas(linhas[i], linhas[i + 1], q)) || (i > 0 && answersJuntas(linhas[i - 1], linhas[i], q)));

const { achados, pacotes } = locate();
const porTipo = new Map();
const total = { rotulos: 0, limites: 0, achados: 0, trecho: 0, linhas: 0, certas: 0 };
const porEdital = [];
for (const r of rotulos) {
  const t = achados.has(r.sha256) ? await textoDe(achados.get(r.sha256)) : await dePacote(pacotes, r.sha256);
  if (!t) { porEdital.push({ id: r.id, ausente: true }); continue; }
  const linhas = readExigencias(t).map((x) => ({ tipo: x.tipo, paginas: pages(x), palavras: words(x), x }));
  const e = { id: r.id, rotulos: r.exigencias.filter((q) => !q.limite).length, limites: r.exigencias.filter((q) => q.limite).length, achados: 0, trecho: 0, linhas: linhas.length, certas: linhas.filter((l, i) => isCerta(linhas, i, r)).length };
  for (const q of r.exigencias.filter((x) => !x.limite)) {
    const ok = linhas.some((l, i) => answers(l, q) || (linhas[i + 1] && answersJuntas(l, linhas[i + 1], q)));
    const noTrecho = ok || linhas.some((l) => holds(l, q));
    e.achados += ok; e.trecho += noTrecho;
    const k = porTipo.get(q.tipo) ?? { rotulos: 0, achados: 0 };
    porTipo.set(q.tipo, { rotulos: k.rotulos + 1, achados: k.achados + ok });
    if (erros && !ok) console.log(`MISS ${r.id} ${q.tipo} p${q.paginas}${noTrecho ? ` as ${[...new Set(linhas.filter((l) => holds(l, q)).map((l) => l.tipo))]}` : ''} #${r.exigencias.indexOf(q)}`);
  }
  if (erros) for (const [i, l] of linhas.entries()) if (!isCerta(linhas, i, r)) console.log(`EXTRA ${r.id} ${l.tipo} p${[...l.paginas]} ${l.x.evidencia.trecho.slice(0, 130)}`);
  for (const k of Object.keys(total)) total[k] += e[k];
  porEdital.push(e);
}
await leitor.close();
const pct = (a, b) => (b ? a / b : 0);
if (json) console.log(JSON.stringify({ revocacao: pct(total.achados, total.rotulos), precisao: pct(total.certas, total.linhas), ausentes: porEdital.filter((e) => e.ausente).length, ...total }));
else {
  console.log('edital                   labels  found  quoted    rows  right');
  for (const e of porEdital) console.log(e.ausente ? `${e.id.padEnd(24)} file not found` : `${e.id.padEnd(24)} ${String(e.rotulos).padStart(6)} ${pct(e.achados, e.rotulos).toFixed(3).padStart(6)} ${pct(e.trecho, e.rotulos).toFixed(3).padStart(7)} ${String(e.linhas).padStart(7)}  ${pct(e.certas, e.linhas).toFixed(3)}`);
  for (const [k, v] of [...porTipo].sort()) console.log(`  ${k.padEnd(26)} ${v.achados}/${v.rotulos}`);
  console.log(`\nrequirements: recall ${pct(total.achados, total.rotulos).toFixed(3)} (quote alone ${pct(total.trecho, total.rotulos).toFixed(3)}), precision ${pct(total.certas, total.linhas).toFixed(3)}; ${total.rotulos} labels (and ${total.limites} borderline), ${total.linhas} rows`);
}
