import { lettersOf, type Evidencia } from '../../kernel/index.js';
import type { Campo, ValorPorCampo } from '../domain/fato.js';
import type { TextoEdital } from '../domain/texto-edital.js';
import { createTextoVisual, type TextoVisual } from '../domain/texto-visual.js';
import type { Candidato, DefinicaoCampo } from './candidato.js';

/** Readings of one value whose quotes are tried. */
export const MAX_PROVAS = 30;

/**
 * The first reading whose quote stands on its page. A quote that also stands there as the eye reads it (row by row) is
 * preferred: in tables the order of the content is another, and whoever looks for the quote must find it.
 */
export function firstComProva<C extends Campo>(def: DefinicaoCampo<C>, t: TextoEdital, membros: readonly Candidato<ValorPorCampo[C]>[], pesoMinimo: number): { candidato: Candidato<ValorPorCampo[C]>; evidencia: Evidencia } | null {
  let reserva: { candidato: Candidato<ValorPorCampo[C]>; evidencia: Evidencia } | null = null;
  for (const candidato of membros.slice(0, MAX_PROVAS)) {
    if (candidato.peso < pesoMinimo && candidato !== membros[0]) break;
    for (const alvo of [candidato.alvo, 0]) {
      const evidencia = t.trechoEm(candidato.inicio, candidato.fim, alvo);
      if (!evidencia || (def.mostra && !def.mostra(candidato.valor, evidencia.trecho))) continue;
      const pagina = lettersOfPage(t, candidato.inicio);
      const letras = lettersOf(evidencia.trecho);
      if (!pagina.conteudo.includes(letras)) continue;
      if (!pagina.visual || pagina.visual.includes(letras)) return { candidato, evidencia };
      reserva ??= { candidato, evidencia };
    }
  }
  return reserva;
}

interface LetrasPagina {
  readonly conteudo: string;
  /** As the eye reads it; empty when there is no geometry. */
  readonly visual: string;
}
const memoria = new WeakMap<TextoEdital, { visual: TextoVisual; paginas: Map<number, LetrasPagina> }>();

/** The last gate: the quote is looked for again on the page it names. */
function lettersOfPage(t: TextoEdital, offset: number): LetrasPagina {
  const m = memoria.get(t) ?? { visual: createTextoVisual(t), paginas: new Map<number, LetrasPagina>() };
  memoria.set(t, m);
  const ordem = t.ordemPaginaEm(offset);
  let letras = m.paginas.get(ordem);
  if (!letras) {
    const p = t.paginaEm(offset);
    m.paginas.set(ordem, (letras = { conteudo: lettersOf(t.texto.slice(p.inicio, p.fim)), visual: m.visual(ordem) }));
  }
  return letras;
}
