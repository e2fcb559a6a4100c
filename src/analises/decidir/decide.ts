import { prepareCaso } from './caso.js';
import { computeContas } from './contas.js';
import { decideEdital } from './decide-edital.js';
import type { EntradaDecisao, ResultadoDecisao } from './entrada.js';
import { listLacunas } from './lacunas.js';
import { buildPlano } from './plano/build-plano.js';
import { listRiscos } from './riscos.js';
import { cutUnidades, wholeOf } from './unidades.js';
import { computeValidade } from './validade.js';

/**
 * Stage 5. Can the company bid (gates), is it worth it (score), per part as adjudicated and for the tender, with the
 * plan, the risks, the sums, the gaps, and until when it all holds. Pure: the same input gives the same answer.
 */
export function decide(entrada: EntradaDecisao): ResultadoDecisao {
  const c = prepareCaso(entrada);
  const { decisao, decisoesPorUnidade } = decideEdital(c);
  const plano = buildPlano(c);
  const todas = wholeOf(c);
  const indicadas = new Set(decisao.unidadesIndicadas);
  const partes = cutUnidades(c).filter((u) => indicadas.has(u.id)).flatMap((u) => u.itens);
  return {
    decisao, decisoesPorUnidade, plano, riscos: listRiscos(c), contas: computeContas(c, todas, partes.length ? wholeOf(c, partes) : todas), lacunas: listLacunas(c),
    ...computeValidade(c, plano, decisao.desfecho),
  };
}
