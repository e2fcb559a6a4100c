import { addDias, diffDias } from '../../kernel/index.js';
import { UFS, type Alvo } from './janela.js';

/** Whether a window can be read by parts: by days, then by states. */
export const isDivisivel = ({ rota, de, ate, uf }: Alvo): boolean => uf === null || (rota !== 'proposta' && de < ate);

/**
 * The parts of a window: periods of about `alvoRegistros` when its total is known, halves otherwise; a single day by
 * states. Null when it has none.
 */
export function splitJanela(alvo: Alvo, total: number | null, alvoRegistros: number): readonly Alvo[] | null {
  const { rota, de, ate, uf } = alvo;
  const dias = diffDias(de, ate) + 1;
  if (rota !== 'proposta' && dias > 1) {
    const partes = Math.min(dias, Math.max(2, total === null ? 2 : Math.ceil(total / alvoRegistros)));
    return Array.from({ length: partes }, (_, i) => ({ ...alvo, de: addDias(de, Math.floor((i * dias) / partes)), ate: addDias(de, Math.floor(((i + 1) * dias) / partes) - 1) }));
  }
  return uf === null ? UFS.map((sigla) => ({ ...alvo, uf: sigla })) : null;
}
