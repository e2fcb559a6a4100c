import { Decimal } from 'decimal.js';
import type { RequisitoHabilitacao } from '../domain/analise.js';
import type { Contexto } from '../contexto/contexto.js';
import { readFato } from '../contexto/lido.js';
import { fold, formatDinheiro, formatPercentual, type Evidencia } from '../../kernel/index.js';
import { readTetoEndividamento, type TetoEndividamento } from '../verificacoes/endividamento.js';
import { readExigenciaCapital, type ExigenciaCapital } from './capital.js';

type Situacao = 'atende' | 'nao_atende' | 'falta_dado' | 'a_esclarecer';
interface Parcial {
  readonly situacao: Situacao;
  readonly texto: string;
}
type Linha = Pick<RequisitoHabilitacao, 'id' | 'titulo' | 'dispositivo' | 'evidencia' | 'documentoEmpresa' | 'status' | 'motivo' | 'acao' | 'verificacoes' | 'campoEmpresa'>;

const INDICE_USUAL = '1';

/**
 * Índices and capital or net worth (art. 69). Where the edital asks for capital only of those whose índices are low,
 * one is the alternative of the other: meeting either meets both.
 */
export function linhasEconomicas(c: Contexto): Linha[] {
  const minimo = readFato(c.fatos, 'indices_minimos');
  const pct = readFato(c.fatos, 'capital_ou_pl_minimo_pct');
  const exigencia = readExigenciaCapital(c);
  const alternativa = exigencia?.condicao === 'se_indice_baixo';
  const indices = minimo || alternativa ? checkIndices(c, minimo?.valor ?? INDICE_USUAL, minimo?.evidencia ?? null) : null;
  const capital = pct && exigencia ? checkCapital(c, pct.valor, exigencia) : null;
  const teto = readTetoEndividamento(c);
  const juntos = alternativa && indices && capital ? combine(indices, capital) : null;
  return [
    ...(minimo && indices ? [linhaIndices(juntos?.indices ?? indices, minimo.valor, minimo.evidencia)] : []),
    ...(teto ? [linhaEndividamento(c, teto, teto.alternativa || (alternativa && capital?.situacao === 'atende'))] : []),
    ...(pct && capital && exigencia ? [linhaCapital(juntos?.capital ?? capital, pct.valor, exigencia)] : []),
  ];
}

const linhaIndices = (p: Parcial, minimo: string, evidencia: Evidencia | null): Linha => ({
  id: 'indices', titulo: `Índices de liquidez e solvência (LG, SG, LC) de ao menos ${minimo.replace('.', ',')}`, dispositivo: 'art. 69, caput, da Lei 14.133/2021', evidencia, documentoEmpresa: 'balanço patrimonial',
  status: p.situacao, motivo: p.texto, acao: p.situacao === 'atende' ? null : p.situacao === 'falta_dado' ? 'Informar LG, SG e LC do último balanço.' : null, verificacoes: ['indices_art69'], campoEmpresa: '/indices',
});
/** Indebtedness against its ceiling: the other way round of the rest. `podeTrocar`: the edital takes capital in place of low índices. */
function linhaEndividamento(c: Contexto, teto: TetoEndividamento, podeTrocar: boolean): Linha {
  const limite = `${teto.estrito ? 'menos de' : 'até'} ${teto.valor.replace('.', ',')}`;
  const v = c.empresa.indices?.endividamento;
  const base = { id: 'endividamento', titulo: `Índice de endividamento de ${limite}`, dispositivo: 'art. 69, caput, da Lei 14.133/2021', evidencia: teto.evidencia, documentoEmpresa: 'balanço patrimonial', verificacoes: ['endividamento_art69'], campoEmpresa: '/indices', acao: null } as const;
  if (v === undefined) return { ...base, status: 'falta_dado', motivo: `O edital pede ${limite} e o perfil não traz o índice de endividamento.`, acao: 'Informar o endividamento do último balanço.' };
  const tem = `O edital pede ${limite} e a empresa tem ${v.replace('.', ',')}`;
  if (teto.estrito ? new Decimal(v).lt(teto.valor) : new Decimal(v).lte(teto.valor)) return { ...base, status: 'atende', motivo: `${tem}.` };
  return podeTrocar ? { ...base, status: 'a_esclarecer', motivo: `${tem}; confirme se o capital ou o patrimônio mínimo supre este índice.` } : { ...base, status: 'nao_atende', motivo: `${tem}.` };
}
const NOME_BASE = { capital: 'Capital social', pl: 'Patrimônio líquido', qualquer: 'Capital social ou patrimônio líquido', ambos: 'Capital social e patrimônio líquido' } as const;
const linhaCapital = (p: Parcial, pct: string, x: ExigenciaCapital): Linha => ({
  id: 'capital_pl', titulo: `${NOME_BASE[x.base]} de ${formatPercentual(pct)} do valor estimado${x.condicao === 'se_indice_baixo' ? ', se algum índice for baixo' : ''}`, dispositivo: 'art. 69, § 4º, da Lei 14.133/2021', evidencia: x.evidencia, documentoEmpresa: 'balanço patrimonial',
  status: p.situacao, motivo: p.texto, acao: p.situacao === 'falta_dado' ? 'Informar capital social e patrimônio líquido do último balanço.' : null, verificacoes: ['capital_pl_art69', 'capital_e_pl_cumulados', 'capital_entrega_imediata'], campoEmpresa: x.base === 'capital' ? '/capitalSocial' : '/patrimonioLiquido',
});

/** Either will do; an unknown half does not matter once the other is met, and decides nothing while it is not. */
function combine(indices: Parcial, capital: Parcial): { indices: Parcial; capital: Parcial } {
  if (indices.situacao === 'atende') return { indices, capital: { situacao: 'atende', texto: `Não se aplica: ${lower(indices.texto)}` } };
  if (capital.situacao === 'atende') return { indices: { situacao: 'atende', texto: `Pela alternativa: ${lower(capital.texto)}` }, capital };
  if (indices.situacao === 'falta_dado') return { indices, capital: { situacao: capital.situacao === 'nao_atende' ? 'falta_dado' : capital.situacao, texto: `Só se algum índice for baixo. ${capital.texto}` } };
  if (capital.situacao !== 'nao_atende') return { indices: { ...indices, situacao: capital.situacao }, capital };
  return { indices: { situacao: 'nao_atende', texto: `${indices.texto} A alternativa também não: ${lower(capital.texto)}` }, capital };
}
const lower = (s: string): string => s.charAt(0).toLowerCase() + s.slice(1);

/** Each of LG, SG and LC against the minimum, or one of them where the edital says so; "superior a 1" leaves 1 itself out. */
export function checkIndices(c: Contexto, minimo: string, evidencia: Evidencia | null): Parcial {
  const i = c.empresa.indices ?? {};
  const lidos = [['LG', i.liquidezGeral], ['SG', i.solvenciaGeral], ['LC', i.liquidezCorrente]] as const;
  const estrito = isEstrito(evidencia?.trecho ?? '');
  const bastaUm = UM_DOS_INDICES.test(fold(evidencia?.trecho ?? ''));
  const passa = (v: string): boolean => (estrito ? new Decimal(v).gt(minimo) : new Decimal(v).gte(minimo));
  const mostra = (v: string): string => v.replace('.', ',');
  const baixos = lidos.filter((l): l is readonly ['LG' | 'SG' | 'LC', string] => l[1] !== undefined && !passa(l[1]));
  const altos = lidos.filter((l): l is readonly ['LG' | 'SG' | 'LC', string] => l[1] !== undefined && passa(l[1]));
  const limite = `${estrito ? 'mais de' : 'ao menos'} ${mostra(minimo)}`;
  if (bastaUm && altos.length) return { situacao: 'atende', texto: `O edital pede ${limite} em um dos índices e a empresa tem ${altos.map(([n, v]) => `${n} ${mostra(v)}`).join(', ')}.` };
  if (baixos.length && (!bastaUm || baixos.length === lidos.length)) return { situacao: 'nao_atende', texto: `O edital pede ${limite} e a empresa tem ${baixos.map(([n, v]) => `${n} ${mostra(v)}`).join(', ')}.` };
  const faltam = lidos.filter(([, v]) => v === undefined).map(([n]) => n);
  if (faltam.length) return { situacao: 'falta_dado', texto: `O edital pede ${limite} e o perfil não traz ${faltam.join(', ')}.` };
  return { situacao: 'atende', texto: `Os índices da empresa (${lidos.map(([n, v]) => `${n} ${mostra(v!)}`).join(', ')}) atendem ao mínimo (${limite}).` };
}

/** "no mínimo um dos seguintes índices": the others may be low. */
const UM_DOS_INDICES = /\b(?:minimo|menos|qualquer|apenas)\s+(?:0?1\s*)?\(?um\)?\s+d[oe]s\s+(?:seguintes\s+)?(?:\d\s+)?indices\b/;

const isEstrito = (trecho: string): boolean => {
  const t = fold(trecho);
  return /\b(?:superior(?:es)?|maior(?:es)?)\s+(?:a|que|do\s+que)\s+(?:0?1|um)\b|>\s*(?:0?1|um)\b/.test(t) && !/igua(?:l|is)|>=|≥|>\s*ou\s*=|no\s+minimo|minimo\s+de/.test(t);
};

/** The amounts of the company against the percentage of the estimate. By item or lot, the total is the worst case. */
function checkCapital(c: Contexto, pct: string, x: ExigenciaCapital): Parcial {
  const total = c.certame.valorEstimado;
  if (!total || c.certame.sigiloso?.valor) return { situacao: 'a_esclarecer', texto: `A base é o valor estimado, que ${c.certame.sigiloso?.valor ? 'é sigiloso' : 'não é conhecido'}: não dá para conferir.` };
  const exigido = new Decimal(total.valor).mul(pct).div(100);
  const { capitalSocial, patrimonioLiquido } = c.empresa;
  const tem = { capital: [capitalSocial], pl: [patrimonioLiquido], qualquer: [capitalSocial, patrimonioLiquido], ambos: [capitalSocial, patrimonioLiquido] }[x.base];
  const basta = (v: string | undefined): boolean => v !== undefined && new Decimal(v).gte(exigido);
  const texto = `O edital pede ${formatDinheiro(exigido.toString())} (${formatPercentual(pct)} de ${formatDinheiro(total.valor)})`;
  const mostra = tem.flatMap((v) => (v === undefined ? [] : [formatDinheiro(v)])).join(' e ');
  if (x.base === 'ambos' ? tem.every(basta) : tem.some(basta)) return { situacao: 'atende', texto: `${texto} e a empresa tem ${mostra}.` };
  if (tem.some((v) => v === undefined) && (x.base !== 'ambos' || !tem.some((v) => v !== undefined && !basta(v)))) return { situacao: 'falta_dado', texto: `${texto} e o perfil ${mostra ? `só traz ${mostra}` : 'não traz o valor'}.` };
  if (x.sobre !== 'estimado') return { situacao: 'a_esclarecer', texto: `${texto} se a base for o total e a empresa tem ${mostra}: o edital fala do valor ${x.sobre === 'anual' ? 'anual' : 'da proposta'}, que é menor; confirme a conta.` };
  const porUnidade = c.certame.adjudicacao?.valor === 'item' || c.certame.adjudicacao?.valor === 'lote';
  if (porUnidade) return { situacao: 'a_esclarecer', texto: `${texto} sobre o total e a empresa tem ${mostra}: a base deve ser a dos itens ou lotes disputados, confirme.` };
  return { situacao: 'nao_atende', texto: `${texto} e a empresa tem ${mostra}.` };
}
