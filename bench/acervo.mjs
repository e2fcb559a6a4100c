// The collection of public tenders: what two snapshots of one buyer show, records a second into PostgreSQL, an import of 100,000 lines, the plans
// of the queries, and the tenders linked as one (with --ler, some of them to be read). `npm run bench -- acervo`.
import { createWriteStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { isDeepStrictEqual } from 'node:util';

const LINHAS = 100_000;
const VISTA = new Date('2026-06-15T12:00:00Z');

export async function measureAcervo({ raiz, pasta, diz, alicit }) {
  const dados = join(pasta, 'acervo');
  const { parseConfig } = await import('../dist/config/index.js');
  const { openAppBanco } = await import('../dist/cli/open-app-banco.js');
  const { AcervoService } = await import('../dist/acervo/acervo.module.js');
  const { DataSource } = await import('typeorm');
  const reais = join(raiz, '..', 'shared', 'dados');
  const abre = () => openAppBanco(parseConfig({ ALICIT_DATA_DIR: dados, ALICIT_BANCO: 'embutido', ALICIT_PNCP: 'desligado' }, raiz));
  let banco = await abre();
  try {
    const acervo = banco.app.get(AcervoService);
    const fonte = banco.app.get(DataSource);
    if (existsSync(reais)) await compareFotos(acervo, fonte, reais, diz);
    if (existsSync(reais)) await linkReais(acervo, fonte, reais, diz);
    await writeListas(acervo, diz);
  } finally {
    await banco.close();
  }
  const arquivo = join(pasta, 'acervo.jsonl');
  const bytes = await writeDump(arquivo);
  for (const vez of ['primeira vez', 'de novo: nada muda']) {
    const { ms, mb } = alicit(['importar', arquivo, '--visto-em', '2026-11-21T00:00:00-03:00'], dados, { ALICIT_BANCO: 'embutido' });
    diz(`importar ${LINHAS} linhas, ${vez} (registros/s)`, Math.round((LINHAS / ms) * 1000), `${(ms / 1000).toFixed(0)} s, pico ${mb.toFixed(0)} MB, arquivo de ${(bytes / 1e6).toFixed(0)} MB`);
  }
  banco = await abre();
  try {
    await explain(banco.app.get(DataSource), diz);
  } finally {
    await banco.close();
  }
}

/** Two snapshots against a plain comparison of the records as JSON. */
async function compareFotos(acervo, fonte, reais, diz) {
  const read = (f) => JSON.parse(readFileSync(join(reais, 'pncp-api', 'contratacoes', f), 'utf8'));
  const [antes, depois] = ['rio-de-janeiro_cnpj_42498733000148_T1-anterior.json', 'rio-de-janeiro_cnpj_42498733000148_T2.json'].map(read).map((j) => (Array.isArray(j) ? j : j.data));
  const velhos = new Map(antes.map((r) => [r.numeroControlePNCP, r]));
  const novos = depois.filter((r) => !velhos.has(r.numeroControlePNCP)).map((r) => r.numeroControlePNCP).sort();
  const mudados = depois.filter((r) => velhos.has(r.numeroControlePNCP) && !isDeepStrictEqual(velhos.get(r.numeroControlePNCP), r)).map((r) => r.numeroControlePNCP).sort();
  await acervo.receive(antes, { origem: 'importacao', vistaEm: VISTA });
  const r = await acervo.receive(depois, { origem: 'importacao', vistaEm: new Date(VISTA.getTime() + 86_400_000) });
  const igual = isDeepStrictEqual([...r.novas].sort(), novos) && isDeepStrictEqual([...r.mudadas].sort(), mudados);
  diz('duas fotos do Rio: novos, mudados, iguais', `${r.novas.length}, ${r.mudadas.length}, ${r.iguais}`, `comparação simples: ${novos.length}, ${mudados.length}; os mesmos números: ${igual ? 'sim' : 'NÃO'}`);
  for (const m of await fonte.query('select numero, campo, antes, depois from alicit.acervo_mudanca order by numero, campo')) console.log(`  ${m.numero} ${m.campo}: ${JSON.stringify(m.antes)} → ${JSON.stringify(m.depois)}`);
  if (!igual) process.exitCode = 1;
}

async function linkReais(acervo, fonte, reais, diz) {
  const linhas = readFileSync(join(reais, 'tenders', 'todos.jsonl'), 'utf8').trim().split('\n').map((l) => JSON.parse(l)).filter((x) => x._formato === 'consulta-v1');
  await acervo.receive(linhas, { origem: 'importacao', vistaEm: VISTA });
  const grupos = await fonte.query(`select duplicidade, array_agg(numero order by numero) as numeros from alicit.acervo_licitacao group by 1 having count(*) > 1 order by 1`);
  diz('registros integrais reais; grupos da mesma licitação', `${linhas.length}; ${grupos.length}`);
  if (!process.argv.includes('--ler')) return;
  for (const { numeros } of grupos.slice(0, 30)) {
    for (const l of await fonte.query(`select numero, dados from alicit.acervo_licitacao where numero = any($1) order by numero`, [numeros])) {
      const d = l.dados;
      console.log(`  ${[l.numero, d.numeroEdital, d.numeroProcesso, d.valorEstimado, d.encerramentoPropostas, d.plataforma, d.objeto?.slice(0, 90)].join(' | ')}`);
    }
    console.log('');
  }
}

async function writeListas(acervo, diz) {
  const { gerarRegistros } = await import('../test/support/pncp-server/index.ts');
  const registros = gerarRegistros({ quantidade: 10_000, semente: 7 });
  const t0 = performance.now();
  for (let i = 0; i < registros.length; i += 50) await acervo.receive(registros.slice(i, i + 50), { origem: 'sincronizacao', vistaEm: VISTA });
  diz('páginas de 50 gravadas (registros/s)', Math.round((registros.length / (performance.now() - t0)) * 1000), `${registros.length} novos`);
  const t1 = performance.now();
  for (let i = 0; i < registros.length; i += 50) await acervo.receive(registros.slice(i, i + 50), { origem: 'sincronizacao', vistaEm: VISTA });
  diz('as mesmas de novo (registros/s)', Math.round((registros.length / (performance.now() - t1)) * 1000));
  const t2 = performance.now();
  const mudados = registros.map((r) => ({ ...r, dataAtualizacaoGlobal: '2026-11-22T08:00:00', dataAtualizacao: '2026-11-22T08:00:00', valorTotalEstimado: 123456.78 }));
  for (let i = 0; i < mudados.length; i += 50) await acervo.receive(mudados.slice(i, i + 50), { origem: 'sincronizacao', vistaEm: new Date(VISTA.getTime() + 1000) });
  diz('todas mudadas, com versões (registros/s)', Math.round((registros.length / (performance.now() - t2)) * 1000));
}

/** 100,000 lines in all, of several generations (the generator keeps its numbers in memory). */
async function writeDump(arquivo) {
  const { gerarRegistros } = await import('../test/support/pncp-server/index.ts');
  const saida = createWriteStream(arquivo);
  let bytes = 0;
  for (let i = 0; i < LINHAS / 10_000; i++) {
    for (const r of gerarRegistros({ quantidade: 10_000, semente: 1000 + i })) {
      const linha = `${JSON.stringify(r)}\n`;
      bytes += linha.length;
      if (!saida.write(linha)) await new Promise((resolve) => saida.once('drain', resolve));
    }
  }
  saida.end();
  await finished(saida);
  return bytes;
}

/** No query of the routes or of the readers may read the whole table. */
async function explain(fonte, diz) {
  await fonte.query('analyze');
  const [{ n }] = await fonte.query('select count(*) as n from alicit.acervo_licitacao');
  const [{ kb }] = await fonte.query(`select round(sum(pg_total_relation_size(c.oid)) / 1024.0 / $1, 1) as kb from pg_class c join pg_namespace s on s.oid = c.relnamespace where s.nspname = 'alicit' and c.relname like 'acervo_%' and c.relkind = 'r'`, [Number(n)]);
  diz('espaço por licitação, com índices, sem itens (kB)', kb, `${n} licitações`);
  const quando = `coalesce(publicacao, 'epoch'::timestamptz)`;
  const lista = (onde) => `select numero, dados from alicit.acervo_licitacao ${onde} order by ${quando} desc, numero desc limit 21`;
  const consultas = {
    'lista inteira': lista(''), 'lista por UF': lista(`where uf = 'AC'`), 'lista por UF e modalidade': lista(`where uf = 'SP' and modalidade_id = 6`),
    'lista por município': lista(`where codigo_ibge = '3550308'`), 'lista por situação': lista(`where situacao = 'anulada'`),
    'lista por dias': lista(`where ${quando} >= '2026-03-01' and ${quando} < '2026-03-03'`),
    'lista por palavras': lista(`where to_tsvector('portuguese', translate(lower(left(coalesce(dados ->> 'objeto', ''), 10000)), 'áàâãäéêëíîóôõöúüç', 'aaaaaeeeiioooouuc')) @@ plainto_tsquery('portuguese', 'pavimentacao mirante')`),
    'página seguinte': lista(`where (${quando}, numero) < ('2026-06-01'::timestamptz, '42498733000148-1-000128/2026')`),
    'fila de novidades': `select consumidor, numero from alicit.acervo_fila where consumidor = 'recomendacoes' order by em limit 500 for update skip locked`,
    'listas por buscar': `select numero, parte from alicit.acervo_complemento where estado = 'pendente' and proxima_em <= '2027-01-01' order by proxima_em limit 50 for update skip locked`,
  };
  for (const [nome, sql] of Object.entries(consultas)) {
    const [{ 'QUERY PLAN': plano }] = await fonte.query(`explain (analyze, format json) ${sql}`);
    const texto = JSON.stringify(plano);
    const lida = /"Seq Scan"/.test(texto) ? 'LÊ A TABELA TODA' : [...new Set([...texto.matchAll(/"Index Name":\s*"([^"]+)"/g)].map((m) => m[1]))].join(', ');
    diz(`plano: ${nome} (ms)`, plano[0]['Execution Time'].toFixed(1), `${n} licitações; ${lida}`);
  }
}
