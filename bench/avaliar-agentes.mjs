// `npm run avaliar:agentes`: a fixed set of editais and companies analysed by the product with the model the environment
// configures (or the simulator, which it says): what each agent keeps, loses, costs, and whether rules still rule.
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { Command, InvalidArgumentError } from 'commander';
import { startEmbutido } from '../dist/storage/index.js';
import { responderHonesto, startOpenAiServer } from '../test/support/openai-server/index.ts';
import { freePort, Servico } from './agentes-comum.mjs';
import { createLeitor, numerosSemProva } from './avaliar-conferir.mjs';

const RAIZ = join(dirname(fileURLToPath(import.meta.url)), '..');
const AGORA = '2026-11-23T10:00:00-03:00';
const MAX_PARES = 12;
/** What a model must reach. */
const PISOS = { afirmacoesPorAgente: 3, parteValida: 0.9, chamadas: 10, tokensLidos: 40_000 };

const inteiro = (minimo, maximo) => (texto) => {
  const n = Number(texto);
  if (!Number.isInteger(n) || n < minimo || n > maximo) throw new InvalidArgumentError(`esperado um número de ${minimo} a ${maximo}.`);
  return n;
};
const programa = new Command('avaliar:agentes')
  .description('Analisa um conjunto fixo de editais e empresas com o modelo configurado (OPENAI_API_KEY, OPENAI_BASE_URL, ALICIT_MODEL…) e mede o que os agentes dizem. Sem chave, usa o simulador.')
  .option('--pares <n>', `quantos pares de edital e empresa, de 1 a ${MAX_PARES}`, inteiro(1, MAX_PARES), MAX_PARES)
  .option('--json', 'escreve o resultado em JSON')
  .option('--detalhes', 'mostra cada afirmação mantida')
  .helpOption('--help', 'mostra esta ajuda')
  .usage('[opções]')
  .configureHelp({ styleTitle: (t) => ({ 'Usage:': 'Uso:', 'Options:': 'Opções:' })[t] ?? t, optionDescription: (o) => (o.defaultValue === undefined ? o.description : `${o.description} (padrão: ${o.defaultValue})`) })
  .configureOutput({ outputError: (texto, escrever) => escrever(texto.replace(/^error: option '(.*?)' argument '(.*?)' is invalid\./, 'erro: $1 não aceita “$2”:').replace(/^error: unknown option '(.*?)'/, 'erro: a opção $1 não existe').replace(/^error: /, 'erro: ')) });
programa.parse();
const opcoes = programa.opts();
const diz = (texto = '') => (opcoes.json ? process.stderr : process.stdout).write(`${texto}\n`);

/** Pairs of exemplos/, then real editais of different folders and sizes when ../shared is there; always the same. */
function choosePares() {
  const ler = (...partes) => readFileSync(join(RAIZ, ...partes));
  const arquivo = (nome) => ({ nome, bytes: ler('exemplos', nome) });
  const empresa = (nome) => JSON.parse(ler('exemplos', `${nome}.json`).toString('utf8'));
  const edital = arquivo('edital-exemplo.pdf');
  const pares = [
    { nome: 'exemplo', arquivos: [edital], empresa: empresa('empresa') }, { nome: 'exemplo com errata', arquivos: [edital, arquivo('errata-exemplo.pdf')], empresa: empresa('empresa') },
    { nome: 'exemplo, certidão vencendo', arquivos: [edital], empresa: empresa('empresa-certidao-vencendo') }, { nome: 'exemplo, empresa impedida', arquivos: [edital], empresa: empresa('empresa-impedida') },
  ];
  return [...pares, ...chooseReais(MAX_PARES - pares.length).map((r) => ({ ...r, empresa: empresa('empresa') }))].slice(0, opcoes.pares);
}

/** By turns from each folder, the smallest, the largest and those between at even steps. */
function chooseReais(quantos) {
  const editais = join(RAIZ, '..', 'shared', 'dados', 'editais');
  if (!existsSync(join(editais, 'MANIFEST.jsonl'))) return [];
  const linhas = readFileSync(join(editais, 'MANIFEST.jsonl'), 'utf8').trim().split('\n').map((l) => JSON.parse(l));
  const cabem = linhas.filter((l) => l.tipo_real === 'pdf' && l.paginas >= 15 && l.paginas <= 150 && l.paginas_sem_texto === 0 && (/edital/i.test(basename(l.arquivo)) || l.arquivo.startsWith('obras')) && existsSync(join(editais, l.arquivo)));
  const pastas = Map.groupBy(cabem.sort((a, b) => a.paginas - b.paginas || (a.arquivo < b.arquivo ? -1 : 1)), (l) => l.arquivo.split('/')[0]);
  const porPasta = Math.ceil(quantos / Math.max(1, pastas.size));
  const escolhidos = [...pastas.keys()].sort().map((p) => Array.from({ length: porPasta }, (_, i) => pastas.get(p)[Math.round((i * (pastas.get(p).length - 1)) / Math.max(1, porPasta - 1))]));
  const emTurnos = Array.from({ length: porPasta }, (_, i) => escolhidos.map((e) => e[i])).flat();
  return [...new Set(emTurnos)].slice(0, quantos).map((l) => ({ nome: `${l.arquivo.split('/')[0]}, ${l.paginas} páginas`, arquivos: [{ nome: 'edital.pdf', bytes: readFileSync(join(editais, l.arquivo)) }] }));
}

const regrasDe = ({ parecer: _parecer, usouModelo: _usou, ...resto }) => resto;
const soma = (lista, f) => lista.reduce((t, x) => t + f(x), 0);
const DE_VETORES = new Set(['trechos', 'consulta', 'acervo', 'empresa']);

/** What one analysis shows. */
function measurePar({ nome, ms, analise, regras, leitor }) {
  const { parecer } = analise;
  if (!parecer) throw new Error(`${nome}: a análise não traz parecer`);
  const textoDasRegras = JSON.stringify(regras);
  const conferir = (a) => ({ semLugar: leitor ? a.citacoes.filter((c) => leitor.confere(`${nome} ${c.documento}`, c.pagina, c.trecho) === 'nao') : [], ilegiveis: leitor ? a.citacoes.filter((c) => leitor.confere(`${nome} ${c.documento}`, c.pagina, c.trecho) === 'ilegivel').length : a.citacoes.length, numeros: numerosSemProva(a, textoDasRegras) });
  const mantidas = [...parecer.agentes.flatMap((a) => a.afirmacoes), ...parecer.sintese];
  const conferidas = mantidas.map((a) => ({ texto: a.texto, citacoes: a.citacoes.length, ...conferir(a) }));
  const doChat = parecer.uso.porChamada.filter((c) => !DE_VETORES.has(c.finalidade));
  return {
    nome, ms, estado: parecer.estado, motivo: parecer.motivo, desfecho: analise.decisao?.desfecho ?? null, regrasIguais: isDeepStrictEqual(regrasDe(analise), regrasDe(regras)), score: parecer.score,
    chamadas: doChat.length, tokensLidos: soma(doChat, (c) => c.tokensEntrada), custoUsd: parecer.uso.custoUsd, sintese: parecer.sintese.length,
    citacoes: soma(conferidas, (c) => c.citacoes), citacoesSemLugar: conferidas.flatMap((c) => c.semLugar.map((x) => ({ texto: c.texto, ...x }))), citacoesIlegiveis: soma(conferidas, (c) => c.ilegiveis), numerosSemProva: conferidas.filter((c) => c.numeros.length).map((c) => ({ texto: c.texto, numeros: c.numeros })),
    agentes: parecer.agentes.map((a) => {
      const dele = doChat.filter((c) => c.finalidade === `agente_${a.agente}`);
      return { agente: a.agente, estado: a.estado, motivo: a.motivo, mantidas: a.afirmacoes.length, descartadas: a.descartadas, aMais: Math.max(0, dele.length - 1), ajustes: a.ajustes.map((x) => x.pontos), tokens: soma(dele, (c) => c.tokensEntrada + c.tokensSaida), custoUsd: dele.some((c) => c.custoUsd === null) ? null : soma(dele, (c) => Number(c.custoUsd)), ms: Math.max(0, ...dele.map((c) => c.ms)) };
    }),
    afirmacoes: parecer.agentes.flatMap((a) => a.afirmacoes.map((x) => ({ agente: a.agente, tipo: x.tipo, texto: x.texto }))),
  };
}

/** The measures of all pairs together, by agent, and what is below a floor. */
function summarise(pares) {
  const nomes = pares[0].agentes.map((a) => a.agente);
  const porAgente = nomes.map((agente) => {
    const dele = pares.map((p) => p.agentes.find((a) => a.agente === agente));
    const motivos = new Map();
    for (const d of dele.flatMap((a) => a.descartadas)) motivos.set(d.motivo, (motivos.get(d.motivo) ?? 0) + d.quantas);
    return { agente, falhou: dele.filter((a) => a.estado !== 'feito').length, mantidas: soma(dele, (a) => a.mantidas), media: soma(dele, (a) => a.mantidas) / dele.length, descartadas: Object.fromEntries([...motivos].sort()), aMais: soma(dele, (a) => a.aMais), ajustes: dele.flatMap((a) => a.ajustes), tokens: soma(dele, (a) => a.tokens), custoUsd: dele.some((a) => a.custoUsd === null) ? null : soma(dele, (a) => a.custoUsd), ms: soma(dele, (a) => a.ms) / dele.length };
  });
  const mantidas = soma(porAgente, (a) => a.mantidas);
  const descartadas = soma(porAgente, (a) => soma(Object.values(a.descartadas), (n) => n));
  const contradizem = soma(porAgente, (a) => soma(Object.entries(a.descartadas).filter(([m]) => m.startsWith('contradiz')), ([, n]) => n));
  const parteValida = mantidas + descartadas === 0 ? 0 : mantidas / (mantidas + descartadas);
  const abaixo = [
    ...porAgente.filter((a) => a.media < PISOS.afirmacoesPorAgente).map((a) => `${a.agente}: ${a.media.toFixed(1)} afirmações mantidas em média; o piso é ${PISOS.afirmacoesPorAgente}`),
    ...(parteValida < PISOS.parteValida ? [`${(parteValida * 100).toFixed(1)} % das afirmações são válidas; o piso é ${PISOS.parteValida * 100} %`] : []),
    ...pares.flatMap((p) => [
      ...(p.estado === 'completo' ? [] : [`${p.nome}: parecer ${p.estado} (${p.motivo})`]), ...(p.regrasIguais ? [] : [`${p.nome}: o modelo mudou o que as regras dizem`]),
      ...(p.chamadas > PISOS.chamadas ? [`${p.nome}: ${p.chamadas} chamadas; o teto é ${PISOS.chamadas}`] : []), ...(p.tokensLidos > PISOS.tokensLidos ? [`${p.nome}: ${p.tokensLidos} tokens lidos; o teto é ${PISOS.tokensLidos}`] : []),
      ...p.citacoesSemLugar.map((c) => `${p.nome}: a citação não está na p. ${c.pagina} de ${c.documento}: “${c.trecho.slice(0, 80)}”`), ...p.numerosSemProva.map((n) => `${p.nome}: número sem prova (${n.numeros.join(', ')}): “${n.texto.slice(0, 100)}”`),
    ]),
  ];
  return { porAgente, mantidas, descartadas, contradizem, parteValida, abaixo };
}

/** Of the simulator's ledger: why claims were given back, and how many searches were made. */
function readVoltas(ledger) {
  const motivos = new Map();
  let buscas = 0;
  for (const l of ledger) {
    const ultima = JSON.parse(l.corpo ?? '{}').messages?.at(-1);
    const texto = typeof ultima?.content === 'string' ? ultima.content : (ultima?.content ?? []).map((p) => p.text ?? '').join('');
    if (ultima?.role === 'tool') buscas++;
    else for (const [, motivo] of texto.matchAll(/<recusada [^>]*motivo="([a-z_]+)"[^>]*>/g)) motivos.set(motivo, (motivos.get(motivo) ?? 0) + 1);
  }
  return { buscas, devolvidas: Object.fromEntries([...motivos].sort()) };
}

function print(pares, r) {
  const usd = (v) => (v === null ? 'sem preço' : v.toFixed(4));
  diz('\nagente        mantidas  média  descartadas  a mais  ajustes  tokens    US$  ms   motivos dos descartes');
  for (const a of r.porAgente) {
    const motivos = Object.entries(a.descartadas).map(([m, n]) => `${m} ${n}`).join(', ') || '-';
    diz(`${a.agente.padEnd(13)} ${String(a.mantidas).padStart(8)} ${a.media.toFixed(1).padStart(6)} ${String(soma(Object.values(a.descartadas), (n) => n)).padStart(12)} ${String(a.aMais).padStart(7)} ${`${a.ajustes.length}`.padStart(8)} ${String(a.tokens).padStart(7)} ${usd(a.custoUsd).padStart(6)} ${a.ms.toFixed(0).padStart(4)}   ${motivos}${a.falhou ? `; falhou em ${a.falhou}` : ''}`);
  }
  diz('\n“a mais”: chamadas do agente além da primeira (busca de trechos ou nova pergunta com os motivos).\n');
  for (const p of pares) diz(`${p.nome.padEnd(34)} ${(p.ms / 1000).toFixed(1).padStart(5)} s  ${String(p.chamadas).padStart(2)} chamadas  ${String(p.tokensLidos).padStart(6)} tokens  US$ ${p.custoUsd ?? '?'}  ${p.desfecho}; regras ${p.regrasIguais ? 'iguais' : 'MUDADAS'}; score ${p.score.regras ?? '-'} → ${p.score.comModelo ?? '-'}`);
  const citacoes = soma(pares, (p) => p.citacoes);
  const ilegiveis = soma(pares, (p) => p.citacoesIlegiveis);
  diz(`\nválidas: ${(r.parteValida * 100).toFixed(1)} % de ${r.mantidas + r.descartadas} (piso ${PISOS.parteValida * 100} %); descartadas por contradizer fato ou decisão: ${r.contradizem}`);
  diz(`citações mantidas: ${citacoes}; na página, pelo pdftotext: ${citacoes - ilegiveis - soma(pares, (p) => p.citacoesSemLugar.length)}; fora dela: ${soma(pares, (p) => p.citacoesSemLugar.length)}; não conferíveis: ${ilegiveis}`);
  diz(`números das afirmações sem prova nas citações e nas regras: ${soma(pares, (p) => p.numerosSemProva.length)}`);
  if (opcoes.detalhes) for (const p of pares) for (const a of p.afirmacoes) diz(`  [${p.nome}] ${a.agente}, ${a.tipo}: ${a.texto}`);
}

const pasta = mkdtempSync(join(tmpdir(), 'alicit-avaliar-'));
chmodSync(pasta, 0o755);
const doAmbiente = Object.fromEntries(Object.entries(process.env).filter(([nome, valor]) => valor && /^(?:OPENAI_|PINECONE_|ALICIT_(?:MODEL|EMBEDDING|PRECO|ORCAMENTO|VETORES|PINECONE))/.test(nome)));
const simulador = doAmbiente.OPENAI_API_KEY ? null : await startOpenAiServer({ latenciaMs: 50, responder: responderHonesto });
const leitor = createLeitor();
const banco = await startEmbutido({ pasta: join(pasta, 'postgres') });
const servico = new Servico({ raiz: RAIZ, dados: join(pasta, 'dados'), banco: banco.url, porta: await freePort() });
try {
  const pares = choosePares();
  diz(simulador ? 'Sem OPENAI_API_KEY: respondem os agentes o simulador desta máquina, que só diz o que está nos trechos.' : `Modelo: ${doAmbiente.ALICIT_MODEL ?? 'o padrão'}, em ${doAmbiente.OPENAI_BASE_URL ? new URL(doAmbiente.OPENAI_BASE_URL).host : 'api.openai.com'}.`);
  if (!leitor) diz('Sem pdftotext: as citações não são conferidas por fora.');
  for (const p of pares) for (const a of p.arquivos) leitor?.add(`${p.nome} ${a.nome}`, a.bytes);
  await servico.start({});
  const regras = [];
  for (const p of pares) regras.push((await servico.analyse({ ...p, agora: AGORA })).analise);
  await servico.kill();
  await servico.start(simulador ? { ...doAmbiente, OPENAI_BASE_URL: simulador.url, OPENAI_API_KEY: 'simulador' } : doAmbiente);
  const medidos = [];
  for (const [i, p] of pares.entries()) {
    const { ms, analise } = await servico.analyse({ ...p, agora: AGORA });
    medidos.push(measurePar({ nome: p.nome, ms, analise, regras: regras[i], leitor }));
    if (process.stderr.isTTY) process.stderr.write(`\r${i + 1} de ${pares.length}`);
  }
  const resumo = { ...summarise(medidos), voltas: simulador ? readVoltas(simulador.ledger) : null };
  print(medidos, resumo);
  if (resumo.voltas) diz(`buscas: ${resumo.voltas.buscas}; afirmações devolvidas ao modelo: ${Object.entries(resumo.voltas.devolvidas).map(([m, n]) => `${m} ${n}`).join(', ') || 'nenhuma'}`);
  if (opcoes.json) console.log(JSON.stringify({ modelo: simulador ? 'simulador' : (doAmbiente.ALICIT_MODEL ?? null), pisos: PISOS, ...resumo, pares: medidos }, null, 2));
  for (const a of resumo.abaixo) diz(`ABAIXO DO PISO: ${a}`);
  if (resumo.abaixo.length) process.exitCode = 1;
} finally {
  await servico.kill();
  await simulador?.close();
  await banco.stop();
  leitor?.close();
  rmSync(pasta, { recursive: true, force: true });
}
