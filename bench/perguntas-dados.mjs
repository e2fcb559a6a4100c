// Labelled questions for bench/perguntas.mjs, each with its document read once and the signals of `examine`:
//   {conjunto, documento, pergunta, paginas, responde (does the document answer), peso, exame, resposta}
// Sets: `gold` folders (answerable; and questions of ours about their fields, where "ausente" means unanswerable), our labels by
// sha256 of the file (bench/perguntas/rotulos), questions checked by an expression (bench/perguntas/banco.mjs), questions of another world.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { BANCO, NUNCA } from './perguntas/banco.mjs';
import { PERGUNTAS_DE_CAMPO } from './perguntas/campos.mjs';

const { createIndiceBusca, createLeitor, findCandidatas, openConjunto, parseConsulta, readFatos, scoreOf, TextoEdital } = await import('../dist/editais/index.js');
const { responderSemModelo } = await import('../dist/perguntas/index.js');
const { alvosDe } = await import('../dist/perguntas/domain/alvo.js');
const { examine } = await import('../dist/perguntas/domain/sinais.js');

/** What a question made from a list weighs beside one written by a reader of the document. */
const PESO_CAMPO = 0.4;
const PESO_BANCO = 0.15;
const POR_DOCUMENTO = { banco: 10, nunca: 2 };
const hash = (s) => createHash('sha1').update(s).digest().readUInt32BE(0);
/** The same few of a list for a document, whatever the machine. */
const some = (lista, id, quantas) => [...lista].sort((a, b) => hash(id + a) - hash(id + b)).slice(0, quantas);
const jsons = (pasta) => (existsSync(pasta) ? readdirSync(pasta).filter((f) => f.endsWith('.json')).sort() : []).map((f) => ({ id: basename(f, '.json'), ...JSON.parse(readFileSync(join(pasta, f), 'utf8')) }));

const sem = (perguntas, conjunto, peso = 1) => perguntas.map((pergunta) => ({ pergunta, conjunto, peso, paginas: [], responde: false }));
const com = (perguntas, conjunto, peso = 1) => perguntas.map(({ pergunta, paginas }) => ({ pergunta, conjunto, peso, paginas, responde: true }));

/** Questions about the labelled fields of a gold document; those that say why they do not ask are left out. */
function fromCampos(g, fatos) {
  return Object.entries(PERGUNTAS_DE_CAMPO).flatMap(([campo, lista]) => {
    const rotulo = g.campos?.[campo];
    if (!rotulo || (rotulo.ausente && fatos[campo].evidencia)) return [];
    const pergunta = lista[hash(g.id + campo) % lista.length];
    return rotulo.ausente ? sem([pergunta], 'campos', PESO_CAMPO) : com([{ pergunta, paginas: [rotulo.pagina] }], 'campos', PESO_CAMPO);
  });
}
const fromBanco = (id, texto) => some(BANCO.filter(([resposta]) => !resposta.test(texto)).flatMap(([, perguntas]) => perguntas), id, POR_DOCUMENTO.banco);

/** Path of every file below a folder by its sha256. */
function bySha(pastas) {
  const caminhos = new Map();
  for (const pasta of pastas.filter((p) => existsSync(p))) for (const nome of readdirSync(pasta, { recursive: true, withFileTypes: true })) {
    if (nome.isFile()) caminhos.set(createHash('sha256').update(readFileSync(join(nome.parentPath, nome.name))).digest('hex'), join(nome.parentPath, nome.name));
  }
  return caminhos;
}

/** @param golds [{nome, pasta, editais}] @param pastas where files of our labels are looked for → {perguntas, ausentes} */
export async function readPerguntas({ golds, rotulos, pastas, extras = true }) {
  const leitor = createLeitor({ threads: 2, tempoMs: 120_000, limites: { maxPaginas: 2000 } });
  const caminhos = bySha(pastas);
  const pedidos = golds.flatMap(({ nome, pasta, editais }) => jsons(pasta).map((g) => ({ id: g.id, nome, g, caminho: join(editais, g.arquivo), lista: com(g.perguntas, nome) })));
  const ausentes = [];
  for (const nome of existsSync(rotulos) ? readdirSync(rotulos).sort() : []) for (const r of jsons(join(rotulos, nome))) {
    const caminho = caminhos.get(r.sha256);
    if (caminho) pedidos.push({ id: r.id, nome: `rótulos ${nome}`, caminho, lista: [...sem(r.sem_resposta, `rótulos ${nome}`), ...com(r.com_resposta, `rótulos ${nome}`)] });
    else ausentes.push(r.id);
  }
  const perguntas = [];
  const lidos = new Map();
  for (const { id, g, caminho, lista } of pedidos) {
    const primeira = !lidos.has(caminho);
    if (primeira) {
      const texto = new TextoEdital((await openConjunto([caminho], { leitor })).partes);
      lidos.set(caminho, { texto, indice: createIndiceBusca(texto), fatos: readFatos(texto), documento: createHash('sha1').update(texto.dobrado.replace(/\W/g, '').slice(0, 2000)).digest('hex') });
    }
    const { texto, indice, fatos, documento } = lidos.get(caminho);
    const todas = [...lista];
    if (extras && g) todas.push(...fromCampos(g, fatos));
    if (extras && primeira) todas.push(...sem(fromBanco(id, texto.dobrado), 'banco', PESO_BANCO), ...sem(some(NUNCA, id, POR_DOCUMENTO.nunca), 'nunca', PESO_BANCO));
    for (const q of todas) {
      const consulta = parseConsulta(q.pergunta);
      const candidatas = findCandidatas(indice, consulta).map((c) => ({ ...c, nota: scoreOf(c) })).sort((a, b) => b.nota - a.nota || a.id - b.id);
      perguntas.push({ ...q, id, documento, exame: examine(indice, consulta, q.pergunta, alvosDe(q.pergunta), candidatas, { fatos }), resposta: responderSemModelo(indice, q.pergunta, { fatos }) });
    }
  }
  await leitor.close();
  return { perguntas, ausentes };
}
