import { Decimal } from 'decimal.js';
import { parseValor } from './classify-linha.js';
import type { Coluna, LinhaBruta, TabelaBruta } from './tabela.js';

/** Which column is the quantity, the unit price, the total; -1 when the table has none that is sure. */
export interface Papeis {
  readonly quantidade: number;
  readonly unitario: number;
  readonly total: number;
  /** The total covers this many times quantity × unit price: months of a monthly quantity. 1 for the most. */
  readonly vezes: number;
  /** Rows whose quantity × unit price is the total, of those that show the three. */
  readonly conferem: number;
  readonly comTres: number;
}

const PARTE_QUE_CONFERE = 0.6;
/** Words of a header that speak of money. */
const DINHEIRO = /valor|preco|r\$|cotacao|custo|\bvlr?\b|\bvlr?\.|\bv\.|\bp\./;

/** Quantity × unit price against the total, within the rounding of the unit price. */
export const confere = (q: string, u: string, t: string, vezes = 1): boolean => new Decimal(q).times(u).times(vezes).minus(t).abs().lte(Decimal.max('0.02', new Decimal(q).times(vezes).times('0.0051')));

/** Roles by arithmetic where it decides (q × u = t in most rows), else by what the headers say. */
export function resolvePapeis(tabela: TabelaBruta): Papeis {
  const { colunas, linhas } = tabela;
  const numericas = colunas.flatMap((c, i) => (isNumerica(c, i, linhas) ? [i] : []));
  let melhor: (Papeis & { nota: number }) | null = null;
  for (const q of numericas) {
    for (const u of numericas) {
      for (const t of numericas) {
        if (q === u || u === t || q === t) continue;
        const dica = hint(colunas, q, u, t);
        if (dica < 2) continue;
        const tres = linhas.map((l) => [parseValor(l.celulas[q]!), parseValor(l.celulas[u]!), parseValor(l.celulas[t]!)] as const).filter((v) => v.every((x) => x !== null && !new Decimal(x).isZero()));
        const conferem = tres.filter(([a, b, c]) => confere(a!, b!, c!)).length;
        if (!tres.length || conferem < tres.length * PARTE_QUE_CONFERE) continue;
        const soma = tres.reduce((s, v) => s.plus(v[2]!), new Decimal(0));
        const nota = conferem + dica * 0.6 + Math.min(0.5, Math.log10(soma.toNumber() + 1) / 30);
        if (!melhor || nota > melhor.nota) melhor = { quantidade: q, unitario: u, total: t, vezes: 1, conferem, comTres: tres.length, nota };
      }
    }
  }
  return melhor ? extendTotal(melhor, linhas, numericas) : byHeader(tabela, numericas);
}

/** The total of the whole term when a column is, in every row, the same number of times the total found ("mensal" and "36 meses"). */
function extendTotal(p: Papeis, linhas: readonly LinhaBruta[], numericas: readonly number[]): Papeis {
  for (const t of numericas.filter((i) => i > p.total)) {
    const razoes = linhas.map((l) => {
      const [base, longo] = [parseValor(l.celulas[p.total]!), parseValor(l.celulas[t]!)];
      return base && longo && !new Decimal(base).isZero() ? new Decimal(longo).div(base) : null;
    });
    const lidas = razoes.filter((r) => r !== null);
    const vezes = lidas[0]?.round().toNumber() ?? 0;
    if (vezes >= 2 && vezes <= 120 && lidas.length >= razoes.length * PARTE_QUE_CONFERE && lidas.every((r) => r.minus(vezes).abs().lt('0.02'))) return { ...p, total: t, vezes };
  }
  return p;
}

function isNumerica(c: Coluna, i: number, linhas: readonly LinhaBruta[]): boolean {
  if (['numero', 'lote', 'descricao', 'codigo', 'unidade', 'beneficio'].includes(c.tipo)) return false;
  const cheias = linhas.filter((l) => l.celulas[i]);
  return cheias.length > 0 && cheias.filter((l) => parseValor(l.celulas[i]!) !== null).length >= cheias.length * 0.6;
}

/** How many of the three roles the headers agree with; -1 when one of them forbids it. */
function hint(colunas: readonly Coluna[], q: number, u: number, t: number): number {
  const [cq, cu, ct] = [colunas[q]!, colunas[u]!, colunas[t]!];
  if (['unitario', 'valor'].includes(cq.tipo) || ['quantidade', 'total'].includes(cu.tipo) || ['quantidade', 'unitario'].includes(ct.tipo)) return -1;
  if (DINHEIRO.test(cq.titulo)) return -1;
  return (cq.tipo === 'quantidade' ? 1 : cq.tipo === 'total' ? 0.5 : 0) + (cu.tipo === 'unitario' ? 1 : cu.tipo === 'valor' ? 0.7 : 0) + (ct.tipo === 'total' ? 1 : ct.tipo === 'valor' ? 0.7 : 0) + (u < t ? 0.2 : 0);
}

function byHeader({ colunas, linhas, totais }: TabelaBruta, numericas: readonly number[]): Papeis {
  const only = (filtro: (c: Coluna, i: number) => boolean): number => {
    const achadas = colunas.flatMap((c, i) => (filtro(c, i) ? [i] : []));
    return achadas.length === 1 ? achadas[0]! : -1;
  };
  const numerica = (i: number): boolean => numericas.includes(i);
  const semDinheiro = (i: number): boolean => linhas.every((l) => !/r\$/i.test(l.celulas[i]!));
  let quantidade = only((c, i) => c.tipo === 'quantidade' && numerica(i));
  if (quantidade < 0) quantidade = only((c, i) => c.tipo === 'quantidade' && numerica(i) && /max|tota|licitad|geral|global/.test(c.titulo) && !/min/.test(c.titulo));
  if (quantidade < 0) quantidade = only((c, i) => c.tipo === 'quantidade' && numerica(i) && !/min|max|media|anterior|cota|lance|embal/.test(c.titulo));
  if (quantidade < 0) quantidade = only((c, i) => c.tipo === 'total' && numerica(i) && !DINHEIRO.test(c.titulo) && !/estim|anual|mensal/.test(c.titulo) && semDinheiro(i));
  // "UNID." over figures: the number of units.
  if (quantidade < 0 && !colunas.some((c) => c.tipo === 'quantidade')) quantidade = only((c, i) => c.tipo === 'unidade' && linhas.every((l) => /^\d{1,7}(?:[.,]\d+)*$/.test(l.celulas[i]!)));
  const unitario = only((c, i) => c.tipo === 'unitario' && numerica(i));
  let total = only((c, i) => c.tipo === 'total' && numerica(i) && DINHEIRO.test(c.titulo));
  if (total < 0) total = only((c, i) => c.tipo === 'total' && i !== quantidade && numerica(i) && linhas.every((l) => !l.celulas[i] || /\d,\d{2}(?:\D|$)/.test(l.celulas[i]!)));
  if (quantidade >= 0 && unitario >= 0 && total >= 0) return byProporcao(linhas, { quantidade, unitario, total });
  // The value of the year is the whole of it; the only value of a row without quantity is the row's.
  if (total < 0) total = only((c, i) => c.tipo === 'valor' && numerica(i) && /anual|global/.test(c.titulo) && !/unit/.test(c.titulo));
  if (total < 0 && unitario < 0 && !colunas.some((c) => c.tipo === 'quantidade' || c.tipo === 'unidade')) total = only((c, i) => c.tipo === 'valor' && numerica(i) && !/mensal|mes\b|diari|hora/.test(c.titulo));
  if (total < 0 && unitario < 0) total = only((c, i) => c.tipo === 'valor' && numerica(i) && isSoma(linhas.map((l) => parseValor(l.celulas[i]!)), totais.map((t) => t.valor)));
  return { quantidade, unitario, total, vezes: 1, conferem: 0, comTres: 0 };
}

/**
 * Three columns whose arithmetic fails in most rows: when the total is always the same number of times quantity × unit
 * price (months that no column shows) they are what their headers say. Else, unless some rows agree, no price is better
 * than a wrong one.
 */
function byProporcao(linhas: readonly LinhaBruta[], p: Pick<Papeis, 'quantidade' | 'unitario' | 'total'>): Papeis {
  const valores = linhas.map((l) => [p.quantidade, p.unitario, p.total].map((i) => parseValor(l.celulas[i]!))).filter((v) => v.every((x) => x !== null && !new Decimal(x).isZero())) as [string, string, string][];
  const vezes = valores[0] ? new Decimal(valores[0][2]).div(valores[0][0]).div(valores[0][1]).round().toNumber() : 0;
  const iguais = valores.filter(([q, u, t]) => confere(q, u, t, vezes)).length;
  if (vezes >= 2 && vezes <= 120 && valores.length >= 2 && iguais === valores.length) return { ...p, vezes, conferem: iguais, comTres: valores.length };
  const conferem = valores.filter(([q, u, t]) => confere(q, u, t)).length;
  if (conferem >= 1 && conferem >= valores.length * 0.3) return { ...p, vezes: 1, conferem, comTres: valores.length };
  return { ...p, unitario: -1, total: -1, vezes: 1, conferem: 0, comTres: 0 };
}

/** A price of which the header does not say whether unit or total is the total when it adds up to a total the table states. */
function isSoma(valores: readonly (string | null)[], totais: readonly string[]): boolean {
  if (valores.some((v) => v === null)) return false;
  const soma = valores.reduce((s, v) => s.plus(v!), new Decimal(0));
  return totais.some((t) => soma.minus(t).abs().lte('0.05'));
}
