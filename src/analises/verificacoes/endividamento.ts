import { findAchados, isCondicional } from '../../editais/index.js';
import { decimal, type DecimalTexto, type Evidencia } from '../../kernel/index.js';
import type { Contexto } from '../contexto/contexto.js';
import { citar } from './trechos.js';

/** Ceiling of indebtedness an edital asks for (art. 69, caput): liabilities over assets. */
export interface TetoEndividamento {
  /** Ratio, "0.4". */
  readonly valor: DecimalTexto;
  /** "inferior a", with equality left out. */
  readonly estrito: boolean;
  readonly evidencia: Evidencia;
}

const NOME = String.raw`\b(?:endividamento|ieg|iet)\b`;
const TETO = String.raw`(?<sinal>≤|≦|<\s?=|=\s?<|<)|(?<igual>igual\s+ou\s+(?:inferior|menor)|(?:inferior|menor)\s+ou\s+igual|(?:nao|nunca)\s+(?:superior|maior)|(?:no\s+)?maximo|ate)|(?<menos>inferior|menor)(?!\s+ou)`;
const NUMERO = String.raw`(?<n>\d{1,3}(?:[.,]\d{1,3})?)(?!\d)\s?(?<pct>%)?`;
const EXIGENCIA = new RegExp(String.raw`${NOME}(?:(?!liquidez|solvencia)[^;\n]|\n(?!\s*\n)){0,90}?(?:${TETO})\s*(?:a|ao|que|do\s+que|de|:|=)?\s*${NUMERO}`);

/** The ceiling the edital sets, or null. Beyond 0.1–1.5 a number is something else (a page, a formula). */
export function readTetoEndividamento(c: Contexto): TetoEndividamento | null {
  for (const a of findAchados(c.texto, EXIGENCIA, { regioes: ['edital', 'tr', 'anexo'] })) {
    if (isCondicional(a)) continue;
    const lido = decimal((a.nome['n'] ?? '0').replace(',', '.'));
    const valor = a.nome['pct'] ? lido.div(100) : lido;
    if (valor.lt('0.1') || valor.gt('1.5')) continue;
    const evidencia = citar(c.texto, a.inicio, a.fim);
    if (evidencia) return { valor: valor.toString(), estrito: a.nome['menos'] !== undefined || a.nome['sinal'] === '<', evidencia };
  }
  return null;
}
