// One measured task in a process of its own: `node bench/tarefa.mjs leitura|fatos|pdf-parse ARQUIVO...` prints
// {"paginas", "ms", "fatos"}; `busca` prints the times of questions on the first file, read and indexed once. The first file is read once before the clock starts (JIT, WASM).
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

const [tarefa, ...arquivos] = process.argv.slice(2);
const tarefas = {
  async 'pdf-parse'(bytes) {
    const { PDFParse } = await import('pdf-parse');
    const p = new PDFParse({ data: new Uint8Array(bytes) });
    const { total } = await p.getText();
    await p.destroy();
    return { paginas: total };
  },
  async leitura(bytes) {
    const { readPdfPages } = await import('../dist/editais/leitura/read-pdf-pages.js');
    return { paginas: (await readPdfPages(bytes, 2000)).totalPaginas };
  },
  async fatos(bytes, nome) {
    const { readPdfPages } = await import('../dist/editais/leitura/read-pdf-pages.js');
    const { removeRepetidos } = await import('../dist/editais/leitura/remove-repetidos.js');
    const { TextoEdital, readFatos } = await import('../dist/editais/index.js');
    const lido = await readPdfPages(bytes, 2000);
    const documento = { nome, sha256: '', tipo: 'pdf', bytes: bytes.length, totalPaginas: lido.totalPaginas, paginas: removeRepetidos(lido.paginas), naoLido: [], versaoLeitor: '' };
    const fatos = readFatos(new TextoEdital([{ documento, regiao: 'edital' }]));
    return { paginas: lido.totalPaginas, fatos: Object.values(fatos).filter((f) => f.valor !== null).length };
  },
};
/** As the product does it: reading threads, facts on the main thread, three files under way. */
async function esteira(lista) {
  const { createLeitor, TextoEdital, readFatos } = await import('../dist/editais/index.js');
  const leitor = createLeitor({ threads: 2, tempoMs: 120_000, limites: { maxPaginas: 2000 } });
  let proximo = 0;
  let paginas = 0;
  let fatos = 0;
  const linha = async () => {
    for (let i = proximo++; i < lista.length; i = proximo++) {
      const bytes = readFileSync(lista[i]);
      const d = await leitor.read({ nome: basename(lista[i]), bytes, tipo: 'pdf', sha256: String(i) });
      paginas += d.totalPaginas;
      fatos += Object.values(readFatos(new TextoEdital([{ documento: d, regiao: 'edital' }]))).filter((f) => f.valor !== null).length;
    }
  };
  await leitor.read({ nome: 'aquece', bytes: readFileSync(lista[0]), tipo: 'pdf', sha256: 'aquece' });
  const t0 = performance.now();
  await Promise.all([linha(), linha(), linha()]);
  const ms = performance.now() - t0;
  await leitor.close();
  return { paginas, fatos, ms, rss: process.resourceUsage().maxRSS / 1024 };
}
const PERGUNTAS = [
  'Até quando posso impugnar o edital?', 'Qual o prazo para assinar o contrato depois de convocado?', 'Que documentos acompanham a nota fiscal?', 'Onde o objeto deve ser entregue?', 'Posso subcontratar parte da obra?',
  'Quanto tempo tenho para enviar a proposta ajustada ao último lance?', 'Preciso fazer a visita técnica?', 'Qual o percentual da garantia de execução?', 'Quem vai fiscalizar o contrato?', 'O que acontece se eu atrasar a entrega?',
  'Que certidões preciso apresentar?', 'Como comprovo o vínculo do responsável técnico com a empresa?', 'Posso somar atestados de capacidade técnica?', 'Em quanto tempo a obra é recebida provisória e definitivamente?', 'Se o pagamento atrasar, há correção?',
  'Qual o intervalo mínimo entre os lances?', 'Microempresa tem preferência em caso de empate?', 'Quando começa a contar o prazo de execução?', 'Há reajuste de preços e por qual índice?', 'Empresa em recuperação judicial pode participar?',
];
const RODADAS = 10;
/** Times in ms: the index, and each question ten times over after one round that warms up. */
async function busca(arquivo) {
  const { createIndiceBusca, createLeitor, searchTrechos, TextoEdital } = await import('../dist/editais/index.js');
  const leitor = createLeitor({ threads: 1, tempoMs: 120_000, limites: { maxPaginas: 2000 } });
  const documento = await leitor.read({ nome: basename(arquivo), bytes: readFileSync(arquivo), tipo: 'pdf', sha256: 'busca' });
  await leitor.close();
  const t = new TextoEdital([{ documento, regiao: 'edital' }]);
  const memoria = () => (globalThis.gc?.(), process.memoryUsage().heapUsed);
  const antes = memoria();
  const t0 = performance.now();
  const indice = createIndiceBusca(t);
  const indiceMs = performance.now() - t0;
  const indiceMB = (memoria() - antes) / 1e6;
  const tempos = [];
  for (let r = 0; r <= RODADAS; r++) {
    for (const pergunta of PERGUNTAS) {
      const inicio = performance.now();
      searchTrechos(indice, pergunta);
      if (r > 0) tempos.push(performance.now() - inicio);
    }
  }
  tempos.sort((a, b) => a - b);
  const quantil = (q) => tempos[Math.floor((tempos.length - 1) * q)];
  return { paginas: documento.totalPaginas, clausulas: indice.clausulas.length, indiceMs, indiceMB, p50: quantil(0.5), p95: quantil(0.95) };
}
if (tarefa === 'busca') {
  console.log(JSON.stringify(await busca(arquivos[0])));
  process.exit(0);
}
if (tarefa === 'esteira') {
  console.log(JSON.stringify(await esteira(arquivos)));
  process.exit(0);
}
const ler = (f) => tarefas[tarefa](readFileSync(f), basename(f));
await ler(arquivos[0]);
const t0 = performance.now();
let paginas = 0;
let fatos = 0;
for (const f of arquivos) {
  const r = await ler(f);
  paginas += r.paginas;
  fatos += r.fatos ?? 0;
}
console.log(JSON.stringify({ paginas, fatos, ms: performance.now() - t0, rss: process.resourceUsage().maxRSS / 1024 }));
