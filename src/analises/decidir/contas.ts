import { RECEITA_MAXIMA } from '../../empresas/index.js';
import { decimal, formatDinheiro, formatPercentual, type DecimalTexto } from '../../kernel/index.js';
import type { Conta } from '../domain/analise.js';
import { cashGap, daysOf } from './caixa.js';
import { fatoDe, isObra, valorMaximoDe, type Caso, type Unidade } from './caso.js';
import { computePreco } from './preco.js';
import { readEnquadramento } from './portoes/beneficiaria.js';

const brl = (titulo: string, valor: DecimalTexto, formula: string): Conta => ({ titulo, valor: decimal(valor).toFixed(2), unidade: 'R$', formula });
const pctOf = (base: DecimalTexto, pct: DecimalTexto): DecimalTexto => decimal(base).mul(pct).div(100).toFixed(2);

/** The sums a consultant shows (relatorio.md § 5). Each appears only when its data exist. `todas` is the tender, `u` what the company would bid for. */
export const computeContas = (c: Caso, todas: Unidade, u: Unidade): Conta[] => [...funnel(c, todas, u), ...price(c, u), ...guarantees(c, u), ...cash(c, u), ...fines(c, u), ...size(c, u)];

function funnel(c: Caso, todas: Unidade, u: Unidade): Conta[] {
  const total = valorMaximoDe(c, todas);
  const interesse = u.inteira ? null : valorMaximoDe(c, u);
  return [
    ...(total ? [brl('Valor máximo da licitação', total.valor, formulaDoMaximo(c, total.valor))] : []),
    ...(interesse ? [brl('Valor máximo das partes indicadas', interesse.valor, `soma dos itens das partes indicadas (${u.itens.length} de ${todas.itens.length} itens)`)] : []),
  ];
}

/** Where the ceiling comes from; of readings that disagree the highest was taken, and the others are told. */
function formulaDoMaximo(c: Caso, maximo: DecimalTexto): string {
  const f = fatoDe(c, 'valor_estimado_total');
  if (!f) return c.licitacao?.valorEstimado ? 'valor estimado no PNCP' : 'soma dos itens';
  const outros = [f.valor, ...(f.alternativas ?? []).map((a) => a.valor)].filter((v) => !decimal(v).eq(maximo));
  return outros.length ? `o maior dos valores que o edital traz (também consta ${outros.map((v) => formatDinheiro(v)).join(' e ')}): confirme` : 'valor estimado no edital';
}

function price(c: Caso, u: Unidade): Conta[] {
  const p = computePreco(c, u);
  if (!p) return [];
  const { tributosPct = '0', custosIndiretosPct = '0', margemMinimaPct } = c.empresa;
  const base = `${formatDinheiro(p.custoDireto)} × (1 + ${formatPercentual(custosIndiretosPct)})`;
  const divisor = margemMinimaPct === undefined ? null : decimal(100).sub(tributosPct).sub(margemMinimaPct);
  const comIndiretos = decimal(p.custoDireto).mul(decimal(custosIndiretosPct).div(100).add(1));
  return [
    brl('Custo direto', p.custoDireto, 'informado pela empresa'),
    brl('Preço mínimo sem lucro', p.precoMinimo, `${base} ÷ (1 − ${formatPercentual(tributosPct)} de tributos)`),
    ...(divisor?.gt(0) ? [brl('Preço com a margem mínima', comIndiretos.mul(100).div(divisor).toFixed(2), `${base} ÷ (1 − ${formatPercentual(tributosPct)} de tributos − ${formatPercentual(margemMinimaPct!)} de margem)`)] : []),
    ...(p.margemNoMaximo !== null ? [{ titulo: 'Margem vendendo pelo valor máximo', valor: p.margemNoMaximo, unidade: '%' as const, formula: `1 − tributos − ${base} ÷ ${formatDinheiro(p.maximo!.valor)}` }] : []),
  ];
}

function guarantees(c: Caso, u: Unidade): Conta[] {
  const maximo = valorMaximoDe(c, u);
  const proposta = fatoDe(c, 'garantia_proposta_pct')?.valor;
  const execucao = fatoDe(c, 'garantia_execucao_pct')?.valor;
  const obra = isObra(c);
  const emReais = typeof proposta === 'object' ? proposta.valor : null;
  return [
    ...(emReais ? [brl('Garantia de proposta', emReais, 'valor fixado no edital')] : []),
    ...(maximo && typeof proposta === 'string' ? [brl('Garantia de proposta', pctOf(maximo.valor, proposta), `${formatPercentual(proposta)} de ${formatDinheiro(maximo.valor)}`)] : []),
    ...(maximo && execucao ? [brl('Garantia de execução', pctOf(maximo.valor, execucao), `${formatPercentual(execucao)} de ${formatDinheiro(maximo.valor)}, se vencer pelo máximo`)] : []),
    ...(maximo && obra ? [
      brl('Inexequível abaixo de', pctOf(maximo.valor, '75'), '75% do orçado (art. 59, § 4º): abaixo disso o órgão pede prova'),
      brl('Garantia adicional abaixo de', pctOf(maximo.valor, '85'), '85% do orçado (art. 59, § 5º)'),
    ] : []),
    ...(maximo && !obra ? [brl('Indício de inexequibilidade abaixo de', pctOf(maximo.valor, '50'), '50% do orçado, em bens e serviços (IN SEGES 73/2022, art. 34, federal)')] : []),
  ];
}

function cash(c: Caso, u: Unidade): Conta[] {
  const normal = cashGap(c, u);
  const atrasado = cashGap(c, u, 60);
  return normal && atrasado ? [brl('Maior desembolso antes de receber', normal.valor, normal.formula), brl('O mesmo com 60 dias de atraso no pagamento', atrasado.valor, atrasado.formula)] : [];
}

/** Above this share of the contract in ten days the rate is a slip of the pen: a sum made with it would only mislead. */
const MORA_CRIVEL = 30;

function fines(c: Caso, u: Unidade): Conta[] {
  const maximo = valorMaximoDe(c, u);
  const mora = fatoDe(c, 'multa_mora_pct_dia')?.valor;
  const teto = fatoDe(c, 'multa_compensatoria_max_pct')?.valor;
  return [
    ...(maximo && mora && decimal(mora).mul(10).lte(MORA_CRIVEL) ? [brl('Multa de mora por 10 dias de atraso', pctOf(maximo.valor, decimal(mora).mul(10).toString()), `10 dias × ${formatPercentual(mora)} ao dia × ${formatDinheiro(maximo.valor)}, se a base for o contrato todo`)] : []),
    ...(maximo && teto ? [brl('Maior multa compensatória', pctOf(maximo.valor, teto), `${formatPercentual(teto)} de ${formatDinheiro(maximo.valor)}`)] : []),
  ];
}

/** Would the contract take the company out of its size? A tax alert, never a bar (LC 123/2006, art. 3º). */
function size(c: Caso, u: Unidade): Conta[] {
  const maximo = valorMaximoDe(c, u);
  const receita = c.empresa.receitaBrutaAnual;
  const porte = c.empresa.porte;
  if (!maximo || !receita || !porte || porte === 'demais' || !readEnquadramento(c).beneficiaria) return [];
  const vigencia = fatoDe(c, 'vigencia_contrato')?.valor;
  const anos = vigencia ? decimal(Math.max(365, daysOf(vigencia))).div(365) : decimal(1);
  const soma = decimal(receita).add(decimal(maximo.valor).div(anos));
  return [brl('Receita anual com este contrato', soma.toFixed(2), `${formatDinheiro(receita)} + valor por ano do contrato; o limite de ${porte.toUpperCase()} é ${formatDinheiro(RECEITA_MAXIMA[porte])}${soma.gt(RECEITA_MAXIMA[porte]) ? ', que seria ultrapassado: reveja os tributos e o enquadramento do ano seguinte' : ''}`)];
}
