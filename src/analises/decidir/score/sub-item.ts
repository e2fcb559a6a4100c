import type { Evidencia } from '../../../kernel/index.js';
import type { SubItem } from '../../domain/analise.js';
import { evidenciaDe } from '../caso.js';

/** A thing weighed: its mark, or null with why there is none. */
export const subItem = (id: string, titulo: string, peso: number, nota: number | null, motivo: string, evidencia?: Partial<Evidencia> | null): SubItem =>
  ({ id, titulo, peso: Math.round(peso * 100) / 100, nota: nota === null ? null : clamp(nota), motivo, evidencia: evidenciaDe(evidencia) });

const clamp = (n: number): number => Math.round(Math.min(100, Math.max(0, n)));

/** The mark of the first step whose ceiling holds the value; steps grow. */
export const stepOf = (valor: number, degraus: readonly (readonly [number, number])[], resto: number): number => degraus.find(([ate]) => valor <= ate)?.[1] ?? resto;
