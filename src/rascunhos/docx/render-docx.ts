import { Document, Footer, Packer, PageNumber, Paragraph, TextRun, type ISectionOptions } from 'docx';
import { escapeHtml } from '../../kernel/index.js';
import type { Bloco, Rascunho } from '../domain/documento.js';
import { limpar } from '../domain/palavras.js';
import { toDocx } from './blocos-docx.js';
import { ESTILOS, larguraUtil, NUMERACAO, pagina } from './estilos.js';
import { fixarZip } from './fixar-zip.js';

/**
 * The draft as a Word document: real headings, numbered paragraphs, tables, A4, Portuguese, page numbers. The sheet that
 * is not sent is a section of its own, so that it can be taken out whole. Same draft, same bytes.
 */
export async function renderDocx(r: Rascunho): Promise<Buffer> {
  const deitada = r.tipo === 'checklist';
  const documento = new Document({
    styles: ESTILOS, numbering: NUMERACAO,
    sections: [...(r.conferencia.length ? [secao(r.conferencia, 'Folha de conferência: não enviar', deitada, 1)] : []), secao(r.corpo, `${r.titulo} – ${r.assunto}`, deitada, 2)],
  });
  return fixarZip(await Packer.toBuffer(documento, false, [{ path: 'docProps/core.xml', data: propriedades(r) }]));
}

function secao(blocos: readonly Bloco[], rodape: string, deitada: boolean, n: number): ISectionOptions {
  const largura = larguraUtil(deitada);
  return {
    properties: { ...pagina(deitada), page: { ...pagina(deitada).page, pageNumbers: { start: 1 } } },
    footers: { default: new Footer({ children: [new Paragraph({ style: 'Rodape', children: [new TextRun(`${limpar(rodape, 180)} · página `), new TextRun({ children: [PageNumber.CURRENT] })] })] }) },
    children: blocos.flatMap((b, i) => toDocx(b, { largura, lista: n * 1000 + i })),
  };
}

/** The core properties with the draft's day in the place of the moment it was packed. */
function propriedades(r: Rascunho): string {
  const instante = `${r.dia}T00:00:00Z`;
  const x = (texto: string): string => escapeHtml(limpar(texto, 400));
  return '<?xml version="1.0" encoding="UTF-8"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    + `<dc:title>${x(`${r.titulo}: ${r.assunto}`)}</dc:title><dc:subject>${x(r.assunto)}</dc:subject><dc:creator>ALICIT</dc:creator><dc:description>${x(r.titulo)}</dc:description><dc:language>pt-BR</dc:language><cp:lastModifiedBy>ALICIT</cp:lastModifiedBy><cp:revision>1</cp:revision>`
    + `<dcterms:created xsi:type="dcterms:W3CDTF">${instante}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${instante}</dcterms:modified></cp:coreProperties>`;
}
