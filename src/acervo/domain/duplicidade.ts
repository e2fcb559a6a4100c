import { Decimal } from 'decimal.js';
import type { Licitacao } from './licitacao.js';

/** What tells whether two records are one tender. */
export type Semelhante = Pick<Licitacao, 'orgaoCnpj' | 'codigoIbge' | 'uf' | 'municipio' | 'numeroEdital' | 'numeroProcesso' | 'objeto' | 'valorEstimado' | 'encerramentoPropostas' | 'linkSistemaOrigem' | 'plataforma' | 'modalidadeId'>;

/** Normalised characters from which an object says enough to tell one tender from another of the same buyer. */
const OBJETO_LONGO = 60;
const OBJETO_MUITO_LONGO = 100;
/** Values of one tender differ by rounding, not more. */
const MESMO_VALOR = 0.001;
const OUTRO_VALOR = 0.01;
/** Share of the words of the shorter object that the longer one has. */
const OBJETO_PARECIDO = 0.7;
const MAX_OBJETO = 300;
/** Two platforms open half an hour apart at most; what has only an object in common and another hour is another tender. */
const MESMA_HORA_MS = 31 * 60_000;
/** Fields these rules look at. */
export const CAMPOS_DE_SEMELHANCA: ReadonlySet<string> = new Set(['orgaoCnpj', 'codigoIbge', 'uf', 'municipio', 'numeroEdital', 'numeroProcesso', 'objeto', 'valorEstimado', 'encerramentoPropostas', 'linkSistemaOrigem', 'plataforma', 'modalidadeId']);

/**
 * Keys under which records that may be one tender meet: the purchase's id at Compras.gov; number, process or object with buyer or place and
 * closing day. Sharing one is a suspicion; `isMesmaLicitacao` decides. Empty: nothing to compare by.
 */
export function chavesDeSemelhanca(l: Semelhante): readonly string[] {
  const compra = compraDe(l);
  const dia = l.encerramentoPropostas?.slice(0, 10);
  const lugar = l.codigoIbge ?? (l.municipio && l.uf ? `${fold(l.municipio)}/${l.uf}` : null);
  const chaves = compra ? [`compra|${compra}`] : [];
  if (!dia) return chaves;
  const [numero, processo, objeto] = [numeroDe(l.numeroEdital), numeroDe(l.numeroProcesso), fold(l.objeto ?? '')];
  if (l.orgaoCnpj && numero) chaves.push(`edital|${l.orgaoCnpj}|${numero}|${dia}`);
  if (l.orgaoCnpj && processo) chaves.push(`processo|${l.orgaoCnpj}|${processo}|${dia}`);
  if ((lugar ?? l.orgaoCnpj) && objeto.length >= OBJETO_LONGO) chaves.push(`objeto|${lugar ?? l.orgaoCnpj}|${dia}|${objeto.slice(0, MAX_OBJETO)}`);
  return chaves;
}

/**
 * Whether two records that share a key are one tender published twice: sequenciais of one platform, or two platforms. Precision first:
 * a repeated tender (another number on the same platform, another value) is another one.
 */
export function isMesmaLicitacao(a: Semelhante, b: Semelhante): boolean {
  const [compraA, compraB] = [compraDe(a), compraDe(b)];
  if (compraA && compraB) return compraA === compraB;
  if (a.encerramentoPropostas?.slice(0, 10) !== b.encerramentoPropostas?.slice(0, 10)) return false;
  if (a.modalidadeId !== null && b.modalidadeId !== null && a.modalidadeId !== b.modalidadeId) return false;
  const diferenca = differenceOf(a.valorEstimado, b.valorEstimado);
  if (diferenca !== null && diferenca > OUTRO_VALOR) return false;
  const mesmoValor = diferenca !== null && diferenca <= MESMO_VALOR;
  const objeto = comparar(fold(a.objeto ?? ''), fold(b.objeto ?? ''));
  if (a.orgaoCnpj === null || a.orgaoCnpj !== b.orgaoCnpj) return objeto === 'igual_muito_longo' && (mesmoValor || isOutraPlataforma(a, b)) && a.encerramentoPropostas === b.encerramentoPropostas;
  const [x, y] = [numeroDe(a.numeroEdital), numeroDe(b.numeroEdital)];
  const mesmoNumero = x !== null && x === y;
  const outroNumero = x !== null && y !== null && x !== y;
  if (outroNumero) return objeto.startsWith('igual_') && isOutraPlataforma(a, b) && (mesmoValor || objeto === 'igual_muito_longo');
  if (mesmoNumero) return objeto !== 'outro' || mesmoValor;
  return objeto.startsWith('igual_') && (mesmoValor || (objeto === 'igual_muito_longo' && isMesmaHora(a.encerramentoPropostas, b.encerramentoPropostas)));
}

const isMesmaHora = (a: string | null, b: string | null): boolean => a !== null && b !== null && Math.abs(Date.parse(a) - Date.parse(b)) <= MESMA_HORA_MS;

/** UASG, modality, number and year, 17 digits: Compras.gov's own id. */
const compraDe = (l: Semelhante): string | null => /[?&]compra=(\d{17})(?!\d)/.exec(l.linkSistemaOrigem ?? '')?.[1] ?? null;

/** "CCE 056/2026" and "56/2026" are one number: the digits, without zeros on the left. */
function numeroDe(texto: string | null): string | null {
  const digitos = (texto ?? '').split(/[^0-9]+/).map((n) => n.replace(/^0+/, '')).filter(Boolean);
  return digitos.length ? digitos.join('/') : null;
}

const fold = (t: string): string => t.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/[^a-z0-9]+/g, ' ').trim();

type Comparacao = 'igual' | 'igual_longo' | 'igual_muito_longo' | 'parecido' | 'outro';
function comparar(a: string, b: string): Comparacao {
  if (!a || !b) return 'outro';
  if (a === b) return a.length >= OBJETO_MUITO_LONGO ? 'igual_muito_longo' : a.length >= OBJETO_LONGO ? 'igual_longo' : 'igual';
  const [x, y] = [new Set(a.split(' ')), new Set(b.split(' '))].sort((s, t) => s.size - t.size) as [Set<string>, Set<string>];
  const comuns = [...x].filter((p) => y.has(p)).length;
  return x.size >= 4 && comuns / x.size >= OBJETO_PARECIDO ? 'parecido' : 'outro';
}

/** Relative; null when one is unknown. */
function differenceOf(a: string | null, b: string | null): number | null {
  if (a === null || b === null) return null;
  const [x, y] = [new Decimal(a), new Decimal(b)];
  return x.minus(y).abs().div(Decimal.max(x, y)).toNumber();
}

const isOutraPlataforma = (a: Semelhante, b: Semelhante): boolean => fold(a.plataforma ?? '') !== fold(b.plataforma ?? '') || !a.plataforma;
