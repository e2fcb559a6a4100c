import { createRequire } from 'node:module';

/** A block of a paper: a line or paragraph; centred and bold; a table without lines; a form of label-above-value cells with lines. */
export type Bloco = string | { readonly c: string } | { readonly t: readonly (readonly string[])[] } | { readonly g: readonly (readonly (readonly [rotulo: string, valor: string])[])[] };

/** A paper: what its layout was written after, and its pages. */
export interface PapelDeTeste {
  /** Where the layout comes from: all texts are our own writing, all names and numbers invented. */
  readonly origem: string;
  readonly paginas: readonly (readonly Bloco[])[];
}

interface PdfMake {
  setUrlAccessPolicy(f: () => boolean): void;
  setLocalAccessPolicy(f: () => boolean): void;
  addFonts(f: object): void;
  createPdf(d: object): { getBuffer(): Promise<Buffer> };
}

let pronto: PdfMake | undefined;
function load(): PdfMake {
  if (pronto) return pronto;
  const pdfmake = createRequire(import.meta.url)('pdfmake') as PdfMake;
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => true);
  pdfmake.addFonts({ Helvetica: { normal: 'Helvetica', bold: 'Helvetica-Bold', italics: 'Helvetica-Oblique', bolditalics: 'Helvetica-BoldOblique' } });
  return (pronto = pdfmake);
}

/** The paper as a PDF with text. */
export function pdfDoPapel({ paginas }: PapelDeTeste): Promise<Buffer> {
  const content = paginas.flatMap((blocos, i) => blocos.map((b, k) => ({ ...toPdfmake(b), ...(i > 0 && k === 0 ? { pageBreak: 'before' } : {}) })));
  return load().createPdf({ pageSize: 'A4', pageMargins: [45, 40, 45, 40], info: { creationDate: new Date(0) }, defaultStyle: { font: 'Helvetica', fontSize: 10 }, content }).getBuffer();
}

function toPdfmake(b: Bloco): object {
  if (typeof b === 'string') return { text: b, margin: [0, 2, 0, 2] };
  if ('c' in b) return { text: b.c, alignment: 'center', bold: true, margin: [0, 3, 0, 3] };
  if ('t' in b) return { layout: 'noBorders', table: { widths: b.t[0]!.map((_, i) => (i ? 'auto' : '*')), body: b.t.map((l) => l.map((c) => ({ text: c }))) } };
  return { stack: b.g.map((linha) => ({ table: { widths: linha.map(() => '*'), body: [linha.map(([rotulo, valor]) => ({ stack: [{ text: rotulo, fontSize: 6 }, { text: valor, fontSize: 9 }] }))] } })) };
}

/** The paper as the pages of a text file: blocks a line each, cells apart by bars. */
export const textoDoPapel = ({ paginas }: PapelDeTeste): string[] =>
  paginas.map((blocos) => blocos.map((b) => (typeof b === 'string' ? b : 'c' in b ? b.c : 't' in b ? b.t.map((l) => l.join(' | ')).join('\n') : b.g.map((l) => l.map(([r, v]) => `${r}\n${v}`).join('\n')).join('\n'))).join('\n'));
