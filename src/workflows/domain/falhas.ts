import type { AlicitError } from '../../kernel/index.js';

/** Of kind `indisponivel`, and yet nothing that time heals. */
const DEFINITIVAS: ReadonlySet<string> = new Set(['arquivo_ausente', 'tempo_esgotado']);

/** Whether another attempt may end otherwise. A bad document stays bad. */
export const isPassageira = ({ tipo, codigo }: Pick<AlicitError, 'tipo' | 'codigo'>): boolean => tipo === 'indisponivel' && !DEFINITIVAS.has(codigo);

const MIN_S = 1;
const MAX_S = 300;

/** Seconds until the attempt after the n-th: 1, 2, 4… up to 5 minutes. */
export const esperaS = (tentativa: number): number => Math.min(MAX_S, MIN_S * 2 ** Math.max(0, Math.min(20, tentativa - 1)));
