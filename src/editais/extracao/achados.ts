import type { TipoRegiao } from '../domain/estrutura.js';
import type { TextoEdital } from '../domain/texto-edital.js';
import { matchDobrado } from './match-dobrado.js';

/** A match of an expression on the folded text, with the helpers to judge its surroundings. */
export interface Achado {
  readonly inicio: number;
  readonly fim: number;
  /** Groups of the folded text. */
  readonly g: readonly (string | undefined)[];
  /** Groups by name, folded. */
  readonly nome: Readonly<Record<string, string | undefined>>;
  /** [inicio, fim) of a group in the text; numbered or named. */
  readonly span: (grupo: number | string) => { inicio: number; fim: number } | undefined;
  /** Original text (accents and case kept) of a group. */
  readonly original: (grupo: number | string) => string | undefined;
  readonly regiao: TipoRegiao;
  /** Folded title of the section, "" before the first. */
  readonly secao: string;
  /** Order of the page in the set, 0 = cover. */
  readonly pagina: number;
  /** Folded text of `n` characters before and after the match. */
  readonly antes: (n?: number) => string;
  readonly depois: (n?: number) => string;
  /** Folded clause (numbered item or paragraph) the match stands in. */
  readonly clausula: string;
}

export interface FiltroAchados {
  readonly regioes?: readonly TipoRegiao[];
  /** Only where the folded section title fits. */
  readonly secao?: RegExp;
  /** Only the first `ate` pages of the set. */
  readonly ate?: number;
}

const MAX_ACHADOS = 400;

/**
 * Every match of `padrao` on the folded text, in order. Flags g and d are added. Expressions see lower case without
 * accents; use `\s+` between words (lines break anywhere) and keep quantifiers bounded: editais are hostile input.
 */
export function findAchados(t: TextoEdital, padrao: RegExp, filtro: FiltroAchados = {}): Achado[] {
  const achados: Achado[] = [];
  for (const m of matchDobrado(t, padrao)) {
    const inicio = m.index;
    const fim = inicio + m[0].length;
    const regiao = t.regiaoEm(inicio).tipo;
    if (filtro.regioes && !filtro.regioes.includes(regiao)) continue;
    const pagina = t.ordemPaginaEm(inicio);
    if (filtro.ate !== undefined && pagina >= filtro.ate) break;
    const secao = foldTitulo(t, inicio);
    if (filtro.secao && !filtro.secao.test(secao)) continue;
    achados.push(toAchado(t, m, inicio, fim, regiao, secao, pagina));
    if (achados.length >= MAX_ACHADOS) break;
  }
  return achados;
}

const foldTitulo = (t: TextoEdital, offset: number): string => {
  const s = t.secaoEm(offset);
  return s ? t.dobrado.slice(s.inicio, s.inicio + s.titulo.length + 2) : '';
};

function toAchado(t: TextoEdital, m: RegExpMatchArray, inicio: number, fim: number, regiao: TipoRegiao, secao: string, pagina: number): Achado {
  const span = (grupo: number | string) => {
    const par = typeof grupo === 'number' ? m.indices?.[grupo] : m.indices?.groups?.[grupo];
    return par ? { inicio: par[0], fim: par[1] } : undefined;
  };
  return {
    inicio, fim, regiao, secao, pagina, span,
    g: [...m],
    nome: m.groups ?? {},
    original: (grupo) => {
      const s = span(grupo);
      return s && t.texto.slice(s.inicio, s.fim);
    },
    antes: (n = 60) => t.dobrado.slice(Math.max(0, inicio - n), inicio),
    depois: (n = 60) => t.dobrado.slice(fim, fim + n),
    get clausula() {
      const c = t.clausulaEm(inicio, fim);
      return t.dobrado.slice(c.inicio, c.fim);
    },
  };
}

const NEGACAO = /\b(?:nao|nem|sem|vedad[ao]s?|dispensad[ao]s?|isent[ao]s?|inexig\w+|facultad[ao])\b[^.;\n]{0,45}$/;
/** "Se" that opens a condition; "torna-se", "a que se refere" and "se dará" are pronouns, "em qualquer caso" is none. */
const CONDICAO = /(?:(?<!\b(?:em qualquer|em todo|neste|nesse|deste|desse|cada)\s)\bcaso\b|(?<![-\w])se\s+(?:[oa]s?|for|forem|fosse|houver|haja|nao|seja|necessari\w+|permitid\w+|admitid\w+|exigid\w+|adotad\w+|previst\w+|cabivel|aplicavel|solicitad\w+|o caso)\b|\b(?:quando|nas? hipoteses?|desde que|eventual\w*)\b)[^.;]{0,90}$/;

/** A negation in the 60 characters before. */
export const isNegado = (a: Achado, n = 60): boolean => NEGACAO.test(a.antes(n).replace(/\s+/g, ' '));
/** Introduced by "caso", "quando", "na hipótese de": a rule that may not apply. */
export const isCondicional = (a: Achado, n = 110): boolean => CONDICAO.test(a.antes(n).replace(/\s+/g, ' '));
/** A form to fill in: blanks, brackets, "XX"; but not the numeral of "inciso XX", "art. 6º, XX", "Anexo XX". */
export const isModeloEmBranco = (texto: string): boolean =>
  /_{3,}|x{4,}|(?<!\b(?:anexos?|ap[eê]ndice|incisos?|inc\.|cl[aá]usula|cap[ií]tulo|t[ií]tulo|se[cç][aã]o|al[ií]nea|s[eé]culo|tomo)\s{1,3}|[º°ª\d]\s{0,3},?\s{0,3}(?:incisos?\s{1,3})?)\bx{2,}\b|\[\s*[.…x_ ]*\s*\]|\.{6,}|\(\s{2,}\)|…{2,}/i.test(texto);
