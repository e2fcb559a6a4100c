// `npm run bench -- ocr`: pages a second on two threads, peak memory, and how many facts survive the scanner. Three of
// the hand-labelled editais of ../shared are rasterised (200 dpi, gray, nothing but images) when they are there, else
// generated PDFs without an evaluation.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';

/** Of different kinds: medicines by pregão, works by concorrência, software by dispensa. */
const EDITAIS = ['med-83102400000135-2023-153', 'obra-04-piratini', 'ti-09025418000128-1-000004_2025'];
const DPI = 200;
const META = { recall: 0.75, precisao: 0.92 };

/** Pages of a PDF as gray images (PGM): by poppler, another renderer than ours, when it is there. */
async function rasteriza(raiz, pasta, pdf) {
  const destino = mkdtempSync(join(pasta, 'raster-'));
  const poppler = spawnSync('pdftoppm', ['-r', String(DPI), '-gray', pdf, join(destino, 'p')]);
  if (!poppler.error && poppler.status === 0) {
    const paginas = readdirSync(destino).sort().map((f) => readFileSync(join(destino, f)));
    rmSync(destino, { recursive: true });
    return paginas;
  }
  const { openPdfium } = await import(join(raiz, 'dist/editais/leitura/pdfium.js'));
  const { renderPagina } = await import(join(raiz, 'dist/editais/leitura/ocr/render-pagina.js'));
  const aberto = await openPdfium(readFileSync(pdf));
  const paginas = Array.from({ length: aberto.totalPaginas }, (_, i) => Buffer.from(renderPagina(aberto, i, DPI).pgm));
  aberto.close();
  return paginas;
}

/** A PDF with an image a page and no text. */
function pdfDeImagens(pgms) {
  const partes = [Buffer.from('%PDF-1.5\n')];
  const offsets = [];
  let offset = partes[0].length;
  const add = (...pedacos) => {
    const b = Buffer.concat([Buffer.from(`${offsets.length + 1} 0 obj\n`), ...pedacos.map((p) => Buffer.from(p)), Buffer.from('\nendobj\n')]);
    offsets.push(offset);
    offset += b.length;
    partes.push(b);
  };
  add('<</Type/Catalog/Pages 2 0 R>>');
  add(`<</Type/Pages/Count ${pgms.length}/Kids[${pgms.map((_, i) => `${3 + i * 3} 0 R`).join(' ')}]>>`);
  pgms.forEach((pgm, i) => {
    const [cabecalho, largura, altura] = /^P5\s(\d+) (\d+)\s255\s/.exec(pgm.subarray(0, 40).toString('latin1'));
    const [w, h] = [(largura * 72) / DPI, (altura * 72) / DPI];
    const ops = `q ${w} 0 0 ${h} 0 0 cm /I Do Q`;
    const z = deflateSync(pgm.subarray(cabecalho.length));
    add(`<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${w} ${h}]/Contents ${4 + i * 3} 0 R/Resources<</XObject<</I ${5 + i * 3} 0 R>>>>>>`);
    add(`<</Length ${ops.length}>>\nstream\n${ops}\nendstream`);
    add(`<</Type/XObject/Subtype/Image/Width ${largura}/Height ${altura}/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode/Length ${z.length}>>\nstream\n`, z, '\nendstream');
  });
  const xref = offsets.map((o) => `${String(o).padStart(10, '0')} 00000 n \n`).join('');
  return Buffer.concat([...partes, Buffer.from(`xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${xref}trailer<</Size ${offsets.length + 1}/Root 1 0 R>>\nstartxref\n${offset}\n%%EOF\n`)]);
}

export async function measureOcr({ raiz, pasta, diz, gerarPdf, alicit }) {
  const compartilhada = process.env.ALICIT_BENCH_SHARED ?? join(raiz, '..', 'shared');
  const gold = join(compartilhada, 'gold');
  const reais = existsSync(gold);
  const ids = reais ? EDITAIS : ['gerado'];
  const rotulos = join(pasta, 'gold-ocr');
  mkdirSync(rotulos);
  const lista = [];
  let paginas = 0;
  for (const id of ids) {
    let origem = join(pasta, `${id}-origem.pdf`);
    if (reais) {
      copyFileSync(join(gold, 'dev', `${id}.json`), join(rotulos, `${id}.json`));
      origem = join(compartilhada, 'dados', 'editais', JSON.parse(readFileSync(join(rotulos, `${id}.json`), 'utf8')).arquivo);
    } else writeFileSync(origem, await gerarPdf(12));
    const imagens = await rasteriza(raiz, pasta, origem);
    paginas += imagens.length;
    const arquivo = join(pasta, `${id}-digitalizado.pdf`);
    writeFileSync(arquivo, pdfDeImagens(imagens));
    lista.push({ id, arquivo });
  }
  writeFileSync(join(pasta, 'lista-ocr.json'), JSON.stringify(lista));
  const dados = join(pasta, 'dados-ocr');
  mkdirSync(dados);
  const fatos = ['fatos', '--lista', join(pasta, 'lista-ocr.json'), '--saida', join(pasta, 'fatos-ocr')];
  console.log(`\nOCR: ${lista.length} ${lista.length === 1 ? 'PDF' : 'PDFs'} digitalizados a ${DPI} dpi, ${paginas} páginas\n`);
  const frio = alicit(fatos, dados, { ALICIT_OCR_THREADS: '2' });
  const quente = alicit(fatos, dados, { ALICIT_OCR_THREADS: '2' });
  diz('OCR + fatos, 2 threads (páginas/s)', ((paginas / frio.ms) * 1000).toFixed(2));
  diz('OCR + fatos, CPU por página (s)', ((frio.cpu - quente.cpu) / paginas).toFixed(2));
  diz('OCR + fatos, de novo, páginas guardadas (s)', (quente.ms / 1000).toFixed(2));
  diz('pico de memória do processo com OCR (MB)', frio.mb.toFixed(0), 'meta ≤ 512');
  if (!reais) return;
  const r = spawnSync(process.execPath, [join(gold, 'avaliar.mjs'), 'fatos', '--gold', rotulos, '--editais', join(compartilhada, 'dados', 'editais'), '--pred', join(pasta, 'fatos-ocr'), '--json'], { encoding: 'utf8', maxBuffer: 1 << 26 });
  if (r.status !== 0) throw new Error(`avaliar.mjs: ${r.stderr}`);
  const { todos, criticos } = JSON.parse(r.stdout);
  diz('fatos de páginas digitalizadas: precisão', todos.precision.toFixed(3), `meta ≥ ${META.precisao}`);
  diz('fatos de páginas digitalizadas: recall', todos.recall.toFixed(3), `meta ≥ ${META.recall}`);
  diz('… só os críticos: precisão, recall', `${criticos.precision.toFixed(3)} ${criticos.recall.toFixed(3)}`);
  if (todos.precision < META.precisao || todos.recall < META.recall) process.exitCode = 1;
}
