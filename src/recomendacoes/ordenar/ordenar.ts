import { failOf, type Filtros } from './filtrar.js';
import { indexRetornos, parteRetorno } from './parecidas.js';
import { parteMeEpp } from './parte-me-epp.js';
import { createDiasUteis, partePrazo } from './parte-prazo.js';
import { parteRegiao } from './parte-regiao.js';
import { parteValor } from './parte-valor.js';
import type { Candidata, Distancia, NomeDaParte, Partes, QuemRecebe, Retorno } from './tipos.js';

/** Points of a perfect topic with nothing else for or against; the parts add to it, and all of it is multiplied by the topic. */
const TOPICO = 80;

/** A candidate in its place. */
export interface Ordenada {
  readonly candidata: Candidata;
  /** Hundredths of a point, 0 to 10,000; 0 when a word excludes it. */
  readonly centesimos: number;
  /** Of the same place in all runs, for equals. */
  readonly desempate: number;
  /** Others of the list that are probably the same tender. */
  readonly repetidas: readonly string[];
}

export interface Ordem {
  readonly itens: readonly Ordenada[];
  /** Left out because nobody knows how far they are. */
  readonly semMunicipio: number;
  /** What made the score of a candidate: asked for the few that are shown. */
  readonly partesDe: (candidata: Candidata) => Partes;
}

export interface PedidoDeOrdem {
  readonly candidatas: readonly Candidata[];
  readonly empresa: QuemRecebe;
  readonly retornos: readonly Retorno[];
  readonly filtros: Filtros;
  /** Milliseconds. */
  readonly agora: number;
  readonly distancia: Distancia;
}

/**
 * The list of a company at a moment, best first. The topic dominates: score = topic × (80 + parts), parts between −25 and +20, so
 * that one of topic 0.5 never passes one of topic 1. Records of one tender become one, the best.
 */
export function ordenar({ candidatas, empresa, retornos, filtros, agora, distancia }: PedidoDeOrdem): Ordem {
  const indice = indexRetornos(retornos);
  const diasUteis = createDiasUteis(agora);
  const partesDe = (c: Candidata): Partes => ({
    regiao: parteRegiao(c, empresa, distancia), valor: parteValor(c, empresa), meEpp: parteMeEpp(c, empresa),
    prazo: partePrazo(c, empresa, agora, c.encerramento === null || c.encerramento <= agora ? null : diasUteis(c.encerramento, c.uf)), retorno: parteRetorno(c, indice),
  });
  const itens: Ordenada[] = [];
  let semMunicipio = 0;
  for (const candidata of candidatas) {
    const falha = failOf(candidata, filtros, agora, distancia);
    if (falha === 'municipio_desconhecido') semMunicipio++;
    if (falha !== null || (!filtros.incluirDescartadas && indice.porNumero.get(candidata.numero)?.retorno === 'nao_interessa')) continue;
    const centesimos = candidata.excluida ? 0 : centesimosDe(candidata.topico, partesDe(candidata));
    if (centesimos >= filtros.minimo * 100 || candidata.excluida) itens.push({ candidata, centesimos, desempate: hashDe(candidata.numero), repetidas: [] });
  }
  return { itens: joinRepetidas(itens.sort(compareOrdenadas)), semMunicipio, partesDe };
}

/** Hundredths of a point of a topic moved by its parts. */
export const centesimosDe = (topico: number, partes: Partes): number =>
  Math.max(0, Math.min(10_000, Math.round(topico * 100 * (TOPICO + Object.keys(partes).reduce((soma, p) => soma + partes[p as NomeDaParte].pontos, 0)))));

/** Best first; equals in an order of their own that no run changes. */
export const compareOrdenadas = (a: Pick<Ordenada, 'centesimos' | 'desempate'>, b: Pick<Ordenada, 'centesimos' | 'desempate'>): number => b.centesimos - a.centesimos || a.desempate - b.desempate;

/** The best of each tender stands for its other records. */
function joinRepetidas(itens: readonly Ordenada[]): Ordenada[] {
  const melhores = new Map<string, number>();
  const lista: Ordenada[] = [];
  for (const item of itens) {
    const { duplicidade, numero } = item.candidata;
    const melhor = duplicidade === null ? undefined : melhores.get(duplicidade);
    if (melhor !== undefined) lista[melhor] = { ...lista[melhor]!, repetidas: [...lista[melhor]!.repetidas, numero] };
    else {
      if (duplicidade !== null) melhores.set(duplicidade, lista.length);
      lista.push(item);
    }
  }
  return lista;
}

/** 40 bits of FNV-1a, over two seeds: enough that no two numbers of a list are equal. */
export function hashDe(texto: string): number {
  let a = 0x811c9dc5;
  let b = 0x9747b28c;
  for (let i = 0; i < texto.length; i++) {
    const c = texto.charCodeAt(i);
    a = Math.imul(a ^ c, 0x01000193);
    b = Math.imul(b ^ c, 0x01000193) + i;
  }
  return (a >>> 0) * 256 + ((b >>> 8) & 255);
}
