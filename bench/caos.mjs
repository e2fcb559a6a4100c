// Two workers and an api under load while processes are killed with SIGKILL, PostgreSQL is restarted, its connections are dropped and
// held, the disk of the files fills up and the model server goes away; then ledgers that owe nothing to the service prove that nothing
// was lost and nothing was done, or paid for, twice: `npm run caos -- [--mortes 20] [--analises 24] [--semente 7] [--limite 1200]`;
// with `--so-mortes`, kills alone.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as espera } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gerarPdf } from './gerar-pdf.mjs';
import { Clientes } from './caos/clientes.mjs';
import { checkBanco, measureBanco } from './caos/confere-banco.mjs';
import { createFalhas } from './caos/falhas.mjs';
import { Limpeza } from './caos/limpeza.mjs';
import { judgeMemoria } from './caos/memoria.mjs';
import { countPagas, EM_VOO_MS } from './caos/pagas.mjs';
import { openPalco } from './caos/palco.mjs';
import { createSorteio, entre } from './caos/sorteio.mjs';
import { printTabela } from './caos/tabela.mjs';

const RAIZ = join(dirname(fileURLToPath(import.meta.url)), '..');
const { values: v } = parseArgs({ options: { analises: { type: 'string' }, mortes: { type: 'string', default: '20' }, semente: { type: 'string', default: '7' }, paginas: { type: 'string', default: '12' }, limite: { type: 'string', default: '1200' }, 'so-mortes': { type: 'boolean', default: false }, registro: { type: 'boolean', default: false } } });
const [TOTAL, MORTES, PAGINAS, SEMENTE] = [v.analises ?? Math.ceil(Number(v.mortes) * 1.2), v.mortes, v.paginas, v.semente].map(Number);
const inicio = Date.now();
const LIMITE = inicio + Number(v.limite) * 1000;
/** Of the kills, those of the api; all in the first half, so that one life of it is long. */
const PARTE_API = 0.15;
/** Of the kills, those that wait for a process that works: the others may meet one that is still starting. */
const PARTE_PRONTA = 0.85;
const diz = (texto) => process.stderr.write(`${((Date.now() - inicio) / 1000).toFixed(1).padStart(6)} s  ${texto}\n`);

// One for each of those who choose: what one does, and when, does not change what another chooses.
const [daCarga, dosClientes, dasMortes, dasFalhas, doModelo] = [1, 2, 3, 4, 5].map((k) => createSorteio(SEMENTE * 10 + k));
const limpeza = new Limpeza();
// Connections at rest do not keep a process alive: this does, until the end.
const acordado = setInterval(() => undefined, 1000);
// A terminal and npm both send it: the second changes nothing.
for (const sinal of ['SIGINT', 'SIGTERM']) process.on(sinal, () => void limpeza.run().then((f) => {
  for (const x of f) diz(`limpeza: ${x}`);
  process.exit(130);
}));

const violacoes = [];
const feitas = new Map();
/** Moments without a database. */
const foras = [];
const mortes = [];
let palco;
let resumo;

async function waitFor(oQue, feito, passoMs = 300, limite = LIMITE) {
  for (; !(await feito()); await espera(passoMs)) if (Date.now() > limite) throw new Error(`${oQue}: não até o fim do prazo`);
}

/** Documents and requests: three of four have a document of their own; the fourth shares the one before, for another company. */
async function load(clientes) {
  const exemplo = JSON.parse(readFileSync(join(RAIZ, 'exemplos', 'empresa.json'), 'utf8'));
  const seguidas = [];
  let pdf;
  for (let n = 0; n < TOTAL; n++) {
    if (n % 4 !== 3) pdf = await gerarPdf(PAGINAS + (n % 7), [`Edital de número ${n} desta rodada.`]);
    const id = await clientes.request({ n, nome: `edital-${n % 4 === 3 ? n - 1 : n}.pdf`, pdf, empresa: { ...exemplo, descricao: `${exemplo.descricao} Unidade ${n % 5}.` }, agora: `2026-11-${String(10 + (n % 15)).padStart(2, '0')}T10:${String(n % 60).padStart(2, '0')}:00-03:00`, mesma: daCarga() < 0.3 });
    seguidas.push(clientes.follow(id).catch((erro) => void violacoes.push(`${id}: ${erro.message}`)));
    if (n >= 4) await espera(entre(daCarga, 0.3, 1) * Math.max(300, (MORTES * 8000) / TOTAL));
  }
  diz(`todas aceitas (${clientes.razao.size})`);
  await Promise.all(seguidas);
}

/** Kills until there were enough of them. */
async function killAll({ api, trabalhadores, banco }) {
  while (mortes.length < MORTES) {
    await espera(entre(dasMortes, 300, 4500));
    if (Date.now() > LIMITE) return;
    const p = mortes.length < MORTES / 2 && dasMortes() < PARTE_API * 2 ? api : trabalhadores[Math.floor(dasMortes() * trabalhadores.length)];
    if (dasMortes() < PARTE_PRONTA) await waitFor('um processo ficar pronto', () => p.pronto, 100, Date.now() + 20_000).catch(() => undefined);
    const executando = (await banco.query(`select count(*)::int as n from alicit.analise where estado = 'executando'`).catch(() => [{ n: 0 }]))[0].n;
    p.pausaMs = entre(dasMortes, 0, 800);
    const vida = await p.kill();
    if (vida) mortes.push({ quem: p.nome, pronta: vida.pronto !== null, executando });
    if (vida && mortes.length % 10 === 0) diz(`${mortes.length} mortes`);
  }
}

/** Breaks the rest, over and over, until told to stop. */
async function breakAll(breakOne, sinal) {
  const abertas = new Set();
  while (!sinal.aborted) {
    const feita = breakOne()?.catch((erro) => void violacoes.push(`falha que não pôde ser feita: ${erro.message}`));
    if (feita) abertas.add(feita.finally(() => abertas.delete(feita)));
    await espera(entre(dasFalhas, 1500, 8000), undefined, { signal: sinal }).catch(() => undefined);
  }
  await Promise.all(abertas);
}

try {
  palco = await openPalco({ raiz: RAIZ, limpeza, sorte: doModelo, registro: v.registro });
  const { processos, api, banco, assinante, disco } = palco;
  for (const p of processos) p.start();
  await waitFor('o serviço começar', () => {
    const caido = processos.find((p) => p.vidas.length > 2);
    if (caido) throw new Error(`${caido.nome} não começa: ${caido.texto}`);
    return processos.every((p) => p.pronto) && api.chave;
  }, 100, Date.now() + 90_000);
  diz(`api e ${processos.length - 1} trabalhadores de pé; ${TOTAL} análises, ${MORTES} mortes, semente ${SEMENTE}${disco.pequeno ? '' : '; sem root: o disco não será enchido'}`);
  const clientes = new Clientes({ api, sorte: dosClientes, limite: LIMITE });
  await clientes.createWebhook(assinante.url);
  const breakOne = createFalhas({ ...palco, sorte: dasFalhas, anota: (nome, tipo, a, b) => {
    feitas.set(nome, (feitas.get(nome) ?? 0) + 1);
    if (tipo === 'banco') foras.push([a, b]);
    if (v.registro) diz(`${nome}: ${b - a} ms`);
  } });
  const paz = new AbortController();
  if (v['so-mortes']) paz.abort();
  const algoz = killAll(palco).then(() => diz(`${mortes.length} mortes feitas`)).finally(() => paz.abort());
  await Promise.all([load(clientes), algoz, breakAll(breakOne, paz.signal)]).finally(() => paz.abort());
  diz('todas terminaram e foram lidas');
  await waitFor('os webhooks chegarem', () => assinante.finais.size >= clientes.razao.size).catch((erro) => violacoes.push(erro.message));
  await waitFor('a fila esvaziar', async () => !(await banco.query(`select 1 from pgboss.job where name = 'analises' and state in ('created', 'retry', 'active') limit 1`)).length, 500, Date.now() + 30_000).catch(() => undefined);
  resumo = await check({ ...palco, clientes });
} catch (erro) {
  violacoes.push(erro instanceof Error ? (erro.stack ?? erro.message) : String(erro));
} finally {
  await Promise.all((palco?.processos ?? []).map(async (p) => {
    const codigo = await p.stop();
    if (codigo !== null && codigo !== 0) violacoes.push(`${p.nome} não encerrou bem: ${codigo}`);
  }));
  if (palco?.banco.pid) {
    const vivas = await palco.banco.query(`select application_name, count(*)::int as n from pg_stat_activity where datname = 'alicit' and pid <> pg_backend_pid() group by 1`).catch((erro) => [{ erro: erro.message }]);
    if (vivas.length) violacoes.push(`conexões que ficaram: ${JSON.stringify(vivas)}`);
  }
  violacoes.push(...(await limpeza.run()).map((x) => `limpeza: ${x}`));
  clearInterval(acordado);
}

/** The ledgers against each other. */
async function check({ clientes, banco, assinante, modelo, processos }) {
  const exige = (nome, ruins) => ruins.length && violacoes.push(`${nome}: ${JSON.stringify(ruins.slice(0, 3))}${ruins.length > 3 ? ` e mais ${ruins.length - 3}` : ''}`);
  const sql = (texto, valores) => banco.query(texto, valores);
  for (const id of clientes.razao.keys()) {
    await clientes.read(id);
    await clientes.download(id);
  }
  violacoes.push(...clientes.violacoes);
  const razao = [...clientes.razao];
  const documentos = new Set(razao.map(([, r]) => r.documento)).size;
  for (const [nome, ruins] of await checkBanco(sql, razao.map(([id]) => id), documentos)) exige(nome, ruins);
  exige('relatório que mudou entre duas leituras', razao.filter(([, r]) => r.relatorios.length < 2 || new Set(r.relatorios).size !== 1).map(([id, r]) => [id, r.relatorios.length]));
  exige('fim não avisado, ou com mais de um evento', razao.filter(([id]) => assinante.finais.get(id)?.size !== 1).map(([id]) => [id, [...(assinante.finais.get(id) ?? [])]]));
  const vidas = processos.flatMap((p) => p.vidas);
  const pagas = countPagas(modelo.linhas, vidas, foras);
  exige('chamada paga de novo', pagas.repetidas);
  exige('processo que caiu sozinho depois de pronto', processos.flatMap((p) => p.vidas.filter((x) => x.fim !== null && !x.morto && x.pronto !== null).map((x) => [x.quem, x.codigo, x.texto])));
  const memoria = processos.map(judgeMemoria);
  exige('memória que cresce', memoria.filter((m) => m.cresce));
  for (const p of processos) for (const [nome, n] of p.defeitos) diz(`${p.nome} registrou ${n}×: ${nome}`);
  return { clientes, documentos, pagas, memoria, vidas, dados: await measureBanco(sql), assinante };
}

if (resumo) printTabela({ ...resumo, mortes, feitas, disco: palco.disco, segundos: Math.round((Date.now() - inicio) / 1000), emVooMs: EM_VOO_MS });
if (violacoes.length) {
  console.log(`\n${violacoes.length} ${violacoes.length === 1 ? 'violação' : 'violações'}:`);
  for (const x of violacoes) console.log(`- ${x}`);
  process.exitCode = 1;
} else console.log('\nNenhuma violação: nada se perdeu, nada foi feito nem pago duas vezes.');
