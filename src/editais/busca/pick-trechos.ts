import { squeeze } from '../../kernel/index.js';
import { alignInicio } from '../domain/texto-visual.js';
import { findRepetidasDe } from './find-repetidas-de.js';
import type { IndiceBusca } from './indice.js';
import type { Clausula, TrechoAchado } from './passagem.js';

const LIMITE = 1150;
const MAXIMO = 1200;
const REPETE_PAGINA = 0.92;

/** A clause, by its place in `IndiceBusca.clausulas`, and its score. */
export interface Nota {
  readonly id: number;
  readonly nota: number;
}

/** The best passages, at most `top`, never overlapping; a clause that annexes repeat comes once, where it first stands. */
export function pickTrechos(indice: IndiceBusca, notas: readonly Nota[], top: number): TrechoAchado[] {
  const { clausulas, t } = indice;
  let restantes = notas.map((n) => ({ ...n }));
  const achados: TrechoAchado[] = [];
  const ocupados: { inicio: number; fim: number }[] = [];
  while (achados.length < top && restantes.length) {
    restantes.sort((a, b) => b.nota - a.nota || a.id - b.id);
    const { id: melhor, nota } = restantes.shift()!;
    const isOcupada = (k: number): boolean => ocupados.some((o) => clausulas[k]!.inicio < o.fim && clausulas[k]!.fim > o.inicio);
    if (isOcupada(melhor)) continue;
    const iguais = [melhor, ...findRepetidasDe(indice, melhor, restantes.map((r) => r.id))];
    const id = Math.min(...iguais.filter((k) => !isOcupada(k)));
    const c = clausulas[id]!;
    const janela = widen(indice, id, ocupados);
    janela.inicio = alignInicio(t, indice.visual(c.ordemPagina), janela.inicio, (c.inicio + c.fim) / 2, janela.fim);
    ocupados.push(janela);
    const texto = squeeze(t.texto.slice(janela.inicio, janela.fim)).slice(0, MAXIMO);
    const destaque = squeeze(t.texto.slice(Math.max(c.inicio, janela.inicio), c.fim));
    achados.push({ documento: c.documento, pagina: c.pagina, secao: c.secao, score: Math.round(nota * 1000) / 1000, texto, destaque, tambem: placesOf(iguais.map((k) => clausulas[k]!), c) });
    restantes = restantes.filter((r) => !iguais.includes(r.id));
    for (const r of restantes) if (clausulas[r.id]!.ordemPagina === c.ordemPagina) r.nota *= REPETE_PAGINA;
  }
  return achados;
}

/** Pages of clauses, in the set's order, other than the page of `c`. */
function placesOf(repetidas: readonly Clausula[], c: Clausula): TrechoAchado['tambem'] {
  const porPagina = new Map(repetidas.filter((r) => r.ordemPagina !== c.ordemPagina).map((r) => [r.ordemPagina, { documento: r.documento, pagina: r.pagina }]));
  return [...porPagina].sort(([a], [b]) => a - b).map(([, lugar]) => lugar);
}

/** The clause with the ones after and before it that fit, on its page and not already shown. */
function widen(indice: IndiceBusca, id: number, ocupados: readonly { inicio: number; fim: number }[]): { inicio: number; fim: number } {
  const { clausulas } = indice;
  const c = clausulas[id]!;
  let { inicio, fim } = c;
  const livre = (k: number): boolean => {
    const x = clausulas[k];
    return x !== undefined && x.ordemPagina === c.ordemPagina && !ocupados.some((o) => x.inicio < o.fim && x.fim > o.inicio);
  };
  let a = id;
  let b = id;
  let andou = true;
  while (andou) {
    andou = false;
    if (livre(b + 1) && clausulas[b + 1]!.fim - inicio <= LIMITE) {
      fim = clausulas[++b]!.fim;
      andou = true;
    }
    if (livre(a - 1) && fim - clausulas[a - 1]!.inicio <= LIMITE) {
      inicio = clausulas[--a]!.inicio;
      andou = true;
    }
  }
  return { inicio, fim };
}
