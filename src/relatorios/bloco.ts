import { lettersOf, type Evidencia } from '../kernel/index.js';

/** How a label is coloured; the words carry the meaning too, so that a black-and-white print loses nothing. */
export type Tom = 'bom' | 'atencao' | 'ruim' | 'neutro';

/** A stretch of text inside a block. */
export type Trecho =
  | string
  | { readonly forte: string }
  | { readonly selo: string; readonly tom: Tom }
  /** A quote: shown as "p. 12", opening the page number and the text. */
  | { readonly evidencia: Evidencia };

export type Linha = readonly Trecho[];

/** What a report is made of, whatever the format. */
export type Bloco =
  | { readonly tipo: 'paragrafo'; readonly texto: Linha }
  | { readonly tipo: 'subtitulo'; readonly texto: string }
  | { readonly tipo: 'lista'; readonly itens: readonly Linha[]; readonly numerada?: boolean }
  | { readonly tipo: 'tabela'; readonly cabecalho: readonly string[]; readonly linhas: readonly (readonly Linha[])[]; readonly larguras?: readonly number[] }
  | { readonly tipo: 'ficha'; readonly pares: readonly (readonly [string, Linha])[] }
  | { readonly tipo: 'decisao'; readonly selo: string; readonly tom: Tom; readonly titulo: string; readonly frase: Linha; readonly quadros: readonly { readonly rotulo: string; readonly valor: string; readonly nota?: string }[] };

export interface SecaoRelatorio {
  readonly id: string;
  readonly titulo: string;
  readonly blocos: readonly Bloco[];
}

/** The report before any format: what it says, in order. */
export interface Relatorio {
  readonly titulo: string;
  readonly subtitulo: string;
  readonly secoes: readonly SecaoRelatorio[];
  /** Every quote used, numbered in order of appearance. */
  readonly evidencias: readonly Evidencia[];
  readonly rodape: readonly string[];
}

export const p = (...texto: Trecho[]): Bloco => ({ tipo: 'paragrafo', texto });
export const lista = (itens: readonly Linha[], numerada = false): Bloco => ({ tipo: 'lista', itens, numerada });
export const forte = (texto: string): Trecho => ({ forte: texto });
export const selo = (texto: string, tom: Tom): Trecho => ({ selo: texto, tom });
/** The quote as a piece of text, or nothing. */
export const prova = (e: Evidencia | null | undefined): Trecho[] => (e ? [' ', { evidencia: e }] : []);
/** Several quotes, each place once: of two on the same page where one holds the other, the longer stays. */
export const provas = (lista: readonly Evidencia[], maximo = 3): Trecho[] => dropContidas(lista).slice(0, maximo).flatMap((e) => prova(e));

function dropContidas(lista: readonly Evidencia[]): readonly Evidencia[] {
  const letras = lista.map((e) => lettersOf(e.trecho));
  const holds = (j: number, i: number): boolean =>
    lista[j]!.documento === lista[i]!.documento && lista[j]!.pagina === lista[i]!.pagina && letras[j]!.includes(letras[i]!) && (letras[j]!.length > letras[i]!.length || j < i);
  return lista.filter((_, i) => !lista.some((_outra, j) => j !== i && holds(j, i)));
}

/** Same document, page and text = the same quote. */
export const chaveDe = (e: Evidencia): string => `${e.documento}\u0000${e.pagina}\u0000${e.trecho}`;

/** Every quote of the sections, once, in order of appearance. */
export function collectEvidencias(secoes: readonly SecaoRelatorio[]): Evidencia[] {
  const vistas = new Map<string, Evidencia>();
  const walk = (l: Linha): void => l.forEach((t) => {
    if (typeof t !== 'string' && 'evidencia' in t && !vistas.has(chaveDe(t.evidencia))) vistas.set(chaveDe(t.evidencia), t.evidencia);
  });
  for (const b of secoes.flatMap((s) => s.blocos)) {
    if (b.tipo === 'paragrafo') walk(b.texto);
    if (b.tipo === 'lista') b.itens.forEach(walk);
    if (b.tipo === 'ficha') b.pares.forEach(([, v]) => walk(v));
    if (b.tipo === 'tabela') b.linhas.forEach((l) => l.forEach(walk));
    if (b.tipo === 'decisao') walk(b.frase);
  }
  return [...vistas.values()];
}

/** Number of a quote in the report's list, from 1. */
export function numberEvidencias(evidencias: readonly Evidencia[]): (e: Evidencia) => number {
  const numeros = new Map(evidencias.map((e, i) => [chaveDe(e), i + 1]));
  return (e) => numeros.get(chaveDe(e)) ?? 0;
}
