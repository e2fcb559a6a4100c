import { Decimal } from 'decimal.js';
import type { ItemEdital } from '../../editais/index.js';
import type { ItemPncp } from '../../licitacoes/index.js';
import type { Contexto } from '../contexto/contexto.js';
import { fold, formatDinheiro, lettersOf, type DecimalTexto, type Evidencia } from '../../kernel/index.js';
import { beneficiariaMeEpp } from './empresa-beneficiaria.js';
import { EXCLUSIVA_ATE, TETO_EPP } from './limites.js';

export type BeneficioItem = 'exclusiva_me_epp' | 'cota_reservada' | 'ampla' | 'subcontratacao_me_epp';

/** ME/EPP treatment of an item: what the edital gives, what the law would give, and whether this company may bid. */
export interface MeEppItem {
  readonly numero: string;
  readonly lote: string | null;
  readonly descricao: string;
  /** Amount the limits look at: the item's, or its whole lot's (or the tender's) where adjudicated together; a year's worth when longer. */
  readonly valor: DecimalTexto | null;
  readonly beneficio: BeneficioItem | null;
  readonly fonte: 'edital' | 'pncp' | null;
  readonly esperado: 'exclusiva_me_epp' | 'cota_reservada' | 'ampla' | 'nao_aferivel';
  readonly empresaPodeDisputar: 'sim' | 'nao' | 'indefinido';
  readonly motivo: string;
  readonly evidencia: Evidencia | null;
}

interface Unidade {
  readonly numero: string;
  readonly lote: string | null;
  readonly descricao: string;
  readonly total: Decimal | null;
  readonly beneficio: BeneficioItem | null;
  readonly fonte: 'edital' | 'pncp' | null;
  readonly evidencia: Evidencia | null;
  readonly unitario: DecimalTexto | null;
  /** Number of the open row of which this is the reserved share: the limits look at both together. */
  readonly cotaDe?: string;
}

const MAX_ITENS = 20_000;

/** Treatment of each item (LC 123, arts. 47 to 49; art. 4º of Lei 14.133). Items of the edital, completed by PNCP's of the same number; PNCP's alone when none was read. */
export function meEppPorItem(c: Contexto): readonly MeEppItem[] {
  const unidades = markCotas(unidadesDe(c).slice(0, MAX_ITENS));
  const somas = sumByGrupo(c, unidades);
  const empresa = beneficiariaMeEpp(c.empresa);
  return unidades.map((u) => {
    const total = somas.get(grupoDe(c, u)) ?? null;
    const valor = total && anualize(c, total);
    return {
      numero: u.numero, lote: u.lote, descricao: u.descricao, valor: valor ? valor.toFixed(2) : null, beneficio: u.beneficio, fonte: u.fonte, esperado: esperadoPara(c, valor), evidencia: u.evidencia,
      ...podeDisputar(u.beneficio, empresa),
    };
  });
}

function podeDisputar(beneficio: BeneficioItem | null, empresa: ReturnType<typeof beneficiariaMeEpp>): Pick<MeEppItem, 'empresaPodeDisputar' | 'motivo'> {
  if (beneficio === 'ampla' || beneficio === 'subcontratacao_me_epp') return { empresaPodeDisputar: 'sim', motivo: 'Item aberto a empresas de qualquer porte.' };
  if (beneficio === null) {
    return empresa.resposta === 'sim'
      ? { empresaPodeDisputar: 'sim', motivo: 'Não se sabe se o item é reservado, mas a empresa é ME/EPP.' }
      : { empresaPodeDisputar: 'indefinido', motivo: 'Não se sabe se o item é reservado a ME/EPP.' };
  }
  const que = beneficio === 'exclusiva_me_epp' ? 'Item exclusivo de ME/EPP' : 'Cota reservada a ME/EPP';
  return { empresaPodeDisputar: empresa.resposta, motivo: `${que}. ${empresa.motivo}` };
}

/** What the law gives by the amount: exclusive up to 80 thousand, a share of divisible goods above, nothing above the ceiling. */
function esperadoPara(c: Contexto, valor: Decimal | null): MeEppItem['esperado'] {
  if (!valor || c.certame.sigiloso?.valor) return 'nao_aferivel';
  if (valor.gt(TETO_EPP)) return 'ampla';
  if (valor.lte(EXCLUSIVA_ATE)) return 'exclusiva_me_epp';
  return c.certame.natureza === 'bens' ? 'cota_reservada' : 'ampla';
}

function unidadesDe(c: Contexto): Unidade[] {
  const pncp = new Map((c.licitacao?.itens ?? []).map((i) => [String(i.numero), i]));
  if (c.itens.length) return c.itens.map((i) => ofEdital(c, i, pncp.get(i.numero)));
  return [...pncp.values()].map((i) => ({ numero: String(i.numero), lote: null, descricao: i.descricao, total: toDecimal(i.valorTotal), unitario: i.valorUnitario, beneficio: beneficioPncp(i), fonte: beneficioPncp(i) ? 'pncp' : null, evidencia: null }));
}

function ofEdital(c: Contexto, i: ItemEdital, p: ItemPncp | undefined): Unidade {
  const doEdital = i.beneficio ?? ofFato(c);
  const beneficio = doEdital ?? (p ? beneficioPncp(p) : null);
  const total = toDecimal(i.valorTotal) ?? product(i.quantidade, i.valorUnitario) ?? toDecimal(p?.valorTotal ?? null);
  return { numero: i.numero, lote: i.lote, descricao: i.descricao, total, unitario: i.valorUnitario, beneficio, fonte: beneficio === null ? null : doEdital ? 'edital' : 'pncp', evidencia: i.evidencia };
}

/** The tender's own treatment, when it is one for all items. */
function ofFato(c: Contexto): BeneficioItem | null {
  const f = c.fatos.me_epp.valor;
  return f === 'exclusiva' ? 'exclusiva_me_epp' : f === 'ampla' ? 'ampla' : null;
}

function beneficioPncp(i: ItemPncp): BeneficioItem | null {
  if (i.beneficio === null) return null;
  return i.beneficio === 'sem_beneficio' || i.beneficio === 'nao_se_aplica' ? 'ampla' : i.beneficio;
}

const MARCA_DE_BENEFICIO = /\([^)]{0,60}\b(?:me\b|epp|ampla|cota|exclu|reservad)[^)]{0,60}\)|\b(?:ampla\s+conc\w+|cota\s+(?:reservada|principal)|exclusiv[oa]\s+(?:para\s+)?me\s*\/?\s*epp)\b/g;
const nomeSemMarca = (u: Unidade): string => lettersOf(fold(u.descricao).replace(MARCA_DE_BENEFICIO, ' ')).slice(0, 80);

/** The same object (name or unit price) in two neighbouring rows, one open and one reserved, is an object divided: the reserved row is its share (LC 123, art. 48, III). */
function markCotas(unidades: readonly Unidade[]): Unidade[] {
  return unidades.map((u, i) => {
    if (u.beneficio !== 'exclusiva_me_epp' && u.beneficio !== 'cota_reservada') return u;
    const nome = nomeSemMarca(u);
    const par = [unidades[i - 1], unidades[i + 1]].find((v) => v?.beneficio === 'ampla' && v.lote === u.lote && ((nome.length >= 8 && nomeSemMarca(v) === nome) || (u.unitario !== null && u.unitario === v.unitario)));
    return par ? { ...u, beneficio: 'cota_reservada', cotaDe: par.numero } : u;
  });
}

/** What is adjudicated together counts together (Dec. 8.538, arts. 6º and 9º, I). */
const grupoDe = (c: Contexto, u: Unidade): string => {
  const por = c.certame.adjudicacao?.valor;
  return por === 'global' ? '*' : por === 'lote' && u.lote !== null ? `lote ${u.lote}` : `item ${u.cotaDe ?? u.numero} ${u.lote ?? ''}`;
};

/** Null for a group of which some item has no amount. */
function sumByGrupo(c: Contexto, unidades: readonly Unidade[]): ReadonlyMap<string, Decimal | null> {
  const somas = new Map<string, Decimal | null>();
  for (const u of unidades) {
    const g = grupoDe(c, u);
    const ate = somas.has(g) ? somas.get(g)! : new Decimal(0);
    somas.set(g, ate === null || u.total === null ? null : ate.plus(u.total));
  }
  return somas;
}

const MESES_DO_ANO = 12;
/** Contracts longer than a year count by the year (art. 4º § 3º). */
function anualize(c: Contexto, total: Decimal): Decimal {
  const v = c.fatos.vigencia_contrato.valor;
  const obra = c.certame.natureza === 'obras' || c.certame.natureza === 'servicos_engenharia';
  return v && v.unidade === 'meses' && v.n > MESES_DO_ANO && !obra && !c.certame.srp?.valor ? total.mul(MESES_DO_ANO).div(v.n) : total;
}

const toDecimal = (v: DecimalTexto | null): Decimal | null => (v === null || Number(v) === 0 ? null : new Decimal(v));
const product = (a: DecimalTexto | null, b: DecimalTexto | null): Decimal | null => (a === null || b === null || Number(a) * Number(b) === 0 ? null : new Decimal(a).mul(b));

/** "item 3 (R$ 1.000,00)" */
export const nomeDoItem = (i: MeEppItem): string => `${i.lote ? `lote ${i.lote}, ` : ''}item ${i.numero}${i.valor ? ` (${formatDinheiro(i.valor)})` : ''}`;
