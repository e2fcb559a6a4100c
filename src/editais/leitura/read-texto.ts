import type { Pagina } from '../domain/pagina.js';
import { decodeTexto } from './decode-texto.js';
import { paginate, type Bloco } from './paginate.js';

/** Rows of a CSV that agree in their number of cells, from which a text is one. */
const MIN_LINHAS_CSV = 3;

/** Plain text → logical pages: form feeds break pages, tabs and wide gaps separate cells, blank lines paragraphs. Of a CSV each row is a line with its cells. */
export function readTexto(bytes: Uint8Array): Pagina[] {
  const blocos: Bloco[] = [];
  const texto = decodeTexto(bytes);
  if (isCsv(texto)) return paginate(texto.split(/\r\n?|\n/).filter((l) => l.trim()).map((l) => ({ celulas: cutCsv(l) })));
  texto.split('\f').forEach((pagina, p) => {
    let vazia = true;
    let primeira = p > 0;
    for (const linha of pagina.split(/\r\n?|\n/)) {
      if (!linha.trim()) vazia = true;
      else {
        blocos.push({ celulas: linha.trim().split(/\t+| {3,}/), quebraAntes: primeira, paragrafo: vazia });
        vazia = primeira = false;
      }
    }
  });
  return paginate(blocos);
}

/** Separated by ";", as Brazilian programs write it: nine lines in ten have as many cells as the first, three at least. */
function isCsv(texto: string): boolean {
  const linhas = texto.slice(0, 100_000).split(/\r\n?|\n/).filter((l) => l.trim()).slice(0, 200);
  const celulas = cutCsv(linhas[0] ?? '').length;
  return celulas >= 3 && linhas.length >= MIN_LINHAS_CSV && linhas.filter((l) => cutCsv(l).length === celulas).length >= linhas.length * 0.9;
}

/** Cells of a row; a quoted one may hold separators, and doubled quotes. */
const cutCsv = (linha: string): string[] => Array.from(linha.matchAll(/(?:^|;)(?:"((?:[^"]|"")*)"(?=;|$)|([^;]*))/g), (m) => m[1]?.replaceAll('""', '"') ?? m[2] ?? '');
