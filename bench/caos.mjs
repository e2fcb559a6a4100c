// Kills processes of the service with SIGKILL at random moments while they analyse, and checks with a ledger of its own
// that nothing was lost and nothing was done twice: `npm run caos -- [--analises 24] [--mortes 20] [--semente 7]`.
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { startEmbutido } from '../dist/storage/index.js';
import { gerarPdf } from './gerar-pdf.mjs';

const RAIZ = join(dirname(fileURLToPath(import.meta.url)), '..');
const { values: v } = parseArgs({ options: { analises: { type: 'string', default: '24' }, mortes: { type: 'string', default: '20' }, semente: { type: 'string', default: '7' }, paginas: { type: 'string', default: '60' }, limite: { type: 'string', default: '420' }, registro: { type: 'boolean', default: false } } });
const TOTAL = Number(v.analises);
const MORTES = Number(v.mortes);
const PAGINAS = Number(v.paginas);
const LIMITE_MS = Number(v.limite) * 1000;
const PROCESSOS = 2;
const inicio = Date.now();
const diz = (texto) => process.stderr.write(`${((Date.now() - inicio) / 1000).toFixed(1).padStart(6)} s  ${texto}\n`);

/** mulberry32: the same seed, the same choices. */
function sorteio(semente) {
  let a = semente >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
const sorte = sorteio(Number(v.semente));
const entre = (a, b) => a + sorte() * (b - a);
const espera = (ms) => new Promise((r) => setTimeout(r, ms));

const pasta = mkdtempSync(join(tmpdir(), 'alicit-caos-'));
// Open to the user PostgreSQL runs as under root: else its data would go to, and stay in, a folder of the system.
chmodSync(pasta, 0o755);
const banco = await startEmbutido({ pasta: join(pasta, 'postgres') });
const sql = new pg.Pool({ connectionString: banco.url, max: 2 });
let chave = null;

const portaLivre = () => new Promise((resolve) => {
  const s = createServer().listen(0, '127.0.0.1', () => {
    const { port } = s.address();
    s.close(() => resolve(port));
  });
});

/** A process of the service: killed and started again at the same address. */
class Processo {
  constructor(porta) {
    this.porta = porta;
    this.url = `http://127.0.0.1:${porta}`;
    this.pronto = false;
  }

  async start() {
    const filho = spawn(process.execPath, ['--max-semi-space-size=2', join(RAIZ, 'dist', 'main.js')], {
      cwd: RAIZ, stdio: ['ignore', v.registro ? 'inherit' : 'ignore', 'pipe'],
      env: { PATH: process.env.PATH, ...(process.env.NODE_COMPILE_CACHE ? { NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE } : {}), DATABASE_URL: banco.url, ALICIT_DATA_DIR: join(pasta, 'dados'), PORT: String(this.porta), ALICIT_HOST: '127.0.0.1', ALICIT_LOG: v.registro ? 'info' : 'silent', ALICIT_PEDIDOS_POR_MINUTO: '100000', ALICIT_MAX_TENTATIVAS: '100' },
    });
    this.filho = filho;
    let texto = '';
    filho.stderr.on('data', (d) => {
      texto += d;
      chave ??= /alicit_[\w-]{20,}/.exec(texto)?.[0] ?? null;
      if (v.registro) process.stderr.write(d);
    });
    for (let i = 0; i < 600; i++) {
      if (this.filho !== filho) return;
      if (filho.exitCode !== null) throw new Error(`o serviço não iniciou: ${texto}`);
      const ok = await fetch(`${this.url}/v1/analises?limite=1`, { signal: AbortSignal.timeout(2000) }).then((r) => r.status === 401, () => false);
      if (ok && chave) return void (this.pronto = true);
      await espera(50);
    }
    throw new Error(`o serviço não respondeu: ${texto}`);
  }

  kill(sinal = 'SIGKILL') {
    this.pronto = false;
    const { filho } = this;
    this.filho = null;
    return new Promise((resolve) => {
      if (!filho || filho.exitCode !== null || filho.signalCode !== null) return resolve();
      filho.once('exit', resolve);
      filho.kill(sinal);
    });
  }
}

const processos = [];
for (let i = 0; i < PROCESSOS; i++) processos.push(new Processo(await portaLivre()));

/** The script's own list of what was accepted: id → what was asked. */
const razao = new Map();
const empresa = readFileSync(join(RAIZ, 'exemplos', 'empresa.json'), 'utf8');

async function pede(n, pdf, agora) {
  for (let vez = 0; ; vez++) {
    if (vez > 600) throw new Error('nenhum processo aceitou o pedido');
    const p = processos.find((x) => x.pronto && sorte() < 0.6) ?? processos.find((x) => x.pronto);
    if (p) {
      const form = new FormData();
      form.append('arquivos', new Blob([pdf]), `edital-${n}.pdf`);
      form.append('empresa', empresa);
      form.append('agora', agora);
      const r = await fetch(`${p.url}/v1/analises`, { method: 'POST', headers: { authorization: `Bearer ${chave}` }, body: form, signal: AbortSignal.timeout(20_000) }).then(async (x) => ({ status: x.status, corpo: await x.json() }), () => null);
      if (r?.status === 202 || r?.status === 200) return void razao.set(r.corpo.id, { n, agora, status: r.status });
      if (r && r.status !== 429 && r.status !== 503) throw new Error(`resposta ${r.status}: ${JSON.stringify(r.corpo).slice(0, 300)}`);
    }
    await espera(200);
  }
}

const abertas = async () => Number((await sql.query(`select count(*) as n from alicit.analise where estado in ('na_fila', 'executando')`)).rows[0].n);
const executando = async () => Number((await sql.query(`select count(*) as n from alicit.analise where estado = 'executando'`)).rows[0].n);

const violacoes = [];
let mortes = 0;
let mortesTrabalhando = 0;
try {
  await processos[0].start();
  await processos[1].start();
  diz(`dois processos de pé; ${TOTAL} análises, ${MORTES} mortes, semente ${v.semente}`);

  // Three of four have documents of their own; the fourth shares those of the one before, at another moment.
  const pdfs = new Map();
  const envios = (async () => {
    for (let n = 0; n < TOTAL; n++) {
      const documento = n % 4 === 3 ? n - 1 : n;
      if (!pdfs.has(documento)) pdfs.set(documento, await gerarPdf(PAGINAS + documento));
      await pede(documento, pdfs.get(documento), `2026-11-${String(10 + (n % 15)).padStart(2, '0')}T10:${String(n).padStart(2, '0')}:00-03:00`);
      if (n >= 4) await espera(entre(300, Math.max(400, (MORTES * 2500) / TOTAL)));
    }
    diz(`todas aceitas (${razao.size})`);
  })();
  const algoz = (async () => {
    while (mortes < MORTES) {
      await espera(entre(300, 3200));
      const p = processos[Math.floor(sorte() * PROCESSOS)];
      if (!p.filho) continue;
      const trabalhando = await executando();
      await p.kill();
      mortes++;
      if (trabalhando) mortesTrabalhando++;
      await espera(entre(0, 800));
      p.start().catch((erro) => violacoes.push(`processo não voltou: ${erro.message}`));
    }
    diz(`${mortes} mortes, ${mortesTrabalhando} com análises em execução`);
  })();
  await Promise.all([envios, algoz]);

  for (;;) {
    const n = await abertas();
    if (!n) break;
    if (Date.now() - inicio > LIMITE_MS) {
      violacoes.push(`${n} análises não terminaram em ${LIMITE_MS / 1000} s`);
      break;
    }
    await espera(500);
  }
  diz('nada mais em aberto');
  await confere();
} catch (erro) {
  violacoes.push(erro instanceof Error ? (erro.stack ?? erro.message) : String(erro));
} finally {
  await Promise.all(processos.map((p) => p.kill('SIGTERM')));
  await sql.end();
  await banco.stop();
  rmSync(pasta, { recursive: true, force: true });
}

/** The ledger against the database and the API. */
async function confere() {
  const linhas = async (texto, valores = []) => (await sql.query(texto, valores)).rows;
  const ids = [...razao.keys()];
  const exige = (nome, ruins) => ruins.length && violacoes.push(`${nome}: ${JSON.stringify(ruins.slice(0, 3))}${ruins.length > 3 ? ` e mais ${ruins.length - 3}` : ''}`);
  const todas = await linhas('select id, estado, tentativas, erro from alicit.analise');
  const porId = new Map(todas.map((a) => [a.id, a]));
  exige('aceita e perdida', ids.filter((id) => !porId.has(id)));
  exige('não concluída', todas.filter((a) => a.estado !== 'concluida'));
  exige('análise que ninguém pediu', todas.filter((a) => !razao.has(a.id)).map((a) => a.id));
  exige('eventos finais ≠ 1', await linhas(`select a.id, count(e.id) as n from alicit.analise a left join alicit.evento e on e.analise_id = a.id and e.tipo in ('analise.concluida', 'analise.falhou', 'analise.cancelada') group by a.id having count(e.id) <> 1`));
  exige('sequência de eventos com falha', await linhas('select analise_id, count(*), max(sequencia) from alicit.evento group by analise_id having count(*) <> max(sequencia)'));
  exige('etapas concluídas ≠ 6', await linhas(`select a.id, count(distinct e.etapa) as etapas, count(e.id) as linhas from alicit.analise a left join alicit.analise_etapa e on e.analise_id = a.id and e.estado = 'concluida' group by a.id having count(distinct e.etapa) <> 6 or count(e.id) <> 6`));
  exige('etapas fora de ordem', await linhas(`select analise_id from (select analise_id, token, lag(token) over (partition by analise_id order by id) as antes from alicit.analise_etapa where estado = 'concluida') t where token < antes`));
  exige('trabalho guardado duas vezes', await linhas('select chave, count(*) from alicit.trabalho group by chave having count(*) > 1'));
  exige('julgamentos e relatórios ≠ 1 por análise', await linhas(`select a.id, t.etapa, count(t.chave) from alicit.analise a cross join (values ('julgar'), ('relatar')) e (etapa) left join alicit.trabalho t on t.analise_id = a.id and t.etapa = e.etapa group by a.id, t.etapa, e.etapa having count(t.chave) <> 1`));
  const documentos = new Set([...razao.values()].map((r) => r.n)).size;
  exige('leituras ≠ uma por conjunto de documentos', (await linhas(`select etapa, count(*)::int as n from alicit.trabalho where etapa in ('reunir', 'ler', 'extrair') group by etapa`)).filter((t) => t.n !== documentos));
  exige('trabalho feito de novo depois de pronto', await linhas(`select trabalho, count(*) from alicit.analise_etapa where estado = 'concluida' and not reaproveitada and etapa in ('julgar', 'relatar') group by trabalho having count(*) > 1`));
  exige('tentativa sem fim', await linhas('select analise_id, numero from alicit.analise_tentativa where fim is null'));
  exige('duas tentativas que concluem', await linhas(`select analise_id, count(*) from alicit.analise_tentativa where desfecho = 'concluida' group by analise_id having count(*) <> 1`));
  await espera(3000);
  exige('trabalho vivo na fila', await linhas(`select id, state from pgboss.job where name = 'analises' and state in ('created', 'retry', 'active')`));
  exige('snapshot de execução terminada', await linhas('select run_id from mastra.mastra_workflow_snapshot'));
  const p = processos.find((x) => x.pronto);
  for (const [id, { agora }] of razao) {
    const r = await fetch(`${p.url}/v1/analises/${id}/relatorio`, { headers: { authorization: `Bearer ${chave}` } });
    const corpo = r.status === 200 ? await r.json() : null;
    if (!corpo || Date.parse(corpo.agora) !== Date.parse(agora)) violacoes.push(`relatório de ${id}: ${r.status}`);
  }
  const doDobro = await linhas(`select count(*)::int as n from (select trabalho from alicit.analise_etapa where estado = 'concluida' and not reaproveitada and etapa in ('reunir', 'ler', 'extrair') group by trabalho having count(*) > 1) t`);
  const tentativas = await linhas(`select desfecho, count(*)::int as n from alicit.analise_tentativa group by desfecho order by 1`);
  const maximo = Math.max(...todas.map((a) => a.tentativas));
  console.log(`\n| O que | Quanto |\n|---|---|`);
  for (const [nome, valor] of [
    ['análises aceitas (202 ou 200)', razao.size], ['concluídas', todas.filter((a) => a.estado === 'concluida').length], ['mortes com SIGKILL', mortes], ['mortes com análises em execução', mortesTrabalhando],
    ...tentativas.map((t) => [`tentativas: ${t.desfecho}`, t.n]), ['mais tentativas numa análise', maximo], ['trabalhos guardados', (await linhas('select count(*)::int as n from alicit.trabalho'))[0].n],
    ['etapas reaproveitadas', (await linhas(`select count(*)::int as n from alicit.analise_etapa where reaproveitada`))[0].n], ['leituras feitas por dois ao mesmo tempo (guardadas uma vez)', doDobro[0].n], ['segundos', Math.round((Date.now() - inicio) / 1000)],
  ]) console.log(`| ${nome} | ${valor} |`);
}

if (violacoes.length) {
  console.log(`\n${violacoes.length} violações:`);
  for (const x of violacoes) console.log(`- ${x}`);
  process.exitCode = 1;
} else console.log('\nNenhuma violação: nada se perdeu, nada foi feito duas vezes.');
