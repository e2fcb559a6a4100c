import type { ItemEdital } from '../../editais/index.js';
import type { Evidencia } from '../../kernel/index.js';

/** Quotes of the rows of items. */
export const itemEvidencias = (itens: readonly ItemEdital[]): Evidencia[] => itens.map((i) => i.evidencia);
