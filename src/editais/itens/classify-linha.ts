import { Decimal } from 'decimal.js';
import { fold, parseNumeroBr, type DecimalTexto } from '../../kernel/index.js';
import type { ItemEdital } from '../domain/item.js';
import type { LinhaDePalavras } from './palavras.js';
import type { Coluna } from './tabela.js';
import { colunaDe } from './place-colunas.js';

export const NUMERO_DE_ITEM = /^(?:item\s*)?(\d{1,4}(?:\.\d{1,3}){0,3})[.)º°-]?$/i;

const TOTAL = /^(?:valor\s+)?(?:sub-?\s?total|total|soma|somatori[ao])\b|^(?:o\s+)?valor\s+(?:total|global|geral|maximo|estimado)|^(?:preco|custo)\s+(?:total|global)|\btotal\s+(?:geral|global|do lote|estimado|da proposta)\b/;
const LOTE = /^(?:lote|grupo)\s*(?:n?[ºo.°]+\s*)?[-–:]?\s*(\d{1,3}|[ivxl]{1,6}|unico)\b(?!\s*(?:,|e\s+\d))/;

/** "1.860,57", "R$ 0,8884", "R$1.426.137,30" → decimal string; null when it is not one number. */
export function parseValor(texto: string): DecimalTexto | null {
  const semMoeda = texto.replace(/r\s?\$|\$|\brs(?=\s*\d)/gi, '').trim();
  // Spaces only beside a separator ("1. 860,57"): two figures side by side are not one number.
  if (/\d\s+\d/.test(semMoeda)) return null;
  const limpo = semMoeda.replace(/\s+/g, '').replace(/[.,;]+$/, '').replace(/,-$/, '');
  if (!/^\d/.test(limpo)) return null;
  return parseNumeroBr(limpo) ?? parseAmericano(limpo);
}
/** "1,234.56": thousands with commas, as some spreadsheets print. */
const parseAmericano = (t: string): DecimalTexto | null => (/^\d{1,3}(?:,\d{3})+\.\d{2,4}$/.test(t) ? new Decimal(t.replace(/,/g, '')).toString() : null);

/** The stated total of a row that closes a table or a lot; null for any other row. */
export function readTotal(l: LinhaDePalavras): DecimalTexto | null {
  if (!TOTAL.test(fold(l.texto).trim())) return null;
  const valores = [...l.texto.matchAll(/(?:R\$\s*)?\d{1,3}(?:\.\d{3})*,\d{2,4}(?!\d)/g)].map((m) => parseValor(m[0]));
  const unicos = [...new Set(valores.filter((v) => v !== null))];
  return unicos.length ? unicos.reduce((a, b) => (new Decimal(a).gt(b) ? a : b)) : null;
}
export const isTotal = (l: LinhaDePalavras): boolean => TOTAL.test(fold(l.texto).trim());

/** Number of the lot that a title line opens ("LOTE 02 – MATERIAL ELÉTRICO" → "2"); null for any other line. */
export function readLote(texto: string): string | null {
  const m = LOTE.exec(fold(texto).trim());
  if (!m) return null;
  return /^\d+$/.test(m[1]!) ? String(Number(m[1])) : m[1]!.toUpperCase();
}

/** Benefit for small companies named in a text; null when it names none. */
export function readBeneficio(texto: string): ItemEdital['beneficio'] {
  const t = fold(texto);
  if (/cota\s+(?:reservada|de\s+(?:ate\s+)?25)|reservad[oa]\s+(?:a|para|as)?\s*(?:me\b|micro)/.test(t)) return 'cota_reservada';
  if (/exclu(?:siv|vis)[oa]s?\s*(?:\(|-|–|a|ao|as|para|p\/)?\s*(?:participacao\s+)?(?:de\s+|para\s+|a\s+)?(?:\(?me\b|micro|epp)/.test(t)) return 'exclusiva_me_epp';
  if (/ampla\s+(?:participacao|conc?or{1,2}e?ncia|disputa|competicao)|cota\s+principal/.test(t)) return 'ampla';
  return null;
}

/** Prose: one run of text that covers the description and the numeric columns after it. */
export function isProsa(l: LinhaDePalavras, colunas: readonly Coluna[]): boolean {
  return l.celulas.some((c) => {
    const de = colunaDe(colunas, c.x0, c.x0 + 2);
    const ate = colunaDe(colunas, c.x1 - 2, c.x1);
    if (ate - de < 2 || c.texto.length < 30) return false;
    const palavras = l.palavras.filter((p) => p.x0 >= c.x0 - 0.5 && p.x1 <= c.x1 + 0.5 && colunaDe(colunas, p.x0, p.x1) > de);
    return palavras.filter((p) => /\p{L}{2}/u.test(p.texto)).length > palavras.length / 2;
  });
}
