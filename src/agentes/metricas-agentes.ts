import { AGENTES } from '../analises/index.js';
import type { MetricasService } from '../observacao/observacao.module.js';
import type { AconselharService } from './aconselhar.service.js';

/** What of each agent's claims stood, and why the rest was dropped. */
export function observeAgentes(metricas: MetricasService, aconselhar: AconselharService): void {
  const pareceres = metricas.counter('alicit_pareceres_total', 'Pareceres de agentes, por agente e estado: feito, ou falhou (sem resposta do modelo que se pudesse ler).', ['agente', 'estado'], AGENTES.flatMap((agente) => ['feito', 'falhou'].map((estado) => ({ agente, estado }))));
  for (const agente of AGENTES) metricas.contarAfirmacoes(agente, 'mantida', 0);
  aconselhar.onParecer(({ agentes }) => {
    for (const { agente, estado, afirmacoes, descartadas } of agentes) {
      pareceres.inc({ agente, estado });
      metricas.contarAfirmacoes(agente, 'mantida', afirmacoes.length);
      for (const { motivo, quantas } of descartadas) metricas.contarAfirmacoes(agente, motivo, quantas);
    }
  });
}
