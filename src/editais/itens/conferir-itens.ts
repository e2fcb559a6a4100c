import { Decimal } from 'decimal.js';
import { formatDinheiro, type DecimalTexto } from '../../kernel/index.js';
import type { ConferenciaItens } from '../domain/conferencia.js';
import type { ItemEdital } from '../domain/item.js';
import { confere } from './resolve-papeis.js';
import type { TabelaItens } from './tabela.js';

const MAX_DIVERGENCIAS = 20;

/** An item with what its own arithmetic says. `vezes`: the total covers that many times quantity × unit price (months). */
export function conferirItem(i: ItemEdital, vezes = 1): ItemEdital {
  const { quantidade: q, valorUnitario: u, valorTotal: t } = i;
  if (q === null || u === null || t === null) return { ...i, confere: null, nota: null };
  if (confere(q, u, t)) return { ...i, confere: true, nota: null };
  if (vezes > 1 && confere(q, u, t, vezes)) return { ...i, confere: true, nota: `O total cobre ${vezes} períodos: quantidade × valor unitário × ${vezes}.` };
  const conta = new Decimal(q).times(u).toDecimalPlaces(2).toString();
  return { ...i, confere: false, nota: `Quantidade × valor unitário dá ${formatDinheiro(conta)}, e o total impresso é ${formatDinheiro(t)}: confira na página.` };
}

/** The sum of all items against the total that the chosen tables print. */
export function conferirItens(itens: readonly ItemEdital[], escolhidas: readonly TabelaItens[]): ConferenciaItens {
  const erradas = itens.filter((i) => i.confere === false);
  const conferem = itens.filter((i) => i.confere === true).length;
  const declarado = totalDas(escolhidas);
  const base: ConferenciaItens = {
    itens: itens.length, conferem, naoConferem: erradas.length, semConta: itens.length - conferem - erradas.length, soma: sumTotais(itens),
    total: declarado === null ? null : { valor: declarado, fonte: 'tabela' }, somaConfere: null,
    divergencias: erradas.slice(0, MAX_DIVERGENCIAS - 1).map((i) => `${i.lote ? `Lote ${i.lote}, item` : 'Item'} ${i.numero}: ${i.nota}`),
  };
  return base.total ? closeSoma(base) : base;
}

/** Without a total of its own, the table is held against the tender's estimated value. */
export function conferirComValor(c: ConferenciaItens, valorEstimado: DecimalTexto | null): ConferenciaItens {
  return c.total || valorEstimado === null || !c.itens ? c : closeSoma({ ...c, total: { valor: valorEstimado, fonte: 'valor_estimado_total' } });
}

function closeSoma(c: ConferenciaItens): ConferenciaItens {
  if (c.soma === null || c.total === null) return { ...c, somaConfere: null };
  // Each printed total was rounded to the cent.
  const somaConfere = new Decimal(c.soma).minus(c.total.valor).abs().lte(Decimal.max('0.05', new Decimal(c.itens).times('0.005')));
  const onde = c.total.fonte === 'tabela' ? 'o total impresso na tabela' : 'o valor estimado do edital';
  return somaConfere ? { ...c, somaConfere } : { ...c, somaConfere, divergencias: [...c.divergencias, `A soma dos itens é ${formatDinheiro(c.soma)}, e ${onde} é ${formatDinheiro(c.total.valor)}.`] };
}

/** The total that the tables print: of one table its own; of several (a lot each) the sum, when each prints one. */
function totalDas(escolhidas: readonly TabelaItens[]): DecimalTexto | null {
  if (!escolhidas.length || escolhidas.some((t) => t.total.declarado === null)) return null;
  return escolhidas.reduce((s, t) => s.plus(t.total.declarado!), new Decimal(0)).toString();
}

function sumTotais(itens: readonly ItemEdital[]): DecimalTexto | null {
  if (!itens.length || itens.some((i) => i.valorTotal === null)) return null;
  return itens.reduce((s, i) => s.plus(i.valorTotal!), new Decimal(0)).toString();
}
