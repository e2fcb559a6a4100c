import type { Evidencia } from '../../kernel/index.js';

/**
 * What a draft is made of, whatever the format. Not the report's blocks: a document that is filed prints each quote in
 * full where it is argued, numbers its paragraphs, and shows what is missing; it has no seals, cards or footnotes.
 */
export type Trecho =
  | string
  | { readonly forte: string }
  /** A code of ours, to be copied as it is: ASCII letters, digits, dots and underscores. */
  | { readonly codigo: string }
  /** Something that the analysis does not hold and a person must write: shown as «…», and listed before the document. */
  | { readonly lacuna: string };

export type Linha = readonly Trecho[];

export type Bloco =
  /** 1: the document's name; 2: its parts; 3: its points. */
  | { readonly tipo: 'titulo'; readonly nivel: 1 | 2 | 3; readonly texto: string }
  /** `numero`: its number in the document, from 1. */
  | { readonly tipo: 'paragrafo'; readonly texto: Linha; readonly numero?: number; readonly alinhado?: 'centro' | 'direita'; /** Stays on the page of what follows. */ readonly junto?: true }
  | { readonly tipo: 'citacao'; readonly evidencia: Evidencia }
  | { readonly tipo: 'lista'; readonly itens: readonly Linha[]; readonly marca: 'ponto' | 'letra' }
  /** Names and values, one a line. */
  | { readonly tipo: 'ficha'; readonly pares: readonly (readonly [string, Linha])[] }
  /** `larguras`: percent of the width, one a column. */
  | { readonly tipo: 'tabela'; readonly cabecalho: readonly string[]; readonly larguras: readonly number[]; readonly linhas: readonly (readonly Linha[])[] }
  /** Lines under the date, centred. */
  | { readonly tipo: 'assinatura'; readonly linhas: readonly Linha[] };

export const TIPOS_RASCUNHO = ['esclarecimento', 'impugnacao', 'checklist'] as const;
export type TipoRascunho = (typeof TIPOS_RASCUNHO)[number];

export interface Rascunho {
  readonly tipo: TipoRascunho;
  readonly titulo: string;
  /** "Pregão eletrônico nº 31/2026, Município X". */
  readonly assunto: string;
  /** ISO day written in it. */
  readonly dia: string;
  /** What whoever sends it reads first, and does not send. Empty in the checklist, which is not sent. */
  readonly conferencia: readonly Bloco[];
  readonly corpo: readonly Bloco[];
  /** Every gap of the body, once, in order. */
  readonly lacunas: readonly string[];
  /** Name for a file, without extension: ASCII, no spaces. */
  readonly nomeArquivo: string;
}

export const p = (...texto: Trecho[]): Bloco => ({ tipo: 'paragrafo', texto });
export const forte = (texto: string): Trecho => ({ forte: texto });
export const lacuna = (nome: string): Trecho => ({ lacuna: nome });
export const titulo = (nivel: 1 | 2 | 3, texto: string): Bloco => ({ tipo: 'titulo', nivel, texto });
export const citar = (evidencias: readonly Evidencia[]): Bloco[] => evidencias.map((evidencia) => ({ tipo: 'citacao', evidencia }));
export const lista = (itens: readonly Linha[], marca: 'ponto' | 'letra' = 'ponto'): Bloco => ({ tipo: 'lista', itens, marca });

/** A paragraph that `numberParagrafos` will number. */
export const numerado = (...texto: Trecho[]): Bloco => ({ tipo: 'paragrafo', texto, numero: 0 });

/** Numbers from 1, in order, the paragraphs made by `numerado`. */
export function numberParagrafos(blocos: readonly Bloco[]): Bloco[] {
  let n = 0;
  return blocos.map((b) => (b.tipo === 'paragrafo' && b.numero !== undefined ? { ...b, numero: ++n } : b));
}

/** Every line of a block. */
export function linhasDe(b: Bloco): readonly Linha[] {
  switch (b.tipo) {
    case 'paragrafo': return [b.texto];
    case 'lista': return b.itens;
    case 'ficha': return b.pares.map(([, valor]) => valor);
    case 'tabela': return b.linhas.flat();
    case 'assinatura': return b.linhas;
    default: return [];
  }
}

/** The gaps of the blocks, each once, in order. */
export const collectLacunas = (blocos: readonly Bloco[]): string[] => [
  ...new Set(blocos.flatMap(linhasDe).flatMap((l) => l.flatMap((t) => (typeof t !== 'string' && 'lacuna' in t ? [t.lacuna] : [])))),
];
