// Agents over a service as a whole process, with a model that takes 1 s to answer and never fails: how long an analysis
// takes, what it asks and pays, what a second company, an equal request, a kill and a dead model change.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { startEmbutido } from '../dist/storage/index.js';
import { responderHonesto, startOpenAiServer } from '../test/support/openai-server/index.ts';
import { createSorteio, gerarCnpj } from '../test/support/pncp-server/index.ts';
import { countChamadas, freePort, Servico } from './agentes-comum.mjs';

const LATENCIA_MS = 1000;
const PAGINAS = 60;
const REPETICOES = 3;
const MORTES = 5;
const AGORA = '2026-11-23T10:00:00-03:00';
/** An answer sent so short a time before a kill may not have been kept: as in flight. */
const EM_VOO_MS = 250;
const mediana = (v) => [...v].sort((a, b) => a - b)[Math.floor(v.length / 2)];
const segundos = (ms) => (ms / 1000).toFixed(2);

/** The real edital nearest to 60 pages, all of them with text; null without ../shared. */
function editalReal(raiz) {
  const editais = join(raiz, '..', 'shared', 'dados', 'editais');
  if (!existsSync(join(editais, 'MANIFEST.jsonl'))) return null;
  const linhas = readFileSync(join(editais, 'MANIFEST.jsonl'), 'utf8').trim().split('\n').map((l) => JSON.parse(l));
  const cabem = linhas.filter((l) => l.tipo_real === 'pdf' && l.paginas_sem_texto === 0 && /edital/i.test(basename(l.arquivo)) && existsSync(join(editais, l.arquivo)));
  return cabem.sort((a, b) => Math.abs(a.paginas - PAGINAS) - Math.abs(b.paginas - PAGINAS) || (a.arquivo < b.arquivo ? -1 : 1)).map((l) => ({ nome: basename(l.arquivo), paginas: l.paginas, bytes: readFileSync(join(editais, l.arquivo)) }))[0] ?? null;
}

/** What rules made of an analysis: all but what models added. */
const regrasDe = ({ parecer: _parecer, usouModelo: _usou, ...resto }) => resto;

/** @returns {Promise<boolean>} whether what must hold held */
export async function measureAgentes({ raiz, pasta, diz, gerarPdf }) {
  const base = join(pasta, 'agentes');
  mkdirSync(base);
  const banco = await startEmbutido({ pasta: join(base, 'postgres') });
  const exemplo = JSON.parse(readFileSync(join(raiz, 'exemplos', 'empresa.json'), 'utf8'));
  const sorteio = createSorteio('bench agentes');
  let outras = 0;
  /** A company that no prompt was made for. */
  const novaEmpresa = () => ({ ...exemplo, cnpj: gerarCnpj(sorteio), razaoSocial: `Fornecedora ${++outras} Ltda.`, descricao: `${exemplo.descricao} Unidade ${outras}.` });
  let modelo = await startOpenAiServer({ latenciaMs: LATENCIA_MS, responder: responderHonesto });
  const servico = new Servico({ raiz, dados: join(base, 'dados'), banco: banco.url, porta: await freePort() });
  const comModelo = { OPENAI_BASE_URL: modelo.url, OPENAI_API_KEY: 'bench', ALICIT_VETORES: 'exact' };
  const falhas = [];
  const exige = (nome, ok) => void (ok || falhas.push(nome));
  const pedir = async (edital, empresa) => {
    const n = modelo.ledger.length;
    const r = await servico.analyse({ arquivos: [{ nome: edital.nome, bytes: edital.bytes }], empresa, agora: AGORA });
    return { ...r, ...countChamadas(modelo.ledger.slice(n)) };
  };

  try {
    const gerado = { nome: 'edital.pdf', paginas: PAGINAS, bytes: await gerarPdf(PAGINAS) };
    const real = editalReal(raiz);
    console.log(`\nAgentes: modelo que leva ${LATENCIA_MS} ms por resposta, sem falhas; PDF gerado de ${PAGINAS} páginas${real ? ` e edital real de ${real.paginas}` : ''}\n`);

    await servico.start({});
    const soRegras = new Map();
    for (const edital of [gerado, real].filter(Boolean)) soRegras.set(edital, (await pedir(edital, exemplo)).analise);
    const semModelo = [];
    for (let i = 0; i < REPETICOES; i++) semModelo.push((await pedir(gerado, novaEmpresa())).ms);
    diz('análise de edital lido, sem modelo (s)', segundos(mediana(semModelo)));
    await servico.kill();

    await servico.start(comModelo);
    for (const edital of [gerado, real].filter(Boolean)) {
      const nome = edital === gerado ? `${PAGINAS} páginas geradas` : `edital real, ${edital.paginas} páginas`;
      const primeira = await pedir(edital, exemplo);
      diz(`${nome}: primeira análise, vetores por fazer (s)`, segundos(primeira.ms), edital === gerado ? 'a primeira do processo' : '');
      diz(`${nome}: chamadas; tokens lidos; escritos`, `${primeira.chat}; ${primeira.promptTokens}; ${primeira.completionTokens}`, 'meta ≤ 6 (10 com buscas); ≤ 40000');
      diz(`${nome}: pedidos de vetores; textos`, `${primeira.embeddings}; ${primeira.textos}`);
      exige(`${nome}: mais de 10 chamadas`, primeira.chat <= 10);
      exige(`${nome}: mais de 40.000 tokens`, primeira.promptTokens <= 40_000);
      exige(`${nome}: o parecer não está completo`, primeira.analise.parecer?.estado === 'completo');
      const iguais = isDeepStrictEqual(regrasDe(primeira.analise), regrasDe(soRegras.get(edital)));
      diz(`${nome}: o que as regras dizem, com e sem modelo`, iguais ? 'igual' : 'DIFERENTE');
      exige(`${nome}: o modelo mudou o que as regras dizem`, iguais);
      const outrasEmpresas = [];
      for (let i = 0; i < REPETICOES; i++) outrasEmpresas.push(await pedir(edital, novaEmpresa()));
      const vetores = outrasEmpresas.reduce((t, r) => t + r.embeddings, 0);
      diz(`${nome}: análise de edital lido, outra empresa (s)`, segundos(mediana(outrasEmpresas.map((r) => r.ms))), 'meta ≤ 3,5');
      diz(`${nome}: ÷ duas chamadas seguidas`, (mediana(outrasEmpresas.map((r) => r.ms)) / (2 * LATENCIA_MS)).toFixed(2), 'agentes e relator');
      diz(`${nome}: outra empresa, pedidos de vetores; chamadas`, `${vetores}; ${mediana(outrasEmpresas.map((r) => r.chat))}`, 'meta 0; ≤ 6');
      exige(`${nome}: a segunda empresa pagou vetores`, vetores === 0);
      const igual = await pedir(edital, exemplo);
      diz(`${nome}: o mesmo pedido de novo, chamadas; (s)`, `${igual.chat + igual.embeddings}; ${segundos(igual.ms)}`, 'meta 0');
      exige(`${nome}: o mesmo pedido pagou de novo`, igual.chat + igual.embeddings === 0);
    }

    await measureMortes({ servico, comModelo, modelo, gerado, novaEmpresa, sorteio, diz, exige });

    const { porta } = modelo;
    await modelo.close();
    for (const nome of ['modelo fora do ar', 'modelo fora do ar, de novo']) {
      const r = await servico.analyse({ arquivos: [{ nome: gerado.nome, bytes: gerado.bytes }], empresa: novaEmpresa(), agora: AGORA });
      diz(`${nome}: até o resultado só de regras (s)`, segundos(r.ms), `parecer ${r.analise.parecer?.estado ?? 'ausente'}: ${r.analise.parecer?.motivo ?? ''}`.slice(0, 120));
      exige(`${nome}: não diz que o parecer falta`, r.analise.parecer?.estado === 'indisponivel' && Boolean(r.analise.parecer.motivo) && r.analise.usouModelo === false);
      exige(`${nome}: sem decisão`, Boolean(r.analise.decisao));
    }
    modelo = await startOpenAiServer({ porta, responder: responderHonesto });
  } finally {
    await servico.kill();
    await modelo.close();
    await banco.stop();
  }
  for (const f of falhas) console.log(`NÃO CUMPRIDO: ${f}`);
  return !falhas.length;
}

/** Kills at random moments of an analysis; by the server's ledger, what was answered before is not asked again. */
async function measureMortes({ servico, comModelo, modelo, gerado, novaEmpresa, sorteio, diz, exige }) {
  const n = modelo.ledger.length;
  const mortes = [];
  const tempos = [];
  for (let i = 0; i < MORTES; i++) {
    const t0 = performance.now();
    const id = await servico.post({ arquivos: [{ nome: gerado.nome, bytes: gerado.bytes }], empresa: novaEmpresa(), agora: AGORA });
    await sleep(sorteio.inteiro(300, 2 * LATENCIA_MS + 700));
    await servico.kill('SIGKILL');
    mortes.push(Date.now());
    await servico.start(comModelo);
    await servico.wait(id);
    const { parecer } = await servico.report(id);
    exige(`morte ${i + 1}: o parecer não está completo (${parecer?.motivo ?? 'ausente'})`, parecer?.estado === 'completo');
    tempos.push(performance.now() - t0);
  }
  const grupos = new Map();
  for (const l of modelo.ledger.slice(n)) grupos.set(l.impressao, [...(grupos.get(l.impressao) ?? []), l]);
  const emVoo = (l) => l.abortado || mortes.some((m) => l.fim <= m && m - l.fim < EM_VOO_MS);
  const repetidas = [...grupos.values()].map((g) => g.filter((l) => l.status === 200 && !l.abortado)).filter((g) => g.length > 1);
  const pagasDeNovo = repetidas.filter((g) => !g.slice(0, -1).every(emVoo));
  const folgas = repetidas.flatMap((g) => g.slice(0, -1)).map((l) => Math.min(...mortes.filter((m) => l.fim <= m).map((m) => m - l.fim)));
  const noMeio = [...grupos.values()].filter((g) => g.some(emVoo)).length;
  diz(`${MORTES} mortes com SIGKILL no meio da análise: chamadas distintas`, grupos.size);
  diz('  respondidas antes da morte e pedidas de novo', pagasDeNovo.length, 'meta 0');
  diz('  em voo no instante da morte; respondidas duas vezes', `${noMeio}; ${repetidas.length - pagasDeNovo.length}`, folgas.length ? `respondidas no máximo ${Math.max(...folgas)} ms antes da morte` : 'nenhuma paga duas vezes');
  diz('  do pedido ao resultado, morte e partida incluídas (s)', segundos(mediana(tempos)));
  exige('chamada respondida antes de uma morte foi pedida de novo', !pagasDeNovo.length);
}
