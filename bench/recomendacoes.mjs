// Recommendations: lists over HTTP on the real service (ready, and made for the first time), reverse matching through the database,
// how each grows, memory, and the plans of the main queries.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { createSorteio, makeEmpresa, makeLicitacao, readReais } from './recomendacoes-dados.mjs';

const TAMANHOS = [8423, 25_000, 50_000, 100_000];
const EMPRESAS_HTTP = 60;
const EMPRESAS_INVERSO = [1000, 3000, 10_000];
const NOVAS = 1000;
const LOTE = 1000;
const PEDIDOS = 400;
const FILTROS = ['', '?uf=SP,MG,SC', '?km=300', '?valorMin=100000', '?minimo=50', '?situacao=aberta,suspensa'];

const quantil = (v, q) => [...v].sort((a, b) => a - b)[Math.min(v.length - 1, Math.floor(v.length * q))];
const rss = (pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

/** CPU time a process has used (s): what a busy machine does not change. */
const cpuOf = (pid) => {
  const campos = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ');
  return (Number(campos[11]) + Number(campos[12])) / 100;
};

const freePort = () =>
  new Promise((resolve) => {
    const s = createServer().listen(0, '127.0.0.1', () => {
      const { port } = s.address();
      s.close(() => resolve(port));
    });
  });

async function startServico(raiz, dados, url) {
  const porta = await freePort();
  const filho = spawn(process.execPath, ['--max-semi-space-size=2', join(raiz, 'scripts', 'start.mjs')], {
    cwd: raiz, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_ENV: '', DATABASE_URL: url, ALICIT_ROLE: 'api', ALICIT_DATA_DIR: dados, PORT: String(porta), ALICIT_HOST: '127.0.0.1', ALICIT_LOG: 'warn', ALICIT_PEDIDOS_POR_MINUTO: '1000000', ALICIT_RECOMENDACOES_ESPERA_S: '60' },
  });
  let avisos = '';
  for (const saida of [filho.stdout, filho.stderr]) saida.on('data', (d) => (avisos = (avisos + d).slice(-20_000)));
  const fim = new Promise((resolve) => filho.once('close', resolve));
  const endereco = `http://127.0.0.1:${porta}`;
  for (const limite = performance.now() + 60_000; !(await fetch(`${endereco}/health/ready`).then((r) => r.ok, () => false)); await sleep(20)) if (filho.exitCode !== null || performance.now() > limite) throw new Error(`o serviço não começou: ${avisos}`);
  return {
    pid: filho.pid, endereco, avisos: () => avisos, /** Shown once, whole when its line is. */
    async chave() {
      for (const limite = performance.now() + 10_000; performance.now() < limite; await sleep(10)) {
        const achada = /alicit_[\w-]{20,}(?=\s)/.exec(avisos);
        if (achada) return achada[0];
      }
      throw new Error(`o serviço não mostrou a chave: ${avisos}`);
    },
    async stop() {
      filho.kill('SIGTERM');
      await fim;
    },
  };
}

/** Records as the synchronisation leaves them, by the thousand. */
async function insertLicitacoes(c, licitacoes) {
  for (let i = 0; i < licitacoes.length; i += 1000) {
    const lote = licitacoes.slice(i, i + 1000).map((l) => ({
      ...l, dados: {
        numeroControlePNCP: l.numero, numeroEdital: null, numeroProcesso: null, orgaoNome: l.orgao, orgaoCnpj: l.cnpj, unidadeNome: null, uf: l.uf, municipio: l.municipio, codigoIbge: l.ibge, esfera: 'M', modalidadeId: l.modalidade, modoDisputaId: null, instrumentoId: 1, amparoLegalCodigo: null, amparoLegalNome: null,
        situacao: 'divulgada', objeto: l.objeto, srp: null, valorEstimado: l.valor === null ? null : String(l.valor), orcamentoSigiloso: null, publicacao: l.publicacao, atualizacao: l.publicacao, aberturaPropostas: l.publicacao, encerramentoPropostas: l.encerramento, linkSistemaOrigem: null, plataforma: null,
      },
    }));
    await c.query(
      `insert into alicit.acervo_licitacao (numero, orgao_cnpj, ano, sequencial, modalidade_id, situacao, uf, codigo_ibge, valor, publicacao, atualizacao, encerramento, dados, bruto, origem, vista_em, mudada_em)
       select numero, cnpj, 2026, sequencial, modalidade, 'divulgada', uf, ibge, valor, publicacao, publicacao, encerramento, dados, dados, 'importacao', now(), now()
       from jsonb_to_recordset($1::jsonb) as n (numero text, cnpj text, sequencial int, modalidade int, uf text, ibge text, valor numeric, publicacao timestamptz, encerramento timestamptz, dados jsonb) on conflict do nothing`, [JSON.stringify(lote)],
    );
    await c.query(
      `insert into alicit.acervo_complemento (numero, parte, estado, dados, total) select numero, 'itens', 'completo', itens, jsonb_array_length(itens) from jsonb_to_recordset($1::jsonb) as n (numero text, itens jsonb) on conflict do nothing`, [JSON.stringify(lote.map(({ numero, itens }) => ({ numero, itens })))],
    );
  }
}

async function insertEmpresas(c, organizacaoId, perfis, de) {
  const ids = perfis.map((_, i) => `emp_${String(de + i).padStart(26, '0')}`);
  for (let i = 0; i < perfis.length; i += 1000) {
    await c.query(
      `insert into alicit.empresa (id, organizacao_id, cnpj, perfil) select id, $1, cnpj, perfil from jsonb_to_recordset($2::jsonb) as n (id text, cnpj text, perfil jsonb)`,
      [organizacaoId, JSON.stringify(perfis.slice(i, i + 1000).map((perfil, k) => ({ id: ids[i + k], cnpj: String(de + i + k).padStart(14, '0'), perfil: { cnpj: String(de + i + k).padStart(14, '0'), ...perfil } })))],
    );
  }
  return ids;
}

/** One request after the other: companies and filters as given. */
async function timeGets(servico, chave, pares) {
  const tempos = [];
  for (const [id, filtro] of pares) {
    const t0 = performance.now();
    const r = await fetch(`${servico.endereco}/v1/empresas/${id}/recomendacoes${filtro}`, { headers: { authorization: `Bearer ${chave}` } });
    const corpo = await r.json();
    if (r.status !== 200) throw new Error(`${r.status}: ${JSON.stringify(corpo)}\n${servico.avisos()}`);
    tempos.push(performance.now() - t0);
  }
  return tempos;
}

const LISTA = `select r.numero, r.topico, t.me_epp, t.uf, t.valor, t.encerramento from alicit.recomendacao r cross join lateral (select * from alicit.recomendacao_texto x where x.numero = r.numero offset 0) t where r.organizacao_id = $1 and r.empresa_id = $2`;

/** Execution alone, as the server measures it. */
async function timeConsulta(c, ids, organizacaoId) {
  const tempos = [];
  for (const id of ids) {
    const { rows } = await c.query(`explain (analyze, format json) ${LISTA}`, [organizacaoId, id]);
    tempos.push(rows[0]['QUERY PLAN'][0]['Execution Time']);
  }
  return quantil(tempos, 0.5);
}

/** Main queries whose plan must read no big table whole. */
async function checkPlanos(c, diz, empresaId, organizacaoId) {
  const consultas = {
    'lista da empresa': [LISTA, [organizacaoId, empresaId]],
    'textos novos': ['select numero from alicit.recomendacao_texto t where t.revisao > $1 and t.motor = $2 and t.encerramento >= now() order by t.revisao limit 5000', [99_000, 'x']],
    'textos de outro motor': [`select numero from alicit.recomendacao_texto where motor < $1 or motor > $1 order by numero limit 500`, [(await c.query('select motor from alicit.recomendacao_texto limit 1')).rows[0].motor]],
    'textos encerrados': ['select numero from alicit.recomendacao_texto where encerramento < now() order by encerramento limit 500', []],
    'casamentos de licitações que mudaram': ['delete from alicit.recomendacao r using unnest($1::text[], $2::bigint[]) as n (numero, revisao) where r.numero = n.numero and r.revisao < n.revisao', [['10000000000000-1-000001/2026'], [1]]],
    'outro momento': ['select l.numero from alicit.acervo_licitacao l where (l.encerramento, l.numero) > ($1, $2) order by l.encerramento, l.numero limit 1000', [new Date(), '']],
  };
  await c.query('analyze');
  const inteiras = [];
  for (const [nome, [sql, valores]] of Object.entries(consultas)) {
    const { rows } = await c.query(`explain ${sql}`, valores);
    const plano = rows.map((r) => r['QUERY PLAN']).join('\n');
    if (/Seq Scan on (?:recomendacao|recomendacao_texto|acervo_licitacao|acervo_fila)\b/.test(plano)) inteiras.push(`${nome}:\n${plano}`);
  }
  diz('recomendações: consultas principais que leem uma tabela inteira', inteiras.length, `de ${Object.keys(consultas).length}; meta 0`);
  for (const plano of inteiras) console.log(plano);
  return inteiras.length === 0;
}

export async function measureRecomendacoes({ raiz, pasta, diz, tamanhos = TAMANHOS, inverso = EMPRESAS_INVERSO }) {
  const dist = (caminho) => import(join(raiz, 'dist', caminho));
  const [{ startEmbutido }, { parseConfig }, { MotorService }, { perfilHash }, { VERSAO_MOTOR }] = await Promise.all(['storage/index.js', 'config/index.js', 'recomendacoes/motor/motor.service.js', 'recomendacoes/motor/perfil-hash.js', 'recomendacoes/motor/versao.js'].map(dist));
  const dados = join(pasta, 'recomendacoes');
  mkdirSync(dados);
  const banco = await startEmbutido({ pasta: join(dados, 'postgres') });
  const servico = await startServico(raiz, dados, banco.url);
  const c = new pg.Client({ connectionString: banco.url });
  await c.connect();
  const motor = new MotorService(parseConfig({ DATABASE_URL: banco.url, ALICIT_OFICINA_THREADS: '2', ALICIT_BANCO_TEMPO_S: '120' }, raiz), { url: banco.url });
  const { nome, licitacoes: reais, empresas: modelos } = readReais(raiz);
  const sorteia = createSorteio();
  const agora = Date.now();
  let feitas = 0;
  let criadas = 0;
  const grow = async (ate) => {
    const novas = Array.from({ length: ate - feitas }, (_, i) => makeLicitacao(reais, feitas + i, sorteia, agora));
    await insertLicitacoes(c, novas);
    const t0 = performance.now();
    for (let i = 0; i < novas.length; i += LOTE) await motor.casar(novas.slice(i, i + LOTE).map((l) => l.numero), agora);
    feitas = ate;
    return performance.now() - t0;
  };
  const newEmpresas = async (organizacaoId, quantas) => {
    const ids = await insertEmpresas(c, organizacaoId, Array.from({ length: quantas }, (_, i) => makeEmpresa(modelos, criadas + i, sorteia)), criadas);
    criadas += quantas;
    return ids;
  };
  let planos = true;
  try {
    const chave = await servico.chave();
    const organizacaoId = (await c.query('select id from alicit.organizacao')).rows[0].id;
    console.log(`\nrecomendações: licitações ${nome} (as que passam de ${reais.length} são recombinadas), todas abertas; HTTP no serviço, um pedido por vez\n`);
    for (const tamanho of tamanhos) {
      const antes = feitas;
      const textosMs = await grow(tamanho);
      const ids = await newEmpresas(organizacaoId, EMPRESAS_HTTP);
      const primeiraPagina = ids.map((id) => [id, '']);
      const [indice] = await timeGets(servico, chave, primeiraPagina.slice(0, 1));
      const frias = await timeGets(servico, chave, primeiraPagina.slice(1));
      const porContar = await timeGets(servico, chave, FILTROS.slice(1).flatMap((filtro) => ids.map((id) => [id, filtro])));
      const pares = Array.from({ length: PEDIDOS }, () => [ids[Math.floor(sorteia() * ids.length)], FILTROS[Math.floor(sorteia() * FILTROS.length)]]);
      const cpu = process.platform === 'linux' ? cpuOf(servico.pid) : null;
      const prontas = await timeGets(servico, chave, pares);
      const cpuPorPedido = cpu === null ? null : ((cpuOf(servico.pid) - cpu) * 1000) / PEDIDOS;
      const { rows: [{ media }] } = await c.query('select avg(total)::int as media from alicit.recomendacao_empresa');
      const n = tamanho.toLocaleString('pt-BR');
      diz(`${n}: lista pronta, p50 (ms)`, quantil(prontas, 0.5).toFixed(1), `${media} casamentos por empresa em média`);
      diz(`${n}: lista pronta, p95 (ms)`, quantil(prontas, 0.95).toFixed(1), `${tamanho === 8423 ? 'meta ≤ 30; ' : tamanho === 100_000 ? 'meta ≤ 120; ' : ''}carga da máquina ${loadavg()[0].toFixed(1)} em ${availableParallelism()} núcleos`);
      diz(`${n}: lista pronta, filtro novo, p95 (ms)`, quantil(porContar, 0.95).toFixed(1), 'parte das razões por contar');
      if (cpuPorPedido !== null) diz(`${n}: lista pronta, CPU do serviço por pedido (ms)`, cpuPorPedido.toFixed(1), 'fora o banco');
      diz(`${n}: lista pronta, a consulta no banco, mediana (ms)`, (await timeConsulta(c, ids, organizacaoId)).toFixed(1), 'explain analyze');
      diz(`${n}: primeira lista de uma empresa, p50 (ms)`, quantil(frias, 0.5).toFixed(1), 'calcula, grava e explica');
      diz(`${n}: primeira lista de uma empresa, p95 (ms)`, quantil(frias, 0.95).toFixed(1));
      diz(`${n}: a primeira de todas, índice por ler (ms)`, indice.toFixed(0));
      diz(`${n}: compilar e gravar os textos novos (por segundo)`, ((tamanho - antes) / (textosMs / 1000)).toFixed(0));
      if (process.platform === 'linux') diz(`${n}: memória do serviço, RSS (MB)`, rss(servico.pid).toFixed(0));
    }
    const { rows: [uma] } = await c.query('select empresa_id from alicit.recomendacao_empresa order by total desc limit 1');
    planos = await checkPlanos(c, diz, uma.empresa_id, organizacaoId);
    for (const quantas of inverso) {
      await newEmpresas(organizacaoId, Math.max(0, quantas - criadas));
      const { rows } = await c.query('select id, perfil, versao from alicit.empresa e where not exists (select 1 from alicit.recomendacao_empresa r where r.empresa_id = e.id)');
      // As if each had been computed: what is measured is the meeting with what arrives.
      await c.query(
        `insert into alicit.recomendacao_empresa (empresa_id, organizacao_id, empresa_versao, perfil, motor, estatistica, total, ms) select id, $1, 1, hash, $2, 1, 0, 0 from jsonb_to_recordset($3::jsonb) as n (id text, hash text)`,
        [organizacaoId, VERSAO_MOTOR, JSON.stringify(rows.map((r) => ({ id: r.id, hash: perfilHash(r.perfil) })))],
      );
      const novas = Array.from({ length: NOVAS }, (_, i) => makeLicitacao(reais, feitas + i, sorteia, agora));
      feitas += NOVAS;
      await insertLicitacoes(c, novas);
      const t0 = performance.now();
      let casamentos = 0;
      for (let i = 0; i < NOVAS; i += LOTE) casamentos += (await motor.casar(novas.slice(i, i + LOTE).map((l) => l.numero), agora)).casamentos;
      diz(`casamento inverso: ${NOVAS.toLocaleString('pt-BR')} novas × ${quantas.toLocaleString('pt-BR')} empresas (s)`, ((performance.now() - t0) / 1000).toFixed(1), `${casamentos} casamentos gravados${quantas === 10_000 ? '; meta ≤ 60' : ''}`);
    }
    if (process.platform === 'linux') diz('casamento inverso: memória do processo, RSS (MB)', rss(process.pid).toFixed(0), 'com este bench');
    const { rows: [peso] } = await c.query(`select pg_total_relation_size('alicit.recomendacao') / 1048576 as mb, (select count(*) from alicit.recomendacao) as linhas, pg_total_relation_size('alicit.recomendacao_texto') / 1048576 as textos`);
    diz('banco: casamentos (MB)', peso.mb, `${peso.linhas} linhas`);
    diz('banco: textos compilados (MB)', peso.textos, `${feitas} textos`);
  } finally {
    await motor.onApplicationShutdown();
    await c.end();
    await servico.stop();
    await banco.stop();
  }
  return planos;
}
