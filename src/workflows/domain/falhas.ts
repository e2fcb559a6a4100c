import type { AlicitError } from '../../kernel/index.js';

/** Of kind `indisponivel`, and yet nothing that time heals. */
const DEFINITIVAS: ReadonlySet<string> = new Set(['arquivo_ausente', 'tempo_esgotado']);

/** Whether another attempt may end otherwise. A bad document stays bad. */
export const isPassageira = ({ tipo, codigo }: Pick<AlicitError, 'tipo' | 'codigo'>): boolean => tipo === 'indisponivel' && !DEFINITIVAS.has(codigo);

const MIN_S = 1;
const MAX_S = 300;

/** Seconds until the attempt after the n-th: 1, 2, 4… up to 5 minutes. */
export const esperaS = (tentativa: number): number => Math.min(MAX_S, MIN_S * 2 ** Math.max(0, Math.min(20, tentativa - 1)));

const MIN_QUEDA_S = 5;

/** Seconds until a run is tried again while what keeps its state has been away for so long: as long again, from 5 s to 5 minutes. */
export const esperaQuedaS = (haMs: number): number => Math.min(MAX_S, Math.max(MIN_QUEDA_S, Math.ceil(haMs / 1000)));
