import { decimal, fold, formatDinheiro, type DecimalTexto } from '../../kernel/index.js';
import type { Decimal } from 'decimal.js';
import type { ProdutoOuServico } from '../../empresas/index.js';
import type { DadoUsado } from '../domain/analise.js';
import { daEmpresa, fatoDe, valorMaximoDe, type Caso, type Unidade, type ValorMaximo } from './caso.js';
import type { ItemDecisao } from './itens.js';
import { keysOf } from './lexico/palavras.js';
import { oncePerUnidade } from './memo.js';

/** What the company's costs say about a unit, when it gave any. Amounts in R$, percentages in %. */
export interface Preco {
  readonly custoDireto: DecimalTexto;
  /** Lowest price with no profit: CD × (1 + custos indiretos) / (1 − tributos). What the company did not give counts as 0, so the real one is never lower. */
  readonly precoMinimo: DecimalTexto;
  /** Taxes and indirect costs were both given: `precoMinimo` is exact. */
  readonly completo: boolean;
  readonly maximo: ValorMaximo | null;
  /** Margin when selling at the highest price accepted; the best case. Null without a public maximum. */
  readonly margemNoMaximo: DecimalTexto | null;
  readonly dados: readonly DadoUsado[];
}

const pct = (v: DecimalTexto | undefined): Decimal => decimal(v ?? '0').div(100);

/** Null when the company gave no cost for this unit, or the tender is not won by the lowest price to pay. */
export const computePreco = oncePerUnidade((c, u): Preco | null => {
  if (fatoDe(c, 'criterio_julgamento')?.valor === 'maior_lance') return null;
  const custo = directCost(c, u);
  if (!custo) return null;
  const { tributosPct, custosIndiretosPct } = c.empresa;
  const comIndiretos = decimal(custo.valor).mul(pct(custosIndiretosPct).add(1));
  const precoMinimo = comIndiretos.div(decimal(1).sub(pct(tributosPct)));
  const maximo = valorMaximoDe(c, u);
  const margem = maximo && decimal(maximo.valor).gt(0) ? decimal(1).sub(pct(tributosPct)).sub(comIndiretos.div(maximo.valor)).mul(100) : null;
  return {
    custoDireto: decimal(custo.valor).toFixed(2), precoMinimo: precoMinimo.toFixed(2), completo: tributosPct !== undefined && custosIndiretosPct !== undefined,
    maximo, margemNoMaximo: margem?.toFixed(2) ?? null, dados: custo.dados,
  };
});

function directCost(c: Caso, u: Unidade): { valor: DecimalTexto; dados: readonly DadoUsado[] } | null {
  const total = c.empresa.custoDiretoTotal;
  if (total && u.inteira) return { valor: total, dados: [daEmpresa('/custoDiretoTotal', formatDinheiro(total))] };
  if (!u.itens.length) return null;
  let soma = decimal(0);
  const dados: DadoUsado[] = [];
  for (const item of u.itens) {
    const i = item.quantidade ? findProduto(c.empresa.produtos ?? [], item) : -1;
    if (i < 0) return null;
    const custo = c.empresa.produtos![i]!.custoUnitario!;
    soma = soma.add(decimal(custo).mul(item.quantidade!));
    dados.push(daEmpresa(`/produtos/${i}/custoUnitario`, formatDinheiro(custo)));
  }
  return { valor: soma.toString(), dados };
}

/** Index of the product, with a cost, that a row certainly is: same unit, and all the product's words (two at least) in the row. -1 when none or several. */
export function findProduto(produtos: readonly ProdutoOuServico[], item: ItemDecisao): number {
  const chaves = keysOf(item.descricao);
  const iguais = produtos.flatMap((p, i) => {
    if (!p.custoUnitario || !p.unidade || !item.unidade || unitOf(p.unidade) !== unitOf(item.unidade)) return [];
    const k = keysOf(p.descricao);
    const suas = [...k.proprias, ...k.genericas];
    return suas.length >= 2 && suas.every((x) => chaves.proprias.has(x) || chaves.genericas.has(x)) ? [i] : [];
  });
  return iguais.length === 1 ? iguais[0]! : -1;
}

const SINONIMOS: Readonly<Record<string, string>> = {
  unidade: 'un', und: 'un', unid: 'un', uni: 'un', peca: 'un', pc: 'un', metro: 'm', mt: 'm', metros: 'm', quilo: 'kg', quilograma: 'kg', litro: 'l', lt: 'l',
  caixa: 'cx', pacote: 'pct', mensal: 'mes', meses: 'mes', hora: 'h', horas: 'h', hr: 'h', servico: 'sv', serv: 'sv', resma: 'rs', m2: 'm²', m3: 'm³',
};
function unitOf(unidade: string): string {
  const u = fold(unidade.normalize('NFC')).replace(/[.\s]/g, '').replace(/^(\w{4,})s$/, '$1');
  return SINONIMOS[u] ?? u;
}
