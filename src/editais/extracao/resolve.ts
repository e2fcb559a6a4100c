import type { Alternativa, Campo, Fato, FatoAusente, FatoLido, ValorPorCampo } from '../domain/fato.js';
import type { TextoEdital } from '../domain/texto-edital.js';
import type { Candidato, Contexto, DefinicaoCampo } from './candidato.js';
import { firstComProva, MAX_PROVAS } from './prova.js';

/** Readings below this never become a fact. */
export const PESO_MINIMO = 0.5;
/** Runners-up below this are noise. */
const PESO_PRETERIDA = 0.35;
const MAX_ALTERNATIVAS = 6;
const MAX_PRETERIDAS = 3;
/** Groups whose proof is looked for. */
const MAX_TENTADAS = 12;
const PENALIDADE_CONFLITO = 0.12;
const GANHO_POR_REPETICAO = 0.03;
const GANHO_MAXIMO = 0.09;
const TETO_OCR = 0.8;

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
  const grupos = groupCandidatos(def, def.read(ctx), ctx.t);
  for (const [i, grupo] of grupos.entries()) {
    if (grupo.nota < PESO_MINIMO) break;
    const escolhido = firstComProva(def, ctx.t, grupo.membros, PESO_MINIMO);
    if (!escolhido) continue;
    const { candidato, evidencia } = escolhido;
    const isAlternativa = (g: Grupo<ValorPorCampo[C]>): boolean => g.nota >= PESO_MINIMO && g.nota >= grupo.nota * (def.corteAlternativa ?? 0.75);
    const outros = grupos.filter((_, k) => k !== i);
    const alternativas = proveAll(def, ctx.t, outros.filter(isAlternativa), MAX_ALTERNATIVAS);
    const preteridas = proveAll(def, ctx.t, outros.filter((g) => !isAlternativa(g) && g.nota >= PESO_PRETERIDA), MAX_PRETERIDAS);
    const ocr = ctx.t.paginaEm(candidato.inicio).origem === 'ocr';
    const confianca = Math.min(ocr ? TETO_OCR : 0.99, grupo.nota - (alternativas.length ? PENALIDADE_CONFLITO : 0));
    const secao = ctx.t.secaoEm(candidato.inicio)?.titulo;
    const nota = candidato.nota ?? (alternativas.length ? 'CONFLITO: o documento traz outra leitura; veja as alternativas.' : undefined);
    return {
      campo: def.campo, valor: candidato.valor, ...evidencia, confianca: round(confianca),
      ...(secao ? { secao } : {}), ...(alternativas.length ? { alternativas } : {}), ...(preteridas.length ? { preteridas } : {}), ...(nota ? { nota } : {}),
    } satisfies FatoLido<C>;
  }
  return toAusente(def, ctx);
}

/** The first groups that can be proved, with their proof. */
function proveAll<C extends Campo>(def: DefinicaoCampo<C>, t: TextoEdital, grupos: readonly Grupo<ValorPorCampo[C]>[], maximo: number): Alternativa<ValorPorCampo[C]>[] {
  const provadas: Alternativa<ValorPorCampo[C]>[] = [];
  for (const g of grupos.slice(0, MAX_TENTADAS)) {
    const a = provadas.length < maximo ? toAlternativa(def, t, g) : null;
    if (a) provadas.push(a);
  }
  return provadas;
}

function groupCandidatos<C extends Campo>(def: DefinicaoCampo<C>, candidatos: readonly Candidato<ValorPorCampo[C]>[], t: TextoEdital): Grupo<ValorPorCampo[C]>[] {
  const same = def.same ?? ((a, b) => JSON.stringify(a) === JSON.stringify(b));
  const grupos: Grupo<ValorPorCampo[C]>[] = [];
  for (const c of [...candidatos].sort((a, b) => b.peso - a.peso || a.inicio - b.inicio)) {
    const g = grupos.find((x) => same(x.valor, c.valor));
    if (g) g.membros.push(c);
    else grupos.push({ valor: c.valor, nota: 0, membros: [c] });
  }
  for (const g of grupos) {
    g.nota = g.membros[0]!.peso + Math.min(GANHO_MAXIMO, GANHO_POR_REPETICAO * (countLugares(t, g.membros) - 1));
  }
  return grupos.sort((a, b) => b.nota - a.nota || a.membros[0]!.inicio - b.membros[0]!.inicio);
}

/** Places that say the same, clause by clause: two expressions that match one sentence agree with nobody. */
function countLugares<V>(t: TextoEdital, membros: readonly Candidato<V>[]): number {
  const fortes = membros.filter((m) => m.peso >= PESO_MINIMO).slice(0, MAX_PROVAS);
  return Math.max(1, new Set(fortes.map((m) => t.clausulaEm(m.inicio, m.inicio).inicio)).size);
}

function toAlternativa<C extends Campo>(def: DefinicaoCampo<C>, t: TextoEdital, grupo: Grupo<ValorPorCampo[C]>): Alternativa<ValorPorCampo[C]> | null {
  const prova = firstComProva(def, t, grupo.membros, PESO_MINIMO);
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
