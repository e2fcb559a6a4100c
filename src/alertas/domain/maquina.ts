/** What one process has seen of one condition, instants in ms. */
export interface Estado {
  /** Bad without a break since then; null: it is not. */
  readonly ruimDesde: number | null;
  /** Well without a break since then; null: it is not, or nothing is known. */
  readonly bomDesde: number | null;
  /** When what is being told of began; null: nothing is open. */
  readonly abertoDesde: number | null;
  /** When it was last told. */
  readonly avisadoEm: number | null;
}

/** How long something must hold. Milliseconds. */
export interface Regras {
  /** Bad for so long without a break, it is told. */
  readonly abrirMs: number;
  /** Well for so long without a break, it is over. */
  readonly fecharMs: number;
  /** While it lasts it is told again after so long. */
  readonly repetirMs: number;
}

export type Passo = 'abrir' | 'repetir' | 'fechar' | 'nada';

export const CALMO: Estado = { ruimDesde: null, bomDesde: null, abertoDesde: null, avisadoEm: null };

/**
 * One more look. What comes and goes faster than the rules allow neither opens nor closes anything.
 * @param ruim null: it cannot be known now; nothing changes
 */
export function step(estado: Estado, ruim: boolean | null, agora: number, { abrirMs, fecharMs, repetirMs }: Regras): { readonly estado: Estado; readonly passo: Passo } {
  if (ruim === null) return { estado, passo: 'nada' };
  if (!ruim) {
    const bomDesde = estado.bomDesde ?? agora;
    if (estado.abertoDesde === null || agora - bomDesde < fecharMs) return { estado: { ...estado, ruimDesde: null, bomDesde }, passo: 'nada' };
    return { estado: { ...CALMO, bomDesde }, passo: 'fechar' };
  }
  const visto: Estado = { ...estado, ruimDesde: estado.ruimDesde ?? agora, bomDesde: null };
  if (visto.abertoDesde === null) {
    if (agora - visto.ruimDesde! < abrirMs) return { estado: visto, passo: 'nada' };
    return { estado: { ...visto, abertoDesde: visto.ruimDesde, avisadoEm: agora }, passo: 'abrir' };
  }
  if (agora - (visto.avisadoEm ?? agora) < repetirMs) return { estado: visto, passo: 'nada' };
  return { estado: { ...visto, avisadoEm: agora }, passo: 'repetir' };
}

/** What this process may say to the others of a condition: that it is bad, that it is over, or nothing yet. */
export function firmeza({ abertoDesde, ruimDesde, bomDesde }: Estado, agora: number, { fecharMs }: Pick<Regras, 'fecharMs'>): 'ruim' | 'bom' | 'incerta' {
  if (abertoDesde !== null && ruimDesde !== null) return 'ruim';
  return abertoDesde === null && bomDesde !== null && agora - bomDesde >= fecharMs ? 'bom' : 'incerta';
}
