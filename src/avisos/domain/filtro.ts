import { decimal } from '../../kernel/index.js';
import type { Preferencias } from './preferencias.js';

/** What the filters look at. Nulls: unknown. */
export interface Candidata {
  /** 0 to 1. */
  readonly topico: number;
  readonly uf: string | null;
  readonly modalidadeId: number | null;
  /** Decimal string, R$. */
  readonly valor: string | null;
  readonly situacao: string | null;
  /** ISO instant. */
  readonly encerramento: string | null;
}

/** Why a recommendation is not told. */
export type Recusa = 'desligada' | 'abaixo_do_minimo' | 'fora_de_situacao' | 'encerrada' | 'uf' | 'modalidade' | 'valor';

/** Null: it is told. What is unknown refuses nothing: a missed tender costs more than one looked at for nothing. */
export function refuseRecomendacao({ recomendacao: { modo, minimo, filtros } }: Pick<Preferencias, 'recomendacao'>, c: Candidata, agora: Date): Recusa | null {
  if (modo === 'desligado') return 'desligada';
  if (c.topico < minimo) return 'abaixo_do_minimo';
  if (c.situacao !== null && c.situacao !== 'divulgada') return 'fora_de_situacao';
  if (c.encerramento !== null && Date.parse(c.encerramento) <= agora.getTime()) return 'encerrada';
  if (filtros.ufs.length && c.uf !== null && !filtros.ufs.includes(c.uf)) return 'uf';
  if (filtros.modalidades.length && c.modalidadeId !== null && !filtros.modalidades.includes(c.modalidadeId)) return 'modalidade';
  return isForaDoValor(filtros.valorMinimo, filtros.valorMaximo, c.valor) ? 'valor' : null;
}

const isForaDoValor = (minimo: string | null, maximo: string | null, valor: string | null): boolean =>
  valor !== null && ((minimo !== null && decimal(valor).lt(minimo)) || (maximo !== null && decimal(valor).gt(maximo)));
