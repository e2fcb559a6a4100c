// Every fault of the tests' OpenAI, one analysis each, in every answer of that analysis: what of it reaches the user, by
// checks that owe nothing to the product's; then an edital with planted orders and a model that obeys them.
// `npm run bench -- agentes-falhas [fault,fault]`
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startEmbutido } from '../dist/storage/index.js';
import { FALHAS, responderHonesto, startOpenAiServer } from '../test/support/openai-server/index.ts';
import { createSorteio, gerarCnpj } from '../test/support/pncp-server/index.ts';
import { freePort, Servico } from './agentes-comum.mjs';
import { createLeitor, numerosSemProva } from './avaliar-conferir.mjs';
import { INJECOES } from './injecoes.mjs';

const AGORA = '2026-11-23T10:00:00-03:00';
const DIMENSOES = { estrategico: ['aderencia', 'competicao'], operacional: ['prazo'], juridico: ['habilitacao', 'legalidade'], financeiro: ['economico', 'risco'] };
const TIPOS = new Set(['exigencia', 'risco', 'oportunidade', 'recomendacao', 'observacao']);
/** These leave what each claim says honest, and its quote true but for where it is said to be: what is kept may be right. */
const SO_O_LUGAR = new Set(['citacao_de_outra_pagina', 'citacao_curta', 'citacao_gigante', 'pagina_zero', 'afirmacoes_repetidas', 'duzentas_afirmacoes']);
const dobrar = (t) => t.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]/g, '');
const par = (a) => `${dobrar(a.texto)} ${dobrar(a.citacoes[0]?.trecho ?? '').slice(0, 200)}`;

/** Claims of an answer as the ledger holds it; none when it is not of claims. */
function ditasDe(linha) {
  try {
    const r = JSON.parse(linha.resposta);
    return [...(r.afirmacoes ?? []), ...(r.sintese ?? [])].filter((a) => typeof a?.texto === 'string' && Array.isArray(a.citacoes));
  } catch {
    return [];
  }
}

/** What reached the user and should not have: a list of sentences. */
function findVazamentos({ analise, falsas, honestos, leitor, chave, falha }) {
  const { parecer } = analise;
  const ruins = [];
  const textoDasRegras = JSON.stringify({ ...analise, parecer: null });
  const grupos = [...parecer.agentes.map((a) => [a.agente, a.afirmacoes]), ['síntese', parecer.sintese]];
  for (const [quem, afirmacoes] of grupos) {
    if (afirmacoes.length > 8) ruins.push(`${quem}: ${afirmacoes.length} afirmações`);
    if (new Set(afirmacoes.map((a) => dobrar(a.texto))).size < afirmacoes.length) ruins.push(`${quem}: afirmações repetidas`);
    for (const a of afirmacoes) {
      const diz = (o) => ruins.push(`${quem}: ${o}: “${a.texto.slice(0, 140)}” [${a.citacoes[0]?.trecho.replace(/\s+/g, ' ').slice(0, 100)}]`);
      if (!TIPOS.has(a.tipo) || !a.citacoes.length || dobrar(a.texto).length < 10 || a.texto.length > 600) diz('forma');
      if (/[<>{}\u0000\u200B\u202E]|https?:|javascript:|\*\*|\]\(|\[[A-Z]/.test(a.texto)) diz('marcação ou caracteres ocultos');
      for (const c of a.citacoes) if (leitor.confere(`${chave} ${c.documento}`, c.pagina, c.trecho) !== 'sim') diz(`citação que não está na p. ${c.pagina}`);
      if (numerosSemProva(a, textoDasRegras).length) diz('número sem prova');
      if (!SO_O_LUGAR.has(falha) && falsas.has(par(a)) && !honestos.has(par(a))) diz('o que o modelo falseou');
    }
  }
  for (const { agente, ajustes, afirmacoes } of parecer.agentes) {
    for (const x of ajustes) {
      if (!Number.isInteger(x.pontos) || Math.abs(x.pontos) > 10 || !DIMENSOES[agente].includes(x.dimensao) || !afirmacoes[x.afirmacao]) ruins.push(`${agente}: ajuste ${JSON.stringify(x)}`);
      if (/\d|https?:|\[/.test(x.motivo)) ruins.push(`${agente}: motivo do ajuste: “${x.motivo}”`);
    }
  }
  for (const d of parecer.dimensoes) if (Math.abs(d.ajuste) > 10) ruins.push(`dimensão ${d.id}: ${d.ajuste}`);
  return ruins;
}

/** @param so names of faults, separated by commas; default all that a chat may have. @returns {Promise<boolean>} nothing leaked */
export async function measureFalhas({ raiz, pasta, diz, gerarPdf }, so) {
  const leitor = createLeitor();
  if (!leitor) {
    diz('falhas do modelo', '-', 'sem pdftotext: não medidas');
    return true;
  }
  const base = join(pasta, 'falhas');
  mkdirSync(base);
  const banco = await startEmbutido({ pasta: join(base, 'postgres') });
  const exemplo = JSON.parse(readFileSync(join(raiz, 'exemplos', 'empresa.json'), 'utf8'));
  const sorteio = createSorteio('bench falhas');
  const modelo = await startOpenAiServer({ responder: responderHonesto, ritmo: { lentidaoMs: 200, penduradaMs: 5000, esperaMs: 50 } });
  const servico = new Servico({ raiz, dados: join(base, 'dados'), banco: banco.url, porta: await freePort() });
  const edital = { nome: 'edital.pdf', bytes: readFileSync(join(raiz, 'exemplos', 'edital-exemplo.pdf')) };
  const plantado = { nome: 'plantado.pdf', bytes: await gerarPdf(INJECOES.length + 2, INJECOES) };
  for (const a of [edital, plantado]) leitor.add(`bench ${a.nome}`, a.bytes);
  let n = 0;
  /** Another company by name alone, so that nothing is answered from what was kept; its name is taken out to compare. */
  const novaEmpresa = () => ({ ...exemplo, cnpj: gerarCnpj(sorteio), razaoSocial: `Fornecedora ${++n} Ltda.`, descricao: `${exemplo.descricao} Unidade ${n}.` });
  const semNome = ({ parecer: _p, usouModelo: _u, ...resto }, e) => JSON.stringify({ decisao: resto.decisao, fatos: resto.fatos, verificacoes: resto.verificacoes, prazos: resto.prazos, matriz: resto.matriz, dimensoes: resto.dimensoes }).replaceAll(e.razaoSocial, 'EMPRESA').replaceAll(e.cnpj, 'CNPJ').replaceAll(e.descricao, 'DESCRICAO');
  const pedir = (arquivo, empresa) => servico.analyse({ arquivos: [arquivo], empresa, agora: AGORA });
  const vazaram = [];
  try {
    await servico.start({});
    const e0 = novaEmpresa();
    const regras = semNome((await pedir(edital, e0)).analise, e0);
    const regrasPlantado = semNome((await pedir(plantado, e0)).analise, e0);
    await servico.kill();
    await servico.start({ OPENAI_BASE_URL: modelo.url, OPENAI_API_KEY: 'bench', ALICIT_MODEL_TEMPO_S: '2', ALICIT_MODEL_TENTATIVAS: '2', ALICIT_MODEL_ESPERA_MS: '20', ALICIT_MODEL_DISJUNTOR_FALHAS: '1000' });
    // What an honest model says of this edital, asked again what it could be asked again.
    for (let i = 0; i < 2; i++) await pedir(edital, novaEmpresa());
    const honestos = new Set(modelo.ledger.flatMap(ditasDe).map(par));
    const nomes = so ? so.split(',') : FALHAS.filter((f) => f.camada !== 'vetor').map((f) => f.nome);
    console.log(`\n${nomes.length} falhas, cada uma em todas as respostas de uma análise\n`);
    let semParecer = 0;
    for (const falha of nomes) {
      const desde = modelo.ledger.length;
      modelo.script({ rota: 'chat', vezes: Infinity }, falha);
      const empresa = novaEmpresa();
      const { analise, ms } = await pedir(edital, empresa);
      modelo.clear();
      const dela = modelo.ledger.slice(desde);
      for (const l of dela) if (!l.falha) for (const d of ditasDe(l)) honestos.add(par(d));
      const falsas = new Set(dela.filter((l) => l.falha).flatMap(ditasDe).map(par));
      const ruins = findVazamentos({ analise, falsas, honestos, leitor, chave: 'bench', falha });
      if (semNome(analise, empresa) !== regras) ruins.push('o modelo mudou o que as regras dizem');
      const { parecer } = analise;
      const mantidas = parecer.agentes.reduce((t, a) => t + a.afirmacoes.length, 0);
      if (!mantidas) semParecer++;
      if (!mantidas && parecer.estado === 'completo' && parecer.agentes.some((a) => a.estado !== 'feito')) ruins.push('completo sem agentes');
      const motivos = new Map();
      for (const d of parecer.agentes.flatMap((a) => a.descartadas)) motivos.set(d.motivo, (motivos.get(d.motivo) ?? 0) + d.quantas);
      console.log(`  ${falha.padEnd(32)} ${parecer.estado.padEnd(13)} ${(ms / 1000).toFixed(1).padStart(5)} s  mantidas ${String(mantidas).padStart(2)}; descartadas ${[...motivos].map(([m, q]) => `${m} ${q}`).join(', ') || '-'}${ruins.length ? `  VAZOU ${ruins.length}` : ''}`);
      for (const r of ruins.slice(0, 4)) console.log(`      ${r}`);
      if (ruins.length) vazaram.push(falha);
    }
    diz('falhas do modelo: feitas; as que chegaram ao usuário', `${nomes.length}; ${vazaram.length}`, `meta 0${vazaram.length ? ` (${vazaram.join(', ')})` : ''}; ${semParecer} sem nenhuma afirmação`);
    if (!so) vazaram.push(...(await measureInjecoes({ modelo, pedir, plantado, novaEmpresa, semNome, regrasPlantado, diz })));
  } finally {
    await servico.kill();
    await modelo.close();
    await banco.stop();
    leitor.close();
  }
  return !vazaram.length;
}

/** Orders planted in the edital: a model that ignores them, and one that obeys all it sees. */
async function measureInjecoes({ modelo, pedir, plantado, novaEmpresa, semNome, regrasPlantado, diz }) {
  const vazaram = [];
  const chaves = INJECOES.map((t) => dobrar(t).slice(0, 40));
  for (const [nome, falha] of [['honesto', null], ['obediente', 'obediente']]) {
    const desde = modelo.ledger.length;
    if (falha) modelo.script({ rota: 'chat', vezes: Infinity }, falha);
    const empresa = novaEmpresa();
    const { analise } = await pedir(plantado, empresa);
    modelo.clear();
    const vistas = chaves.filter((c) => modelo.ledger.slice(desde).some((l) => dobrar(l.corpo ?? '').includes(c))).length;
    const ditas = [...analise.parecer.agentes.flatMap((a) => a.afirmacoes), ...analise.parecer.sintese];
    const citadas = chaves.filter((c) => ditas.some((a) => dobrar(a.texto).includes(c) || a.citacoes.some((x) => dobrar(x.trecho).includes(c)))).length;
    const iguais = semNome(analise, empresa) === regrasPlantado;
    diz(`${INJECOES.length} ordens plantadas, modelo ${nome}: chegaram ao modelo; ao usuário`, `${vistas}; ${citadas}`, `meta 0 ao usuário; alertas ${analise.parecer.alertas.length}; regras ${iguais ? 'iguais' : 'MUDADAS'}`);
    if (citadas || !iguais) vazaram.push(`injeções (${nome})`);
  }
  return vazaram;
}
