import { Decimal } from 'decimal.js';
import type { DecimalTexto } from '../../kernel/index.js';
import type { TextoEdital } from '../domain/texto-edital.js';
import type { Candidato } from '../extracao/candidato.js';
import type { Quantia } from '../extracao/quantias.js';

const MAX_PARCELAS = 800;
const MINIMO = new Decimal(500);

/**
 * True when the amount is the sum of the last amounts of the rows above it, back to some row (at least two; one cent a
 * row of tolerance). Dosages and prices in descriptions are amounts too, so three kinds of rows are tried: all, those
 * printed with "R$", those with a unit price beside the total.
 */
export const isSoma = (quantias: readonly Quantia[], i: number): boolean =>
  [() => true, (q: Quantia) => q.comCifrao, (q: Quantia) => q.linha.ate > q.linha.de].some((serve) => somaAcima(quantias, i, serve));

function somaAcima(quantias: readonly Quantia[], i: number, serve: (q: Quantia) => boolean): boolean {
  const alvo = new Decimal(quantias[i]!.valor);
  let soma = new Decimal(0);
  let parcelas = 0;
  for (let k = quantias[i]!.linha.de - 1; k >= 0 && parcelas < MAX_PARCELAS; k = quantias[k]!.linha.de - 1) {
    const q = quantias[k]!;
    if (!serve(q) || alvo.eq(q.valor)) continue;
    soma = soma.plus(q.valor);
    parcelas++;
    if (soma.gt(alvo.plus(parcelas * 0.01))) return false;
    if (parcelas >= 2 && soma.minus(alvo).abs().lte(parcelas * 0.01)) return true;
  }
  return false;
}

interface Linha {
  readonly total: Quantia;
  /** Start of the unit price: the quote shows it beside the total. */
  readonly inicio: number;
}

/**
 * The tender has one item and prints no labelled total: the only row where quantity × unit price = total gives it.
 * Nothing when rows with different totals exist, or when there are more priced rows than were understood.
 */
export function readItemUnico(t: TextoEdital, quantias: readonly Quantia[]): Candidato<DecimalTexto>[] {
  const linhas = quantias.flatMap((q, i) => (i === q.linha.ate && i > q.linha.de ? rowAt(t, quantias, i) : [])).filter((l) => ['edital', 'tr', 'anexo', 'planilha'].includes(t.regiaoEm(l.inicio).tipo));
  const totais = new Set(linhas.map((l) => l.total.valor));
  if (totais.size !== 1) return [];
  const conhecidos = new Set(linhas.flatMap((l) => quantias.slice(l.total.linha.de, l.total.linha.ate + 1).map((q) => q.valor)));
  const soltos = quantias.filter((q) => !conhecidos.has(q.valor) && !q.comCifrao && new Decimal(q.valor).gte(10));
  if (soltos.length > 3) return [];
  return linhas.map((l) => ({ valor: l.total.valor, inicio: l.inicio, fim: l.total.fim, peso: 0.74, alvo: 14, nota: 'Total do único item da tabela (quantidade × valor unitário confere); o edital não traz o total em texto.' }));
}

/** A row "… 1.200 137,99 165.588,00" whose numbers multiply. */
function rowAt(t: TextoEdital, quantias: readonly Quantia[], i: number): Linha[] {
  const total = quantias[i]!;
  const unitario = quantias[i - 1]!;
  if (new Decimal(total.valor).lt(MINIMO)) return [];
  const anterior = i - 1 > total.linha.de ? quantias[i - 2]! : null;
  const desde = Math.max(t.paginaEm(unitario.inicio).inicio, unitario.inicio - 60);
  const inteiros = [...t.dobrado.slice(desde, unitario.inicio).matchAll(/(?<![\d.,])(\d{1,3}(?:\.\d{3})+|\d{1,6})(?![\d.,]\d)/g)].map((m) => m[1]!.replace(/\./g, ''));
  const fator = [...(anterior ? [anterior.valor] : []), ...inteiros].find((f) => new Decimal(f).times(unitario.valor).minus(total.valor).abs().lte('0.02'));
  return fator ? [{ total, inicio: unitario.inicio }] : [];
}
