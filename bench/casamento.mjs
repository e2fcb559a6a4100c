// `npm run bench -- casamento`: topic matching. Quality on ../shared/gold/matching (and on bench/casamento, or other folders with empresas.json and
// qrels.tsv given as arguments), beside plain BM25; speed forward (one company × N tenders) and reverse (1,000 new tenders ×
// 10,000 companies), with tenders made by joining halves of real ones, and how both grow.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const raiz = join(dirname(fileURLToPath(import.meta.url)), '..');
const gold = join(raiz, '..', 'shared', 'gold');
const carregar = (modulo) => import(join(raiz, 'dist', modulo));
/** Time of this thread's processor (ms): what one core takes, whatever else the machine does. */
const agora = () => { const { user, system } = process.threadCpuUsage(); return (user + system) / 1000; };
const quantil = (v, q) => [...v].sort((a, b) => a - b)[Math.min(v.length - 1, Math.floor(v.length * q))];

/** A generator of numbers 0..1 that always gives the same ones. */
function sorteio(semente) {
  let s = semente >>> 0;
  return () => ((s = (Math.imul(s, 1664525) + 1013904223) >>> 0) / 2 ** 32);
}

/** Tenders of our own where the real ones are not at hand. */
const INVENTADAS = ['Aquisição de pneus para a frota municipal', 'Contratação de empresa para limpeza e conservação predial', 'Locação de veículos com motorista', 'Pavimentação asfáltica de ruas', 'Aquisição de gêneros alimentícios para a merenda escolar', 'Aquisição de medicamentos da farmácia básica', 'Manutenção de ar condicionado', 'Licenciamento de software de gestão pública'];

function readObjetos() {
  const arquivo = join(gold, 'matching', 'licitacoes.jsonl');
  if (!existsSync(arquivo)) return Array.from({ length: 8423 }, (_, i) => ({ numero: `n${i}`, objeto: INVENTADAS[i % INVENTADAS.length] }));
  return readFileSync(arquivo, 'utf8').split('\n').filter(Boolean).map((l) => JSON.parse(l)).map((l) => ({ numero: l.numeroControlePNCP, objeto: l.objeto }));
}

/** `n` objects: the beginning of one real object and the end of another. */
function recombine(objetos, n, semente = 7) {
  const acaso = sorteio(semente);
  const um = () => objetos[Math.floor(acaso() * objetos.length)].objeto;
  return Array.from({ length: n }, (_, i) => {
    const [a, b] = [um().split(' '), um().split(' ')];
    return { numero: `r${i}`, objeto: [...a.slice(0, Math.ceil(a.length * (0.4 + acaso() * 0.5))), ...b.slice(Math.floor(b.length * 0.6))].join(' ') };
  });
}

const toEmpresa = (e) => ({ ...e, produtos: (e.produtos_servicos ?? []).map((descricao) => ({ descricao })), palavrasExcluidas: e.palavras_excluidas ?? [] });

/** Companies made of the products of others: `n` of 3 to 8 products. */
function recombineEmpresas(empresas, n) {
  const acaso = sorteio(11);
  const uma = () => empresas[Math.floor(acaso() * empresas.length)];
  return Array.from({ length: n }, (_, i) => {
    const base = uma();
    const produtos = Array.from({ length: 3 + Math.floor(acaso() * 6) }, (_, k) => { const e = k < 3 ? base : uma(); return e.produtos[Math.floor(acaso() * e.produtos.length)]; });
    return { id: `e${i}`, descricao: base.descricao, cnaes: base.cnaes, palavrasExcluidas: base.palavrasExcluidas, produtos };
  });
}

/** Plain BM25 with the project's stemmer: the words of the products against the object. */
async function rankBm25(empresas, objetos) {
  const { analyze } = await carregar('portugues/index.js');
  const documentos = objetos.map((o) => analyze(o.objeto));
  const df = new Map();
  const tf = documentos.map((d) => {
    const m = new Map();
    for (const t of d) m.set(t, (m.get(t) ?? 0) + 1);
    for (const t of m.keys()) df.set(t, (df.get(t) ?? 0) + 1);
    return m;
  });
  const medio = documentos.reduce((s, d) => s + d.length, 0) / documentos.length;
  const idf = (t) => Math.log(1 + (documentos.length - df.get(t) + 0.5) / (df.get(t) + 0.5));
  return empresas.flatMap((e) => {
    const termos = [...new Set(analyze(e.produtos.map((p) => p.descricao).join(' . ')))];
    const notas = tf.map((m, i) => [objetos[i].numero, termos.reduce((s, t) => (m.has(t) ? s + (idf(t) * m.get(t) * 2.2) / (m.get(t) + 1.2 * (0.25 + (0.75 * documentos[i].length) / medio)) : s), 0)]);
    return notas.filter(([, s]) => s > 0).sort((a, b) => b[1] - a[1]).slice(0, 300).map(([numero, s], i) => `${e.id}\t${numero}\t${i + 1}\t${s.toFixed(4)}`);
  });
}

function avaliar(qrels, linhas, arquivo) {
  writeFileSync(arquivo, `${linhas.join('\n')}\n`);
  const r = spawnSync(process.execPath, [join(gold, 'avaliar.mjs'), 'recomendacoes', '--qrels', qrels, '--pred', arquivo, '--json'], { encoding: 'utf8' });
  if (r.status !== 0) throw new Error(r.stderr);
  return JSON.parse(r.stdout);
}
const media = (v, k) => v.reduce((s, x) => s + x[k], 0) / v.length;
const resumo = (v) => `nDCG@10 ${media(v, 'ndcg10').toFixed(3)}  P@10 ${media(v, 'p10').toFixed(3)}  R@50 ${media(v, 'recall50').toFixed(3)}  julgados ${media(v, 'julgados10').toFixed(1)}`;

async function measureQualidade({ pasta, objetos, pastas, motor }) {
  const { colecao, rankColecao } = motor;
  for (const p of pastas) {
    const qrels = [join(p, 'dev.qrels.tsv'), join(p, 'qrels.tsv')].find(existsSync);
    const perfis = [join(p, 'dev.empresas.json'), join(p, 'empresas.json')].find(existsSync);
    if (!qrels || !perfis) continue;
    const empresas = JSON.parse(readFileSync(perfis, 'utf8')).map(toEmpresa);
    const nosso = empresas.flatMap((e) => rankColecao(colecao, e, 300).map((c, i) => `${e.id}\t${c.numero}\t${i + 1}\t${c.score.toFixed(4)}`));
    const v = avaliar(qrels, nosso, join(pasta, 'rank.tsv'));
    const b = avaliar(qrels, await rankBm25(empresas, objetos), join(pasta, 'bm25.tsv'));
    console.log(`\n${p}`);
    for (const [i, x] of v.entries()) console.log(`${x.empresa.padEnd(8)} nDCG@10 ${x.ndcg10.toFixed(3)}  R@50 ${x.recall50.toFixed(2)}  julgados ${String(x.julgados10).padStart(2)}   BM25 ${b[i].ndcg10.toFixed(3)}  ${b[i].recall50.toFixed(2)}`);
    console.log(`casamento  ${resumo(v)}\nBM25       ${resumo(b)}`);
  }
}

export async function measureCasamento({ pasta, diz, pastas }) {
  const { compilePerfil, compileTexto, countEstatistica, createColecao, IndiceEmpresas, packTexto, rankColecao } = await carregar('recomendacoes/index.js');
  const objetos = readObjetos();
  const dev = join(gold, 'matching', 'dev.empresas.json');
  const empresas = existsSync(dev) ? JSON.parse(readFileSync(dev, 'utf8')).map(toEmpresa) : [{ id: 'P', descricao: 'Loja de pneus', produtos: [{ descricao: 'pneus' }, { descricao: 'câmaras de ar' }, { descricao: 'alinhamento' }], cnaes: ['4530-7/05'], palavrasExcluidas: [] }];
  await measureQualidade({ pasta, objetos, pastas: [join(gold, 'matching'), ...(pastas?.length ? pastas : ['a', 'b', 'c'].map((p) => join(raiz, 'bench', 'casamento', p)))], motor: { colecao: createColecao(objetos), rankColecao } });
  console.log('');
  const perfis = recombineEmpresas(empresas, 200).map(compilePerfil);
  for (const n of [8423, 25_000, 100_000]) {
    const textos = n <= objetos.length ? objetos.slice(0, n) : recombine(objetos, n);
    const t0 = agora();
    const { indice, estatistica } = createColecao(textos);
    const montar = agora() - t0;
    const tempos = perfis.map((p) => { const t = agora(); indice.rank(p, estatistica, { top: 300 }); return agora() - t; });
    diz(`casamento, uma empresa × ${n}: p50 (ms)`, quantil(tempos, 0.5).toFixed(1));
    diz(`casamento, uma empresa × ${n}: p95 (ms)`, quantil(tempos, 0.95).toFixed(1), n === 8423 ? 'meta ≤ 10' : n === 100_000 ? 'meta ≤ 60' : '');
    diz(`casamento, ler e indexar ${n} objetos (s)`, (montar / 1000).toFixed(2));
    if (n === 8423) diz('casamento, bytes por texto guardado (média)', (textos.reduce((s, t) => s + packTexto(compileTexto(t)).length, 0) / n).toFixed(0), 'meta ≤ 600');
  }
  const novos = recombine(objetos, 1000, 23).map((o) => compileTexto(o));
  const estatistica = countEstatistica(objetos.map((o) => compileTexto(o)));
  for (const n of [1000, 3000, 10_000]) {
    const todas = recombineEmpresas(empresas, n).map((e) => ({ id: e.id, perfil: compilePerfil(e) }));
    const t0 = agora();
    const indice = new IndiceEmpresas(todas);
    let casadas = 0;
    for (const t of novos) casadas += indice.match(t, estatistica, 0.35).length;
    diz(`casamento reverso, 1.000 licitações × ${n} empresas (s)`, ((agora() - t0) / 1000).toFixed(2), n === 10_000 ? `meta ≤ 40; ${casadas} pares acima do limiar` : '');
  }
}
