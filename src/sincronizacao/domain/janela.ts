import type { Dia } from '../../kernel/index.js';

/** Lists of PNCP that are read by windows. */
export const ROTAS_SINC = ['publicacao', 'atualizacao', 'proposta'] as const;
export type RotaSinc = (typeof ROTAS_SINC)[number];

/** What one window asks for: a route, a modality, a period (Brasília's days, both included) and one state or all of them (null). */
export interface Alvo {
  readonly rota: RotaSinc;
  readonly modalidade: number;
  readonly uf: string | null;
  readonly de: Dia;
  readonly ate: Dia;
}

/**
 * `aberta`: still to be read · `fechada`: proved whole at `lidaEm` · `dividida`: read by parts · `conferir`: its parts are
 * whole, their sum is still to be compared with its total · `lacuna`: could not be read whole, is told, and is tried again.
 */
export const ESTADOS_JANELA = ['aberta', 'fechada', 'dividida', 'conferir', 'lacuna'] as const;
export type EstadoJanela = (typeof ESTADOS_JANELA)[number];

/** A window as it is kept. */
export interface Janela {
  readonly id: string;
  readonly pai: string | null;
  readonly alvo: Alvo;
  readonly estado: EstadoJanela;
  /** Total of the last time it was proved whole, or last told; null when never. */
  readonly esperado: number | null;
  /** Moment of PNCP's list that was proved whole; null when never. */
  readonly lidaEm: Date | null;
  readonly criadaEm: Date;
  /** Failures of each page since the window was opened. */
  readonly falhas: Readonly<Record<string, number>>;
  /** Failed asks in a row. */
  readonly tentativas: number;
  /** How often it ended as a gap. */
  readonly lacunas: number;
  readonly proximaEm: Date;
  readonly erro: string | null;
}

/** The 27 units of the federation. */
export const UFS = ['AC', 'AL', 'AM', 'AP', 'BA', 'CE', 'DF', 'ES', 'GO', 'MA', 'MG', 'MS', 'MT', 'PA', 'PB', 'PE', 'PI', 'PR', 'RJ', 'RN', 'RO', 'RR', 'RS', 'SC', 'SE', 'SP', 'TO'] as const;

/** PNCP's modalities (table 5.2 of the integration manual), the large ones first. */
export const MODALIDADES_SINC = [6, 8, 9, 4, 12, 7, 5, 1, 13, 10, 11, 3, 2, 14, 15] as const;
