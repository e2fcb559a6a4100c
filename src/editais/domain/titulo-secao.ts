import { isInterrompida, isUpper, type LinhaTexto } from './linhas-texto.js';

export interface TituloSecao {
  /** Arabic number of the first level, when it has one. */
  readonly numero?: number;
  /** Too weak to stand alone: counts only when its first clause follows. */
  readonly precisaDeClausula: boolean;
  readonly clausula: boolean;
}

const ARABICO = /^(?:secao\s+|capitulo\s+)?(\d{1,2})(\s*[.)]\s*[-:]?\s*|\s*[-:]\s*|\s+)(?=["(]?[a-z])(.{3,})$/;
const ROMANO = /^(?:(?:secao|capitulo|titulo)\s+[IVXL]{1,6}\b\s*[-–—.:)]?|[IVXL]{1,6}\s*[-–—.)])\s*(\p{L}.{2,})$/iu;
const CLAUSULA = /^(?:\d{1,2}\s*[.)-]?\s*)?clausula\s+[a-z0-9]/;
const NOMEADO = /^d(?:[oa]s?)\s+[a-z]/;

/** Reads a line as the title of a section; null when it cannot be one. The line before tells a wrapped title from a new one. */
export function readTituloSecao(l: LinhaTexto, anterior: LinhaTexto | undefined): TituloSecao | null {
  const t = l.texto.trim();
  if (t.length > 130 || /(?:\.\s?){4,}|…{2,}|[;,]$|_{3,}/.test(t)) return null;
  const alto = isUpper(t);
  if (CLAUSULA.test(l.dobrado)) return isClausula(l, alto) ? { precisaDeClausula: false, clausula: true } : null;
  const arabico = ARABICO.exec(l.dobrado);
  if (arabico) return readArabico(t, arabico, alto);
  if (anterior && isInterrompida(anterior) && anterior.ordemNaPagina === l.ordemNaPagina - 1) return null;
  if (!alto) return null;
  const romano = ROMANO.exec(t);
  if (romano) return romano[1]!.length < 100 && !/\d{3}|^(?:total|unit|item|valor)/i.test(romano[1]!) && !/[.:]$/.test(t.slice(0, -1)) ? { precisaDeClausula: false, clausula: false } : null;
  const solto = NOMEADO.test(l.dobrado) && t.length < 80 && !/[.]$|\d/.test(t) && !(anterior && isUpper(anterior.texto) && anterior.ordemNaPagina === l.ordemNaPagina - 1);
  return solto ? { precisaDeClausula: false, clausula: false } : null;
}

function readArabico(t: string, m: RegExpExecArray, alto: boolean): TituloSecao | null {
  const numero = Number(m[1]);
  if (numero === 0 || numero > 70 || /r\$|%/.test(m[3]!)) return null;
  const separado = /[.):-]/.test(m[2]!);
  if (alto && separado && !/\d{3}/.test(m[3]!)) return { numero, precisaDeClausula: false, clausula: false };
  if (alto || (t.length < 90 && !/[.:,]$/.test(t))) return { numero, precisaDeClausula: true, clausula: false };
  return null;
}

/** "CLÁUSULA QUINTA – DO REAJUSTE", not "cláusula quinta deste contrato, …". */
function isClausula(l: LinhaTexto, alto: boolean): boolean {
  if (alto) return true;
  return /^\p{Lu}|^\d/u.test(l.texto.trim()) && l.texto.length < 80 && !/\b(?:deste|desta|do presente|acima|anterior)\b|[.]$/.test(l.dobrado);
}
