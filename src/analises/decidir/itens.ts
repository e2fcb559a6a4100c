import type { ItemEdital } from '../../editais/index.js';
import { decimal, type DecimalTexto, type Evidencia } from '../../kernel/index.js';
import type { ItemPncp, Licitacao } from '../../licitacoes/index.js';
import { keysOf } from './lexico/palavras.js';

/** A row of the object as it is judged: the edital's table and PNCP's list, joined by number. */
export interface ItemDecisao {
  readonly numero: string;
  readonly lote: string | null;
  readonly descricao: string;
  readonly quantidade: DecimalTexto | null;
  readonly unidade: string | null;
  readonly valorUnitario: DecimalTexto | null;
  readonly valorTotal: DecimalTexto | null;
  /** `cota_reservada` is the row of the reserved quota itself (LC 123/2006, art. 48, III). */
  readonly beneficio: ItemEdital['beneficio'];
  /** The edital says one benefit and PNCP another. */
  readonly beneficioConflitante: boolean;
  readonly evidencia: Evidencia | null;
  /** Position in the PNCP list when a datum came from there. */
  readonly indicePncp: number | null;
}

const BENEFICIO: Readonly<Record<string, ItemEdital['beneficio']>> = {
  exclusiva_me_epp: 'exclusiva_me_epp', cota_reservada: 'cota_reservada', sem_beneficio: 'ampla', nao_se_aplica: 'ampla', subcontratacao_me_epp: 'ampla',
};

/**
 * The rows of the tender. A row of the edital takes from PNCP only what it lacks, and only when the number is unique
 * on both sides and the descriptions share a word; rows that only PNCP has are added.
 */
export function joinItens(itens: readonly ItemEdital[], licitacao: Licitacao | null): ItemDecisao[] {
  const pncp = licitacao?.itens ?? [];
  const porNumero = uniqueBy(pncp.map((item, i) => ({ item, i })), (x) => String(x.item.numero));
  const numerosUnicos = uniqueBy(itens, (i) => i.numero);
  const usados = new Set<number>();
  const doEdital = itens.map((item): ItemDecisao => {
    const par = numerosUnicos.has(item.numero) ? porNumero.get(item.numero.replace(/^0+(?=\d)/, '')) : undefined;
    if (!par || !sameThing(item.descricao, par.item.descricao)) return { ...item, beneficioConflitante: false, indicePncp: null };
    usados.add(par.i);
    const deles = par.item.beneficio === null ? null : BENEFICIO[par.item.beneficio]!;
    return {
      ...item,
      quantidade: item.quantidade ?? par.item.quantidade, unidade: item.unidade ?? par.item.unidade,
      valorUnitario: item.valorUnitario ?? par.item.valorUnitario, valorTotal: item.valorTotal ?? par.item.valorTotal,
      beneficio: item.beneficio ?? deles,
      beneficioConflitante: item.beneficio !== null && deles !== null && item.beneficio !== deles,
      indicePncp: par.i,
    };
  });
  const comecam = doEdital.length === 0 || usados.size > 0;
  const soPncp = comecam ? pncp.flatMap((item, i) => (usados.has(i) ? [] : [fromPncp(item, i)])) : [];
  return [...doEdital, ...soPncp];
}

const fromPncp = (item: ItemPncp, i: number): ItemDecisao => ({
  numero: String(item.numero), lote: null, descricao: item.descricao, quantidade: item.quantidade, unidade: item.unidade,
  valorUnitario: item.sigiloso ? null : item.valorUnitario, valorTotal: item.sigiloso ? null : item.valorTotal,
  beneficio: item.beneficio === null ? null : BENEFICIO[item.beneficio]!, beneficioConflitante: false, evidencia: null, indicePncp: i,
});

function sameThing(a: string, b: string): boolean {
  const [ka, kb] = [keysOf(a), keysOf(b)];
  return [...ka.proprias, ...ka.genericas].some((k) => kb.proprias.has(k) || kb.genericas.has(k));
}

function uniqueBy<T>(lista: readonly T[], chave: (t: T) => string): ReadonlyMap<string, T> {
  const mapa = new Map<string, T | null>();
  for (const t of lista) mapa.set(chave(t), mapa.has(chave(t)) ? null : t);
  return new Map([...mapa].filter((e): e is [string, T] => e[1] !== null));
}

/** Value of a set of rows in R$; null unless every row has one. */
export function valueOf(itens: readonly ItemDecisao[]): DecimalTexto | null {
  let soma = decimal(0);
  for (const i of itens) {
    const v = i.valorTotal ?? (i.valorUnitario && i.quantidade ? decimal(i.valorUnitario).mul(i.quantidade).toString() : null);
    if (v === null) return null;
    soma = soma.add(v);
  }
  return itens.length ? soma.toString() : null;
}
