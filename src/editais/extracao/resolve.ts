import { lettersOf, type Evidencia } from '../../kernel/index.js';
import type { Alternativa, Campo, Fato, FatoAusente, FatoLido, ValorPorCampo } from '../domain/fato.js';
import type { TextoEdital } from '../domain/texto-edital.js';
import { createTextoVisual, type TextoVisual } from '../domain/texto-visual.js';
import type { Candidato, Contexto, DefinicaoCampo } from './candidato.js';

/** Readings below this never become a fact. */
export const PESO_MINIMO = 0.5;
const PENALIDADE_CONFLITO = 0.12;
const GANHO_POR_REPETICAO = 0.03;
const GANHO_MAXIMO = 0.09;
const TETO_OCR = 0.8;
/** Readings of one value whose quotes are tried. */
const MAX_PROVAS = 30;

interface Grupo<V> {
  valor: V;
  nota: number;
  membros: Candidato<V>[];
}

/**
 * Decides a field: readings with the same value are one group, scored by its best reading plus a little for each
 * repetition; the best group whose quote stands on its page wins; the others that come near stay as alternatives.
 */
export function resolveCampo<C extends Campo>(def: DefinicaoCampo<C>, ctx: Contexto): Fato<C> {
  const grupos = groupCandidatos(def, def.read(ctx));
  for (const [i, grupo] of grupos.entries()) {
    if (grupo.nota < PESO_MINIMO) break;
    const escolhido = firstComProva(def, ctx.t, grupo);
    if (!escolhido) continue;
    const { candidato, evidencia } = escolhido;
    const alternativas = grupos
      .filter((g, k) => k !== i && g.nota >= PESO_MINIMO && g.nota >= grupo.nota * (def.corteAlternativa ?? 0.75))
      .map((g) => toAlternativa(def, ctx.t, g))
      .filter((a) => a !== null);
    const ocr = ctx.t.paginaEm(candidato.inicio).origem === 'ocr';
    const confianca = Math.min(ocr ? TETO_OCR : 0.99, grupo.nota - (alternativas.length ? PENALIDADE_CONFLITO : 0));
    const secao = ctx.t.secaoEm(candidato.inicio)?.titulo;
    const nota = candidato.nota ?? (alternativas.length ? 'CONFLITO: o documento traz outra leitura; veja as alternativas.' : undefined);
    return {
      campo: def.campo, valor: candidato.valor, ...evidencia, confianca: round(confianca),
      ...(secao ? { secao } : {}), ...(alternativas.length ? { alternativas } : {}), ...(nota ? { nota } : {}),
    } satisfies FatoLido<C>;
  }
  return toAusente(def, ctx);
}

function groupCandidatos<C extends Campo>(def: DefinicaoCampo<C>, candidatos: readonly Candidato<ValorPorCampo[C]>[]): Grupo<ValorPorCampo[C]>[] {
  const same = def.same ?? ((a, b) => JSON.stringify(a) === JSON.stringify(b));
  const grupos: Grupo<ValorPorCampo[C]>[] = [];
  for (const c of [...candidatos].sort((a, b) => b.peso - a.peso || a.inicio - b.inicio)) {
    const g = grupos.find((x) => same(x.valor, c.valor));
    if (g) g.membros.push(c);
    else grupos.push({ valor: c.valor, nota: 0, membros: [c] });
  }
  for (const g of grupos) {
    const fortes = g.membros.filter((m) => m.peso >= PESO_MINIMO).length;
    g.nota = g.membros[0]!.peso + Math.min(GANHO_MAXIMO, GANHO_POR_REPETICAO * Math.max(0, fortes - 1));
  }
  return grupos.sort((a, b) => b.nota - a.nota || a.membros[0]!.inicio - b.membros[0]!.inicio);
}

/**
 * The first reading whose quote stands on its page. A quote that also stands there as the eye reads it (row by row) is
 * preferred: in tables the order of the content is another, and whoever looks for the quote must find it.
 */
function firstComProva<C extends Campo>(def: DefinicaoCampo<C>, t: TextoEdital, grupo: Grupo<ValorPorCampo[C]>) {
  let reserva: { candidato: Candidato<ValorPorCampo[C]>; evidencia: Evidencia } | null = null;
  for (const candidato of grupo.membros.slice(0, MAX_PROVAS)) {
    if (candidato.peso < PESO_MINIMO && candidato !== grupo.membros[0]) break;
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

function toAlternativa<C extends Campo>(def: DefinicaoCampo<C>, t: TextoEdital, grupo: Grupo<ValorPorCampo[C]>): Alternativa<ValorPorCampo[C]> | null {
  const prova = firstComProva(def, t, grupo);
  return prova && { valor: grupo.valor, confianca: round(grupo.nota), ...prova.evidencia };
}

function toAusente<C extends Campo>(def: DefinicaoCampo<C>, ctx: Contexto): FatoAusente<C> {
  const dita = def.ausencia?.(ctx);
  if (dita) {
    const evidencia = dita.inicio !== undefined && dita.fim !== undefined ? ctx.t.trechoEm(dita.inicio, dita.fim) : null;
    return { campo: def.campo, valor: null, ausencia: dita.ausencia, ...(dita.nota ? { nota: dita.nota } : {}), ...(evidencia ? { evidencia } : {}) };
  }
  return { campo: def.campo, valor: null, ausencia: ctx.t.incompleto ? 'nao_lido' : 'nao_encontrado' };
}

const round = (n: number): number => Math.round(Math.max(0, n) * 100) / 100;
