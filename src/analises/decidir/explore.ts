import type { Desfecho, Pergunta } from '../domain/analise.js';
import type { Caso, Unidade } from './caso.js';
import { classeDe, sortDesfechos } from './desfechos.js';
import { judge, type Juizo } from './judge.js';
import type { Incognita } from './portoes/avaliacao.js';

/** What the open questions can still do to a judgement. */
export interface Exploracao {
  readonly desfecho: Desfecho;
  readonly perguntas: readonly Pergunta[];
}

/** An answer may open further questions (would you bid with a partner?): followed this deep. */
const PROFUNDIDADE = 4;

/**
 * Judges again under the answers to the open questions. Gates must all open, so a question matters exactly when it
 * matters with every other one answered well: its two answers are tried there, with whatever further questions they
 * raise. It is kept only when they lead to different outcomes; the unit is PENDENTE only when outcomes of different
 * *kinds* (bid, challenge, stay out) are within reach. A confirmed failure is final: no answer undoes it.
 */
export function explore(c: Caso, u: Unidade, juizo: Juizo): Exploracao {
  if (juizo.desfecho === 'NO_GO' || !juizo.incognitas.length) return { desfecho: juizo.desfecho, perguntas: [] };
  const abertas = [...new Map(juizo.incognitas.map((q) => [q.id, q])).values()];
  const perguntas = abertas.flatMap((q) => {
    const outras = abertas.filter((x) => x !== q).reduce((caso, x) => suppose(caso, x, x.boa === 'sim'), c);
    const [sim, nao] = [true, false].map((resposta) => reach(suppose(outras, q, resposta), u, 0)) as [ReadonlySet<Desfecho>, ReadonlySet<Desfecho>];
    const todos = new Set([...sim, ...nao]);
    return todos.size > sim.size || todos.size > nao.size ? [toPergunta(q, todos)] : [];
  });
  const classes = new Set(perguntas.flatMap((p) => p.podeMudarPara.map(classeDe)));
  return { desfecho: classes.size > 1 ? 'PENDENTE' : juizo.desfecho, perguntas };
}

/** Outcomes within reach of a case, over the answers to the questions still open in it. */
function reach(c: Caso, u: Unidade, nivel: number): ReadonlySet<Desfecho> {
  const j = judge(c, u);
  const q = j.incognitas[0];
  if (!q || j.desfecho === 'NO_GO' || nivel === PROFUNDIDADE) return new Set([j.desfecho]);
  return new Set([...reach(suppose(c, q, true), u, nivel + 1), ...reach(suppose(c, q, false), u, nivel + 1)]);
}

const supostos = new WeakMap<Caso, Map<string, Caso>>();

/** The case with one answer assumed; the same object each time, so that units share what they have in common. */
function suppose(c: Caso, q: Incognita, resposta: boolean): Caso {
  const feitos = supostos.get(c) ?? new Map<string, Caso>();
  supostos.set(c, feitos);
  const chave = `${q.id}:${resposta}`;
  let suposto = feitos.get(chave);
  if (!suposto) feitos.set(chave, (suposto = (resposta ? q.sim : q.nao)(c)));
  return suposto;
}

const toPergunta = (q: Incognita, pode: ReadonlySet<Desfecho>): Pergunta => ({
  id: q.id, texto: q.texto, quemResponde: q.quemResponde, ...(q.campoEmpresa ? { campoEmpresa: q.campoEmpresa } : {}),
  podeMudarPara: sortDesfechos(pode),
});
