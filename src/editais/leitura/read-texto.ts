import type { Pagina } from '../domain/pagina.js';
import { decodeTexto } from './decode-texto.js';
import { paginate, type Bloco } from './paginate.js';

/** Plain text → logical pages: form feeds break pages, tabs and wide gaps separate cells, blank lines paragraphs. */
export function readTexto(bytes: Uint8Array): Pagina[] {
  const blocos: Bloco[] = [];
  decodeTexto(bytes).split('\f').forEach((pagina, p) => {
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
