#!/usr/bin/env node
// `npm run fuzz`: hostile files through the product's own entry, in processes that are watched. A process that dies, an
// error without a code, a case past its time or memory is a defect: its bytes are kept, and the run ends with 1.
//   npm run fuzz -- [--casos 2000] [--semente N] [--tipos pdf,docx] [--processos 2] [--minutos 9] [--reais PASTA] [--mutacoes]
//   npm run fuzz -- --repetir ARQUIVO          the file kept of a case, once more, with facts and items
// The same seed gives the same cases. Files made to be hostile (test/support/hostil) come first (not with --mutacoes), then mutations.
import { fork } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import './fuzz/ts.mjs';

const AQUI = dirname(fileURLToPath(import.meta.url));
const RAIZ = join(AQUI, '..');
const { values: v } = parseArgs({
  options: {
    casos: { type: 'string', default: '2000' }, semente: { type: 'string' }, tipos: { type: 'string' }, processos: { type: 'string', default: '2' }, minutos: { type: 'string', default: '9' },
    reais: { type: 'string', default: join(RAIZ, '..', 'shared', 'dados', 'editais') }, pasta: { type: 'string', default: join(RAIZ, '.alicit', 'fuzz') }, repetir: { type: 'string' }, mutacoes: { type: 'boolean', default: false },
  },
});
const SEMENTE = v.semente === undefined ? (Date.now() & 0x7fffffff) : Number(v.semente);
/** What the product may take at most here: a reading that takes longer is killed by its own limit. */
const LEITURA_MS = 10_000;
/** Per case, all of its documents and stages; past it the process is killed and the case is a defect. */
const CASO_MS = 60_000;
/** Facts, items, requirements and search of one small file. */
const EXTRAIR_MS = 15_000;
/** 768 of the reading thread, 512 of PDFium's WASM, 192 of libarchive's, 300 of the set's bytes and the program. */
const MAX_MB = 1772;
const PARTE_EXTRAIDA = 0.15;
const MAX_REAL = 300 * 1024;

const { createSorteio } = await import('../test/support/hostil/sorteio.ts');
const { createSementes } = await import('../test/support/hostil/sementes.ts');
const { mutar } = await import('../test/support/hostil/mutar.ts');
const { PDFS_HOSTIS } = await import('../test/support/hostil/pdfs.ts');
const { DOCUMENTOS_HOSTIS } = await import('../test/support/hostil/documentos.ts');

const sorte = createSorteio(SEMENTE);
const querTipo = (tipo) => !v.tipos || v.tipos.split(',').includes(tipo);
const sementes = (await comReais(await createSementes())).filter((s) => querTipo(s.tipo));

/** Real files of this machine beside the generated ones: never kept, only their mutations that show a defect. */
async function comReais(geradas) {
  if (!existsSync(v.reais)) return geradas;
  const { detectTipo } = await import('../dist/editais/reunir/detect-tipo.js');
  const reais = [];
  for (const f of readdirSync(v.reais, { recursive: true }).sort()) {
    const caminho = join(v.reais, f);
    if (!/\.(?:pdf|docx?|xlsx?|zip|odt|rtf|p7s)$/i.test(f) || statSync(caminho).size > MAX_REAL) continue;
    const bytes = readFileSync(caminho);
    reais.push({ tipo: (await detectTipo(bytes)).tipo, bytes });
  }
  return [...geradas, ...reais];
}

async function* gerarCasos(total) {
  if (v.repetir) return yield { tipo: basename(v.repetir).split('-')[0], rotulo: 'repetido', bytes: readFileSync(v.repetir), extrair: true };
  let n = 0;
  for (const [rotulo, gerar] of v.mutacoes ? [] : [...Object.entries(PDFS_HOSTIS).map(([k, f]) => [`pdf ${k}`, f]), ...Object.entries(DOCUMENTOS_HOSTIS)]) {
    const tipo = rotulo.split(/[ .]/)[0];
    if (querTipo(tipo) && n++ < total) yield { tipo, rotulo, bytes: await gerar(), extrair: true };
  }
  for (const s of v.mutacoes ? [] : sementes) if (n++ < total) yield { tipo: s.tipo, rotulo: 'semente', bytes: s.bytes, extrair: true };
  const tipos = [...new Set(sementes.map((s) => s.tipo))];
  // Each type as often as the others, whatever the number of its seeds.
  while (n++ < total) {
    const tipo = sorte.um(tipos);
    const base = sorte.um(sementes.filter((s) => s.tipo === tipo));
    const bytes = await mutar(base, sorte.um(sementes), sorte);
    yield { tipo, rotulo: `mutação ${n}`, bytes, extrair: sorte.chance(PARTE_EXTRAIDA) };
  }
}

const tabela = new Map();
const defeitos = [];
const lentos = [];
const linha = (tipo) => {
  if (!tabela.has(tipo)) tabela.set(tipo, { casos: 0, lidos: 0, codigos: new Map(), ms: 0, extraiuMs: 0, mb: 0, defeitos: 0 });
  return tabela.get(tipo);
};

function anotar(caso, r) {
  const l = linha(caso.tipo);
  l.casos++;
  if (r.resultado === 'lido') l.lidos++;
  for (const c of new Set(r.codigos ?? [])) l.codigos.set(c, (l.codigos.get(c) ?? 0) + 1);
  l.ms = Math.max(l.ms, r.ms);
  l.extraiuMs = Math.max(l.extraiuMs, r.extraiuMs ?? 0);
  l.mb = Math.max(l.mb, r.mb ?? 0);
  const porque = r.erro ?? (r.mb > MAX_MB ? `memória: ${r.mb.toFixed(0)} MB` : r.extraiuMs > EXTRAIR_MS ? `extração: ${r.extraiuMs.toFixed(0)} ms` : null);
  if (porque) {
    l.defeitos++;
    defeitos.push([guardar(caso), caso.rotulo, porque]);
    console.log(`DEFEITO ${caso.rotulo}: ${porque}\n  ${defeitos.at(-1)[0]}`);
  } else if (r.ms > 5000 || r.extraiuMs > 3000) {
    lentos.push(`${caso.tipo} ${caso.rotulo}: ${r.ms.toFixed(0)} ms, extração ${r.extraiuMs.toFixed(0)} ms, ${[...new Set(r.codigos)].join(',')}, ${guardar(caso)}`);
  }
}

function guardar({ tipo, rotulo, bytes }) {
  mkdirSync(v.pasta, { recursive: true });
  const arquivo = join(v.pasta, `${tipo}-${SEMENTE}-${rotulo.replace(/[^\p{L}\p{N}]+/gu, '_')}.bin`);
  if (!v.repetir) writeFileSync(arquivo, bytes);
  return v.repetir ?? arquivo;
}

/** One process after the other, until the cases end. */
async function vigiar(casos) {
  let filho;
  const start = () => new Promise((resolve, reject) => {
    filho = fork(join(AQUI, 'fuzz', 'filho.mjs'), [], { serialization: 'advanced', stdio: ['ignore', 'ignore', 'pipe', 'ipc'], env: { ...process.env, FUZZ_LEITURA_MS: String(LEITURA_MS) } });
    filho.dito = '';
    filho.stderr.on('data', (d) => (filho.dito = (filho.dito + d).slice(-1500)));
    filho.once('message', resolve);
    filho.once('error', reject);
  });
  await start();
  for (;;) {
    const { value: caso, done } = await casos.next();
    if (done) break;
    const t0 = performance.now();
    const r = await new Promise((resolve) => {
      const relogio = setTimeout(() => fim({ ms: CASO_MS, erro: `passou de ${CASO_MS / 1000} s`, morre: true }), CASO_MS);
      const fim = (x) => {
        clearTimeout(relogio);
        filho.off('message', fim);
        filho.off('exit', saiu);
        resolve(x);
      };
      const saiu = (codigo, sinal) => fim({ ms: performance.now() - t0, erro: `o processo terminou (${sinal ?? codigo}): ${filho.dito}`, morre: true });
      filho.on('message', fim);
      filho.on('exit', saiu);
      filho.send({ id: caso.rotulo, nome: `edital.${caso.tipo}`, bytes: caso.bytes, extrair: caso.extrair });
    });
    anotar(caso, { codigos: [], extraiuMs: 0, ...r });
    if (r.morre) {
      filho.kill('SIGKILL');
      await start();
    }
  }
  filho.disconnect();
}

const fimAte = Date.now() + Number(v.minutos) * 60_000;
async function* ate(casos) {
  for await (const c of casos) {
    if (Date.now() > fimAte) return console.log('tempo esgotado: os casos restantes não foram feitos');
    yield c;
  }
}

console.log(`semente ${SEMENTE}; ${sementes.length} sementes; leitura até ${LEITURA_MS / 1000} s, caso até ${CASO_MS / 1000} s, processo até ${MAX_MB} MB`);
const inicio = Date.now();
const casos = ate(gerarCasos(Number(v.casos)));
await Promise.all(Array.from({ length: v.repetir ? 1 : Number(v.processos) }, () => vigiar(casos)));

const total = { casos: 0, lidos: 0, defeitos: 0 };
console.log('\ntipo      casos  lidos  pior ms  extração ms  pico MB  defeitos  recusas (também de partes de um caso lido)');
for (const [tipo, l] of [...tabela].sort()) {
  for (const k of Object.keys(total)) total[k] += l[k];
  console.log(tipo.padEnd(8), String(l.casos).padStart(6), String(l.lidos).padStart(6), l.ms.toFixed(0).padStart(8), l.extraiuMs.toFixed(0).padStart(12), l.mb.toFixed(0).padStart(8), String(l.defeitos).padStart(9), ` ${[...l.codigos].sort((a, b) => b[1] - a[1]).map(([c, n]) => `${c} ${n}`).join(', ')}`);
}
console.log(`total    ${String(total.casos).padStart(6)} ${String(total.lidos).padStart(6)}  defeitos ${total.defeitos}; ${((Date.now() - inicio) / 1000).toFixed(0)} s; semente ${SEMENTE}`);
for (const l of lentos.slice(0, 40)) console.log(`lento: ${l}`);
for (const [arquivo, rotulo, porque] of defeitos) console.log(`defeito: ${rotulo}: ${porque.split('\n')[0]}\n  npm run fuzz -- --repetir ${arquivo}`);
process.exit(defeitos.length ? 1 : 0);
