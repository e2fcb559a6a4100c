import { AJUSTE_MAXIMO, scoreOf, type Decisao, type Dimensao, type Parecer, type ParecerDoAgente } from '../../../analises/index.js';

/** What the score was made of, by rules: small enough to go with a dossier. */
export interface Placar {
  readonly score: number | null;
  readonly tetos: readonly string[];
  readonly dimensoes: readonly Pick<Dimensao, 'id' | 'peso' | 'nota' | 'cobertura'>[];
}

export const placarDe = ({ score, tetos, dimensoes }: Decisao): Placar => ({ score, tetos, dimensoes: dimensoes.map(({ id, peso, nota, cobertura }) => ({ id, peso, nota, cobertura })) });

const limit = (n: number, maximo: number): number => Math.max(-maximo, Math.min(maximo, n));

/** The score by rules and with the agents' moves: the same weights, the same caps; a dimension moves 10 points at most, within 0 and 100. */
export function applyAjustes({ score, tetos, dimensoes }: Placar, agentes: readonly Pick<ParecerDoAgente, 'ajustes'>[]): Pick<Parecer, 'score' | 'dimensoes'> {
  const ajustes = agentes.flatMap((a) => a.ajustes);
  const movidas = dimensoes.map((d) => {
    const pedido = limit(ajustes.filter((a) => a.dimensao === d.id).reduce((n, a) => n + a.pontos, 0), AJUSTE_MAXIMO);
    if (d.nota === null) return { ...d, ajuste: 0, comModelo: null };
    const comModelo = Math.max(0, Math.min(100, d.nota + pedido));
    return { ...d, ajuste: comModelo - d.nota, comModelo };
  });
  const mudou = movidas.some((d) => d.ajuste !== 0);
  return {
    score: { regras: score, comModelo: score === null || !mudou ? score : scoreOf(movidas.map((d) => ({ ...d, nota: d.comModelo })), tetos) },
    dimensoes: movidas.flatMap(({ id, nota, ajuste, comModelo }) => (nota === null || comModelo === null ? [] : [{ id, regras: nota, ajuste, comModelo }])),
  };
}
