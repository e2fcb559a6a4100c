import type { Logger } from '@nestjs/common';
import type { Amostra } from '../observacao/index.js';
import type { MetricasService } from '../observacao/observacao.module.js';
import { DESFECHOS_PNCP, type Endpoint, type EstadoDisjuntor, type EstadoPncp } from './domain/pncp.js';
import type { ObservadorPncp } from './medidas.js';

/** As measured: half of PNCP's answers take over 1.4 s, one in a hundred over 7 s; then it gives up at 30 s and we at 60. */
const FAIXAS_S = [0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8, 15, 30, 60];
/** What the synchronisation asks all the time: told from the start. */
const DAS_LISTAS: readonly Endpoint[] = ['publicacao', 'atualizacao', 'proposta', 'itens', 'arquivos'];
const DISJUNTOR: Readonly<Record<EstadoDisjuntor, number>> = { fechado: 0, meio_aberto: 1, aberto: 2 };

/** Counts requests and drift, and says each new difference of PNCP's contract once in the log. */
export function createObservador(metricas: MetricasService, log: Logger): ObservadorPncp {
  const requisicoes = metricas.counter('alicit_pncp_requisicoes_total', 'Pedidos feitos ao PNCP, por rota e desfecho.', ['endpoint', 'desfecho'], DAS_LISTAS.flatMap((endpoint) => DESFECHOS_PNCP.map((desfecho) => ({ endpoint, desfecho }))));
  const duracao = metricas.histogram('alicit_pncp_duracao_segundos', 'Duração dos pedidos ao PNCP, por rota.', ['endpoint'], FAIXAS_S);
  const deriva = metricas.counter('alicit_pncp_deriva_total', 'Diferenças entre o que o PNCP enviou e o que se conhece dele, por rota e tipo.', ['endpoint', 'tipo'], DAS_LISTAS.map((endpoint) => ({ endpoint, tipo: 'campo_novo' })));
  return {
    requisicao(endpoint, desfecho, ms) {
      requisicoes.inc({ endpoint, desfecho });
      if (desfecho !== 'cancelado') duracao.observe({ endpoint }, ms / 1000);
    },
    deriva(endpoint, tipo, campo, primeira) {
      deriva.inc({ endpoint, tipo });
      if (primeira) log.warn(`PNCP difere do conhecido em ${endpoint}: ${tipo} ${campo}`);
    },
  };
}

/** What the client is doing, read when Prometheus asks. */
export function collectPncp(metricas: MetricasService, estado: () => EstadoPncp): void {
  metricas.gauge('alicit_pncp_concorrencia', 'Pedidos ao PNCP: o limite de agora, em curso e à espera da vez.', ['estado'], () => {
    const { limite, emCurso, naFila } = estado().concorrencia;
    return Object.entries({ limite, em_curso: emCurso, na_fila: naFila }).map(([nome, valor]): Amostra => ({ rotulos: { estado: nome }, valor }));
  });
  metricas.gauge('alicit_pncp_disjuntor', 'Disjuntor de cada rota do PNCP: 0 fechado, 1 sondando, 2 aberto.', ['endpoint'], () => estado().endpoints.map((e) => ({ rotulos: { endpoint: e.endpoint }, valor: DISJUNTOR[e.disjuntor] })));
  metricas.gauge('alicit_pncp_pausado', 'O PNCP limitou os pedidos e nada é pedido a ele agora: 1.', [], () => [{ valor: estado().pausadoAte ? 1 : 0 }]);
}
