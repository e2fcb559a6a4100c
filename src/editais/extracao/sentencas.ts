import type { TipoRegiao } from '../domain/estrutura.js';
import type { TextoEdital } from '../domain/texto-edital.js';
import { findAchados, type Achado, type FiltroAchados } from './achados.js';
import { regiaoUtil } from './autoridade.js';
import { blocoEm, dobradoDe, fraseEm, type Intervalo } from './blocos.js';

/** A sentence that holds a match, with what is needed to judge it. */
export interface Frase extends Intervalo {
  /** Folded, white space collapsed. */
  readonly texto: string;
  /** Folded text of the whole item the sentence stands in, white space collapsed. */
  readonly item: string;
  /** As `regiaoUtil` sees it. */
  readonly regiao: TipoRegiao;
  /** Folded title of the section. */
  readonly secao: string;
  readonly achado: Achado;
}

/** Sentences where `padrao` is found, each once, in order. */
export function findFrases(t: TextoEdital, padrao: RegExp, filtro: FiltroAchados = {}): Frase[] {
  const frases: Frase[] = [];
  const vistas = new Set<number>();
  for (const achado of findAchados(t, padrao, filtro)) {
    const frase = fraseEm(t, achado.inicio, achado.fim);
    if (vistas.has(frase.inicio)) continue;
    vistas.add(frase.inicio);
    frases.push({
      ...frase, achado, regiao: regiaoUtil(t, achado.inicio), secao: achado.secao, texto: dobradoDe(t, frase),
      get item() {
        return dobradoDe(t, blocoEm(t, achado.inicio, achado.fim));
      },
    });
  }
  return frases;
}

/** A match inside a stretch, in offsets of the text. */
export interface Encontro extends Intervalo {
  readonly nome: Readonly<Record<string, string | undefined>>;
  readonly g: readonly (string | undefined)[];
  /** [inicio, fim) of a named group. */
  readonly span: (grupo: string) => Intervalo | undefined;
}

/** Every match of `padrao` inside an interval of the folded text. */
export function matchTudo(t: TextoEdital, { inicio, fim }: Intervalo, padrao: RegExp): Encontro[] {
  const r = new RegExp(padrao.source, 'gd');
  return [...t.dobrado.slice(inicio, fim).matchAll(r)].map((m) => ({
    inicio: inicio + m.index,
    fim: inicio + m.index + m[0].length,
    nome: m.groups ?? {},
    g: [...m],
    span: (grupo: string) => {
      const par = m.indices?.groups?.[grupo];
      return par && { inicio: inicio + par[0], fim: inicio + par[1] };
    },
  }));
}
