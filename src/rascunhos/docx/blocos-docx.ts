import { AlignmentType, BorderStyle, HeadingLevel, Paragraph, ShadingType, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType } from 'docx';
import type { Bloco, Linha, Trecho } from '../domain/documento.js';
import { entreAspas, limpar, nomeDoDocumento } from '../domain/palavras.js';
import { LETRAS, PARAGRAFOS, PONTOS } from './estilos.js';

const TITULOS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;
const ALINHADO = { centro: AlignmentType.CENTER, direita: AlignmentType.RIGHT } as const;
/** Longest stretch of text a run takes; what the domain gives is shorter. */
const MAXIMO = 4000;

/** What XML 1.0 cannot hold is gone with the control characters; white space at the ends stays. */
function clean(texto: string): string {
  const meio = limpar(texto, MAXIMO);
  return `${/^\s/.test(texto) ? ' ' : ''}${meio}${meio && /\s$/.test(texto) ? ' ' : ''}`;
}

function run(t: Trecho): TextRun {
  if (typeof t === 'string') return new TextRun(clean(t));
  if ('codigo' in t) return new TextRun({ text: clean(t.codigo), font: 'Courier New' });
  return 'forte' in t ? new TextRun({ text: clean(t.forte), bold: true }) : new TextRun({ text: `«${clean(t.lacuna).trim()}»`, bold: true, highlight: 'yellow' });
}
const runs = (l: Linha): TextRun[] => l.map(run);

/** A block as Word has it. `largura`: of the text, in twentieths of a point; `lista`: a number of its own for lettered lists, which each begin at "a". */
export function toDocx(b: Bloco, { largura, lista }: { readonly largura: number; readonly lista: number }): (Paragraph | Table)[] {
  switch (b.tipo) {
    case 'titulo': return [new Paragraph({ text: clean(b.texto), heading: TITULOS[b.nivel] })];
    case 'paragrafo': return [new Paragraph({
      children: runs(b.texto), alignment: b.alinhado ? ALINHADO[b.alinhado] : AlignmentType.JUSTIFIED, ...(b.junto ? { keepNext: true } : {}), ...(b.numero === undefined ? {} : { numbering: { reference: PARAGRAFOS, level: 0 } }),
    })];
    case 'citacao': return [new Paragraph({ style: 'Citacao', children: [new TextRun({ text: entreAspas(b.evidencia.trecho), italics: true }), new TextRun(` (${nomeDoDocumento(b.evidencia.documento)}, p. ${b.evidencia.pagina})`)] })];
    case 'lista': return b.itens.map((l) => new Paragraph({ children: runs(l), alignment: AlignmentType.JUSTIFIED, numbering: b.marca === 'letra' ? { reference: LETRAS, level: 0, instance: lista } : { reference: PONTOS, level: 0 } }));
    case 'ficha': return b.pares.map(([nome, l]) => new Paragraph({ children: [new TextRun({ text: `${nome}: `, bold: true }), ...runs(l)], spacing: { after: 40 } }));
    case 'tabela': return [tabela(b, largura), new Paragraph({ text: '', spacing: { after: 60 } })];
    case 'assinatura': return [
      new Paragraph({ text: '', spacing: { before: 600, after: 0 }, keepNext: true }),
      new Paragraph({ text: '_'.repeat(40), alignment: AlignmentType.CENTER, spacing: { after: 40 }, keepNext: true }),
      ...b.linhas.map((l, i) => new Paragraph({ children: runs(l), alignment: AlignmentType.CENTER, spacing: { after: 20 }, keepNext: i < b.linhas.length - 1 })),
    ];
  }
}

const LINHA = { style: BorderStyle.SINGLE, size: 4, color: 'A6A6A6' } as const;
const BORDAS = { top: LINHA, bottom: LINHA, left: LINHA, right: LINHA } as const;

function tabela(b: Extract<Bloco, { tipo: 'tabela' }>, largura: number): Table {
  const larguras = b.larguras.map((pct) => Math.round((largura * pct) / 100));
  const celula = (children: TextRun[], i: number, cabecalho = false): TableCell =>
    new TableCell({ children: [new Paragraph({ style: 'Tabela', children })], width: { size: larguras[i]!, type: WidthType.DXA }, borders: BORDAS, margins: { top: 40, bottom: 40, left: 70, right: 70 }, ...(cabecalho ? { shading: { type: ShadingType.CLEAR, fill: 'E7E9ED', color: 'auto' } } : {}) });
  return new Table({
    width: { size: larguras.reduce((s, l) => s + l, 0), type: WidthType.DXA }, columnWidths: larguras, layout: TableLayoutType.FIXED,
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: b.cabecalho.map((t, i) => celula([new TextRun({ text: clean(t), bold: true })], i, true)) }),
      ...b.linhas.map((l) => new TableRow({ cantSplit: true, children: l.map((x, i) => celula(x.length ? runs(x) : [new TextRun('–')], i)) })),
    ],
  });
}
