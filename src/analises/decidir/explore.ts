import type { Desfecho, Pergunta } from '../domain/analise.js';
import type { Caso, Unidade } from './caso.js';
import { judge, type Juizo } from './judge.js';
import type { Incognita } from './portoes/avaliacao.js';

/** What the open questions can still do to a judgement. */
export interface Exploracao {
  readonly desfecho: Desfecho;
  readonly perguntas: readonly Pergunta[];
}

/** More questions than this are answered "as known": 2^8 judgements at most. */
const PROFUNDIDADE = 8;

type Classe = 'participar' | 'impugnar' | 'nao';
const CLASSE: Readonly<Record<Exclude<Desfecho, 'PENDENTE'>, Classe>> = {
  GO: 'participar', GO_CONDICIONADO: 'participar', IMPUGNAR_E_REAVALIAR: 'impugnar', NAO_RECOMENDADO: 'nao', NO_GO: 'nao',
};

interface Alcance {
  readonly desfechos: ReadonlySet<Desfecho>;
  /** Questions whose two answers lead to different outcomes somewhere below, with all those outcomes. */
  readonly relevantes: ReadonlyMap<string, ReadonlySet<Desfecho>>;
}

/**
 * Judges again under every answer to every open question. A question is kept only when its answers lead to different
 * outcomes; the unit is PENDENTE only when they lead to different *kinds* of outcome (bid, challenge, stay out). A
 * confirmed failure is final: no answer undoes it.
 */
export function explore(c: Caso, u: Unidade, juizo: Juizo): Exploracao {
  if (juizo.desfecho === 'NO_GO' || !juizo.incognitas.length) return { desfecho: juizo.desfecho, perguntas: [] };
  const { desfechos, relevantes } = reach(c, u, juizo, 0);
  const classes = new Set([...desfechos].map((d) => CLASSE[d as Exclude<Desfecho, 'PENDENTE'>]));
  const unicas = [...new Map(juizo.incognitas.map((q) => [q.id, q])).values()];
  const perguntas = unicas.flatMap((q) => {
    const pode = relevantes.get(q.id);
    return pode ? [toPergunta(q, pode)] : [];
  });
  return { desfecho: classes.size > 1 && perguntas.length ? 'PENDENTE' : juizo.desfecho, perguntas };
}

function reach(c: Caso, u: Unidade, j: Juizo, nivel: number): Alcance {
  const q = j.incognitas[0];
  if (!q || j.desfecho === 'NO_GO' || nivel === PROFUNDIDADE) return { desfechos: new Set([j.desfecho]), relevantes: new Map() };
  const [sim, nao] = [true, false].map((resposta) => {
    const suposto = suppose(c, q, resposta);
    return reach(suposto, u, judge(suposto, u), nivel + 1);
  }) as [Alcance, Alcance];
  const desfechos = union(sim.desfechos, nao.desfechos);
  const relevantes = new Map(sim.relevantes);
  for (const [id, ds] of nao.relevantes) relevantes.set(id, union(ds, relevantes.get(id)));
  const diferem = desfechos.size > sim.desfechos.size || desfechos.size > nao.desfechos.size;
  if (diferem) relevantes.set(q.id, union(desfechos, relevantes.get(q.id)));
  return { desfechos, relevantes };
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

const union = (a: ReadonlySet<Desfecho>, b: ReadonlySet<Desfecho> | undefined): ReadonlySet<Desfecho> => new Set([...a, ...(b ?? [])]);

const ORDEM: readonly Desfecho[] = ['GO', 'GO_CONDICIONADO', 'PENDENTE', 'IMPUGNAR_E_REAVALIAR', 'NAO_RECOMENDADO', 'NO_GO'];

const toPergunta = (q: Incognita, pode: ReadonlySet<Desfecho>): Pergunta => ({
  id: q.id, texto: q.texto, quemResponde: q.quemResponde, ...(q.campoEmpresa ? { campoEmpresa: q.campoEmpresa } : {}),
  podeMudarPara: ORDEM.filter((d) => pode.has(d)),
});
