// Writes a PDF of about `paginas` pages from the example edital's text, for measuring where no real files are at hand.
import { createRequire } from 'node:module';
import { CAPA, CORPO, MINUTA, TR } from '../exemplos/gerar/edital.mjs';

const require = createRequire(import.meta.url);
const pdfmake = require('pdfmake');
pdfmake.addFonts({ Helvetica: { normal: 'Helvetica', bold: 'Helvetica-Bold' } });
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy(() => true);

/** Clauses of one copy of the edital; the copy's number makes every page different. */
const clausulas = (copia) =>
  [...CAPA.map(([r, v]) => ['', [`${r}: ${v}`]]), ...CORPO, ...TR, ...MINUTA].flatMap(([titulo, lista], s) => [
    ...(titulo ? [{ text: `${copia * 40 + s + 1}. ${titulo}`, bold: true }] : []),
    ...lista.filter((c) => !c.tabela).map((c, i) => `${copia * 40 + s + 1}.${i + 1}. ${Array.isArray(c) ? `${c[0]} ${c[1].join(' ')}` : c}`),
  ]);

/**
 * @param plantados texts that are no part of the edital, one a page from the second on
 * @returns {Promise<Buffer>} exactly `paginas` pages, some 3,000 characters each.
 */
export async function gerarPdf(paginas, plantados = []) {
  const textos = [];
  for (let copia = 0; textos.length < paginas * 14; copia++) textos.push(...clausulas(copia));
  const content = [];
  const porPagina = 14;
  for (let p = 0; p < paginas; p++) content.push({ stack: textos.slice(p * porPagina, (p + 1) * porPagina).toSpliced(porPagina / 2, 0, ...plantados.slice(p - 1, p ? p : 0)), pageBreak: p ? 'before' : undefined });
  return pdfmake.createPdf({ pageSize: 'A4', pageMargins: [40, 40, 40, 40], defaultStyle: { font: 'Helvetica', fontSize: 9 }, content }).getBuffer();
}
