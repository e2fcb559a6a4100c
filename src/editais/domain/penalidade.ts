import type { DecimalTexto, Evidencia } from '../../kernel/index.js';
import type { Periodo } from './fato.js';

/** What sets a fine off. */
export type Gatilho = 'mora' | 'inexecucao_parcial' | 'inexecucao_total' | 'recusa_assinar' | 'outra';
/** What its percentage is of. */
export type BaseDaMulta = 'contrato' | 'parcela' | 'item' | 'lote' | 'proposta' | 'ata' | 'estimado' | 'nao_diz';

/** A fine of the edital or of its annexes (Lei 14.133/2021, arts. 156 and 162). */
export interface Penalidade {
  readonly gatilho: Gatilho;
  /** Portuguese, folded to what is said before the percentage; "" when nothing is. */
  readonly conduta: string;
  /** The percentage, or the lower end of a range. */
  readonly percentual: DecimalTexto;
  readonly por: 'dia' | 'hora' | 'mes' | 'ocorrencia';
  readonly base: BaseDaMulta;
  /** Most that it may come to: the end of a range, or "limitada a 10%". */
  readonly tetoPercentual: DecimalTexto | null;
  /** Longest delay for which it is charged. */
  readonly tetoPrazo: Periodo | null;
  readonly evidencia: Evidencia;
  readonly tambemEm: readonly Evidencia[];
  /** Portuguese: out of the bounds of art. 156, § 3º (0,5% to 30%); null when within, or when it is for delay. */
  readonly aviso: string | null;
}

/** How long the one who is punished stays out (art. 156, §§ 4º and 5º). */
export interface Impedimento {
  readonly tipo: 'impedimento' | 'inidoneidade' | 'suspensao';
  readonly anosMinimo: number | null;
  readonly anosMaximo: number | null;
  readonly evidencia: Evidencia;
  /** Portuguese: longer than the law allows, or a penalty of a repealed law. */
  readonly aviso: string | null;
}

export interface PenalidadesLidas {
  readonly multas: readonly Penalidade[];
  readonly impedimentos: readonly Impedimento[];
}
