// `node bench/casamento-variantes.mjs [folder…]` after a build: what each part of the topic score brings, on ../shared/gold/matching
// and on other folders with empresas.json and qrels.tsv. Each variant is a copy of dist/ with one part taken out.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const raiz = join(dirname(fileURLToPath(import.meta.url)), '..');
const gold = join(raiz, '..', 'shared', 'gold');
const d = 'recomendacoes/domain/';
/** Name, file, what is replaced, by what. */
const VARIANTES = [
  ['como é', null],
  ['sem naturezas (comprar = alugar = consertar)', `${d}natureza.js`, /const serve = .*;/, 'const serve = ()=>1;'],
  ['sem zonas (o destino pesa como o núcleo)', `${d}mencao.js`, /inclusao: [\d.]+,\s*acessorio: [\d.]+,\s*contexto: [\d.]+/, 'inclusao: 1, acessorio: 1, contexto: 1'],
  ['sem as palavras da empresa (só classes)', `${d}score.js`, /const PALAVRAS = [\d.]+/, 'const PALAVRAS = 0'],
  ['sem as famílias de palavras', `${d}score.js`, /const FAMILIAS = [\d.]+/, 'const FAMILIAS = 0'],
  ['sem a ordem dos produtos', `${d}compile-perfil.js`, /const ULTIMO = [\d.]+/, 'const ULTIMO = 0'],
  ['sem parentesco entre classes', `${d}expand-ramos.js`, /const LEAST = [\d.]+/, 'const LEAST = 0.951'],
  ['sem apoio de CNAE e descrição a cada produto', `${d}apoio.js`, /const COM_APOIO = [\d.]+/, 'const COM_APOIO = 0'],
  ['sem palavras excluídas', `${d}compile-perfil.js`, /compileExclusoes\(e\.palavrasExcluidas \?\? \[\]/, 'compileExclusoes([]'],
  ['sem cabeças desconhecidas', `${d}weigh-mencoes.js`, /const PESO_ESTRANHA = [\d.]+/, 'const PESO_ESTRANHA = 0.001'],
];

const pastas = [join(gold, 'matching'), ...process.argv.slice(2)].map((p) => ({ p, qrels: [join(p, 'dev.qrels.tsv'), join(p, 'qrels.tsv')].find(existsSync), perfis: [join(p, 'dev.empresas.json'), join(p, 'empresas.json')].find(existsSync) })).filter((x) => x.qrels && x.perfis);
const base = mkdtempSync(join(tmpdir(), 'alicit-variantes-'));
try {
  for (const [i, [nome, arquivo, de, por]] of VARIANTES.entries()) {
    const copia = join(base, String(i));
    for (const parte of ['kernel', 'portugues', 'recomendacoes', 'empresas', 'cli', 'config']) cpSync(join(raiz, 'dist', parte), join(copia, 'dist', parte), { recursive: true });
    symlinkSync(join(raiz, 'node_modules'), join(copia, 'node_modules'));
    writeFileSync(join(copia, 'package.json'), '{"type":"module"}');
    if (arquivo) {
      const alvo = join(copia, 'dist', arquivo);
      const antes = readFileSync(alvo, 'utf8');
      const depois = antes.replace(de, por);
      if (depois === antes) throw new Error(`${nome}: nothing to replace in ${arquivo}`);
      writeFileSync(alvo, depois);
    }
    const { createColecao, rankColecao } = await import(join(copia, 'dist', 'recomendacoes', 'index.js'));
    const objetos = readFileSync(join(gold, 'matching', 'licitacoes.jsonl'), 'utf8').split('\n').filter(Boolean).map((l) => JSON.parse(l)).map((l) => ({ numero: l.numeroControlePNCP, objeto: l.objeto }));
    const colecao = createColecao(objetos);
    const colunas = pastas.map(({ qrels, perfis }) => {
      const linhas = JSON.parse(readFileSync(perfis, 'utf8')).flatMap((e) => rankColecao(colecao, { ...e, produtos: e.produtos_servicos.map((descricao) => ({ descricao })), palavrasExcluidas: e.palavras_excluidas }, 300).map((c, k) => `${e.id}\t${c.numero}\t${k + 1}\t${c.score.toFixed(4)}`));
      const saida = join(base, 'rank.tsv');
      writeFileSync(saida, `${linhas.join('\n')}\n`);
      const v = JSON.parse(spawnSync(process.execPath, [join(gold, 'avaliar.mjs'), 'recomendacoes', '--qrels', qrels, '--pred', saida, '--json'], { encoding: 'utf8' }).stdout);
      const media = (k) => (v.reduce((s, x) => s + x[k], 0) / v.length).toFixed(3);
      return `${media('ndcg10')} ${media('recall50')} ${(v.reduce((s, x) => s + x.julgados10, 0) / v.length).toFixed(1)}`;
    });
    console.log(`${nome.padEnd(48)} ${colunas.join('   ')}`);
  }
} finally {
  rmSync(base, { recursive: true, force: true });
}
