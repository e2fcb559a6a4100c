// One measured task in a process of its own: `node bench/tarefa.mjs leitura|fatos|pdf-parse ARQUIVO...` prints
// {"paginas", "ms", "fatos"}. The first file is read once before the clock starts (JIT, WASM).
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
