import { isVazia, proveCompleta, type Observacao } from './prove-completa.js';

/** How a window is read. */
export interface Limites {
  /** Records asked per page, 10 to 50. */
  readonly tamanhoPagina: number;
  /** Above so many records a window is read by parts, when it can be. */
  readonly maxRegistros: number;
  /** How often each page is read at most before the list is called unstable; three times as often where it cannot be read by parts. */
  readonly maxPasses: number;
  /** A page that failed so often is given up, and the window is read by parts. */
  readonly falhasPorPagina: number;
  /** Empty answers in a row that make a window empty; and where something was known to be there. */
  readonly vaziasParaCrer: number;
  readonly vaziasSuspeitas: number;
}

export const LIMITES: Limites = { tamanhoPagina: 50, maxRegistros: 2000, maxPasses: 6, falhasPorPagina: 3, vaziasParaCrer: 2, vaziasSuspeitas: 4 };

const PASSES_SEM_PARTES = 3;

/** Why a window is read by parts, or becomes a gap when it has none: also the code that is shown. */
export type MotivoDivisao = 'janela_grande' | 'pagina_falha' | 'lista_instavel';

/** What to do next with a window. `depois`: not at once, so that an answer that was wrong has time to be right. */
export type Passo =
  | { readonly tipo: 'pedir'; readonly pagina: number; readonly depois: boolean }
  | { readonly tipo: 'fechar'; readonly em: Date; readonly total: number }
  | { readonly tipo: 'dividir'; readonly motivo: MotivoDivisao; readonly total: number | null };

export interface EstadoLeitura {
  readonly observacoes: readonly Observacao[];
  /** Failures of each page. */
  readonly falhas: Readonly<Record<string, number>>;
  /** Records the window had before, or null. */
  readonly esperado: number | null;
  /** Whether it can be read by parts. */
  readonly divisivel: boolean;
}

/**
 * The next step of an open window, from what was seen of it: the same after a process died as before. Pages are read in
 * turns, the least read first, until the records seen are proved to be all.
 */
export function decidePasso({ observacoes, falhas, esperado, divisivel }: EstadoLeitura, usuais: Limites): Passo {
  const limites = divisivel ? usuais : { ...usuais, maxPasses: usuais.maxPasses * PASSES_SEM_PARTES };
  const prova = proveCompleta(observacoes, limites.tamanhoPagina);
  if (prova) return { tipo: 'fechar', ...prova };
  const cheia = observacoes.findLast((o) => !isVazia(o));
  const desistir = (pagina: number): boolean => (falhas[pagina] ?? 0) >= limites.falhasPorPagina;
  const vazias = countVaziasNoFim(observacoes);
  if (!cheia || vazias > 0) {
    // It was empty at one of these moments: the first of them promises least.
    const primeira = observacoes.at(-vazias);
    if (vazias >= (cheia || esperado ? limites.vaziasSuspeitas : limites.vaziasParaCrer)) return { tipo: 'fechar', em: primeira!.pedidaEm, total: 0 };
    // An empty answer to another page says only that it is time to ask how many there are.
    return desistir(1) ? { tipo: 'dividir', motivo: 'pagina_falha', total: cheia?.total ?? null } : { tipo: 'pedir', pagina: 1, depois: vazias > 0 };
  }
  const { total } = cheia;
  if (divisivel && total > limites.maxRegistros) return { tipo: 'dividir', motivo: 'janela_grande', total };
  // One that grows as fast as it is read would never end.
  if (observacoes.length >= limites.maxPasses * (paginasDe(cheia, limites) + 1)) return { tipo: 'dividir', motivo: 'lista_instavel', total };
  return nextPagina(observacoes, falhas, cheia, limites);
}

function nextPagina(observacoes: readonly Observacao[], falhas: Readonly<Record<string, number>>, cheia: Observacao, limites: Limites): Passo {
  const vistas = new Map<number, number>();
  for (const o of observacoes) if (!isVazia(o)) vistas.set(o.pagina, (vistas.get(o.pagina) ?? 0) + 1);
  let escolhida: number | null = null;
  let menos = Number.POSITIVE_INFINITY;
  for (let pagina = 1; pagina <= paginasDe(cheia, limites); pagina++) {
    const falhou = falhas[pagina] ?? 0;
    // Those that fail wait for the others; those given up are no longer asked.
    const peso = (vistas.get(pagina) ?? 0) + (falhou > 0 ? limites.maxPasses + falhou : 0);
    if (falhou < limites.falhasPorPagina && (vistas.get(pagina) ?? 0) < limites.maxPasses && peso < menos) [escolhida, menos] = [pagina, peso];
  }
  const desistiu = Object.entries(falhas).some(([p, n]) => n >= limites.falhasPorPagina && Number(p) <= paginasDe(cheia, limites));
  // With a page given up there is nothing to prove: what the others bring once is all that this window will.
  if (escolhida === null || (desistiu && vistas.has(escolhida))) return { tipo: 'dividir', motivo: desistiu ? 'pagina_falha' : 'lista_instavel', total: cheia.total };
  return { tipo: 'pedir', pagina: escolhida, depois: (falhas[escolhida] ?? 0) > 0 };
}

const paginasDe = (o: Observacao, { tamanhoPagina }: Limites): number => Math.max(1, Math.ceil(o.total / tamanhoPagina), Math.min(o.totalPaginas ?? 0, Math.ceil(o.total / tamanhoPagina) + 1));

function countVaziasNoFim(observacoes: readonly Observacao[]): number {
  let n = 0;
  while (n < observacoes.length && isVazia(observacoes[observacoes.length - 1 - n]!)) n++;
  return n;
}
