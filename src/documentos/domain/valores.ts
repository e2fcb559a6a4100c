import { parseNumeroBr, toDinheiro, type DecimalTexto } from '../../kernel/index.js';
import type { Lugar, Papel } from './papel.js';

/** An amount on folded running text. */
export const DINHEIRO = /r\$\s*(\d{1,3}(?:\.\d{3})+(?:,\d{2})?|\d+(?:,\d{2})?)(?![\d]|[.,]\d)/;

/** The first amount within `ate` characters of a label; null when there is none. */
export function dinheiroDoRotulo(p: Papel, rotulo: RegExp, ate = 80): (Lugar & { readonly valor: DecimalTexto }) | null {
  for (const m of p.findAll(rotulo, 20)) {
    const v = p.find(DINHEIRO, m.fim);
    const numero = v && v.inicio <= m.fim + ate ? parseNumeroBr(v[1]!) : null;
    if (v && numero !== null) return { inicio: m.inicio, fim: v.fim, valor: toDinheiro(numero) };
  }
  return null;
}

/** A cell of a table as an amount: "1.234,56", "(1.234,56)", "-1.234,56", "R$ 1.234,56 D"; null when it is no number. */
export function numeroDaCelula(texto: string): DecimalTexto | null {
  const t = texto.trim();
  const negativo = /^\(.*\)$|^-|-$/.test(t.replace(/^r\$\s*/i, ''));
  const n = parseNumeroBr(t.replace(/r\$|[()]|^-|-$|\s*[dc]$/gi, '').trim().replace(/^-/, ''));
  if (n === null) return null;
  return negativo ? `-${toDinheiro(n)}` : toDinheiro(n);
}
