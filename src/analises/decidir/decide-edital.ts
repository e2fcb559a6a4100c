import type { Decisao, Desfecho } from '../domain/analise.js';
import type { Caso, Unidade } from './caso.js';
import { decideUnidade, NOME } from './decide-unidade.js';
import { ORDEM } from './desfechos.js';
import { cutUnidades, wholeOf } from './unidades.js';

export interface DecisoesDoEdital {
  readonly decisao: Decisao;
  readonly decisoesPorUnidade: readonly Decisao[];
}

/**
 * Decides each part as it is adjudicated, then the tender: its outcome is that of the best parts, and its gates and
 * score are judged over those parts together. A tender that is not cut is decided once.
 */
export function decideEdital(c: Caso): DecisoesDoEdital {
  const unidades = cutUnidades(c);
  if (!unidades.length) return { decisao: decideUnidade(c, wholeOf(c)), decisoesPorUnidade: [] };
  const decisoes = unidades.map((u) => decideUnidade(c, u));
  const melhor = ORDEM.find((d) => decisoes.some((x) => x.desfecho === d))!;
  const indicadas = decisoes.flatMap((d, i) => (d.desfecho === melhor ? [{ unidade: unidades[i]!, decisao: d }] : []));
  const decisao = decideJuntas(c, indicadas, melhor);
  return { decisao: { ...decisao, ...exclusions(decisoes, melhor) }, decisoesPorUnidade: decisoes.map(slim) };
}

const DA_UNIDADE = new Set(['E4', 'E5', 'E8', 'E10']);

/** What a part has of its own: a tender of two thousand rows would otherwise repeat the same gates two thousand times. */
const slim = (d: Decisao): Decisao => ({
  ...d,
  portoes: d.portoes.filter((p) => DA_UNIDADE.has(p.id) || p.resultado === 'reprovado' || p.resultado === 'pendente'),
  dimensoes: d.dimensoes.map(({ subItens: _subItens, ...resto }) => ({ ...resto, motivos: resto.id === 'aderencia' || resto.id === 'economico' ? resto.motivos : [] })),
});

interface Indicada {
  readonly unidade: Unidade;
  readonly decisao: Decisao;
}

/** The parts with the best outcome judged as one; should the union fall in another band, the best part speaks for the tender. */
function decideJuntas(c: Caso, indicadas: readonly Indicada[], melhor: Desfecho): Decisao {
  const todas = wholeOf(c, indicadas.flatMap((i) => i.unidade.itens));
  const juntas = decideUnidade(c, todas);
  if (juntas.desfecho === melhor) return juntas;
  const maior = indicadas.reduce((a, b) => ((b.decisao.score ?? -1) > (a.decisao.score ?? -1) ? b : a));
  return { ...maior.decisao, unidade: juntas.unidade };
}

function exclusions(decisoes: readonly Decisao[], melhor: Desfecho): Partial<Decisao> {
  const fora = decisoes.filter((d) => d.desfecho !== melhor);
  return {
    unidadesIndicadas: melhor === 'NO_GO' ? [] : decisoes.filter((d) => d.desfecho === melhor).map((d) => d.unidade.id),
    unidadesExcluidas: fora.map((d) => ({ id: d.unidade.id, desfecho: d.desfecho, motivo: reasonOf(d) })),
  };
}

const reasonOf = (d: Decisao): string => d.motivos[0]?.texto ?? `Desfecho: ${NOME[d.desfecho]}.`;
