import { gunzipSync, gzipSync } from 'node:zlib';
import type { Celula, Linha, OrigemTexto, Pagina } from '../domain/pagina.js';
import type { Leitura } from './read-documento.js';

/** [y, height, text, x0, x1, text, x0, x1, …]; the wide gaps of a cell follow it, in an array. */
type LinhaCompacta = readonly (number | string | readonly number[])[];
/** Number, text, origin, lines, and the confidence of OCR when it read the page. */
export type PaginaCompacta = readonly [number, string, OrigemTexto, readonly LinhaCompacta[], number?];

/**
 * A reading as bytes: what crosses from the worker thread and what the disk keeps, in one form. Rows instead of
 * objects and gzip at its fastest: 62 pages are 131 KB (640 KB as plain JSON), 7 ms to write and 3 ms to read.
 */
export function encodeLeitura({ totalPaginas, paginas, naoLido, pendentes }: Leitura): Uint8Array<ArrayBuffer> {
  return new Uint8Array(gzipSync(JSON.stringify({ totalPaginas, naoLido, pendentes, paginas: paginas.map(compactPagina) }), { level: 1 }));
}

/** @throws when the bytes are not a whole reading: gzip's own checksum sees to that. */
export function decodeLeitura(bytes: Uint8Array): Leitura {
  const { paginas, ...resto } = JSON.parse(gunzipSync(bytes).toString('utf8')) as Omit<Leitura, 'paginas'> & { paginas: PaginaCompacta[] };
  return { ...resto, paginas: paginas.map(expandPagina) };
}

export const compactPagina = ({ numero, texto, origem, linhas, confiancaOcr }: Pagina): PaginaCompacta => {
  const compactas = linhas.map((l) => [l.y, l.altura, ...l.celulas.flatMap((c) => (c.vaos ? [c.texto, c.x0, c.x1, c.vaos] : [c.texto, c.x0, c.x1]))]);
  return confiancaOcr === undefined ? [numero, texto, origem, compactas] : [numero, texto, origem, compactas, confiancaOcr];
};

export const expandPagina = ([numero, texto, origem, linhas, confiancaOcr]: PaginaCompacta): Pagina => ({
  numero, texto, origem, linhas: linhas.map(toLinha), ...(confiancaOcr === undefined ? {} : { confiancaOcr }),
});

function toLinha([y, altura, ...resto]: LinhaCompacta): Linha {
  const celulas: Celula[] = [];
  for (let i = 0; i < resto.length; i += 3) {
    const [texto, x0, x1, vaos] = [resto[i] as string, resto[i + 1] as number, resto[i + 2] as number, resto[i + 3]];
    celulas.push(Array.isArray(vaos) ? { texto, x0, x1, vaos: vaos as number[] } : { texto, x0, x1 });
    if (Array.isArray(vaos)) i++;
  }
  return { y: y as number, altura: altura as number, celulas };
}
