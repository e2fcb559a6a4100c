import { Decimal } from 'decimal.js';
import type { UsoDeModelo } from '../../../analises/index.js';
import type { ChamadaFeita } from '../../../modelos/index.js';

/** What the calls of an analysis took together: paid requests apart from answers found kept. Pure. */
export function sumUso(chamadas: readonly ChamadaFeita[]): UsoDeModelo {
  const pagas = chamadas.filter((c) => !c.deCache);
  const custos = pagas.map((c) => c.custoUsd);
  return {
    chamadas: pagas.length, deCache: chamadas.length - pagas.length,
    tokensEntrada: pagas.reduce((n, c) => n + c.tokensEntrada, 0), tokensSaida: pagas.reduce((n, c) => n + c.tokensSaida, 0),
    custoUsd: custos.some((c) => c === null) ? null : custos.reduce((s, c) => s.plus(c!), new Decimal(0)).toFixed(),
    porChamada: [...chamadas].sort((a, b) => ORDEM.indexOf(a.finalidade) - ORDEM.indexOf(b.finalidade)).map(({ finalidade, modelo, versaoPrompt, tokensEntrada, tokensSaida, custoUsd, deCache, reserva, tentativas, ms }) => ({ finalidade, modelo, versaoPrompt, tokensEntrada, tokensSaida, custoUsd, deCache, reserva, tentativas, ms: Math.round(ms) })),
  };
}

const ORDEM: readonly string[] = ['trechos', 'consulta', 'agente_estrategico', 'agente_operacional', 'agente_juridico', 'agente_financeiro', 'relator'];
