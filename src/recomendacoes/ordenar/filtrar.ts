import { decimal, type DecimalTexto } from '../../kernel/index.js';
import type { Candidata, Distancia, Estado } from './tipos.js';

/** What a person asks of the list. Instants are milliseconds. */
export interface Filtros {
  readonly ufs: readonly string[];
  readonly modalidades: readonly number[];
  readonly valorMin: DecimalTexto | null;
  readonly valorMax: DecimalTexto | null;
  /** Only what tells its value. */
  readonly comValor: boolean;
  readonly encerraDe: number | null;
  readonly encerraAte: number | null;
  readonly estados: readonly Estado[];
  /** Within so many km of a município. */
  readonly raio: { readonly codigoIbge: string; readonly km: number; /** Also what does not tell its município. */ readonly semMunicipio: boolean } | null;
  readonly incluirExcluidas: boolean;
  /** Also what the company said is of no interest. */
  readonly incluirDescartadas: boolean;
  /** Least score, 0 to 100. */
  readonly minimo: number;
}

/** What a candidate fails: null, nothing; `municipio_desconhecido` is told apart, since nobody knows whether it fails. */
export type Falha = 'municipio_desconhecido' | 'filtro' | null;

export function estadoDe({ situacao, encerramento }: Pick<Candidata, 'situacao' | 'encerramento'>, agora: number): Estado {
  if (situacao === 'suspensa' || situacao === 'revogada' || situacao === 'anulada') return situacao;
  return encerramento !== null && encerramento <= agora ? 'encerrada' : 'aberta';
}

/** Whether a candidate is what was asked for, at a moment. What was not published by then does not exist. */
export function failOf(c: Candidata, f: Filtros, agora: number, distancia: Distancia): Falha {
  if (c.publicacao !== null && c.publicacao > agora) return 'filtro';
  if (c.excluida && !f.incluirExcluidas) return 'filtro';
  if (!f.estados.includes(estadoDe(c, agora))) return 'filtro';
  if (f.ufs.length && (c.uf === null || !f.ufs.includes(c.uf))) return 'filtro';
  if (f.modalidades.length && (c.modalidadeId === null || !f.modalidades.includes(c.modalidadeId))) return 'filtro';
  if (!hasValor(c.valor, f)) return 'filtro';
  if ((f.encerraDe !== null || f.encerraAte !== null) && (c.encerramento === null || c.encerramento < (f.encerraDe ?? -Infinity) || c.encerramento > (f.encerraAte ?? Infinity))) return 'filtro';
  if (f.raio === null) return null;
  const km = distancia(f.raio.codigoIbge, c.codigoIbge);
  if (km === null) return f.raio.semMunicipio ? null : 'municipio_desconhecido';
  return km <= f.raio.km ? null : 'filtro';
}

function hasValor(valor: DecimalTexto | null, { valorMin, valorMax, comValor }: Filtros): boolean {
  if (valor === null) return !comValor;
  if (valorMin === null && valorMax === null) return true;
  const v = decimal(valor);
  return (valorMin === null || v.gte(valorMin)) && (valorMax === null || v.lte(valorMax));
}
