// `npm run bench -- calibracao`: is the confidence of a fact worth what it says? Every fact of the labelled editais of
// ../shared/gold goes to a band of confidence; the table tells how many of the band are right. Twice: on the whole
// documents, and on what is left of them when half of the pages are taken away at random (the reader then leans on
// weaker places, as in documents of kinds it has not met). `--gold DIR --editais DIR` measures other labels instead.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const raiz = join(dirname(fileURLToPath(import.meta.url)), '..');
const shared = join(raiz, '..', 'shared');
const RODADAS = 6;
const SEMENTE = 20_261_123;
export const FAIXAS = [[0.95, 1.01], [0.9, 0.95], [0.8, 0.9], [0.7, 0.8], [0.6, 0.7], [0, 0.6]];

/** Small generator of numbers in [0, 1): the same pages go in every run. */
const random = (semente) => () => {
  semente = (semente + 0x6d2b79f5) | 0;
  let t = Math.imul(semente ^ (semente >>> 15), 1 | semente);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
};

function avaliar(gold, editais, args) {
  const r = spawnSync(process.execPath, [join(shared, 'gold', 'avaliar.mjs'), ...args, '--gold', gold, '--editais', editais], { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (r.status !== 0) throw new Error(r.stderr);
  return r.stdout;
}

/** Facts given, each with its confidence and whether the label agrees. */
function judge(gold, editais, porId) {
  const pasta = mkdtempSync(join(tmpdir(), 'alicit-calibra-'));
  try {
    for (const [id, fatos] of porId) writeFileSync(join(pasta, `${id}.json`), JSON.stringify({ fatos }));
    const saida = avaliar(gold, editais, ['fatos', '--pred', pasta, '--erros']);
    const errados = new Set([...saida.matchAll(/^ {2}- (\S+) (\S+) (?:wrong|invented) /gm)].map((m) => `${m[1]} ${m[2]}`));
    return porId.flatMap(([id, fatos]) => Object.entries(fatos).filter(([, f]) => f.valor !== null).map(([campo, f]) => ({ id, campo, confianca: f.confianca, certo: !errados.has(`${id} ${campo}`), fato: f })));
  } finally {
    rmSync(pasta, { recursive: true, force: true });
  }
}

const half = (partes, rnd) => partes.map((p) => ({ ...p, documento: { ...p.documento, paginas: p.documento.paginas.map((pg) => (rnd() < 0.5 ? { ...pg, texto: '', linhas: [] } : pg)) } }));

/** { inteiros, metades }: the judged facts of the whole documents and of the halved ones. */
export async function measureCalibracao(gold = join(shared, 'gold', 'dev'), editais = join(shared, 'dados', 'editais')) {
  const { openConjunto, createLeitor, readFatosDoConjunto } = await import(join(raiz, 'dist', 'editais', 'index.js'));
  const leitor = createLeitor({ threads: 0, tempoMs: 120_000, limites: { maxPaginas: 2000 } });
  const conjuntos = [];
  for (const { id, arquivo } of JSON.parse(avaliar(gold, editais, ['lista']))) conjuntos.push([id, await openConjunto([arquivo], { leitor })]);
  await leitor.close();
  const read = (partesDe) => judge(gold, editais, conjuntos.map(([id, c]) => [id, readFatosDoConjunto({ partes: partesDe(c.partes), erratas: c.erratas })]));
  const rnd = random(SEMENTE);
  return { inteiros: read((p) => p), metades: Array.from({ length: RODADAS }, () => read((p) => half(p, rnd))).flat() };
}

/** Rows { faixa, fatos, certos, parte } of a list of judged facts. */
export const tabela = (julgados) =>
  FAIXAS.map(([de, ate]) => {
    const daFaixa = julgados.filter((j) => j.confianca >= de && j.confianca < ate);
    const certos = daFaixa.filter((j) => j.certo).length;
    return { faixa: `${de.toFixed(2)}–${Math.min(ate, 1).toFixed(2)}`, fatos: daFaixa.length, certos, parte: daFaixa.length ? certos / daFaixa.length : null };
  });

/** Share right of the facts given with confidence of `minimo` or more. */
export function parteCerta(julgados, minimo = 0.9) {
  const firmes = julgados.filter((j) => j.confianca >= minimo);
  return firmes.length ? firmes.filter((j) => j.certo).length / firmes.length : 0;
}

/** Prints both tables; exit code 2 when there are no labels. */
export async function printCalibracao(argv = process.argv) {
  const opcao = (nome) => { const i = argv.indexOf(`--${nome}`); return i < 0 ? undefined : argv[i + 1]; };
  if (!existsSync(join(shared, 'gold', 'avaliar.mjs'))) {
    console.error('Rótulos ausentes: a calibração precisa de ../shared/gold.');
    process.exitCode = 2;
    return;
  }
  const { inteiros, metades } = await measureCalibracao(opcao('gold'), opcao('editais'));
  for (const [nome, julgados] of [['documentos inteiros', inteiros], [`metade das páginas, ${RODADAS} sorteios`, metades]]) {
    console.log(`\n${nome}\nconfiança    fatos  certos  parte`);
    for (const l of tabela(julgados)) console.log(`${l.faixa}  ${String(l.fatos).padStart(6)}  ${String(l.certos).padStart(6)}  ${l.parte === null ? '    –' : l.parte.toFixed(3)}`);
    console.log(`≥ 0.90: ${parteCerta(julgados).toFixed(4)} certos`);
  }
  if (opcao('json')) writeFileSync(opcao('json'), JSON.stringify({ inteiros, metades }));
}
