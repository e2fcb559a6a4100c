import type { CorrecaoFato } from '../domain/correcao-fato.js';
import type { FatoAusente, FatoLido } from '../domain/fato.js';
import type { ClassesCorrigidas } from '../em-vigor/montar-conjunto.js';

/**
 * `vigente`: used · `a_confirmar`: an amendment touched what it is about, not used until a person confirms it ·
 * `substituida`: a later one took its place · `retirada`: a person took it back.
 */
export const ESTADOS_CORRECAO = ['vigente', 'a_confirmar', 'substituida', 'retirada'] as const;
export type EstadoCorrecao = (typeof ESTADOS_CORRECAO)[number];

/** What the machine says of a field. */
export type LeituraDoCampo = FatoLido | FatoAusente;

/** A correction of a field as it is kept. */
export interface CorrecaoFatoVigente extends CorrecaoFato {
  readonly id: string;
  /** Hash of what the machine read when it was made; with another reading it asks again. */
  readonly leituraHash: string;
}

/** A correction of a field that nobody took back: whether it holds is for the reading to say. */
export interface CorrecaoFatoViva extends CorrecaoFatoVigente {
  /** What the machine read when it was made. */
  readonly leituraEntao: LeituraDoCampo;
}

/** A correction that an amendment touched: what the machine read then and reads now. */
export interface CorrecaoAConfirmar extends CorrecaoFatoViva {
  /** Portuguese question to who answers for the tender. */
  readonly pergunta: string;
}

export const STATUS_REQUISITO = ['atende', 'nao_atende', 'falta_dado', 'a_providenciar', 'a_esclarecer'] as const;

/** A correction of a row of the habilitação matrix, as judging takes it. */
export interface CorrecaoRequisitoVigente {
  readonly alvo: 'requisito';
  readonly id: string;
  readonly exigido?: boolean;
  readonly status?: (typeof STATUS_REQUISITO)[number];
  readonly validade?: string | null;
  readonly motivo: string;
  readonly autor: string;
  readonly em: string;
}

/** What people said of a tender, before it is compared with a reading: the same whatever was read of it so far. */
export interface CorrecoesVivas {
  readonly fatos: readonly CorrecaoFatoViva[];
  readonly requisitos: readonly CorrecaoRequisitoVigente[];
  readonly classes: ClassesCorrigidas;
}

/** What counts in a judgement now: part of what it depends on. */
export interface CorrecoesVigentes {
  readonly fatos: readonly CorrecaoFatoVigente[];
  readonly requisitos: readonly CorrecaoRequisitoVigente[];
  readonly classes: ClassesCorrigidas;
  /** Not used: the machine's new reading is. */
  readonly aConfirmar: readonly CorrecaoAConfirmar[];
}
